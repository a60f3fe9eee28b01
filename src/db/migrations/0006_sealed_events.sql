-- Events are sealed in batches, so that tampering shows: docs/decisions/0013-events-are-sealed.md.

-- Events that no seal holds yet. An event gets its place when it is sealed and not when it is written: a transaction that
-- began long ago may still add one, and nothing that was sealed before has to make room for it. No foreign key: an event
-- that is taken away before it was sealed must leave its name here.
create table event_waiting (
  municipality_id text not null,
  event_id uuid not null,
  primary key (municipality_id, event_id)
);
insert into event_waiting (municipality_id, event_id) select municipality_id, id from event;

-- As the owner: nobody who writes an event may leave it out or put another one here.
create function event_waits() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into event_waiting (municipality_id, event_id) values (new.municipality_id, new.id);
  return null;
end $$;
create trigger event_waits after insert on event for each row execute function event_waits();

-- Only ever added to. What each column means for the digest: modules/access/audit/seal.ts.
create table event_seal (
  municipality_id text not null,
  number integer not null check (number >= 1),
  sealed_at timestamptz not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  events integer not null check (events >= 1),
  event_ids uuid[] not null,
  -- 32 bytes for each event, in the same order.
  event_digests bytea not null,
  -- Whether nothing else waited then: what was written before it and turns up later was put there afterwards.
  emptied boolean not null,
  previous_digest bytea,
  digest bytea not null check (octet_length(digest) = 32),
  primary key (municipality_id, number),
  check (events = cardinality(event_ids)),
  check (octet_length(event_digests) = 32 * events),
  check ((number = 1) = (previous_digest is null))
);

alter table event_waiting enable row level security;
alter table event_seal enable row level security;
create policy sealing_reads on event for select using (app_purpose() = 'sealing');
create policy sealing_finds on event_waiting for select using (app_purpose() = 'sealing');
create policy sealing_takes on event_waiting for delete using (app_purpose() = 'sealing' and municipality_id = app_municipality());
create policy sealing_reads on event_seal for select using (app_purpose() = 'sealing');
create policy sealing_adds on event_seal for insert with check (app_purpose() = 'sealing' and municipality_id = app_municipality());
