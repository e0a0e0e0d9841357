-- The house: who works here, the registry, accounts, visits, mail, the journal.
-- The PostgreSQL file of the same number has the same tables and columns; a test compares them.

create table desk (
    id blob not null primary key,
    kind text not null check (kind in ('real', 'demo')),
    service_centre integer not null,
    school_name text not null,
    created_at text not null
) strict;

-- Settings that are no secret, by name.
create table setting (
    name text not null primary key,
    value text not null
) strict;

-- Values sealed under the data key: the desk's secret, the mail server's password.
create table sealed_secret (
    name text not null primary key,
    nonce blob not null,
    sealed blob not null
) strict;

create table staff (
    id blob not null primary key,
    user_name text not null,
    user_folded text not null,
    role text not null check (role in ('secretary', 'administrator')),
    created_at text not null,
    created_by blob references staff (id),
    removed_at text
) strict;
create unique index staff_user on staff (user_folded) where removed_at is null;

create table school (
    id blob not null primary key,
    service_centre integer not null,
    code text,
    name text not null,
    name_folded text not null
) strict;
create unique index school_name on school (service_centre, name_folded);

create table import (
    id blob not null primary key,
    at text not null,
    staff_id blob references staff (id),
    format text not null,
    content_hash blob not null,
    students_new integer not null,
    students_changed integer not null,
    students_unchanged integer not null,
    students_gone integer not null,
    lines_unusable integer not null
) strict;

-- domain.md §2. A fiche is an integer in its service centre; a permanent code is unique in Québec.
create table student (
    id blob not null primary key,
    service_centre integer not null,
    fiche integer,
    permanent_code text,
    last_names text not null,
    first_names text not null,
    last_folded text not null,
    first_folded text not null,
    birth_date text,
    sex text,
    school_id blob references school (id),
    group_name text,
    active integer not null,
    source text not null,
    source_id text,
    created_at text not null,
    changed_at text not null,
    import_id blob references import (id)
) strict;
create unique index student_fiche on student (service_centre, fiche) where fiche is not null;
create unique index student_permanent_code on student (permanent_code) where permanent_code is not null;
create index student_names on student (last_folded, first_folded);
-- The order of every list of students: those who are here first, by name.
create index student_listing on student (active desc, last_folded, first_folded, id);

create table guardian (
    id blob not null primary key,
    last_names text not null,
    first_names text not null,
    name_folded text not null,
    email text,
    email_folded text,
    phone text,
    language text,
    source text not null,
    source_id text,
    created_at text not null,
    changed_at text not null
) strict;
create index guardian_email on guardian (email_folded);
create index guardian_name on guardian (name_folded);

create table guardianship (
    student_id blob not null references student (id),
    guardian_id blob not null references guardian (id),
    relationship text not null,
    priority integer,
    access text not null check (access in ('allowed', 'restricted', 'unknown')),
    primary key (student_id, guardian_id)
) strict;
create index guardianship_guardian on guardianship (guardian_id);

-- What a student is found by: each folded word of the names, the numbers, the guardians' names and addresses.
-- The kind says which of these it is.
create table student_word (
    word text not null,
    student_id blob not null references student (id),
    kind text not null,
    primary key (word, student_id, kind)
) strict, without rowid;
create index student_word_student on student_word (student_id, word);

-- One e-mail address, one password, one language. Born in the transaction that ends "new password" (domain.md §7),
-- or imported: then it may be gated (each child confirmed once before anything is shown) and may have no password.
create table account (
    id blob not null primary key,
    email text not null,
    email_folded text not null,
    guardian_id blob references guardian (id),
    password_hash text,
    origin text not null check (origin in ('desk', 'kiosk', 'imported')),
    address_proof text not null check (address_proof in ('code', 'in_person')),
    address_proven_at text,
    gated integer not null,
    language text not null,
    created_at text not null,
    visit_id blob,
    closed_at text
) strict;
create unique index account_email on account (email_folded) where closed_at is null;

create table association (
    account_id blob not null references account (id),
    student_id blob not null references student (id),
    created_at text not null,
    suspended_at text,
    revoked_at text,
    primary key (account_id, student_id)
) strict;
create index association_student on association (student_id);

-- One a child and an account (domain.md §6): a claim that matched, or an in-person check with the kinds of documents seen.
create table confirmation (
    id blob not null primary key,
    account_id blob not null,
    student_id blob not null,
    at text not null,
    method text not null check (method in ('claim', 'in_person')),
    identity_document text,
    tie_document text,
    staff_id blob references staff (id),
    visit_id blob not null,
    taken_back_at text,
    foreign key (account_id, student_id) references association (account_id, student_id)
) strict;
create unique index confirmation_once on confirmation (account_id, student_id) where taken_back_at is null;

-- The visit at its step, without code, password or the text of a claim (domain.md §7).
create table visit (
    id blob not null primary key,
    desk_id blob not null references desk (id),
    number integer not null,
    step text not null,
    language text not null,
    someone_helps integer not null,
    needs_help integer not null,
    student_id blob references student (id),
    guardian_id blob references guardian (id),
    address text,
    address_folded text,
    address_proof text,
    account_id blob,
    started_at text not null,
    started_by blob references staff (id),
    changed_at text not null,
    ended_at text,
    end_cause text
) strict;
create unique index visit_number on visit (desk_id, number);

-- Only the keyed hash of a code is stored. A code is bound to its visit (or its account) and to one address.
create table verification_code (
    id blob not null primary key,
    visit_id blob,
    account_id blob,
    address_folded text not null,
    hash blob not null,
    sent_at text not null,
    expires_at text not null,
    wrong_entries integer not null,
    used_at text,
    dead_at text
) strict;
create index verification_code_visit on verification_code (visit_id);

-- The wish to send. No secret lies here: what is secret is drawn at each sending.
create table outbox (
    id blob not null primary key,
    kind text not null,
    address text not null,
    address_folded text not null,
    language text not null,
    visit_id blob,
    account_id blob,
    student_id blob,
    state text not null,
    tries integer not null,
    created_at text not null,
    due_at text not null,
    sending_since text,
    done_at text,
    trouble text,
    server_words text
) strict;
create index outbox_due on outbox (state, due_at);
create index outbox_address on outbox (address_folded, created_at);

-- Wrong tries, counted where a restart cannot forget them (domain.md §5).
create table attempt (
    subject text not null,
    subject_key text not null,
    at text not null
) strict;
create index attempt_subject on attempt (subject, subject_key, at);

create table claim_lock (
    student_id blob not null primary key references student (id),
    locked_at text not null
) strict;

-- One chain per desk (domain.md §15): ids and closed enums only.
create table journal (
    desk_id blob not null,
    seq integer not null,
    at text not null,
    actor_kind text not null,
    actor_id blob,
    act text not null,
    subject_kind text not null,
    subject_id blob,
    second_subject_id blob,
    detail text,
    previous_hash blob not null,
    hash blob not null,
    mac blob not null,
    primary key (desk_id, seq)
) strict;
create index journal_subject on journal (subject_id);

create table journal_head (
    desk_id blob not null primary key,
    count integer not null,
    hash blob not null,
    mac blob not null
) strict;
