-- An organisation gets its first administrator from whoever keeps the installation, and a team has its name for itself
-- (access/places/).

-- Two teams with one name cannot be told apart by whoever chooses one. What was given twice before is numbered.
update team set name = team.name || ' (' || twice.number || ')'
from (select municipality_id, id, row_number() over (partition by municipality_id, organisation_id, lower(name) order by id) as number from team) twice
where twice.municipality_id = team.municipality_id and twice.id = team.id and twice.number > 1;
create unique index team_name_once on team (municipality_id, organisation_id, lower(name));

-- As the owner: whoever keeps the installation sees of the people of an organisation only whether anybody manages them. The
-- organisations here for which nobody does: no administrator can sign in, and none has an invitation that still runs.
create function app_without_admin() returns uuid[]
  language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct t.organisation_id), '{}') from team t
  where cardinality(app_organisations('platform-admin')) > 0 and app_purpose() is null and t.municipality_id = app_municipality()
    and not exists (
      select from team theirs join team_member m on m.municipality_id = theirs.municipality_id and m.team_id = theirs.id
      where theirs.organisation_id = t.organisation_id and m.role = 'organisation-admin' and (
        exists (select from person_identity i where i.person_id = m.person_id)
        or exists (select from person_invitation v where v.person_id = m.person_id and v.ends_at > app_now())))
$$;
-- Somebody new, and not somebody who works elsewhere, who could sign in at once: nobody makes themselves an administrator.
create function app_is_new(who uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select not exists (select from person_identity i where i.person_id = who)
    and not exists (select from team_member m where m.person_id = who)
    and not exists (select from person_left l where l.person_id = who)
$$;
create function app_has_duty(who uuid, organisation uuid, wanted text) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from team_member m join team t on t.municipality_id = m.municipality_id and t.id = m.team_id
    where m.person_id = who and m.role = wanted and t.organisation_id = organisation)
$$;

-- The person, the duty and the invitation, in that order; none of the three is seen afterwards, changed or taken away.
create policy first_admin on person for insert with check (cardinality(app_without_admin()) > 0);
create policy first_admin on team_member for insert with check (
  municipality_id = app_municipality() and role = 'organisation-admin' and given_by is null and deputy_id is null
  and team_id in (select t.id from team t where t.municipality_id = app_municipality() and t.organisation_id = any (app_without_admin()))
  and app_is_new(person_id));
create policy first_admin on person_invitation for insert with check (
  organisation_id = any (app_without_admin()) and app_has_duty(person_id, organisation_id, 'organisation-admin')
  and ends_at > app_now());
