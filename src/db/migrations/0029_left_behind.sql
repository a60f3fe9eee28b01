-- Work that somebody left behind, and who may know what of it (promises/, access/people/).

-- As the owner: a colleague sees no invitations. Of my teams, who was invited and never signed in: nothing is given to them.
create function app_invited_colleagues() returns uuid[]
  language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(distinct m.person_id), '{}') from team_member m
  where m.municipality_id = app_municipality() and m.team_id = any (app_teams())
    and exists (select from person_invitation v where v.person_id = m.person_id)
    and not exists (select from person_identity i where i.person_id = m.person_id)
$$;
