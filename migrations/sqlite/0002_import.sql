-- Taking a registry in, undoing it, and what was corrected at the desk (domain.md §12).
-- The PostgreSQL file of the same number has the same tables and columns; a test compares them.

-- Whether what the import changed is still kept in `import_before`.
alter table import add column can_be_undone integer not null default false;
alter table import add column undone_at text;

-- The import that wrote the row last; a student has `import_id`.
alter table school add column imported_by blob references import (id);
alter table guardian add column imported_by blob references import (id);
alter table guardianship add column imported_by blob references import (id);
-- Since when the source does not say any more that the adult is the student's.
alter table guardianship add column unsaid_since text;

-- What a row was before the newest import changed it, as an object of its columns; forgotten at the next import.
create table import_before (
    import_id blob not null references import (id),
    kind text not null check (kind in ('school', 'student', 'guardian', 'guardianship')),
    subject_id blob not null,
    -- The same as the first, but for a guardianship.
    second_id blob not null,
    image text not null,
    primary key (subject_id, second_id, kind)
) strict;

-- A value set at the desk, beside what the source says; it stays until the source agrees.
create table correction (
    subject_kind text not null check (subject_kind in ('student', 'guardian', 'guardianship')),
    subject_id blob not null,
    -- The same as the first, but for a guardianship.
    second_id blob not null,
    field text not null,
    source_value text,
    value text,
    at text not null,
    staff_id blob references staff (id),
    primary key (subject_id, second_id, field)
) strict;

-- What undoing looks up before it deletes.
create index account_guardian on account (guardian_id);
create index visit_student on visit (student_id);
create index visit_guardian on visit (guardian_id);
