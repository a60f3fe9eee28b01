-- Who else may see a file, on which ground and until when (access/sharing/). A file stays with its team.

-- The moment of the request: ctx.now is the only clock, for the policies as well.
create function app_now() returns timestamptz language sql stable
  as $$ select nullif(current_setting('app.now', true), '')::timestamptz $$;

-- Whether the municipality is the other party in what the question is about. Not known is treated as yes.
alter table case_file add column against_municipality text not null default 'unknown' check (against_municipality in ('yes', 'no', 'unknown'));

create table case_share (
  municipality_id text not null,
  id uuid not null,
  case_id uuid not null,
  -- Whose file it is.
  team_id uuid not null,
  to_team_id uuid,
  to_person_id uuid references person,
  ground text not null check (ground in ('consent', 'law', 'break-glass')),
  -- The article, or the record of the consent (AVG 7(1)).
  basis text not null,
  -- Of break-glass, in the words of whoever broke it: for the file's team and its privacy officer.
  reason text not null default '',
  from_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  given_by uuid not null references person,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id, team_id) references case_file (municipality_id, id, team_id) on delete cascade,
  foreign key (municipality_id, to_team_id) references team,
  check ((to_team_id is null) <> (to_person_id is null)),
  check (until_at > from_at),
  check (to_team_id is null or to_team_id <> team_id),
  -- A broken glass is for one person, with a reason, for two hours at most.
  check (ground <> 'break-glass' or (to_person_id is not null and given_by = to_person_id and reason <> '' and until_at <= from_at + interval '2 hours'))
);
create index case_share_case on case_share (municipality_id, case_id);
create index case_share_person on case_share (to_person_id) where to_person_id is not null;
create index case_share_team on case_share (to_team_id) where to_team_id is not null;

-- As the owner, because the policies of the files themselves ask it: the cases that are shared with the actor now.
create function app_shared_cases(grounds text[]) returns uuid[]
  language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(s.case_id), '{}') from case_share s
  where s.municipality_id = app_municipality() and s.ground = any (grounds)
    and s.ended_at is null and s.from_at <= app_now() and s.until_at > app_now()
    and (s.to_person_id = app_person() or s.to_team_id = any (app_teams()))
$$;

-- Whether somebody of these teams may break the glass of a case: a colleague of the same organisation, in another team,
-- and never where their organisation is the municipality and the municipality is, or may be, the other party.
create function app_may_break_glass(wanted_case uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (
    select from case_file f
    join team owner on owner.municipality_id = f.municipality_id and owner.id = f.team_id
    join organisation o on o.id = owner.organisation_id
    join team mine on mine.municipality_id = f.municipality_id and mine.id = any (app_teams()) and mine.organisation_id = o.id
    where f.municipality_id = app_municipality() and f.id = wanted_case and f.status = 'open'
      and f.team_id <> all (app_teams())
      and (f.against_municipality = 'no' or (o.kind <> 'municipality' and o.independence <> 'municipal')))
$$;
-- The cases of a resident with this number at that team, newest first, for whoever may break their glass: nothing else.
create function app_find_behind_glass(wanted_team uuid, wanted_phone text) returns setof uuid
  language sql stable security definer set search_path = public as $$
  select f.id from resident r join case_file f on f.municipality_id = r.municipality_id and f.id = r.case_id
  where r.municipality_id = app_municipality() and r.team_id = wanted_team and r.phone = wanted_phone
    and app_may_break_glass(f.id)
  order by f.opened_at desc, f.id desc limit 5
$$;

alter table case_share enable row level security;
create policy team on case_share for select using (app_purpose() is null and municipality_id = app_municipality() and team_id = any (app_teams()));
create policy receiver on case_share for select using (
  app_purpose() is null and municipality_id = app_municipality() and (to_person_id = app_person() or to_team_id = any (app_teams())));
create policy privacy_officer on case_share for select using (
  municipality_id = app_municipality()
  and team_id in (select t.id from team t where t.municipality_id = app_municipality() and t.organisation_id = any (app_organisations('privacy-officer'))));
create policy team_gives on case_share for insert with check (
  app_purpose() is null and municipality_id = app_municipality() and team_id = any (app_teams()) and given_by = app_person() and ground in ('consent', 'law'));
create policy break_glass on case_share for insert with check (
  municipality_id = app_municipality() and ground = 'break-glass' and to_person_id = app_person() and app_may_break_glass(case_id));
-- Withdrawn by the file's team, or given back by whoever got it. Only `ended_at` can be written (db/migrate.ts).
create policy ends on case_share for update using (
  app_purpose() is null and municipality_id = app_municipality() and (team_id = any (app_teams()) or to_person_id = app_person() or to_team_id = any (app_teams())));

-- What is shared is read, never written. A helper's notes stay with the team, but for somebody in an emergency.
do $$
declare t text;
begin
  foreach t in array array['resident', 'callback', 'contact_attempt', 'promise', 'promise_change'] loop
    execute format('create policy shared on %I for select using (app_purpose() is null and municipality_id = app_municipality() and case_id = any ((select app_shared_cases(array[''consent'', ''law'', ''break-glass'']))::uuid[]))', t);
  end loop;
end $$;
create policy shared on case_file for select using (
  app_purpose() is null and municipality_id = app_municipality() and id = any ((select app_shared_cases(array['consent', 'law', 'break-glass']))::uuid[]));
create policy shared on contact_entry for select using (
  app_purpose() is null and municipality_id = app_municipality()
  and (case_id = any ((select app_shared_cases(array['break-glass']))::uuid[])
    or (kind <> 'note' and case_id = any ((select app_shared_cases(array['consent', 'law']))::uuid[]))));

-- The file's team reads who broke its glass.
create policy broke_glass on person for select using (app_purpose() is null and exists (
  select from case_share s where s.given_by = person.id and s.municipality_id = app_municipality() and s.team_id = any (app_teams())));

-- Whoever watches over the files of a team hears of it: the alarms that stand in for it read who that is.
create policy alarms on team_member for select using (
  app_purpose() = 'alarms' and municipality_id = app_municipality() and role = 'privacy-officer'
  and team_id in (select theirs.id from team own join team theirs using (municipality_id, organisation_id)
    where own.municipality_id = app_municipality() and own.id = any (app_teams())));
create policy alarms on person for select using (app_purpose() = 'alarms' and exists (
  select from team_member m where m.person_id = person.id and m.municipality_id = app_municipality() and m.role = 'privacy-officer'));
