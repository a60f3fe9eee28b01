-- The processing log is written from the events: docs/privacy/processing-log.md. This is the line of what is not in it yet.
create table processing_waiting (
  municipality_id text not null,
  event_id uuid not null,
  primary key (municipality_id, event_id)
);

create or replace function event_waits() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into event_waiting (municipality_id, event_id) values (new.municipality_id, new.id);
  insert into processing_waiting (municipality_id, event_id) values (new.municipality_id, new.id);
  return null;
end $$;

alter table processing_waiting enable row level security;
create policy processing_log_finds on processing_waiting for select using (app_purpose() = 'processing-log');
create policy processing_log_takes on processing_waiting for delete using (app_purpose() = 'processing-log');
create policy processing_log_reads on event for select using (app_purpose() = 'processing-log');
-- Whose a case is: the organisation of its team answers for what is done with it.
create policy processing_log_reads on case_file for select using (app_purpose() = 'processing-log');
