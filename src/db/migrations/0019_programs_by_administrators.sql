-- An organisation's own administrator adds its programs and ends them; what ended stays ended (0014_clients.sql).
create policy admin_sees on api_client for select using (organisation_id = any (app_organisations('organisation-admin')));
create policy admin_adds on api_client for insert with check (
  organisation_id = any (app_organisations('organisation-admin')) and ended_at is null and last_used_at is null);
create policy admin_ends on api_client for update using (organisation_id = any (app_organisations('organisation-admin')) and ended_at is null)
  with check (organisation_id = any (app_organisations('organisation-admin')) and ended_at is not null);
