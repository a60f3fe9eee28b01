-- Finding help: docs/decisions/0023-finding-help.md. What stands in service.search is made by our own analysis
-- (src/modules/directory/search); here stands with which one, so that a changed analysis makes it anew.

create table search_index (
  version text not null
);
create unique index search_index_once on search_index ((true));
-- Nothing was made by it yet: the next start does.
insert into search_index (version) values ('none');

create trigger only_while_publishing before insert or update or delete on search_index for each statement
  execute function only_while_publishing();

-- Points that lead to somebody, and those where somebody calls back: looked up for all of a municipality with each search.
create index service_point_reachable on service_point (municipality_id, service_id)
  where team_id is not null or phone is not null or mail is not null or place ->> 'street' <> '';
create index service_point_calls_back on service_point (municipality_id, service_id) where team_id is not null;

-- Ranking reads the words of every service that fits: they stay in the row, uncompressed.
alter table service set (toast_tuple_target = 8160);
alter table service alter column search set storage main;

-- Municipality and words in one index: with one on the words alone the planner walked through the whole country's rows first,
-- and without one it read every service of a large municipality. btree_gin is trusted: whoever may create in this database
-- may install it, also on a managed PostgreSQL. Without a list of what is still to be sorted in, reading is always as fast.
create extension if not exists btree_gin;
create index service_search on service using gin (municipality_id, search) with (fastupdate = off);
