-- What is published is read by everybody and written by few: docs/decisions/0010-who-writes-what-is-published.md.

-- A trigger for each statement and not row-level security: policies would switch off the indexes of full-text operators.
create function only_while_publishing() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Whoever owns the table could drop this trigger as well: migrations and repairs go through.
  if app_purpose() in ('example', 'editing')
    or pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then
    return null;
  end if;
  raise insufficient_privilege using message = format('%s is published, and whoever acts here may not write it', tg_table_name);
end $$;

do $$
declare t text;
begin
  foreach t in array array['municipality', 'organisation', 'team', 'service', 'service_point', 'closing_day', 'postcode_area', 'example_world'] loop
    execute format('create trigger only_while_publishing before insert or update or delete on %I for each statement execute function only_while_publishing()', t);
  end loop;
end $$;

-- First parts of an address that are ours (`reservedSlugs` of module access; a test keeps them equal). Two letters are a language.
alter table municipality add constraint municipality_slug_is_free check (length(slug) > 2 and slug not in (
  'api', 'assets', 'gemeenten', 'health', 'hsds', 'metrics', 'onderdelen', 'over', 'proef', 'rtl', 'voorbeeld', 'werk'));
