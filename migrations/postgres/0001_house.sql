-- The house: who works here, the registry, accounts, visits, mail, the journal.
-- The SQLite file of the same number has the same tables and columns; a test compares them.

create table desk (
    id uuid not null primary key,
    kind text not null check (kind in ('real', 'demo')),
    service_centre bigint not null,
    school_name text not null,
    created_at timestamptz not null
);

-- Settings that are no secret, by name.
create table setting (
    name text not null primary key,
    value text not null
);

-- Values sealed under the data key: the desk's secret, the mail server's password.
create table sealed_secret (
    name text not null primary key,
    nonce bytea not null,
    sealed bytea not null
);

create table staff (
    id uuid not null primary key,
    user_name text not null,
    user_folded text not null,
    role text not null check (role in ('secretary', 'administrator')),
    created_at timestamptz not null,
    created_by uuid references staff (id),
    removed_at timestamptz
);
create unique index staff_user on staff (user_folded) where removed_at is null;

create table school (
    id uuid not null primary key,
    service_centre bigint not null,
    code text,
    name text not null,
    name_folded text not null
);
create unique index school_name on school (service_centre, name_folded);

create table import (
    id uuid not null primary key,
    at timestamptz not null,
    staff_id uuid references staff (id),
    format text not null,
    content_hash bytea not null,
    students_new bigint not null,
    students_changed bigint not null,
    students_unchanged bigint not null,
    students_gone bigint not null,
    lines_unusable bigint not null
);

-- domain.md §2. A fiche is an integer in its service centre; a permanent code is unique in Québec.
create table student (
    id uuid not null primary key,
    service_centre bigint not null,
    fiche bigint,
    permanent_code text,
    last_names text not null,
    first_names text not null,
    last_folded text not null,
    first_folded text not null,
    birth_date date,
    sex text,
    school_id uuid references school (id),
    group_name text,
    active boolean not null,
    source text not null,
    source_id text,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    import_id uuid references import (id)
);
create unique index student_fiche on student (service_centre, fiche) where fiche is not null;
create unique index student_permanent_code on student (permanent_code) where permanent_code is not null;
create index student_names on student (last_folded, first_folded);
-- The order of every list of students: those who are here first, by name.
create index student_listing on student (active desc, last_folded, first_folded, id);

create table guardian (
    id uuid not null primary key,
    last_names text not null,
    first_names text not null,
    name_folded text not null,
    email text,
    email_folded text,
    phone text,
    language text,
    source text not null,
    source_id text,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index guardian_email on guardian (email_folded);
create index guardian_name on guardian (name_folded);

create table guardianship (
    student_id uuid not null references student (id),
    guardian_id uuid not null references guardian (id),
    relationship text not null,
    priority bigint,
    access text not null check (access in ('allowed', 'restricted', 'unknown')),
    primary key (student_id, guardian_id)
);
create index guardianship_guardian on guardianship (guardian_id);

-- What a student is found by: each folded word of the names, the numbers, the guardians' names and addresses.
-- The kind says which of these it is.
create table student_word (
    word text collate "C" not null,
    student_id uuid not null references student (id),
    kind text not null,
    primary key (word, student_id, kind)
);
create index student_word_student on student_word (student_id, word);

-- One e-mail address, one password, one language. Born in the transaction that ends "new password" (domain.md §7),
-- or imported: then it may be gated (each child confirmed once before anything is shown) and may have no password.
create table account (
    id uuid not null primary key,
    email text not null,
    email_folded text not null,
    guardian_id uuid references guardian (id),
    password_hash text,
    origin text not null check (origin in ('desk', 'kiosk', 'imported')),
    address_proof text not null check (address_proof in ('code', 'in_person')),
    address_proven_at timestamptz,
    gated boolean not null,
    language text not null,
    created_at timestamptz not null,
    visit_id uuid,
    closed_at timestamptz
);
create unique index account_email on account (email_folded) where closed_at is null;

create table association (
    account_id uuid not null references account (id),
    student_id uuid not null references student (id),
    created_at timestamptz not null,
    suspended_at timestamptz,
    revoked_at timestamptz,
    primary key (account_id, student_id)
);
create index association_student on association (student_id);

-- One a child and an account (domain.md §6): a claim that matched, or an in-person check with the kinds of documents seen.
create table confirmation (
    id uuid not null primary key,
    account_id uuid not null,
    student_id uuid not null,
    at timestamptz not null,
    method text not null check (method in ('claim', 'in_person')),
    identity_document text,
    tie_document text,
    staff_id uuid references staff (id),
    visit_id uuid not null,
    taken_back_at timestamptz,
    foreign key (account_id, student_id) references association (account_id, student_id)
);
create unique index confirmation_once on confirmation (account_id, student_id) where taken_back_at is null;

-- The visit at its step, without code, password or the text of a claim (domain.md §7).
create table visit (
    id uuid not null primary key,
    desk_id uuid not null references desk (id),
    number bigint not null,
    step text not null,
    language text not null,
    someone_helps boolean not null,
    needs_help boolean not null,
    student_id uuid references student (id),
    guardian_id uuid references guardian (id),
    address text,
    address_folded text,
    address_proof text,
    account_id uuid,
    started_at timestamptz not null,
    started_by uuid references staff (id),
    changed_at timestamptz not null,
    ended_at timestamptz,
    end_cause text
);
create unique index visit_number on visit (desk_id, number);

-- Only the keyed hash of a code is stored. A code is bound to its visit (or its account) and to one address.
create table verification_code (
    id uuid not null primary key,
    visit_id uuid,
    account_id uuid,
    address_folded text not null,
    hash bytea not null,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    wrong_entries bigint not null,
    used_at timestamptz,
    dead_at timestamptz
);
create index verification_code_visit on verification_code (visit_id);

-- The wish to send. No secret lies here: what is secret is drawn at each sending.
create table outbox (
    id uuid not null primary key,
    kind text not null,
    address text not null,
    address_folded text not null,
    language text not null,
    visit_id uuid,
    account_id uuid,
    student_id uuid,
    state text not null,
    tries bigint not null,
    created_at timestamptz not null,
    due_at timestamptz not null,
    sending_since timestamptz,
    done_at timestamptz,
    trouble text,
    server_words text
);
create index outbox_due on outbox (state, due_at);
create index outbox_address on outbox (address_folded, created_at);

-- Wrong tries, counted where a restart cannot forget them (domain.md §5).
create table attempt (
    subject text not null,
    subject_key text not null,
    at timestamptz not null
);
create index attempt_subject on attempt (subject, subject_key, at);

create table claim_lock (
    student_id uuid not null primary key references student (id),
    locked_at timestamptz not null
);

-- One chain per desk (domain.md §15): ids and closed enums only.
create table journal (
    desk_id uuid not null,
    seq bigint not null,
    at timestamptz not null,
    actor_kind text not null,
    actor_id uuid,
    act text not null,
    subject_kind text not null,
    subject_id uuid,
    second_subject_id uuid,
    detail text,
    previous_hash bytea not null,
    hash bytea not null,
    mac bytea not null,
    primary key (desk_id, seq)
);
create index journal_subject on journal (subject_id);

create table journal_head (
    desk_id uuid not null primary key,
    count bigint not null,
    hash bytea not null,
    mac bytea not null
);
