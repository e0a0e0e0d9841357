-- What families ask of the school, and what a parent said of a child: a list for the secretary, and no more.
-- The SQLite file of the same number has the same tables and columns; a test compares them.

-- No reference to an adult, an account or a visit: those may be merged, closed or erased before.
create table request (
    id uuid not null primary key,
    kind text not null check (kind in ('first_registration', 're_registration', 'not_my_child', 'not_guardian')),
    state text not null check (state in ('new', 'called', 'closed')),
    -- A child on the registry, or one who is told of.
    student_id uuid references student (id),
    last_names text,
    first_names text,
    birth_date date,
    school_wished text,
    -- How to reach who asks.
    adult_name text,
    email text,
    phone text,
    language text not null,
    visit_id uuid,
    taken_at timestamptz not null,
    -- None when the parent wrote it.
    taken_by uuid references staff (id),
    changed_at timestamptz not null,
    check (kind <> 'first_registration' or (last_names is not null and first_names is not null and birth_date is not null)),
    check (kind <> 're_registration' or student_id is not null)
);
create index request_waiting on request (state, taken_at);
