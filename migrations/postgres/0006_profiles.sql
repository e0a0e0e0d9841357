-- How a table is read, under the name that a school gave it: headers and what each means, nothing of anybody.

create table import_profile (
    name_folded text not null primary key,
    name text not null,
    mapping text not null,
    saved_at timestamptz not null
);
