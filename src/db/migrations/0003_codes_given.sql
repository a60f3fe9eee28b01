-- A code that was lost is replaced. Which code of this request is the one that opens it now: the first, unless said otherwise.
alter table callback add column codes_given integer not null default 1 check (codes_given >= 1);
