-- Who the adult is, as a member of staff saw it: the kind of document, never its number (domain.md §6).
alter table visit add column identity_document text;
