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
