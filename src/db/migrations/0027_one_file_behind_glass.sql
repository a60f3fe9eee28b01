-- A number may be of a whole family: whoever breaks the glass chooses one question, by when it was asked and nothing else.
-- More than anybody asks from one number at one team; newest first, for whoever may break their glass.
drop function app_find_behind_glass(uuid, text);
create function app_find_behind_glass(wanted_team uuid, wanted_phone text) returns table (id uuid, opened_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select f.id, f.opened_at from resident r join case_file f on f.municipality_id = r.municipality_id and f.id = r.case_id
  where r.municipality_id = app_municipality() and r.team_id = wanted_team and r.phone = wanted_phone
    and app_may_break_glass(f.id)
  order by f.opened_at desc, f.id desc limit 50
$$;
