-- What the policies cost (bench/access.ts): nobody sees more or less by this, but what a policy asks is asked once a query.

-- Which people somebody may see was looked up in protected tables, so that the policies of those were planned anew inside
-- every query that shows a name. As the owner, with the same conditions, it is one list. Colleagues of my own teams:
create function app_colleagues() returns uuid[]
  language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct m.person_id), '{}') from team_member m
  where m.municipality_id = app_municipality() and m.team_id = any (app_teams())
$$;
-- Who stands in for me.
create function app_deputies() returns uuid[]
  language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct m.deputy_id), '{}') from team_member m
  where m.person_id = app_person() and m.deputy_id is not null
$$;
-- Who shared a file of my teams, or broke its glass.
create function app_sharers() returns uuid[]
  language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct s.given_by), '{}') from case_share s
  where s.municipality_id = app_municipality() and s.team_id = any (app_teams())
$$;
-- The privacy officers of the organisation whose team this is.
create function app_watchers() returns uuid[]
  language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct m.person_id), '{}') from team own
  join team theirs using (municipality_id, organisation_id)
  join team_member m on m.municipality_id = theirs.municipality_id and m.team_id = theirs.id
  where own.municipality_id = app_municipality() and own.id = any (app_teams()) and m.role = 'privacy-officer'
$$;
-- Everybody who works, worked or is invited to work in the organisations of which I administer the people: `app_works_for`, as a list.
create function app_staff() returns uuid[]
  language sql stable security definer set search_path = public as $$
  with mine as materialized (select app_organisations('organisation-admin') as ids)
  select coalesce(array_agg(person_id), '{}') from (
    select m.person_id from mine, team t join team_member m on m.municipality_id = t.municipality_id and m.team_id = t.id
      where t.organisation_id = any (mine.ids)
    union select l.person_id from mine, person_left l where l.organisation_id = any (mine.ids)
    union select i.person_id from mine, person_invitation i where i.organisation_id = any (mine.ids)) staff
$$;

alter policy colleagues on person using (id = any ((select app_colleagues())::uuid[]));
alter policy my_deputy on person using (id = any ((select app_deputies())::uuid[]));
alter policy broke_glass on person using (app_purpose() is null and id = any ((select app_sharers())::uuid[]));
alter policy alarms on person using (app_purpose() = 'alarms' and id = any ((select app_watchers())::uuid[]));
alter policy admin_sees on person using (id = any ((select app_staff())::uuid[]));
alter policy admin_knows on person_identity using (person_id = any ((select app_staff())::uuid[]));
alter policy colleagues on person_skill using (app_purpose() is null and person_id = any ((select app_colleagues())::uuid[]));

-- My teams are a text until they are a list: read once a query and not once a row.
do $$
declare p record;
begin
  for p in
    select pol.polname as name, c.relname as of, pg_get_expr(pol.polqual, c.oid) as sees, pg_get_expr(pol.polwithcheck, c.oid) as writes
    from pg_policy pol join pg_class c on c.oid = pol.polrelid
    where c.relnamespace = 'public'::regnamespace
  loop
    if p.sees like '%ANY (app_teams())%' then
      execute format('alter policy %I on %I using (%s)', p.name, p.of, replace(p.sees, 'ANY (app_teams())', 'ANY ((SELECT app_teams())::uuid[])'));
    end if;
    if p.writes like '%ANY (app_teams())%' then
      execute format('alter policy %I on %I with check (%s)', p.name, p.of, replace(p.writes, 'ANY (app_teams())', 'ANY ((SELECT app_teams())::uuid[])'));
    end if;
  end loop;
end $$;

-- Whether the actor may judge this unusual reading: asked for the one promise that is about it, and not planned into every
-- query for promises.
create function app_judges(reading uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from unusual_reading u
    where u.municipality_id = app_municipality() and u.id = reading and app_may_judge(u.team_id, u.person_id))
$$;
alter policy only_who_may_judge on promise using (
  owner_role <> 'privacy-officer' or app_purpose() is not null or app_judges(subject_id));
-- The same for what was changed in a promise that is about no case: the promise itself is theirs to see by its team.
create function app_judges_promise(wanted uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from promise p
    where p.municipality_id = app_municipality() and p.id = wanted and (p.owner_role <> 'privacy-officer' or app_judges(p.subject_id)))
$$;
alter policy only_who_may_judge on promise_change using (
  case_id is not null or app_purpose() is not null or app_judges_promise(promise_id));
