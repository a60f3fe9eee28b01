-- Programs of an organisation (OAuth 2.0 client credentials): docs/api-clients.md, docs/decisions/0014-clients-prove-who-they-are.md.

-- Which program asks. It never comes together with a person, a team or a purpose.
create function app_client() returns uuid language sql stable
  as $$ select nullif(current_setting('app.client', true), '')::uuid $$;

-- A program belongs to one organisation, which exists once per installation as this does. Nothing in it is about a person.
create table api_client (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null check (length(name) between 1 and 80),
  scopes text[] not null check (scopes <@ array['toezeggingen.lezen', 'terugbelverzoeken.maken'] and cardinality(scopes) > 0),
  -- How it proves itself: with the private half of this key (RFC 7523), or with a secret of which we keep the hash alone.
  public_key text,
  secret_hash text check (secret_hash ~ '^[0-9a-f]{64}$'),
  created_on date not null,
  -- The last day on which it may ask.
  ends_on date not null check (ends_on >= created_on),
  last_used_at timestamptz,
  ended_at timestamptz,
  check ((public_key is null) <> (secret_hash is null))
);
create index api_client_organisation on api_client (organisation_id);

-- What a program shows with each request, for ten minutes. Nobody can make the token from its hash.
create table api_token (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  client_id uuid not null references api_client,
  scopes text[] not null,
  given_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > given_at)
);
create index api_token_end on api_token (ends_at);

-- Proofs that were used, until they are worth nothing any more: each works once, whichever process it comes to.
create table api_assertion (
  client_id uuid not null references api_client,
  jti_hash text not null,
  good_until timestamptz not null,
  primary key (client_id, jti_hash)
);
create index api_assertion_end on api_assertion (good_until);

alter table api_client enable row level security;
alter table api_token enable row level security;
alter table api_assertion enable row level security;
-- Whoever adds programs gives out no token; whoever gives out tokens adds and ends no program. What ended stays ended.
create policy clients_sees on api_client for select using (app_purpose() = 'clients');
create policy clients_adds on api_client for insert with check (app_purpose() = 'clients' and ended_at is null and last_used_at is null);
create policy clients_ends on api_client for update using (app_purpose() = 'clients' and ended_at is null) with check (app_purpose() = 'clients');
create policy tokens_sees on api_client for select using (app_purpose() = 'tokens');
create policy tokens_uses on api_client for update using (app_purpose() = 'tokens' and ended_at is null)
  with check (app_purpose() = 'tokens' and ended_at is null);
create policy tokens on api_token using (app_purpose() = 'tokens');
create policy tokens on api_assertion using (app_purpose() = 'tokens');

-- The teams that the program who asks may watch: those of its organisation in this municipality, while it may. As the
-- owner: a program sees no program, not even itself with its key.
create function app_client_teams() returns uuid[] language sql stable security definer set search_path = public
  as $$
    select array_agg(t.id) from api_client c join team t on t.organisation_id = c.organisation_id
    where c.id = app_client() and c.ended_at is null and 'toezeggingen.lezen' = any (c.scopes) and t.municipality_id = app_municipality()
  $$;
create policy client_watches on promise for select
  using (municipality_id = app_municipality() and state = 'open' and team_id = any ((select app_client_teams())::uuid[]));

-- An event says that a program did it exactly when one asks.
drop policy add on event;
create policy add on event for insert with check (municipality_id = app_municipality()
  and actor_person_id is not distinct from app_person() and (actor_kind = 'person') = (app_person() is not null)
  and (actor_kind = 'client') = (app_client() is not null));
