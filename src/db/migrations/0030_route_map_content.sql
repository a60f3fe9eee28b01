-- All that is told of a service and of where it can be had, who may change it, and what it said before (directory/).

alter table service
  add column kind text not null default 'desk' check (kind in ('desk', 'course', 'meeting', 'arrangement')),
  -- What only pages show, as `ServiceDetails` of directory/service.ts reads it.
  add column details jsonb not null default '{}',
  -- Counts the times that it was changed, with its points: who saved something older hears what came between.
  -- Not shown any more; what it said stays, so that it can come back.
  add column withdrawn boolean not null default false,
  add column version integer not null default 1 check (version > 0),
  add column changed_at timestamptz;

alter table service_point
  add column kind text not null default 'place' check (kind in ('place', 'phone', 'online')),
  add column details jsonb not null default '{}',
  -- For whom it is there, apart from where it stands. Empty and null: for everybody of the municipality, region or country.
  add column serves_municipalities text[] not null default '{}',
  add column serves_postcodes int4multirange;

-- Each change of an entry of the route map: the fields with what they said before and after. What was published, and which
-- employee wrote it; names are looked up, so that a forgotten person is forgotten here too.
create table service_change (
  municipality_id text not null references municipality,
  service_id uuid not null,
  version integer not null check (version > 1),
  at timestamptz not null,
  by_person_id uuid references person,
  reason text not null default '' check (length(reason) <= 500),
  -- [{ field, before, after }], as `Change` of directory/editing/change.ts reads it.
  changes jsonb not null check (jsonb_array_length(changes) > 0),
  primary key (municipality_id, service_id, version),
  foreign key (municipality_id, service_id) references service on delete cascade
);

-- Whether the actor keeps this organisation's part of the route map here: its directory editor, or one of the municipality
-- itself, which answers for the whole map.
create function app_edits(organisation uuid) returns boolean language sql stable as $$
  select app_purpose() is null and (
    organisation = any (app_organisations('directory-editor'))
    or exists (select from team t join organisation o on o.id = t.organisation_id
      where t.municipality_id = app_municipality() and o.kind = 'municipality' and o.id = any (app_organisations('directory-editor'))))
$$;

create or replace function only_while_publishing() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Whoever owns the table could drop this trigger as well: migrations and repairs go through.
  if app_purpose() in ('example', 'editing')
    or (tg_table_name in ('municipality', 'organisation', 'team', 'closing_day') and cardinality(app_organisations('platform-admin')) > 0)
    -- Which rows, `only_own_entries` looks at.
    or (tg_table_name in ('service', 'service_point') and app_purpose() is null and cardinality(app_organisations('directory-editor')) > 0)
    or pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then
    return null;
  end if;
  raise insufficient_privilege using message = format('%s is published, and whoever acts here may not write it', tg_table_name);
end $$;

-- Row by row for people: an entry of this municipality that is theirs to keep, before and after. An entry stays of its
-- organisation, a point of its entry.
create function only_own_entries() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  entry record;
  whose uuid;
begin
  if app_purpose() in ('example', 'editing')
    or pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  entry := case when tg_op = 'DELETE' then old else new end;
  if tg_table_name = 'service' then
    whose := entry.organisation_id;
  else
    select s.organisation_id into whose from service s where s.municipality_id = entry.municipality_id and s.id = entry.service_id;
  end if;
  if entry.municipality_id <> app_municipality() or not coalesce(app_edits(whose), false)
    or (tg_op = 'UPDATE' and (new.municipality_id, new.id) is distinct from (old.municipality_id, old.id)) then
    raise insufficient_privilege using message = format('this row of %s is not of whoever acts here', tg_table_name);
  end if;
  if tg_op = 'UPDATE' and (case when tg_table_name = 'service' then to_jsonb(new) ->> 'organisation_id' else to_jsonb(new) ->> 'service_id' end)
      is distinct from (case when tg_table_name = 'service' then to_jsonb(old) ->> 'organisation_id' else to_jsonb(old) ->> 'service_id' end) then
    raise insufficient_privilege using message = 'an entry of the route map stays where it belongs';
  end if;
  return entry;
end $$;
create trigger only_own_entries before insert or update or delete on service for each row execute function only_own_entries();
create trigger only_own_entries before insert or update or delete on service_point for each row execute function only_own_entries();

alter table service_change enable row level security;
-- Whoever keeps entries here reads the history of all: a map is kept together. Written by whoever changes, under their own name.
create policy editors_read on service_change for select using (
  app_purpose() is null and municipality_id = app_municipality() and cardinality((select app_organisations('directory-editor'))) > 0
  and exists (select from team t where t.municipality_id = app_municipality() and t.organisation_id = any ((select app_organisations('directory-editor'))::uuid[])));
create policy editors_add on service_change for insert with check (
  app_purpose() is null and municipality_id = app_municipality() and by_person_id = app_person()
  and app_edits((select s.organisation_id from service s where s.municipality_id = service_change.municipality_id and s.id = service_change.service_id)));

-- As the owner: the names of who changed something here, for whoever reads the history.
create function app_editors() returns table (id uuid, name text) language sql stable security definer set search_path = public as $$
  select p.id, p.name from person p
  where app_purpose() is null
    and exists (select from team t where t.municipality_id = app_municipality() and t.organisation_id = any (app_organisations('directory-editor')))
    and exists (select from service_change c where c.municipality_id = app_municipality() and c.by_person_id = p.id)
$$;
