-- A national table of postcodes holds those of municipalities that are not here as well: so that the site can say so, and
-- distances reach over the border (directory/postcode.ts).

alter table postcode_area
  alter column municipality_id drop not null,
  -- The municipality by its name, when it is none of this installation.
  add column elsewhere text,
  add constraint postcode_area_lies_somewhere check ((municipality_id is null) = (elsewhere is not null)),
  -- A postcode lies in one place.
  add constraint postcode_area_once exclude using gist (int4range(from_pc4, to_pc4, '[]') with &&);
