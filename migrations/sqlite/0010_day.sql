-- The day at the desk (domain.md §13): slips that were printed, families called back, days that were closed; and the
-- notices that parents read on the welcome screen.
-- The PostgreSQL file of the same number has the same tables and columns; a test compares them.

-- When its slip was first shown to be printed: whatever comes later is a copy.
alter table visit add column slip_printed_at text;
create index visit_started on visit (desk_id, started_at);

-- A family whose visit stopped, and whether somebody has reached them since.
create table call_back (
    visit_id blob not null primary key references visit (id),
    outcome text not null check (outcome in ('reached', 'not_reached')),
    at text not null,
    staff_id blob not null references staff (id)
) strict;

-- One row a day and desk: what the journal was when it was closed, and how much was left waiting.
create table day_close (
    desk_id blob not null references desk (id),
    day text not null,
    closed_at text not null,
    closed_by blob not null references staff (id),
    journal_count integer not null,
    journal_hash blob not null,
    left_waiting integer not null,
    primary key (desk_id, day)
) strict;

-- Shown from the first day to the last, both included.
create table notice (
    id blob not null primary key,
    first_day text not null,
    last_day text not null,
    written_at text not null,
    written_by blob not null references staff (id),
    check (first_day <= last_day)
) strict;

create table notice_text (
    notice_id blob not null references notice (id),
    language text not null,
    text text not null,
    primary key (notice_id, language)
) strict;
