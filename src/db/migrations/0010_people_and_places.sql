-- Roles, deputies, skills, who left, and what an organisation's own administrator may do (access/people/).

-- Every duty is a row of its own, with its own deputy: somebody may be helper and directory editor of one team.
alter table team_member drop constraint team_member_pkey;
alter table team_member drop constraint team_member_role_check;
alter table team_member add primary key (municipality_id, team_id, person_id, role);
-- `teamRoles` of module access; a test keeps them equal.
alter table team_member add constraint team_member_role_check check (role in (
  'helper', 'team-lead', 'objection-officer', 'directory-editor', 'chair', 'policy', 'project-lead', 'researcher',
  'privacy-officer', 'organisation-admin', 'platform-admin'));

-- Who answers for the data of an organisation (AVG 4(7)): its legal name, and where questions about privacy go.
alter table organisation add column controller text;
alter table organisation add column privacy_mail text;

-- Which modules a municipality does not use.
alter table municipality add column modules_off text[] not null default '{}';

-- What somebody learned and since when; later roles ask for it. It belongs to the person, wherever they work.
create table person_skill (
  person_id uuid not null references person on delete cascade,
  skill text not null check (skill in ('mediation', 'interpreter', 'informal-approach')),
  since date not null,
  until date,
  primary key (person_id, skill),
  check (until >= since)
);

-- Somebody who left an organisation: no provider gives them its teams any more, until they are welcome again.
create table person_left (
  organisation_id uuid not null references organisation,
  person_id uuid not null references person on delete cascade,
  at timestamptz not null,
  primary key (organisation_id, person_id)
);

-- An invitation ties a person that was added by hand to the account with which they sign in. Only the hash of its word.
create table person_invitation (
  person_id uuid not null references person on delete cascade,
  organisation_id uuid not null references organisation,
  token_hash text not null unique,
  ends_at timestamptz not null,
  primary key (person_id)
);

-- The organisations for which the actor has this role, as the settings of the transaction say: "role:organisation".
create function app_organisations(wanted text) returns uuid[] language sql stable as $$
  select coalesce(array_agg(split_part(duty, ':', 2)::uuid), '{}')
  from unnest(string_to_array(nullif(current_setting('app.duties', true), ''), ',')) as duty
  where split_part(duty, ':', 1) = wanted
$$;

-- As the owner, because these look past the policies of the tables that ask them.
create function app_works_for(who uuid, organisations uuid[]) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from team_member m join team t on t.municipality_id = m.municipality_id and t.id = m.team_id
    where m.person_id = who and t.organisation_id = any (organisations))
    or exists (select from person_left l where l.person_id = who and l.organisation_id = any (organisations))
    or exists (select from person_invitation i where i.person_id = who and i.organisation_id = any (organisations))
$$;
create function app_works_elsewhere(who uuid, organisations uuid[]) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from team_member m join team t on t.municipality_id = m.municipality_id and t.id = m.team_id
    where m.person_id = who and t.organisation_id <> all (organisations))
$$;

alter table person_skill enable row level security;
alter table person_left enable row level security;
alter table person_invitation enable row level security;

-- An organisation's administrator: its people, their duties and skills, and nothing of a resident.
create policy admin_sees on person for select using (app_works_for(id, app_organisations('organisation-admin')));
create policy admin_adds on person for insert with check (cardinality(app_organisations('organisation-admin')) > 0);
create policy admin_renames on person for update using (
  app_works_for(id, app_organisations('organisation-admin')) and not app_works_elsewhere(id, app_organisations('organisation-admin'))
  and not exists (select from person_identity i where i.person_id = person.id));
create policy admin_knows on person_identity for select using (app_works_for(person_id, app_organisations('organisation-admin')));
-- Whoever leaves, leaves every team of the organisation, wherever it stands: those are seen and ended, not given.
create policy admin on team_member using (
  (municipality_id, team_id) in (select t.municipality_id, t.id from team t where t.organisation_id = any (app_organisations('organisation-admin'))))
  with check (
  municipality_id = app_municipality() and role <> 'platform-admin'
  and team_id in (select t.id from team t where t.municipality_id = app_municipality() and t.organisation_id = any (app_organisations('organisation-admin'))));
-- Whoever keeps the installation is not taken away by an organisation's administrator.
create policy admin_keeps_platform on team_member as restrictive for delete using (
  role <> 'platform-admin' or app_purpose() in ('provisioning', 'example'));
create policy admin on person_skill using (app_works_for(person_id, app_organisations('organisation-admin')));
create policy myself on person_skill for select using (person_id = app_person());
create policy colleagues on person_skill for select using (app_purpose() is null and exists (
  select from team_member m where m.person_id = person_skill.person_id and m.municipality_id = app_municipality() and m.team_id = any (app_teams())));
-- Who stands in for me, also where I work on no files and see no colleagues.
create policy my_deputy on person for select using (exists (
  select from team_member m where m.deputy_id = person.id and m.person_id = app_person()));
create policy example on person_skill using (app_purpose() = 'example');
create policy admin on person_left using (organisation_id = any (app_organisations('organisation-admin')));
create policy provisioning on person_left for select using (app_purpose() = 'provisioning');
create policy example on person_left using (app_purpose() = 'example');
create policy admin on person_invitation using (organisation_id = any (app_organisations('organisation-admin')));
create policy provisioning_finds on person_invitation for select using (app_purpose() = 'provisioning');
create policy provisioning_uses on person_invitation for delete using (app_purpose() = 'provisioning');
create policy example on person_invitation using (app_purpose() = 'example');

-- Somebody who keeps the installation publishes its places too: municipalities, organisations and teams.
create or replace function only_while_publishing() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Whoever owns the table could drop this trigger as well: migrations and repairs go through.
  if app_purpose() in ('example', 'editing')
    or (tg_table_name in ('municipality', 'organisation', 'team', 'closing_day') and cardinality(app_organisations('platform-admin')) > 0)
    or pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage') then
    return null;
  end if;
  raise insufficient_privilege using message = format('%s is published, and whoever acts here may not write it', tg_table_name);
end $$;
