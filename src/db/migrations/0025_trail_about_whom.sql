-- The trail names whom an event is about, and finds somebody by it (access/trail/): docs/decisions/0021-the-trail.md.

-- As before, and of whom a duty at a team here was given, taken or changed, or who signed in while working there: they may
-- have no duty left. Only events that say themselves of which team or person they are: what an administrator of two
-- organisations did at the other one names nobody here.
create or replace function app_trail_name(who uuid) returns text language sql stable security definer set search_path = public as $$
  select p.name from person p where p.id = who and app_purpose() is null and (
    app_works_for(who, app_organisations('privacy-officer'))
    or exists (select from event e where e.municipality_id = app_municipality() and e.actor_person_id = who and e.team_ids && app_watched_teams())
    or exists (select from event e where e.municipality_id in (app_municipality(), 'NL') and e.subject_ref = who and e.team_ids && app_watched_teams()
      and e.name in ('access.dutyGiven', 'access.dutyTaken', 'access.deputySet', 'access.personLeft', 'access.personBack', 'access.signedIn', 'access.invitationUsed'))
    or exists (select from unusual_reading u where u.municipality_id = app_municipality()
      and who in (u.person_id, u.judged_by) and app_may_judge(u.team_id, u.person_id)))
$$;
