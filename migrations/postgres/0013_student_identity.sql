-- A child's own names and birth date are corrected as an adult's are: proposed by one, approved by another (domain.md §6).
-- The SQLite file of the same number has the same tables and columns; a test compares them.

-- The checks bear the names that PostgreSQL gave them.
alter table proposal
    add column birth_date date,
    add column was_birth_date date,
    drop constraint proposal_kind_check,
    add constraint proposal_kind_check check (kind in
        ('email', 'name', 'relationship', 'new_guardian', 'student', 'restrict', 'lift_restriction')),
    drop constraint proposal_check,
    add constraint proposal_check check (kind in ('new_guardian', 'student') or guardian_id is not null);
-- A proposal about the child names no adult, and is one at a time too.
create unique index proposal_once_student on proposal (student_id) where state = 'pending' and kind = 'student';
