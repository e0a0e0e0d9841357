-- A telephone by its digits with the area code: most of a region shares the first digits after it, so that whoever has
-- typed these is not to be looked for among all who have the same.
create index guardian_phone_area on guardian (
    (right(replace(replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '.', ''), '(', ''), ')', ''), chr(160), ''), 10) collate "C")
) where phone is not null;
