-- The PIN with which a member of staff takes an open desk back, as an Argon2id hash (domain.md §7, §15).
-- The SQLite file of the same number has the same tables and columns; a test compares them.

-- A member without one has no row; it goes with the member, and with a password that is given anew.
create table staff_pin (
    staff_id uuid not null primary key references staff (id),
    hash text not null,
    set_at timestamptz not null
);
