-- A lost laptop: an administrator ends all sessions of somebody of their organisation. They see none of them, nor what opens them.
create function app_end_sessions(wanted uuid) returns bigint
  language sql volatile security definer set search_path = public as $$
  with ended as (delete from session where person_id = wanted and wanted = any (app_staff()) returning 1)
  select count(*) from ended
$$;
