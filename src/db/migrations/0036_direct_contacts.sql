-- Whom a professional calls at whoever offers something, themselves and not their desk (directory/contacts/):
-- docs/decisions/0027-direct-contacts-leave-with-the-person.md.

create table direct_contact (
  municipality_id text not null references municipality,
  id uuid not null,
  service_id uuid not null,
  function text not null check (function <> ''),
  -- '': whoever has that function now. Of a name the last day is known, so that none stays because nobody looked.
  person_name text not null default '',
  -- Whoever has this mail address and works for the organisation here: without that work the contact goes.
  person_id uuid references person,
  phone text,
  mail text,
  -- When somebody answers, and what to know before calling; in words, for colleagues.
  reachable text not null default '',
  advice text not null default '',
  last_day date,
  confirmed_on date not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references service on delete cascade,
  check (phone is not null or mail is not null),
  check (person_name = '' or last_day is not null)
);
create index direct_contact_service on direct_contact (municipality_id, service_id);
create index direct_contact_person on direct_contact (person_id) where person_id is not null;

create function app_today() returns date language sql stable
  as $$ select (app_now() at time zone 'Europe/Amsterdam')::date $$;

-- Whoever works on files of a team here may refer somebody, and so find out whom to call.
create function app_refers() returns boolean language sql stable as $$
  select app_purpose() is null and app_person() is not null
    and exists (select from team t where t.municipality_id = app_municipality() and t.id = any (app_teams()))
$$;

alter table direct_contact enable row level security;
create policy professional on direct_contact for select using (
  municipality_id = app_municipality() and (select app_refers()) and (last_day is null or last_day >= (select app_today())));
create policy keeper on direct_contact using (municipality_id = app_municipality() and app_keeps(service_id));
create policy retention_reads on direct_contact for select using (app_purpose() = 'retention' and last_day < app_today());
create policy retention_deletes on direct_contact for delete using (app_purpose() = 'retention' and last_day < app_today());
create policy example on direct_contact using (app_purpose() = 'example');

-- As the owner: whoever keeps an entry learns of an address that they know whether it is of somebody who works for its
-- organisation, and nothing else. Held until the end, so that who leaves at this moment takes the contact along.
create function app_works_there(entry uuid, address text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  who uuid;
begin
  if not app_keeps(entry) then
    return null;
  end if;
  select m.person_id into who from service s
    join team t on t.organisation_id = s.organisation_id
    join team_member m on m.municipality_id = t.municipality_id and m.team_id = t.id
    join person p on p.id = m.person_id
    where s.municipality_id = app_municipality() and s.id = entry and lower(p.mail) = lower(address)
    limit 1 for share of m;
  return who;
end $$;

-- As the owner, whoever ends the duty and however: with the last one at the organisation the contact goes, in the same
-- transaction. What only names a function stays.
create function contact_leaves() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from direct_contact c using service s
    where c.person_id = old.person_id and s.municipality_id = c.municipality_id and s.id = c.service_id
      and not exists (select from team_member m join team t on t.municipality_id = m.municipality_id and t.id = m.team_id
        where m.person_id = old.person_id and t.organisation_id = s.organisation_id);
  return null;
end $$;
create trigger contact_leaves after delete on team_member for each row execute function contact_leaves();
