-- Who keeps an entry of the route map fresh, when they were asked, and what somebody says is wrong (directory/freshness/).

-- Who answers for what stands there: a role with a mailbox at whoever offers it, with a deputy, and the team of the editor who
-- named them, which hears of it when nobody answers. A mailbox may be of a person: editors alone see it.
create table entry_owner (
  municipality_id text not null references municipality,
  service_id uuid not null,
  team_id uuid not null,
  role text not null check (role <> ''),
  mail text not null,
  deputy_role text not null check (deputy_role <> ''),
  deputy_mail text not null,
  language text not null default 'nl',
  primary key (municipality_id, service_id),
  foreign key (municipality_id, service_id) references service on delete cascade,
  foreign key (municipality_id, team_id) references team
);

-- "Klopt dit nog?": asked by mail with a link that opens this one question, answered once.
create table entry_check (
  municipality_id text not null references municipality,
  id uuid not null,
  service_id uuid not null,
  token_hash text not null unique,
  asked_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > asked_at),
  answered_at timestamptz,
  -- When whoever keeps the map heard that nobody answered.
  told_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references service on delete cascade
);
create index entry_check_service on entry_check (municipality_id, service_id, asked_at);

-- What somebody without an account says is wrong, with what it should be, until an editor decides.
create table entry_suggestion (
  municipality_id text not null references municipality,
  id uuid not null,
  service_id uuid not null,
  -- Which version they had before them, and the fields that they filled in otherwise.
  version integer not null,
  changes jsonb not null default '[]',
  words text not null check (length(words) <= 1000),
  told_by text not null check (told_by in ('owner', 'anybody')),
  -- Only for a word of thanks; forgotten once that was written.
  mail text,
  language text not null default 'nl',
  made_at timestamptz not null,
  outcome text check (outcome in ('approved', 'declined')),
  settled_at timestamptz,
  settled_by uuid references person,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references service on delete cascade,
  check ((outcome is null) = (settled_at is null)),
  check (words <> '' or jsonb_array_length(changes) > 0)
);
create index entry_suggestion_open on entry_suggestion (municipality_id, made_at) where settled_at is null;

-- Whether the actor keeps this entry here.
create function app_keeps(entry uuid) returns boolean language sql stable as $$
  select coalesce((select app_edits(s.organisation_id) from service s where s.municipality_id = app_municipality() and s.id = entry), false)
$$;

alter table entry_owner enable row level security;
alter table entry_check enable row level security;
alter table entry_suggestion enable row level security;
create policy editor on entry_owner using (municipality_id = app_municipality() and app_keeps(service_id));
create policy editing on entry_owner for select using (app_purpose() = 'editing' and municipality_id = app_municipality());
create policy example on entry_owner using (app_purpose() = 'example');
create policy editor on entry_check using (municipality_id = app_municipality() and app_keeps(service_id));
create policy editing on entry_check using (app_purpose() = 'editing' and municipality_id = app_municipality());
create policy editor_reads on entry_suggestion for select using (municipality_id = app_municipality() and app_keeps(service_id));
create policy editor_settles on entry_suggestion for update using (municipality_id = app_municipality() and app_keeps(service_id) and settled_at is null)
  with check (municipality_id = app_municipality() and settled_by = app_person());
create policy editing on entry_suggestion using (app_purpose() = 'editing' and municipality_id = app_municipality());
