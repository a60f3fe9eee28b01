-- What a region or a municipality tells of a theme in place of the national text, paragraph by paragraph (directory/texts).
-- The national text is content/themes and stands in no table.

create table theme_text (
  municipality_id text not null references municipality check (municipality_id <> 'NL'),
  theme text not null check (theme ~ '^[a-z][a-z-]{0,60}$'),
  paragraph text not null check (paragraph ~ '^[a-z][a-z-]{0,60}$'),
  -- `Words` of directory/words.ts. Without a word of Dutch it was taken away: the row stays, for what it said before.
  words jsonb not null check (
    coalesce(jsonb_typeof(words -> 'nl') = 'string', false)
    and length(words ->> 'nl') <= 4000 and length(coalesce(words ->> 'en', '')) <= 4000),
  -- Counts its changes: who saved something older hears what came between.
  version integer not null default 1 check (version > 0),
  changed_at timestamptz,
  primary key (municipality_id, theme, paragraph)
);

-- Each change of such a text, as `service_change` is for an entry of the route map.
create table theme_text_change (
  municipality_id text not null references municipality,
  theme text not null,
  paragraph text not null,
  version integer not null check (version > 0),
  at timestamptz not null,
  by_person_id uuid references person,
  reason text not null default '' check (length(reason) <= 500),
  -- [{ field, before, after }], as `TextChange` of directory/texts/text-change.ts reads it.
  changes jsonb not null check (jsonb_array_length(changes) > 0),
  primary key (municipality_id, theme, paragraph, version),
  foreign key (municipality_id, theme, paragraph) references theme_text on delete cascade
);

-- Whether the actor keeps the texts here: a directory editor of the municipality itself or, for a region, of an organisation
-- of that kind with a team in the region.
create function app_keeps_texts() returns boolean language sql stable as $$
  select app_purpose() is null and exists (select from team t join organisation o on o.id = t.organisation_id
    where t.municipality_id = app_municipality() and o.kind = 'municipality' and o.id = any (app_organisations('directory-editor')))
$$;

-- Of its own, so that the list of tables in `only_while_publishing` stays with whoever wrote it last.
create function only_while_telling() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_purpose() in ('example', 'editing')
    -- Which rows, `only_own_texts` looks at. Nobody deletes: what is taken away is emptied.
    or (tg_op <> 'DELETE' and app_purpose() is null and cardinality(app_organisations('directory-editor')) > 0)
    or pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then
    return null;
  end if;
  raise insufficient_privilege using message = format('%s is published, and whoever acts here may not write it', tg_table_name);
end $$;
create trigger only_while_publishing before insert or update or delete on theme_text
  for each statement execute function only_while_telling();

-- Row by row for people: a text of this municipality or region, which stays where it belongs.
create function only_own_texts() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_purpose() in ('example', 'editing')
    or pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then
    return new;
  end if;
  if new.municipality_id is distinct from app_municipality() or not app_keeps_texts()
    or (tg_op = 'UPDATE'
      and (new.municipality_id, new.theme, new.paragraph) is distinct from (old.municipality_id, old.theme, old.paragraph)) then
    raise insufficient_privilege using message = format('this row of %s is not of whoever acts here', tg_table_name);
  end if;
  return new;
end $$;
create trigger only_own_texts before insert or update on theme_text for each row execute function only_own_texts();

alter table theme_text_change enable row level security;
create policy editors_read on theme_text_change for select using (
  municipality_id = (select app_municipality()) and (select app_keeps_texts()));
-- Written by whoever changes, under their own name.
create policy editors_add on theme_text_change for insert with check (
  municipality_id = app_municipality() and by_person_id = app_person() and app_keeps_texts());

-- As the owner: the names of who changed a text here, for whoever reads the history.
create function app_text_editors() returns table (id uuid, name text) language sql stable security definer set search_path = public as $$
  select p.id, p.name from person p
  where app_keeps_texts()
    and exists (select from theme_text_change c where c.municipality_id = app_municipality() and c.by_person_id = p.id)
$$;
