-- Who calls is looked up by number or name within a team: without this every resident of the municipality is read.
create index resident_team on resident (municipality_id, team_id);

-- Vandaag in the order in which work must be done: what rests stands last (modules/promises/store.ts, listOpen).
drop index promise_open;
create index promise_open on promise (municipality_id, team_id, (paused_at is not null), harm desc, promised_at, id) where state = 'open';
