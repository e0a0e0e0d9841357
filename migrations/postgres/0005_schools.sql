-- Schools: the list of Québec's schools that an administrator may load, and the indexes by which the registry is read as
-- schools and groups (domain.md §11).
-- The SQLite file of the same number has the same tables and columns; a test compares them.

create table listed_school (
    code text not null primary key,
    name text not null,
    municipality text not null,
    service_centre bigint not null
);

-- A school's students, group by group.
create index student_school on student (school_id, group_name);
-- An adult's accounts.
create index if not exists account_guardian on account (guardian_id);
