-- Whoever breaks the glass is looked at and judged as unusual reading is (access/sharing/, access/trail/):
-- docs/decisions/0016-duties-are-rows-and-broken-glass-is-a-share.md, docs/decisions/0021-the-trail.md.

-- Of an emergency `id` is the share. What was read behind the glass is found by it, so that the list holds what is read later too.
alter table unusual_reading drop constraint unusual_reading_reason_check, drop constraint unusual_reading_event_ids_check,
  drop constraint unusual_reading_outcome_check;
alter table unusual_reading
  add constraint unusual_reading_reason_check check (reason in ('many', 'same-name', 'night', 'long-closed', 'emergency')),
  add constraint unusual_reading_event_ids_check check ((event_ids = '{}') = (reason = 'emergency')),
  -- 'talked-about' is what was said before there was a choice between right and not right.
  add constraint unusual_reading_outcome_check check (outcome in ('in-order', 'talked-about', 'not-right', 'data-breach')),
  -- What was not right is explained.
  add constraint unusual_reading_explained check (outcome is distinct from 'not-right' or words <> '');

-- Written by whoever breaks the glass, with the share and in its transaction; they see it no more, and cannot judge it.
create policy glass_adds on unusual_reading for insert with check (
  app_purpose() is null and municipality_id = app_municipality() and reason = 'emergency' and person_id = app_person()
  and judged_at is null and words = ''
  and exists (select from case_share s where s.municipality_id = unusual_reading.municipality_id and s.id = unusual_reading.id
    and s.team_id = unusual_reading.team_id and s.ground = 'break-glass' and s.to_person_id = unusual_reading.person_id
    and s.from_at = unusual_reading.found_at));
alter policy watching_adds on unusual_reading with check (
  app_purpose() = 'watching' and municipality_id = app_municipality() and judged_at is null and reason <> 'emergency');

-- As before; of an emergency every reading of that file by that person as long as the glass was broken. The event that broke it
-- says of which file it is, also when the share has gone with the file: two hours is the longest that it lasts.
create or replace function app_unusual_events(wanted uuid) returns table (event_id uuid, at timestamptz, subject_ref uuid, facts jsonb)
  language sql stable security definer set search_path = public as $$
  with look as (
    select u.* from unusual_reading u
    where u.municipality_id = app_municipality() and u.id = wanted and app_may_judge(u.team_id, u.person_id))
  select e.id, e.at, e.subject_ref, e.facts
  from look u join event e on e.municipality_id = u.municipality_id and e.id = any (u.event_ids)
  union all
  select e.id, e.at, e.subject_ref, e.facts
  from look u
  join event broken on broken.municipality_id = u.municipality_id and broken.actor_person_id = u.person_id
    and broken.at between u.found_at - interval '1 second' and u.found_at + interval '1 second'
    and broken.name = 'access.glassBroken' and broken.facts->>'shareId' = u.id::text
  left join case_share s on s.municipality_id = u.municipality_id and s.id = u.id
  join event e on e.municipality_id = u.municipality_id and e.actor_person_id = u.person_id and e.at >= broken.at
    and e.at <= coalesce(s.ended_at, s.until_at, u.found_at + interval '2 hours')
    and e.name = 'access.fileRead' and e.subject_ref = broken.subject_ref and e.facts->>'ground' = 'break-glass'
  where u.reason = 'emergency'
  order by 2, 1
$$;

-- What nobody looked at yet is looked at in the new way; what a team has looked at stays as it is.
insert into unusual_reading (municipality_id, id, team_id, person_id, day, reason, found_at, event_ids)
  select s.municipality_id, s.id, s.team_id, s.to_person_id, (s.from_at at time zone 'Europe/Amsterdam')::date, 'emergency', s.from_at, '{}'
  from case_share s
  where s.ground = 'break-glass' and not exists (
    select from promise p where p.municipality_id = s.municipality_id and p.subject_id = s.id and p.kind = 'look' and p.state in ('kept', 'withdrawn'));
-- An emergency is a promise of its own name, and stands in no file: not everybody of the team looks at it.
update promise_change c set case_id = null
  from promise p where p.municipality_id = c.municipality_id and p.id = c.promise_id and p.kind = 'look' and p.case_id is not null and p.state = 'open';
update promise set case_id = null, owner_role = 'privacy-officer', owner_id = null, deputy_role = 'team-lead', deputy_id = null
  where kind = 'look' and case_id is not null and state = 'open';
update promise p set kind = 'look-emergency'
  where kind = 'look' and (case_id is not null or exists (
    select from unusual_reading u where u.municipality_id = p.municipality_id and u.id = p.subject_id and u.reason = 'emergency'));
