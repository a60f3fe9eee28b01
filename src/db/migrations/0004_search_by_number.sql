-- Who calls is looked up by number or name within a team: without this every resident of the municipality is read.
create index resident_team on resident (municipality_id, team_id);
