-- The trail for the privacy officer, unusual reading, and what shows that this software wrote an event (access/trail/,
-- access/audit/): docs/decisions/0013-events-are-sealed.md, docs/decisions/0021-the-trail.md.

-- ── whose an event is, and that it is ours ──────────────────────────────────────────────────────────────────────────

-- A keyed digest of the event as it was written; what was written before this migration has none (kernel/mark.ts).
alter table event add column mark bytea check (octet_length(mark) = 32);
-- The teams it is about: of the case, or else of the people. Written down with it, so that it is known when the case or the
-- duty is gone; sealed with it.
alter table event add column team_ids uuid[] not null default '{}';

-- As the owner: it looks past the policies. An event about a case is of its team alone, whoever did it. Signing in and what
-- else happens before a municipality is chosen is of all teams of that person.
create function event_teams(here text, subject uuid, facts jsonb, who uuid) returns uuid[]
  language sql stable security definer set search_path = public as $$
  select coalesce(
    (select array[f.team_id] from case_file f where f.event_ref = subject and f.municipality_id = here),
    (select array[t.id] from team t where t.municipality_id = here and t.id::text = facts->>'teamId'),
    (select array_agg(t.id order by t.id) from team t where t.municipality_id = here and t.organisation_id::text = facts->>'organisationId'),
    (select array_agg(distinct m.team_id) from team_member m where m.person_id = who and here in (m.municipality_id, 'NL')),
    (select array_agg(distinct m.team_id) from team_member m where m.person_id = subject and here in (m.municipality_id, 'NL')),
    '{}')
$$;
create function event_is_of() returns trigger language plpgsql security definer set search_path = public as $$
begin
  new.team_ids := event_teams(new.municipality_id, new.subject_ref, new.facts, new.actor_person_id);
  return new;
end $$;
create trigger event_is_of before insert on event for each row execute function event_is_of();

update event set team_ids = event_teams(municipality_id, subject_ref, facts, actor_person_id);
-- Of a case that is gone, its last event says whose it was.
update event e set team_ids = gone.team_ids from event gone
  where gone.name = 'casework.forgotten' and gone.municipality_id = e.municipality_id and gone.subject_ref = e.subject_ref
    and e.name <> 'casework.forgotten';

-- The trail of a period, newest first; what somebody did; what was read since.
create index event_at on event (municipality_id, at, id);
create index event_person on event (municipality_id, actor_person_id, at) where actor_person_id is not null;
create index event_read on event (at) where name = 'access.fileRead';

-- ── the privacy officer ─────────────────────────────────────────────────────────────────────────────────────────────

-- The teams here of the organisations whose privacy officer asks.
create function app_watched_teams() returns uuid[] language sql stable as $$
  select coalesce(array_agg(t.id), '{}') from team t
  where t.municipality_id = app_municipality() and t.organisation_id = any (app_organisations('privacy-officer'))
$$;
-- A code that opened nothing is of nobody: every privacy officer here sees that it was tried.
create policy privacy_officer on event for select using (
  (select app_purpose()) is null and municipality_id in ((select app_municipality()), 'NL')
  and (team_ids && (select app_watched_teams())
    or (name = 'access.codeRefused' and team_ids = '{}' and municipality_id = (select app_municipality()) and (select app_watched_teams()) <> '{}')));
-- The same as before; asked once for a query and not for each of a year's events.
alter policy follow on event using (municipality_id = (select app_municipality()) and (select app_purpose()) = 'follow-up');
alter policy sealing_reads on event using ((select app_purpose()) = 'sealing');
alter policy processing_log_reads on event using ((select app_purpose()) = 'processing-log');
alter policy code on event using (
  (select app_code()) is not null and municipality_id = (select app_municipality()) and name = 'access.fileRead'
  and subject_ref = (select event_ref from case_file where municipality_id = app_municipality() and id = (select app_case())));

-- ── unusual reading ─────────────────────────────────────────────────────────────────────────────────────────────────

-- What somebody must look at: once for each person, day, reason and organisation. The words of whoever looked stand here
-- and in no event.
create table unusual_reading (
  municipality_id text not null,
  id uuid not null,
  team_id uuid not null,
  person_id uuid not null references person,
  day date not null,
  reason text not null check (reason in ('many', 'same-name', 'night', 'long-closed')),
  found_at timestamptz not null,
  -- The readings that led to it.
  event_ids uuid[] not null check (event_ids <> '{}'),
  outcome text check (outcome in ('in-order', 'talked-about', 'data-breach')),
  words text not null default '',
  judged_at timestamptz,
  judged_by uuid references person,
  primary key (municipality_id, id),
  foreign key (municipality_id, team_id) references team,
  check ((judged_at is null) = (outcome is null) and (judged_at is null) = (judged_by is null)),
  -- Nobody judges their own reading.
  check (judged_by <> person_id)
);
create index unusual_reading_waits on unusual_reading (municipality_id, team_id) where judged_at is null;

-- As the owner: whoever reads the trail sees no duties. Who looks at what somebody read at this team: a privacy officer of
-- its organisation or, as the deputy, its lead; never the one who read.
create function app_may_judge(team uuid, reader uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select app_purpose() is null and app_person() is not null and reader <> app_person()
    and (team = any (app_watched_teams()) or exists (
      select from team_member m where m.municipality_id = app_municipality() and m.team_id = team
        and m.person_id = app_person() and m.role = 'team-lead'))
$$;

alter table unusual_reading enable row level security;
create policy judges_see on unusual_reading for select using (municipality_id = app_municipality() and app_may_judge(team_id, person_id));
create policy judges on unusual_reading for update using (municipality_id = app_municipality() and judged_at is null and app_may_judge(team_id, person_id))
  with check (judged_by = app_person());
-- Whoever mails about it must not mail the one who read.
create policy alarms on unusual_reading for select using (
  app_purpose() = 'alarms' and municipality_id = app_municipality() and team_id = any (app_teams()));
create policy watching_sees on unusual_reading for select using (app_purpose() = 'watching');
create policy watching_adds on unusual_reading for insert with check (app_purpose() = 'watching' and municipality_id = app_municipality() and judged_at is null);
create policy watching_adds_to on unusual_reading for update using (app_purpose() = 'watching' and municipality_id = app_municipality() and judged_at is null)
  with check (app_purpose() = 'watching' and judged_at is null);
create policy retention_sees on unusual_reading for select using (app_purpose() = 'retention');
create policy retention_deletes on unusual_reading for delete using (app_purpose() = 'retention' and municipality_id = app_municipality() and judged_at is not null);

-- Whether a resident may have the surname of whoever read: what stands after the first word of a colleague's name is the
-- end of the resident's. Compared here, so that neither name leaves the database.
create function same_surname(reader text, resident text) returns boolean language sql immutable as $$
  select coalesce(right(' ' || full_name, length(surname) + 1) = ' ' || surname, false)
  from (select lower(regexp_replace(trim(resident), '\s+', ' ', 'g')) as full_name,
    substring(lower(regexp_replace(trim(reader), '\s+', ' ', 'g')) from '^\S+ (.{2,})$') as surname) names
$$;
-- As the owner, for the watching alone: every reading by somebody at work since a moment, whose file it was, and what of it
-- can be compared. `closed_at`: the file was closed when it was read.
create function app_readings_since(since timestamptz)
  returns table (municipality_id text, event_id uuid, at timestamptz, subject_ref uuid, person_id uuid, team_id uuid, organisation_id uuid, same_name boolean, closed_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select e.municipality_id, e.id, e.at, e.subject_ref, p.id, t.id, t.organisation_id,
    same_surname(p.name, r.name), case when f.closed_at < e.at then f.closed_at end
  from event e
  join team t on t.municipality_id = e.municipality_id and t.id = e.team_ids[1]
  join person p on p.id = e.actor_person_id
  left join case_file f on f.event_ref = e.subject_ref
  left join resident r on r.municipality_id = f.municipality_id and r.case_id = f.id
  where app_purpose() = 'watching' and e.name = 'access.fileRead' and e.at >= since
$$;
-- The readings behind what somebody must look at, for whoever may: a lead sees no other events.
create function app_unusual_events(wanted uuid) returns table (event_id uuid, at timestamptz, subject_ref uuid, facts jsonb)
  language sql stable security definer set search_path = public as $$
  select e.id, e.at, e.subject_ref, e.facts
  from unusual_reading u join event e on e.municipality_id = u.municipality_id and e.id = any (u.event_ids)
  where u.municipality_id = app_municipality() and u.id = wanted and app_may_judge(u.team_id, u.person_id)
  order by e.at, e.id
$$;

-- The names that the trail needs, and nothing else of a person: of whoever works or worked for the organisation, did
-- something with a file of it, or read what somebody must look at.
create function app_trail_name(who uuid) returns text language sql stable security definer set search_path = public as $$
  select p.name from person p where p.id = who and app_purpose() is null and (
    app_works_for(who, app_organisations('privacy-officer'))
    or exists (select from event e where e.municipality_id = app_municipality() and e.actor_person_id = who and e.team_ids && app_watched_teams())
    or exists (select from unusual_reading u where u.municipality_id = app_municipality()
      and who in (u.person_id, u.judged_by) and app_may_judge(u.team_id, u.person_id)))
$$;
create function app_trail_people() returns table (id uuid, name text) language sql stable security definer set search_path = public as $$
  select p.id, p.name from person p where app_purpose() is null and p.name <> '' and p.id in (
    select m.person_id from team_member m where m.municipality_id = app_municipality() and m.team_id = any (app_watched_teams())
    union select l.person_id from person_left l where l.organisation_id = any (app_organisations('privacy-officer')))
  order by p.name, p.id
$$;

-- What a privacy officer must look at is on nobody else's list: of those who work on files, only who may judge it.
create policy privacy_officer on promise for select using (
  app_purpose() is null and municipality_id = app_municipality() and owner_role = 'privacy-officer'
  and team_id = any ((select app_watched_teams())::uuid[]));
create policy only_who_may_judge on promise as restrictive using (
  owner_role <> 'privacy-officer' or app_purpose() is not null
  or exists (select from unusual_reading u where u.municipality_id = promise.municipality_id and u.id = promise.subject_id));
create policy only_who_may_judge on promise_change as restrictive using (
  case_id is not null or app_purpose() is not null
  or exists (select from promise p where p.municipality_id = promise_change.municipality_id and p.id = promise_change.promise_id));
