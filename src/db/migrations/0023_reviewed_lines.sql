-- Which lines somebody read before a copy goes out: those lines, and not all that is older. A note that was begun before and stored after
-- carries the older moment.
alter table privacy_request add column reviewed_lines uuid[] not null default '{}';

create or replace function privacy_request_forgets() returns trigger language plpgsql as $$
begin
  if new.case_id is null then
    new.own_words := '';
    new.answer := '';
    new.reviewed_lines := '{}';
    if new.settled_at is null then
      new.state := 'withdrawn';
      new.settled_at := coalesce(app_now(), new.asked_at);
    end if;
  end if;
  return new;
end $$;
