-- The few points that are only for some: looked up for all of a municipality with each search (directory/store.ts).
create index service_point_serves on service_point (municipality_id, service_id)
  where serves_municipalities <> '{}' or serves_postcodes is not null;
