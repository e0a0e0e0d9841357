-- Where a visit stood when it ended: it may be taken up again for a while.
alter table visit add column left_at_step text;
