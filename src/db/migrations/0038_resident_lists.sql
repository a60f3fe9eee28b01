-- A list of help that a helper composes for somebody at the desk, who opens it with a word from paper (directory/lists/). It says
-- which help, in which order, and nothing of whom it is for: not even that it was opened is written down.

create table resident_list (
  municipality_id text not null references municipality,
  id uuid not null,
  -- In whose name it was made, and who may end it; never the helper alone.
  team_id uuid not null,
  word_hash text not null unique,
  told_in text not null,
  -- [{serviceId, advice, line}]: what is told of each stands on the route map alone, so that it is as fresh as that.
  entries jsonb not null check (jsonb_array_length(entries) between 1 and 20),
  made_at timestamptz not null,
  -- The whole of this day it still opens.
  last_day date not null,
  ended_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, team_id) references team
);
create index resident_list_team on resident_list (municipality_id, team_id, made_at);

alter table resident_list enable row level security;
create policy team_reads on resident_list for select using (
  municipality_id = app_municipality() and team_id = any ((select app_teams())::uuid[])
  and app_purpose() is null and app_person() is not null);
create policy team_makes on resident_list for insert with check (
  municipality_id = app_municipality() and team_id = any ((select app_teams())::uuid[])
  and app_purpose() is null and app_person() is not null and ended_at is null);
-- Ended once, and nothing else: what a resident was given does not change in their hands.
create policy team_ends on resident_list for update using (
  municipality_id = app_municipality() and team_id = any ((select app_teams())::uuid[])
  and app_purpose() is null and app_person() is not null and ended_at is null)
  with check (municipality_id = app_municipality() and team_id = any ((select app_teams())::uuid[]) and ended_at is not null);
-- Whoever holds the word of this one list.
create policy word on resident_list for select using (municipality_id = app_municipality() and word_hash = app_code());
create policy retention_reads on resident_list for select using (
  app_purpose() = 'retention' and coalesce((ended_at at time zone 'Europe/Amsterdam')::date, last_day) < app_today());
create policy retention_deletes on resident_list for delete using (
  app_purpose() = 'retention' and coalesce((ended_at at time zone 'Europe/Amsterdam')::date, last_day) < app_today());
