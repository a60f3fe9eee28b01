import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { parse } from "yaml";
import { z } from "zod";
import { root } from "../../config/root.ts";
import type { Pool, Tx } from "../../kernel/context.ts";
import type { Language, languages } from "../../kernel/language.ts";
import { independences } from "../access/index.ts";
import { OpeningHours } from "./opening-hours.ts";
import type { PostcodeArea, PostcodeRange } from "./postcode.ts";
import { costs, type Service, type ServiceContent, ServiceDetails, serviceKinds } from "./service.ts";
import { Place, type PointContent, PointDetails, pointKinds, type ServicePoint } from "./service-point.ts";
import { parseTheme, type Theme } from "./theme.ts";
import { parseUrgencies, type Urgencies } from "./urgency.ts";
import { Words } from "./words.ts";

const Ranges = z.array(z.object({ from: z.number(), until: z.number() }));

const PointRow = z
  .object({
    id: z.string(),
    service_id: z.string(),
    team_id: z.string().nullable(),
    kind: z.enum(pointKinds),
    place: Place,
    pc4: z.number().nullable(),
    phone: z.string().nullable(),
    mail: z.string().nullable(),
    hours: OpeningHours,
    wheelchair: z.boolean().nullable(),
    languages: z.array(z.string()),
    details: PointDetails,
    serves_municipalities: z.array(z.string()),
    serves_postcodes: Ranges,
    closing_days: z.array(z.string()),
  })
  .transform(
    (row): ServicePoint => ({
      ...row.details,
      id: row.id,
      serviceId: row.service_id,
      teamId: row.team_id,
      kind: row.kind,
      place: row.place,
      pc4: row.pc4,
      phone: row.phone,
      mail: row.mail,
      hours: row.hours,
      wheelchair: row.wheelchair,
      languages: row.languages,
      // PostgreSQL keeps a range without its end.
      serves: {
        municipalities: row.serves_municipalities,
        postcodes: row.serves_postcodes.map(({ from, until }) => ({ from, to: until - 1 })),
      },
      closingDays: new Set(row.closing_days),
    }),
  );

export const ServiceRow = z
  .object({
    municipality_id: z.string(),
    id: z.string(),
    kind: z.enum(serviceKinds),
    name: Words,
    sentence: Words,
    organisation_id: z.string(),
    organisation_name: z.string(),
    independence: z.enum(independences),
    independence_reason: Words,
    themes: z.array(z.string()),
    functions: z.array(z.string()),
    audience: Words,
    for_professionals: z.boolean(),
    cost: z.enum(costs),
    to_bring: Words,
    result: Words,
    website: z.string().nullable(),
    source_url: z.string().nullable(),
    as_of: z.string().nullable(),
    checked_on: z.string().nullable(),
    details: ServiceDetails,
    withdrawn: z.boolean(),
    version: z.number(),
    points: z.array(PointRow),
  })
  .transform(
    (row): Service => ({
      ...row.details,
      municipalityId: row.municipality_id,
      id: row.id,
      kind: row.kind,
      name: row.name,
      sentence: row.sentence,
      organisation: {
        id: row.organisation_id,
        name: row.organisation_name,
        independence: row.independence,
        reason: row.independence_reason,
      },
      themes: row.themes,
      functions: row.functions,
      audience: row.audience,
      forProfessionals: row.for_professionals,
      cost: row.cost,
      toBring: row.to_bring,
      result: row.result,
      website: row.website,
      sourceUrl: row.source_url,
      asOf: row.as_of,
      checkedOn: row.checked_on,
      withdrawn: row.withdrawn,
      version: row.version,
      points: row.points,
    }),
  );

const pointsOfService = sql<unknown>`coalesce((
  select json_agg(json_build_object(
    'id', p.id, 'service_id', p.service_id, 'team_id', p.team_id, 'kind', p.kind, 'place', p.place, 'pc4', p.pc4,
    'phone', p.phone, 'mail', p.mail, 'hours', p.hours, 'wheelchair', p.wheelchair, 'languages', p.languages,
    'details', p.details, 'serves_municipalities', p.serves_municipalities,
    'serves_postcodes', coalesce((select json_agg(json_build_object('from', lower(r), 'until', upper(r)))
      from unnest(p.serves_postcodes) r), '[]'),
    'closing_days', coalesce((select json_agg(d.day::text) from closing_day d
      where d.municipality_id = p.municipality_id and d.team_id = p.team_id), '[]')) order by p.id)
  from service_point p where p.municipality_id = service.municipality_id and p.service_id = service.id), '[]')`;

export const selectServices = (db: Tx) =>
  db
    .selectFrom("service")
    .innerJoin("organisation", "organisation.id", "service.organisation_id")
    .select(["service.municipality_id", "service.id", "service.kind", "service.name", "service.sentence"])
    .select(["service.themes", "service.functions", "service.audience", "service.for_professionals", "service.cost"])
    .select(["service.to_bring", "service.result", "service.website", "service.source_url", "service.as_of"])
    .select([
      "service.checked_on",
      "service.details",
      "service.withdrawn",
      "service.version",
      "service.organisation_id",
    ])
    .select(["organisation.name as organisation_name", "organisation.independence", "organisation.independence_reason"])
    .select(pointsOfService.as("points"));

/** All there is in the whole country, a piece at a time: for whoever makes something of each. */
export async function listEveryService(
  db: Tx,
  after: { municipalityId: string; id: string },
  limit: number,
): Promise<Service[]> {
  const rows = await selectServices(db)
    .where(sql<boolean>`(service.municipality_id, service.id) > (${after.municipalityId}, ${after.id}::uuid)`)
    .orderBy("service.municipality_id")
    .orderBy("service.id")
    .limit(limit)
    .execute();
  return rows.map((row) => ServiceRow.parse(row));
}

export async function findService(db: Tx, chain: string[], id: string): Promise<Service | undefined> {
  const row = await selectServices(db)
    .where("service.municipality_id", "in", chain)
    .where("service.id", "=", id)
    .where("service.withdrawn", "=", false)
    .executeTakeFirst();
  return row && ServiceRow.parse(row);
}

/** The id that ends in these signs, when only one does. */
export async function findServiceByEnd(db: Tx, chain: string[], end: string): Promise<string | undefined> {
  const rows = await db
    .selectFrom("service")
    .select("id")
    .where("municipality_id", "in", chain)
    .where("withdrawn", "=", false)
    .where(sql<boolean>`right(id::text, ${end.length}::int) = ${end}`)
    .limit(2)
    .execute();
  return rows.length === 1 ? rows[0]?.id : undefined;
}

/** What residents find in a list, wherever in the country. */
const isListed = sql<boolean>`not for_professionals and not withdrawn`;

export async function countListed(db: Tx): Promise<number> {
  const { count } = await db
    .selectFrom("service")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("municipality_id", "like", "GM%")
    .where(isListed)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What one municipality lists, in the order of ids: the day on which it last changed or was last checked. */
export async function listListed(
  db: Tx,
  municipalityId: string,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<{ id: string; changedOn: string | undefined }[]> {
  const rows = await db
    .selectFrom("service")
    .select(["id", sql<string | null>`greatest(changed_at::date, checked_on)::text`.as("changed_on")])
    .where("municipality_id", "=", municipalityId)
    .where(isListed)
    .$if(after !== undefined, (select) => select.where("id", ">", after ?? ""))
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id, changed_on }) => ({ id, changedOn: changed_on ?? undefined }));
}

/** The service that has this point. */
export async function findServiceOfPoint(
  db: Tx,
  municipalityId: string,
  pointId: string,
): Promise<Service | undefined> {
  const row = await selectServices(db)
    .where("service.municipality_id", "=", municipalityId)
    .where("service.withdrawn", "=", false)
    .where("service.id", "=", (eb) =>
      eb
        .selectFrom("service_point")
        .select("service_point.service_id")
        .where("service_point.municipality_id", "=", municipalityId)
        .where("service_point.id", "=", pointId),
    )
    .executeTakeFirst();
  return row && ServiceRow.parse(row);
}

const json = (value: unknown): string => JSON.stringify(value);

/** The columns of what an editor may change. @param vector what it is found by (search/document.ts). */
export const contentColumns = (service: ServiceContent, vector: string) => ({
  kind: service.kind,
  name: json(service.name),
  sentence: json(service.sentence),
  themes: service.themes,
  functions: service.functions,
  audience: json(service.audience),
  for_professionals: service.forProfessionals,
  cost: service.cost,
  to_bring: json(service.toBring),
  result: json(service.result),
  website: service.website,
  source_url: service.sourceUrl,
  as_of: service.asOf,
  withdrawn: service.withdrawn,
  details: json(ServiceDetails.parse(service)),
  search: vector,
});

/** Runs of postcodes as PostgreSQL holds them. */
export const postcodesOf = (ranges: readonly PostcodeRange[]) =>
  sql<string>`${`{${ranges.map(({ from, to }) => `[${from},${to}]`).join(",")}}`}::int4multirange`;

/** The same of a point. */
export const pointColumns = (point: PointContent) => ({
  kind: point.kind,
  place: json(point.place),
  pc4: point.pc4,
  phone: point.phone,
  mail: point.mail,
  hours: json(point.hours),
  wheelchair: point.wheelchair,
  languages: point.languages,
  details: json(PointDetails.parse(point)),
  serves_municipalities: point.serves.municipalities,
  serves_postcodes: point.serves.postcodes.length === 0 ? null : postcodesOf(point.serves.postcodes),
});

export async function insertService(db: Tx, service: Service, vector: string): Promise<void> {
  await db
    .insertInto("service")
    .values({
      ...contentColumns(service, vector),
      municipality_id: service.municipalityId,
      id: service.id,
      organisation_id: service.organisation.id,
      checked_on: service.checkedOn,
      version: service.version,
    })
    .execute();
  for (const point of service.points) await insertPoint(db, service.municipalityId, point);
}

export async function insertPoint(db: Tx, municipalityId: string, point: ServicePoint): Promise<void> {
  await db
    .insertInto("service_point")
    .values({
      ...pointColumns(point),
      municipality_id: municipalityId,
      id: point.id,
      service_id: point.serviceId,
      team_id: point.teamId,
    })
    .execute();
}

export async function insertPostcodeAreas(db: Tx, areas: readonly PostcodeArea[]): Promise<void> {
  // A statement holds a limited number of values.
  for (let at = 0; at < areas.length; at += 1000)
    await db
      .insertInto("postcode_area")
      .values(
        areas.slice(at, at + 1000).map(({ from, to, elsewhere, municipalityId, place, latitude, longitude }) => ({
          from_pc4: from,
          to_pc4: to,
          municipality_id: municipalityId,
          elsewhere: elsewhere ?? null,
          place,
          latitude,
          longitude,
        })),
      )
      .execute();
}

export const deletePostcodeAreas = (db: Tx) => db.deleteFrom("postcode_area").execute();

export async function listPostcodeAreas(db: Pool | Tx): Promise<PostcodeArea[]> {
  const rows = await db.selectFrom("postcode_area").selectAll().orderBy("from_pc4").execute();
  return rows.map(({ from_pc4: from, to_pc4: to, municipality_id: municipalityId, elsewhere, ...row }) => {
    const area = { from, to, ...row };
    return municipalityId === null
      ? { ...area, municipalityId, elsewhere: elsewhere ?? "" }
      : { ...area, municipalityId };
  });
}

const PostcodeTable = z.object({
  postcodes: z.array(
    z
      .object({
        from: z.number(),
        to: z.number(),
        municipality: z.string(),
        place: z.string(),
        lat: z.number(),
        lon: z.number(),
      })
      .transform(
        ({ from, to, municipality, place, lat, lon }): PostcodeArea => ({
          ...{ from, to, place },
          municipalityId: municipality,
          ...{ latitude: lat, longitude: lon },
        }),
      ),
  ),
});

/** Our own table, made by hand: content/postcodes.yaml. */
export const readPostcodeTable = (): PostcodeArea[] =>
  PostcodeTable.parse(parse(readFileSync(join(root, "content/postcodes.yaml"), "utf8"))).postcodes;

/** The national themes, from content/themes: read once, when the app starts. */
export function readThemes(): Theme[] {
  const folder = join(root, "content/themes");
  const slugs = readdirSync(folder)
    .filter((name) => name.endsWith(".nl.md"))
    .map((name) => name.slice(0, -".nl.md".length));
  const read = (slug: string, language: Language) =>
    parseTheme(readFileSync(join(folder, `${slug}.${language}.md`), "utf8"));
  return slugs
    .map((slug): Theme => {
      const dutch = read(slug, "nl");
      const english = read(slug, "en");
      return { ...dutch, text: { nl: dutch.text, en: english.text } satisfies Record<keyof typeof languages, unknown> };
    })
    .sort((a, b) => a.order - b.order);
}

/** What must come first, from content/cannot-wait.yaml. */
export const readUrgencies = (): Urgencies =>
  parseUrgencies(readFileSync(join(root, "content/cannot-wait.yaml"), "utf8"));
