-- The foundation. Runs as the owner (DATABASE_OWNER_URL); the app's own login only gets the rights given below.
-- Stays within PostgreSQL 15. Every tenant table's key begins with municipality_id: it is the sharding key too.

-- Who is asking, as set in the transaction by kernel/context.ts. Unset gives null, and null sees nothing.
create function app_municipality() returns text language sql stable
  as $$ select nullif(current_setting('app.municipality', true), '') $$;
create function app_person() returns uuid language sql stable
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
create function app_teams() returns uuid[] language sql stable
  as $$ select string_to_array(nullif(current_setting('app.teams', true), ''), ',')::uuid[] $$;
create function app_code() returns text language sql stable
  as $$ select nullif(current_setting('app.code', true), '') $$;
create function app_purpose() returns text language sql stable
  as $$ select nullif(current_setting('app.purpose', true), '') $$;

-- ── access ────────────────────────────────────────────────────────────────────────────────────────────────────

-- The tenant: a municipality, a region or the country ('NL'). Content is read along the chain of parents.
create table municipality (
  id text primary key check (id ~ '^(GM[0-9]{4}|RG[0-9]{4}|NL)$'),
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]*$'),
  name text not null,
  parent_id text references municipality,
  other_names text[] not null default '{}',
  -- 'working-days': two working days; 'clock-hours': 48 hours on the clock.
  callback_clock text not null default 'working-days' check (callback_clock in ('working-days', 'clock-hours')),
  -- The person behind every page: who to call, mail and visit when nothing else fits.
  desk jsonb not null,
  -- Token values that replace the default look (web/ui/look/themes.ts), and a logo as SVG.
  theme jsonb not null default '{}',
  logo text
);

create table organisation (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('municipality', 'welfare', 'legal-aid', 'volunteers', 'other')),
  independence text not null check (independence in ('independent', 'funded', 'municipal', 'unknown')),
  independence_reason jsonb not null default '{}'
);

create table team (
  municipality_id text not null references municipality,
  id uuid not null,
  organisation_id uuid not null references organisation,
  name text not null,
  function text not null,
  calling_number text not null,
  mail text not null,
  -- When the team works: the callback clock counts from its next opening.
  office_hours jsonb not null,
  primary key (municipality_id, id)
);

create table person (
  id uuid primary key,
  name text not null,
  mail text not null unique,
  language text not null default 'nl'
);

create table team_member (
  municipality_id text not null,
  team_id uuid not null,
  person_id uuid not null references person,
  role text not null check (role in ('helper', 'team-lead')),
  deputy_id uuid references person,
  away_until date,
  primary key (municipality_id, team_id, person_id),
  foreign key (municipality_id, team_id) references team
);
create index team_member_person on team_member (person_id);

create table session (
  token_hash text primary key,
  person_id uuid not null references person,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);

-- What lets a resident see their own question: a fingerprint of the code and the last four digits together.
create table resident_code (
  municipality_id text not null,
  case_id uuid not null,
  team_id uuid not null,
  proof text not null,
  made_at timestamptz not null,
  primary key (municipality_id, case_id)
);
create unique index resident_code_proof on resident_code (municipality_id, proof);

-- ── promises ──────────────────────────────────────────────────────────────────────────────────────────────────

create table promise (
  municipality_id text not null,
  id uuid not null,
  team_id uuid not null,
  case_id uuid,
  event_ref uuid not null,
  kind text not null,
  subject_id uuid not null,
  to_whom text not null check (to_whom in ('resident', 'team', 'editor')),
  owner_role text not null,
  owner_id uuid references person,
  deputy_role text not null,
  deputy_id uuid references person,
  clock text not null check (clock in ('working-days', 'clock-hours', 'months')),
  began_at timestamptz not null,
  due_at timestamptz not null,
  warn_at timestamptz not null,
  -- The first moment that was promised in this chain: late work stays on top when a new promise follows.
  promised_at timestamptz not null,
  harm boolean not null default false,
  state text not null check (state in ('open', 'kept', 'broken', 'withdrawn', 'superseded')),
  settled_at timestamptz,
  warned_at timestamptz,
  paused_at timestamptz,
  pause_reason text,
  -- Only a first promise counts as on time or late; what follows a broken one does not.
  follows_id uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, team_id) references team,
  check ((state = 'open') = (settled_at is null)),
  check ((paused_at is null) = (pause_reason is null)),
  check (paused_at is null or state = 'open'),
  check (warn_at <= due_at and began_at <= due_at)
);
-- Vandaag in one index scan per team; the sweep of the alarms in two.
create index promise_open on promise (municipality_id, team_id, harm desc, promised_at, id) where state = 'open';
create index promise_due on promise (due_at) where state = 'open' and paused_at is null;
create index promise_warn on promise (warn_at) where state = 'open' and paused_at is null and warned_at is null;
create unique index promise_one_open on promise (municipality_id, kind, subject_id) where state = 'open';
create index promise_case on promise (municipality_id, case_id);

create table promise_change (
  municipality_id text not null,
  promise_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  case_id uuid,
  at timestamptz not null,
  by_person_id uuid,
  change text not null,
  due_at timestamptz,
  reason text,
  primary key (municipality_id, promise_id, id),
  foreign key (municipality_id, promise_id) references promise on delete cascade
);

-- ── directory: published facts about organisations, nothing personal, so no row-level security ────────────────

create table service (
  municipality_id text not null references municipality,
  id uuid not null,
  organisation_id uuid not null references organisation,
  name jsonb not null,
  sentence jsonb not null,
  themes text[] not null,
  functions text[] not null,
  audience jsonb not null default '{}',
  for_professionals boolean not null default false,
  cost text not null check (cost in ('free', 'conditions', 'paid', 'unknown')),
  to_bring jsonb not null default '{}',
  result jsonb not null default '{}',
  website text,
  source_url text,
  as_of text,
  -- When somebody here last asked the organisation; null: nobody has, and the card says so.
  checked_on date,
  search tsvector not null,
  primary key (municipality_id, id)
);
-- No index on search and themes: every question names its municipalities, and those hold some hundreds of services;
-- with one, the planner walked through the whole country's rows first (bench/growth.ts).

create table service_point (
  municipality_id text not null,
  id uuid not null,
  service_id uuid not null,
  -- The team that calls back; without one there is no callback button.
  team_id uuid,
  place jsonb not null,
  pc4 integer check (pc4 between 1000 and 9999),
  phone text,
  mail text,
  -- { walkIn, phone, appointment }: per weekday a list of ranges (directory/opening-hours.ts).
  hours jsonb not null,
  wheelchair boolean,
  languages text[] not null default '{nl}',
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references service on delete cascade,
  foreign key (municipality_id, team_id) references team
);
create index service_point_service on service_point (municipality_id, service_id);

create table closing_day (
  municipality_id text not null,
  team_id uuid not null,
  day date not null,
  reason text not null,
  primary key (municipality_id, team_id, day),
  foreign key (municipality_id, team_id) references team
);

create table postcode_area (
  from_pc4 integer primary key check (from_pc4 between 1000 and 9999),
  to_pc4 integer not null check (to_pc4 between from_pc4 and 9999),
  municipality_id text not null references municipality,
  place text not null,
  latitude double precision not null,
  longitude double precision not null
);

-- ── casework ──────────────────────────────────────────────────────────────────────────────────────────────────

create table case_file (
  municipality_id text not null,
  id uuid not null,
  team_id uuid not null,
  event_ref uuid not null unique,
  opened_at timestamptz not null,
  theme text not null,
  channel text not null check (channel in ('resident', 'desk', 'api')),
  status text not null check (status in ('open', 'closed')),
  closed_at timestamptz,
  result text,
  primary key (municipality_id, id),
  foreign key (municipality_id, team_id) references team,
  check ((status = 'closed') = (closed_at is not null)),
  check ((status = 'closed') = (result is not null))
);
create index case_file_team on case_file (municipality_id, team_id, status, opened_at);

create table resident (
  municipality_id text not null,
  case_id uuid not null,
  team_id uuid not null,
  name text not null,
  phone text not null,
  mail text,
  language text not null,
  -- The language the site was read in: mails follow it.
  site_language text not null,
  interpreter boolean not null,
  may_leave_message text not null check (may_leave_message in ('yes', 'no', 'unknown')),
  may_say_who text not null check (may_say_who in ('yes', 'no', 'unknown')),
  asked_for text not null check (asked_for in ('self', 'someone-else')),
  not_safe_since timestamptz,
  primary key (municipality_id, case_id),
  foreign key (municipality_id, case_id) references case_file on delete cascade
);

create table contact_entry (
  municipality_id text not null,
  id uuid not null,
  case_id uuid not null,
  team_id uuid not null,
  at timestamptz not null,
  by_person_id uuid references person,
  kind text not null,
  text text not null default '',
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file on delete cascade
);
create index contact_entry_case on contact_entry (municipality_id, case_id, at);

-- ── contact ───────────────────────────────────────────────────────────────────────────────────────────────────

create table callback (
  municipality_id text not null,
  id uuid not null,
  team_id uuid not null,
  case_id uuid not null,
  service_point_id uuid not null,
  event_ref uuid not null,
  requested_at timestamptz not null,
  dayparts text[] not null,
  harm boolean not null,
  -- Who has taken it is the owner of its promise: one truth.
  status text not null check (status in ('waiting', 'closed', 'cancelled')),
  closed_at timestamptz,
  result text,
  -- Fingerprint of the form's own key and everything in it: the same form sent twice is one request.
  submission text not null,
  -- Fingerprint of service point, number and name: asking again is tied to the first for the desk.
  same_as text not null,
  follows_id uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references case_file on delete cascade,
  foreign key (municipality_id, team_id) references team,
  check ((status <> 'waiting') = (closed_at is not null)),
  check ((status = 'closed') = (result is not null))
);
create unique index callback_once on callback (municipality_id, submission);
create index callback_same on callback (municipality_id, same_as) where status = 'waiting';
create index callback_case on callback (municipality_id, case_id);
create index callback_event on callback (municipality_id, event_ref);

create table contact_attempt (
  municipality_id text not null,
  id uuid not null,
  callback_id uuid not null,
  case_id uuid not null,
  team_id uuid not null,
  at timestamptz not null,
  by_person_id uuid not null references person,
  outcome text not null check (outcome in ('reached', 'no-answer', 'voicemail', 'wrong-number', 'not-safe')),
  primary key (municipality_id, id),
  foreign key (municipality_id, callback_id) references callback on delete cascade
);
create index contact_attempt_callback on contact_attempt (municipality_id, callback_id, at);

-- ── events and mail ───────────────────────────────────────────────────────────────────────────────────────────

-- Audit trail and outbox in one. Only ever added to: no update, no delete for the app.
create table event (
  municipality_id text not null,
  id uuid not null,
  at timestamptz not null,
  name text not null,
  subject_ref uuid not null,
  facts jsonb not null,
  actor_kind text not null,
  actor_person_id uuid,
  primary key (municipality_id, id)
);
create index event_subject on event (municipality_id, subject_ref, at);

create table mail (
  municipality_id text not null,
  id uuid not null,
  team_id uuid not null,
  case_id uuid,
  -- What this mail is about, once: a second attempt to write it finds it there.
  key text not null,
  message_id text not null,
  to_address text not null,
  subject text not null,
  text text not null,
  made_at timestamptz not null,
  sent_at timestamptz,
  primary key (municipality_id, id)
);
create unique index mail_key on mail (municipality_id, key);

-- The names of events that something follows from: every process keeps them equal to jobs/subscriptions.ts at start.
create table followed_event (name text primary key);

-- Such an event becomes a job in the transaction that wrote it. The queues are made at start (db/migrate.ts).
create function event_follow() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from followed_event where name = new.name) then
    return null;
  end if;
  -- A worker that dies is missed after ten seconds: then another takes its jobs.
  insert into pgboss.job (name, data, retry_limit, retry_backoff, retry_delay, heartbeat_seconds, dead_letter)
  values ('event', jsonb_build_object('municipality', new.municipality_id, 'event', new.id), 12, true, 1, 10, 'failed');
  return null;
end $$;
create trigger event_follow after insert on event for each row execute function event_follow();

create function mail_send() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into pgboss.job (name, data, retry_limit, retry_backoff, retry_delay, heartbeat_seconds, dead_letter)
  values ('mail', jsonb_build_object('municipality', new.municipality_id, 'mail', new.id), 12, true, 5, 10, 'failed');
  return null;
end $$;
create trigger mail_send after insert on mail for each row execute function mail_send();

-- Tells open Vandaag pages that something changed; they fetch the page again. Ids only.
create function promise_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('changed', coalesce(new.municipality_id, old.municipality_id) || ' ' || coalesce(new.team_id, old.team_id));
  return null;
end $$;
create trigger promise_changed after insert or update or delete on promise for each row execute function promise_changed();

-- A file belongs to one team, and so does everything that hangs on it: nobody can hang something on another team's file.
alter table case_file add unique (municipality_id, id, team_id);
alter table callback add unique (municipality_id, id, case_id, team_id);
alter table promise add unique (municipality_id, id, team_id);
do $$
declare t text;
begin
  foreach t in array array['resident', 'resident_code', 'contact_entry', 'callback', 'promise', 'mail'] loop
    execute format('alter table %I add foreign key (municipality_id, case_id, team_id) references case_file (municipality_id, id, team_id) on delete cascade', t);
  end loop;
end $$;
alter table contact_attempt add foreign key (municipality_id, callback_id, case_id, team_id) references callback (municipality_id, id, case_id, team_id) on delete cascade;
alter table promise_change add foreign key (municipality_id, promise_id, team_id) references promise (municipality_id, id, team_id) on delete cascade;

-- ── row-level security: every personal table, by team, by code, by named purpose ──────────────────────────────

alter table person enable row level security;
alter table team_member enable row level security;
alter table session enable row level security;
alter table resident_code enable row level security;
alter table promise enable row level security;
alter table promise_change enable row level security;
alter table case_file enable row level security;
alter table resident enable row level security;
alter table contact_entry enable row level security;
alter table callback enable row level security;
alter table contact_attempt enable row level security;
alter table event enable row level security;
alter table mail enable row level security;

-- Colleagues: members of my own teams; signing in looks people up; mails to owners need an address.
create policy own_teams on team_member for select using (municipality_id = app_municipality() and team_id = any (app_teams()));
create policy myself on team_member for select using (person_id = app_person());
create policy absence on team_member for update using (municipality_id = app_municipality() and person_id = app_person());
create policy sign_in on team_member for select using (app_purpose() = 'sign-in');
create policy example on team_member using (app_purpose() = 'example');
create policy myself on person for select using (id = app_person());
create policy colleagues on person for select using (exists (select from team_member m where m.person_id = person.id and m.municipality_id = app_municipality() and m.team_id = any (app_teams())));
create policy sign_in on person for select using (app_purpose() = 'sign-in');
create policy example on person using (app_purpose() = 'example');
create policy sign_in on session using (app_purpose() = 'sign-in');

-- A code opens one case: the fingerprint is compared in the database, the same way whether it exists or not.
create policy code on resident_code for select using (municipality_id = app_municipality() and proof = app_code());
create policy team on resident_code using (municipality_id = app_municipality() and team_id = any (app_teams()) and (app_purpose() is null or app_purpose() = 'intake'));
create function app_case() returns uuid language sql stable
  as $$ select case_id from resident_code where municipality_id = app_municipality() and proof = app_code() $$;

do $$
declare t text;
begin
  foreach t in array array['promise', 'promise_change'] loop
    execute format('create policy team on %I using (municipality_id = app_municipality() and team_id = any (app_teams()))', t);
  end loop;
  foreach t in array array['case_file', 'contact_entry', 'callback', 'contact_attempt', 'resident'] loop
    execute format('create policy team on %I using (municipality_id = app_municipality() and team_id = any (app_teams()) and (app_purpose() is null or app_purpose() in (''intake'', ''follow-up'')))', t);
  end loop;
  foreach t in array array['promise', 'callback', 'contact_attempt', 'resident'] loop
    execute format('create policy code on %I for select using (municipality_id = app_municipality() and case_id = (select app_case()))', t);
  end loop;
end $$;
-- A helper's notes are for the team; what the resident said themselves is theirs too.
create policy code on contact_entry for select using (municipality_id = app_municipality() and case_id = (select app_case()) and kind <> 'note');
create policy code on case_file for select using (municipality_id = app_municipality() and id = (select app_case()));
-- The alarms look for what is due in every team, then act for that team (purpose and team together).
create policy alarms on promise for select using (app_purpose() = 'alarms' and state = 'open');
create policy metrics on promise for select using (app_purpose() = 'metrics');
create policy mail on mail using (app_purpose() = 'mail');
create policy add on event for insert with check (municipality_id = app_municipality() and actor_person_id is not distinct from app_person()
  and (actor_kind = 'person') = (app_person() is not null));
create policy follow on event for select using (municipality_id = app_municipality() and app_purpose() = 'follow-up');
create policy follow on callback for select using (municipality_id = app_municipality() and app_purpose() = 'follow-up');
create policy follow on promise for select using (municipality_id = app_municipality() and app_purpose() = 'follow-up');

-- Outside production: the day for which the example world was made. One row at most.
create table example_world (made_on date primary key);

-- How often an address asked in a minute: fingerprints that are gone after two minutes, so no row needs a log.
create unlogged table request_limit (who text primary key, minute bigint not null, count integer not null);
create index request_limit_minute on request_limit (minute);
