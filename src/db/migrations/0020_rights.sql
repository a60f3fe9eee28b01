-- What residents ask about their own data (AVG 12, 15-21) and what was answered: docs/decisions/0018-rights-of-people.md.
create table privacy_request (
  municipality_id text not null,
  id uuid not null,
  team_id uuid not null,
  -- Empty when the file is gone. What then stays shows that somebody was answered in time, and not who.
  case_id uuid,
  kind text not null check (kind in ('access', 'correction', 'erasure', 'objection', 'restriction')),
  asked_by text not null check (asked_by in ('resident', 'telephone', 'paper', 'desk')),
  asked_at timestamptz not null,
  own_words text not null default '',
  -- The last day that the law gives.
  answer_by date not null,
  state text not null check (state in ('asked', 'extended', 'granted', 'partly', 'refused', 'withdrawn')),
  extended_at timestamptz,
  extension_reason text check (extension_reason in ('complex', 'many')),
  reviewed_at timestamptz,
  reviewed_by uuid references person,
  settled_at timestamptz,
  settled_by uuid references person,
  refusal text,
  answer text not null default '',
  primary key (municipality_id, id),
  unique (municipality_id, id, team_id),
  foreign key (municipality_id, team_id) references team,
  foreign key (municipality_id, case_id, team_id) references case_file (municipality_id, id, team_id) on delete set null (case_id),
  check ((extended_at is null) = (extension_reason is null)),
  check (state <> 'extended' or extended_at is not null),
  check ((state in ('asked', 'extended')) = (settled_at is null)),
  check ((state = 'refused') = (refusal is not null)),
  check ((reviewed_at is null) = (reviewed_by is null)),
  check (case_id is not null or (own_words = '' and answer = ''))
);
-- Asked twice it is one request, as long as it is not answered.
create unique index privacy_request_one_open on privacy_request (municipality_id, case_id, kind) where settled_at is null;
create index privacy_request_case on privacy_request (municipality_id, case_id);
create index privacy_request_team on privacy_request (municipality_id, team_id, settled_at, answer_by);

-- With the file go the words; an answer that was still owed is owed to nobody any more.
create function privacy_request_forgets() returns trigger language plpgsql as $$
begin
  if new.case_id is null then
    new.own_words := '';
    new.answer := '';
    if new.settled_at is null then
      new.state := 'withdrawn';
      new.settled_at := coalesce(app_now(), new.asked_at);
    end if;
  end if;
  return new;
end $$;
create trigger privacy_request_forgets before update on privacy_request for each row execute function privacy_request_forgets();

-- What is left out of a copy because it is about somebody else (AVG 15(4)): a line of the file each.
alter table contact_entry add unique (municipality_id, id, case_id, team_id);
create table privacy_omission (
  municipality_id text not null,
  request_id uuid not null,
  entry_id uuid not null,
  case_id uuid not null,
  team_id uuid not null,
  reason text not null check (reason in ('somebody-else', 'safety')),
  primary key (municipality_id, request_id, entry_id),
  foreign key (municipality_id, request_id, team_id) references privacy_request (municipality_id, id, team_id) on delete cascade,
  foreign key (municipality_id, entry_id, case_id, team_id) references contact_entry (municipality_id, id, case_id, team_id) on delete cascade
);

-- The lead decided that it goes at once (AVG 17): the job of the night takes it, whatever its term.
alter table case_file add column erasure_at timestamptz;
alter table case_file add check (erasure_at is null or status = 'closed');
create index case_file_erasure on case_file (municipality_id, id) where erasure_at is not null;

alter table privacy_request enable row level security;
alter table privacy_omission enable row level security;
do $$
declare t text;
begin
  foreach t in array array['privacy_request', 'privacy_omission'] loop
    execute format('create policy team on %I using (municipality_id = app_municipality() and team_id = any (app_teams()) and (app_purpose() is null or app_purpose() in (''intake'', ''follow-up'')))', t);
  end loop;
  -- Whatever is kept of somebody, for the copy of it: the system alone reads so, for the team that answers, and changes nothing.
  foreach t in array array['privacy_request', 'privacy_omission', 'case_file', 'contact_entry', 'callback', 'contact_attempt', 'resident', 'case_share', 'mail'] loop
    execute format('create policy own_data on %I for select using (municipality_id = app_municipality() and team_id = any (app_teams()) and app_purpose() = ''own-data'')', t);
  end loop;
end $$;
create policy own_data on event for select using (
  app_purpose() = 'own-data' and municipality_id = app_municipality() and name = 'access.fileRead'
  and subject_ref in (select event_ref from case_file where municipality_id = app_municipality() and team_id = any (app_teams())));
create policy code on privacy_request for select using (municipality_id = app_municipality() and case_id = (select app_case()));
-- The mails about it are written for the team that it names.
create policy follow on privacy_request for select using (municipality_id = app_municipality() and app_purpose() = 'follow-up');
create policy retention_sees on privacy_request for select using (app_purpose() = 'retention');
create policy retention_deletes on privacy_request for delete using (app_purpose() = 'retention' and municipality_id = app_municipality());
create policy only_what_was_answered on privacy_request as restrictive for delete using (app_purpose() = 'retention' and settled_at is not null);
