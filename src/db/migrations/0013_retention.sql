-- What is kept, how long, and what happens then: content/retention.yaml, docs/decisions/0017-what-is-forgotten-and-what-stays.md.

-- A lead holds a case, with a reason: as long as that stands here, it does not go.
alter table case_file add column held_since timestamptz;
alter table case_file add column hold_reason text check (hold_reason in ('objection', 'access-request', 'complaint', 'other'));
alter table case_file add check ((held_since is null) = (hold_reason is null));
-- What is past its term, team by team and rule by rule: what was broken off goes long before the rest.
create index case_file_closed on case_file (municipality_id, team_id, result, closed_at) where status = 'closed';

create policy retention_sees on case_file for select using (app_purpose() = 'retention');
create policy retention_deletes on case_file for delete using (app_purpose() = 'retention' and municipality_id = app_municipality());
-- Whoever may delete for another reason may not delete a case for it: one that is open or held stays, whatever the code above says.
create policy only_what_is_over on case_file as restrictive for delete
  using (app_purpose() = 'retention' and status = 'closed' and held_since is null);

-- A team's own terms in months, by rule, within the limits of that rule.
alter table team add column retention_months jsonb not null default '{}';

-- Who has no team any more, since when that was seen.
create table leaver (
  person_id uuid primary key references person,
  noticed_at timestamptz not null
);
alter table leaver enable row level security;
create policy retention on leaver using (app_purpose() = 'retention');

-- As the owner: whoever forgets people sees of teams only whether somebody has one.
create function has_team(person uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$ select exists (select from team_member where person_id = person) $$;
create policy retention_sees on person for select using (app_purpose() = 'retention' and not has_team(id));
-- Nothing else can become of somebody than nobody.
create policy retention_forgets on person for update
  using (app_purpose() = 'retention' and not has_team(id) and exists (select from leaver l where l.person_id = person.id))
  with check (name = '' and mail is null);
create policy retention_sees on person_identity for select
  using (app_purpose() = 'retention' and not has_team(person_id) and exists (select from leaver l where l.person_id = person_identity.person_id));
create policy retention_forgets on person_identity for delete
  using (app_purpose() = 'retention' and not has_team(person_id) and exists (select from leaver l where l.person_id = person_identity.person_id));

-- What else is kept of somebody goes with their name.
do $$
declare t text;
begin
  foreach t in array array['person_skill', 'person_left', 'person_invitation'] loop
    execute format('create policy retention_sees on %I for select using (app_purpose() = ''retention'' and not has_team(person_id))', t);
    execute format('create policy retention_forgets on %I for delete using (app_purpose() = ''retention'' and not has_team(person_id) and exists (select from leaver l where l.person_id = %I.person_id))', t, t);
  end loop;
end $$;
