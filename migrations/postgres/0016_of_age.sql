-- What a student who is of age agreed to: that an adult stays tied to them (domain.md §6).
-- The SQLite file of the same number has the same tables and columns; a test compares them.

-- Withdrawn, the row is gone; the journal keeps both. Without it, what ties the adult to the student is suspended.
create table agreement (
    student_id uuid not null references student (id) on delete cascade,
    guardian_id uuid not null references guardian (id) on delete cascade,
    -- By what the student was known at the desk: the kind of document, never its number.
    identity_document text not null,
    staff_id uuid not null references staff (id),
    agreed_at timestamptz not null,
    primary key (student_id, guardian_id)
);

-- Who is of age, and who soon will be.
create index student_birth_date on student (birth_date);
