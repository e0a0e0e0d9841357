-- Finding a student (domain.md §4): each word once, and the students who have it as a set of places. A student's place
-- is a number of the index's own. What is here follows from student and guardian: the program makes it again at the
-- opening when `rules` is not its own number.
-- The PostgreSQL file of the same number has the same tables and columns; a test compares them.

drop table student_word;

-- One row: by which rules the index was made, and how many words and places were given out.
create table search_state (
    id integer not null primary key check (id = 1),
    rules integer not null,
    words integer not null,
    places integer not null
) strict;
insert into search_state (id, rules, words, places) values (1, 0, 0, 0);

-- Folded words; a beginning of one to three letters with `*`, and what is no word with `#`.
create table search_word (
    id integer not null primary key,
    text text not null unique
) strict;

-- Who has a word: `id` is twice the word's for the student's own names, and one more for those of the adults.
-- `places` is a roaring bitmap in its portable form.
create table search_posting (
    id integer not null primary key,
    places blob not null
) strict;

-- What a student is found by: the student's own words, a line break, the adults'. `listing`, then `listing_after`, order
-- like the names by their first letters.
create table search_student (
    place integer not null primary key,
    student_id blob not null unique references student (id),
    listing integer not null,
    listing_after integer not null,
    words text not null
) strict;

-- A telephone by its digits without the area code, whatever stands between them.
create index guardian_phone on guardian (
    substr(replace(replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '.', ''), '(', ''), ')', ''), char(160), ''), -7)
) where phone is not null;
