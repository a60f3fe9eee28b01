-- Work that somebody left behind, and who may know what of it (promises/, access/people/).

-- As the owner: a colleague sees no invitations. Of my teams, who was invited and never signed in: nothing is given to them.
create function app_invited_colleagues() returns uuid[]
  language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct m.person_id), '{}') from team_member m
  where m.municipality_id = app_municipality() and m.team_id = any (app_teams())
    and exists (select from person_invitation v where v.person_id = m.person_id)
    and not exists (select from person_identity i where i.person_id = m.person_id)
$$;

-- As the owner: a privacy officer sees no row of a request, because a row holds words and says of which file it is. Of the teams
-- here of their organisation only this: what was asked, when it must be answered, and what became of it (AVG 39(1)(b)).
create function app_watched_requests()
  returns table (team_id uuid, kind text, asked_at timestamptz, answer_by date, extended_at timestamptz, state text, settled_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select r.team_id, r.kind, r.asked_at, r.answer_by, r.extended_at, r.state, r.settled_at
  from privacy_request r
  where app_purpose() is null and r.municipality_id = app_municipality() and r.team_id = any (app_watched_teams())
$$;

-- As the owner: the organisations here that wait for their first administrator, and until when the invitation runs. Nobody of
-- them can manage its people yet; who was invited is not told.
create function app_first_admins_awaited() returns table (organisation_id uuid, until timestamptz)
  language sql stable security definer set search_path = public as $$
  select t.organisation_id, max(v.ends_at)
  from team t
  join team_member m on m.municipality_id = t.municipality_id and m.team_id = t.id and m.role = 'organisation-admin'
  join person_invitation v on v.person_id = m.person_id and v.organisation_id = t.organisation_id and v.ends_at > app_now()
  where cardinality(app_organisations('platform-admin')) > 0 and app_purpose() is null
    and t.organisation_id in (select here.organisation_id from team here where here.municipality_id = app_municipality())
    and not exists (
      select from team theirs
      join team_member a on a.municipality_id = theirs.municipality_id and a.team_id = theirs.id and a.role = 'organisation-admin'
      join person_identity i on i.person_id = a.person_id
      where theirs.organisation_id = t.organisation_id)
  group by t.organisation_id
$$;
-- Withdraws it, with the duty: the address may be a stranger's. Whoever accepted at the same moment keeps their duty, because
-- their invitation is gone by then. Nobody who can sign in is touched.
create function app_withdraw_first_admin(organisation uuid) returns table (person_id uuid, team_id uuid)
  language sql volatile security definer set search_path = public as $$
  with awaited as (
    select distinct m.person_id from team t
    join team_member m on m.municipality_id = t.municipality_id and m.team_id = t.id and m.role = 'organisation-admin'
    where t.organisation_id = organisation and organisation in (select a.organisation_id from app_first_admins_awaited() a)),
  withdrawn as (
    delete from person_invitation v using awaited
    where v.person_id = awaited.person_id and v.organisation_id = organisation returning v.person_id)
  delete from team_member m using withdrawn, team t
  where m.person_id = withdrawn.person_id and m.role = 'organisation-admin'
    and t.municipality_id = m.municipality_id and t.id = m.team_id and t.organisation_id = organisation
  returning m.person_id, m.team_id
$$;
