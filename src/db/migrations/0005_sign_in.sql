-- Signing in with the identity provider of one's own organisation (access/signin/identity.ts).

-- Who somebody is at a provider: its key in the configuration and its own name for them ("sub"), nothing else.
create table person_identity (
  provider text not null,
  subject text not null,
  person_id uuid not null references person on delete cascade,
  primary key (provider, subject)
);
create index person_identity_person on person_identity (person_id);
alter table person_identity enable row level security;
-- Whoever looks up sessions ('sign-in') adds nobody; whoever adds people from a provider ('provisioning') is another purpose.
create policy provisioning on person_identity using (app_purpose() = 'provisioning');
create policy example on person_identity using (app_purpose() = 'example');

-- What a provider's claims gave, its claims take away again; what was given by hand stays.
alter table team_member add column given_by text;
comment on column team_member.given_by is 'key of the identity provider whose claims gave this; null: by hand';
create policy provisioning_sees on team_member for select using (app_purpose() = 'provisioning');
create policy provisioning_gives on team_member for insert with check (app_purpose() = 'provisioning' and given_by is not null);
create policy provisioning_takes on team_member for delete using (app_purpose() = 'provisioning' and given_by is not null);
create policy provisioning_sees on person for select using (app_purpose() = 'provisioning');
create policy provisioning_adds on person for insert with check (app_purpose() = 'provisioning');
create policy provisioning_renames on person for update
  using (app_purpose() = 'provisioning' and exists (select from person_identity i where i.person_id = person.id));
create policy provisioning_begins on session for insert with check (app_purpose() = 'provisioning');

-- A session is shown to whoever holds it and can be ended by them: an id that is no key to it.
alter table session add column id uuid not null default gen_random_uuid();
create unique index session_id on session (id);
-- With which provider it began, to end it there as well; and on what kind of device, in a few words.
alter table session add column provider text;
alter table session add column id_token text;
alter table session add column device text not null default '';
create index session_person on session (person_id);
create policy myself on session for select using (person_id = app_person());
create policy myself_ends on session for delete using (person_id = app_person());

-- Two providers may know the same address; one that gives none leaves its people without alarm mails.
alter table person drop constraint person_mail_key;
alter table person alter column mail drop not null;
