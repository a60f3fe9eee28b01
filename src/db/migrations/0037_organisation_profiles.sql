-- What an organisation tells of itself on the route map, and what it said before (directory/profiles/). Its name, kind and
-- independence stay in `organisation`. An organisation is there once in an installation, so its profile is too.

create table organisation_profile (
  organisation_id uuid primary key references organisation on delete cascade,
  -- `ProfileContent` of directory/profiles/profile.ts.
  details jsonb not null check (
    length(details::text) <= 20000
    and coalesce(details ->> 'kvk', '00000000') ~ '^\d{8}$' and coalesce(details ->> 'oin', repeat('0', 20)) ~ '^\d{20}$'),
  -- Counts its changes: who saved something older hears what came between.
  version integer not null check (version > 0),
  changed_at timestamptz not null
);

-- Each change of it, as `service_change` is for an entry.
create table organisation_profile_change (
  -- Where whoever changed it was at work.
  municipality_id text not null references municipality,
  organisation_id uuid not null references organisation_profile on delete cascade,
  version integer not null check (version > 0),
  at timestamptz not null,
  by_person_id uuid references person,
  reason text not null default '' check (length(reason) <= 500),
  changes jsonb not null check (jsonb_array_length(changes) > 0),
  primary key (organisation_id, version)
);

-- Whether the actor keeps what this organisation tells of itself: its own directory editor; or one of the municipality, when the
-- organisation is here and nowhere else. What is read in other municipalities too is nobody's else to write.
create function app_keeps_profile(organisation uuid) returns boolean language sql stable as $$
  select app_purpose() is null and (
    organisation = any (app_organisations('directory-editor'))
    or (app_edits(organisation)
      and exists (select from team t where t.municipality_id = app_municipality() and t.organisation_id = organisation
        union all select from service s where s.municipality_id = app_municipality() and s.organisation_id = organisation)
      and not exists (select from team t where t.municipality_id <> app_municipality() and t.organisation_id = organisation
        union all select from service s where s.municipality_id <> app_municipality() and s.organisation_id = organisation)))
$$;

create trigger only_while_publishing before insert or update or delete on organisation_profile
  for each statement execute function only_while_telling();

-- Row by row for people: a profile that is theirs to keep, which stays of its organisation.
create function only_own_profiles() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_purpose() in ('example', 'editing')
    or pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then
    return new;
  end if;
  if not coalesce(app_keeps_profile(new.organisation_id), false)
    or (tg_op = 'UPDATE' and new.organisation_id is distinct from old.organisation_id) then
    raise insufficient_privilege using message = format('this row of %s is not of whoever acts here', tg_table_name);
  end if;
  return new;
end $$;
create trigger only_own_profiles before insert or update on organisation_profile
  for each row execute function only_own_profiles();

alter table organisation_profile_change enable row level security;
create policy editors_read on organisation_profile_change for select using (app_keeps_profile(organisation_id));
-- Written by whoever changes, under their own name.
create policy editors_add on organisation_profile_change for insert with check (
  municipality_id = app_municipality() and by_person_id = app_person() and app_keeps_profile(organisation_id));

-- As the owner: the names of who changed something in this profile, for whoever reads its history.
create function app_profile_editors(organisation uuid) returns table (id uuid, name text) language sql stable security definer set search_path = public as $$
  select p.id, p.name from person p
  where app_keeps_profile(organisation)
    and exists (select from organisation_profile_change c where c.organisation_id = organisation and c.by_person_id = p.id)
$$;

-- Everything of one organisation, and what is in the same house, in one municipality.
create index service_organisation on service (organisation_id, municipality_id);
create index service_point_house on service_point (municipality_id, lower(details ->> 'under')) where details ->> 'under' <> '';
create index service_point_street on service_point (municipality_id, lower(place ->> 'street'), lower(place ->> 'town')) where place ->> 'street' <> '';
