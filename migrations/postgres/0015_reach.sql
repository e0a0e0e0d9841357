-- Whom a telephone or an address reaches is read from the indexes alone, as the embedded database does.

drop index guardian_email_begun;
create index guardian_email_begun on guardian ((email_folded collate "C"), id);

drop index guardian_phone;
create index guardian_phone on guardian (
    (right(replace(replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '.', ''), '(', ''), ')', ''), chr(160), ''), 7) collate "C"),
    id
) where phone is not null;

drop index guardian_phone_area;
create index guardian_phone_area on guardian (
    (right(replace(replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '.', ''), '(', ''), ')', ''), chr(160), ''), 10) collate "C"),
    id
) where phone is not null;

drop index guardianship_guardian;
create index guardianship_guardian on guardianship (guardian_id, student_id);

-- Who of a source is here: what an import compares with to tell who has gone.
create index student_source on student (service_centre, source, active, id, school_id);
