-- Corrections that wait for a second person, and adults who were made one (domain.md §6, §12).
-- The PostgreSQL file of the same number has the same tables and columns; a test compares them.

-- `was_…` is what the file said when it was proposed: when the file says otherwise, the proposal is obsolete.
-- Whoever decides is another than who proposed, unless no second person was mandatory then.
create table proposal (
    id blob not null primary key,
    kind text not null check (kind in
        ('email', 'name', 'relationship', 'new_guardian', 'restrict', 'lift_restriction')),
    state text not null check (state in ('pending', 'approved', 'refused', 'withdrawn', 'obsolete')),
    student_id blob not null references student (id),
    -- None until a new adult is on the file. No reference: an adult who was merged into another is gone.
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
    check (kind = 'new_guardian' or guardian_id is not null),
    check (state not in ('approved', 'refused') or decided_by is not null),
    check (state not in ('approved', 'refused') or decided_by <> proposed_by or not second_person)
) strict;
create index proposal_student on proposal (student_id);
create index proposal_waiting on proposal (state, proposed_at);
-- The same thing of the same adult is not proposed twice at a time.
create unique index proposal_once on proposal (student_id, guardian_id, kind) where state = 'pending';

-- Two adults of the registry were one person: the one who is gone is in the snapshots alone.
create table guardian_merge (
    id blob not null primary key,
    kept_id blob not null,
    gone_id blob not null,
    -- The accounts of who is gone went to who is kept, who had none.
    accounts_moved integer not null,
    merged_by blob not null references staff (id),
    merged_at text not null,
    undone_by blob references staff (id),
    undone_at text,
    check (kept_id <> gone_id)
) strict;

-- The adults and what ties them to children, before the merge and right after it: the first to undo it, the second to
-- tell that nothing was changed since.
create table merged_guardian (
    merge_id blob not null references guardian_merge (id),
    moment text not null check (moment in ('before', 'after')),
    id blob not null,
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
    changed_at text not null,
    primary key (merge_id, moment, id)
) strict;

create table merged_guardianship (
    merge_id blob not null references guardian_merge (id),
    moment text not null check (moment in ('before', 'after')),
    student_id blob not null,
    guardian_id blob not null,
    relationship text not null,
    priority integer,
    access text not null,
    primary key (merge_id, moment, student_id, guardian_id)
) strict;

-- "Not the same person": these two are not offered for merging again. The lesser id comes first.
create table guardian_apart (
    one_id blob not null,
    other_id blob not null,
    said_by blob not null references staff (id),
    said_at text not null,
    primary key (one_id, other_id),
    check (one_id < other_id)
) strict;
