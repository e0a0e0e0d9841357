-- The addresses that an account had before its adult changed them: a child's file may still have one of them, and a
-- restriction follows them (domain.md §6).
create table former_address (
    account_id uuid not null references account (id),
    email_folded text not null,
    left_at timestamptz not null,
    primary key (account_id, email_folded)
);
create index former_address_email on former_address (email_folded);

-- Closed because its adult wished so: an administrator may open it again. One that was taken back stays closed.
alter table account add column closed_on_wish boolean not null default false;
