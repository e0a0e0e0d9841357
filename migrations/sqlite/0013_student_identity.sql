-- A child's own names and birth date are corrected as an adult's are: proposed by one, approved by another (domain.md §6).
-- The PostgreSQL file of the same number has the same tables and columns; a test compares them.

-- SQLite changes no check of a table that stands: it is made anew, with what it holds.
create table proposal_anew (
    id blob not null primary key,
    kind text not null check (kind in
        ('email', 'name', 'relationship', 'new_guardian', 'student', 'restrict', 'lift_restriction')),
    state text not null check (state in ('pending', 'approved', 'refused', 'withdrawn', 'obsolete')),
    student_id blob not null references student (id),
    guardian_id blob,
    visit_id blob,
    last_names text,
    first_names text,
    name_folded text,
    email text,
    phone text,
    relationship text,
    was_last_names text,
    was_first_names text,
    was_email text,
    was_relationship text,
    identity_document text,
    tie_document text,
    second_person integer not null,
    proposed_by blob not null references staff (id),
    proposed_at text not null,
    decided_by blob references staff (id),
    decided_at text,
    reason text,
    birth_date text,
    was_birth_date text,
    check (kind in ('new_guardian', 'student') or guardian_id is not null),
    check (state not in ('approved', 'refused') or decided_by is not null),
    check (state not in ('approved', 'refused') or decided_by <> proposed_by or not second_person)
) strict;
insert into proposal_anew (
    id, kind, state, student_id, guardian_id, visit_id, last_names, first_names, name_folded, email, phone, relationship,
    was_last_names, was_first_names, was_email, was_relationship, identity_document, tie_document, second_person,
    proposed_by, proposed_at, decided_by, decided_at, reason
) select
    id, kind, state, student_id, guardian_id, visit_id, last_names, first_names, name_folded, email, phone, relationship,
    was_last_names, was_first_names, was_email, was_relationship, identity_document, tie_document, second_person,
    proposed_by, proposed_at, decided_by, decided_at, reason
from proposal;
drop table proposal;
alter table proposal_anew rename to proposal;
create index proposal_student on proposal (student_id);
create index proposal_waiting on proposal (state, proposed_at);
create unique index proposal_once on proposal (student_id, guardian_id, kind) where state = 'pending';
-- A proposal about the child names no adult, and is one at a time too.
create unique index proposal_once_student on proposal (student_id) where state = 'pending' and kind = 'student';
