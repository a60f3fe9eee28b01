-- A lost code: whoever reads the mail address of a question, and knows the last four digits, gets a link with a token that
-- works once (access/proof). Only the token's hash stands here. A row for each question that the link may open.
create table mail_proof (
  municipality_id text not null,
  -- Of the asking; the token is made from it with the secret of the installation.
  id uuid not null,
  case_id uuid not null,
  team_id uuid not null,
  token_hash text not null,
  -- Fingerprint of the address and the digits that were shown to be known: when either changes, the link opens nothing.
  print text not null,
  asked_at timestamptz not null,
  used_at timestamptz,
  -- The form with which it was used: pressed twice, it is one press.
  used_form text,
  primary key (municipality_id, id, case_id),
  foreign key (municipality_id, case_id, team_id) references case_file (municipality_id, id, team_id) on delete cascade,
  check ((used_at is null) = (used_form is null))
);
create index mail_proof_token on mail_proof (municipality_id, token_hash);
create index mail_proof_case on mail_proof (municipality_id, case_id);

-- An address is looked up however its capitals were typed: a column, because policies keep an index on lower(mail) from being used.
alter table resident add column mail_lower text;
update resident set mail_lower = lower(mail);
create function resident_mail_lower() returns trigger language plpgsql as $$
begin
  new.mail_lower := lower(new.mail);
  return new;
end $$;
create trigger resident_mail_lower before insert or update on resident for each row execute function resident_mail_lower();
create index resident_mail on resident (municipality_id, mail_lower) where mail_lower is not null;

alter table mail_proof enable row level security;
-- Looking for whose address it is changes nothing; what the link then does is done for the team of the question.
create policy mail_proof on mail_proof using (app_purpose() = 'mail-proof')
  with check (app_purpose() = 'mail-proof' and municipality_id = app_municipality());
create policy intake on mail_proof for select using (app_purpose() = 'intake' and municipality_id = app_municipality());
create policy intake_uses on mail_proof for update using (app_purpose() = 'intake' and municipality_id = app_municipality());
create policy mail_proof on resident for select using (app_purpose() = 'mail-proof' and municipality_id = app_municipality());
create policy mail_proof on case_file for select using (app_purpose() = 'mail-proof' and municipality_id = app_municipality());
