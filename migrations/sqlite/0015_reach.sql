-- Whom a telephone or an address reaches is read from the indexes alone: their rows lie all over a large file, and each
-- page of it has to be deciphered.

drop index guardian_email;
create index guardian_email on guardian (email_folded, id);

drop index guardian_phone;
create index guardian_phone on guardian (
    substr(replace(replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '.', ''), '(', ''), ')', ''), char(160), ''), -7),
    id, phone
) where phone is not null;

drop index guardian_phone_area;
create index guardian_phone_area on guardian (
    substr(replace(replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '.', ''), '(', ''), ')', ''), char(160), ''), -10),
    id, phone
) where phone is not null;

drop index guardianship_guardian;
create index guardianship_guardian on guardianship (guardian_id, student_id);

-- Who of a source is here: what an import compares with to tell who has gone.
create index student_source on student (service_centre, source, active, id, school_id);
