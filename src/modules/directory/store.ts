import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { parse } from "yaml";
import { z } from "zod";
import { root } from "../../config/root.ts";
import type { Pool, Tx } from "../../kernel/context.ts";
import type { Language, languages } from "../../kernel/language.ts";
import { independences } from "../access/index.ts";
import { OpeningHours, type WayIn, waysIn } from "./opening-hours.ts";
import type { PostcodeArea } from "./postcode.ts";
import type { Query } from "./search/query.ts";
import { found, scoreOf } from "./search/store.ts";
import { costs, type HelpFilter, type Service, type ServiceContent, ServiceDetails, serviceKinds } from "./service.ts";
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

export type HelpQuery = {
  /** The municipality first, then its region and the country. */
  chain: string[];
  /** Chosen by somebody: what fits one of them comes before what only has the words. */
  themes: string[];
  /** What somebody typed: the themes that are recognised in it weigh with the rest. */
  search: Query | undefined;
  /** The municipality is the other party: what does not belong to it comes first. */
  independentFirst: boolean;
  forProfessionals: boolean;
  filters: HelpFilter[];
  /** The day and the time on a Dutch clock at which something must be open; only read with such a filter. */
  moment: { day: string; weekday: number; nth: number; isLast: boolean; isHoliday: boolean; time: string };
  /** Where somebody lives, when they said: then what is only for other postcodes is left out. */
  pc4: number | undefined;
  limit: number;
  offset: number;
};

/**
 * A point that is open at this moment by this way in, as `hoursOf` says it: the exception of the day, or the ordinary week on
 * a day that is no holiday and no closing day.
 */
const isOpen = ({ day, weekday, nth, isLast, isHoliday, time }: HelpQuery["moment"], way: WayIn) => {
  const ofDay = `$.exceptions.${way}[*] ? (@.from <= $day && @.until >= $day)`;
  const ofTime = "@.from <= $time && @.until > $time";
  const ofMonth = "(!exists(@.nth) || exists(@.nth[*] ? (@ == $nth || (@ == -1 && $last == true))))";
  const vars = sql`(select jsonb_build_object('day', ${day}::text, 'weekday', ${weekday}::int, 'nth', ${nth}::int,
    'last', ${isLast}::boolean, 'time', ${time}::text))`;
  return sql<boolean>`exists (select from service_point p
    where p.municipality_id = service.municipality_id and p.service_id = service.id
    and case when jsonb_path_exists(p.hours, ${sql.lit(ofDay)}, ${vars})
      then jsonb_path_exists(p.hours, ${sql.lit(`${ofDay}.ranges[*] ? (${ofTime})`)}, ${vars})
      else not ${isHoliday}::boolean
        and jsonb_path_exists(p.hours, ${sql.lit(`$.${way}[*] ? (@.weekday == $weekday && ${ofTime} && ${ofMonth})`)}, ${vars})
        and not exists (select from closing_day d
          where d.municipality_id = p.municipality_id and d.team_id = p.team_id and d.day = ${day}::date) end)`;
};

/** Somebody is there after this time on some day. */
const evening = "18:00";
const isInEvening = (way: WayIn) =>
  sql<boolean>`exists (select from service_point p
    where p.municipality_id = service.municipality_id and p.service_id = service.id
    and jsonb_path_exists(p.hours, ${sql.lit(`$.${way}[*] ? (@.until > "${evening}")`)}))`;
const anyWay = (of: (way: WayIn) => ReturnType<typeof isInEvening>) =>
  sql<boolean>`(${sql.join(waysIn.map(of), sql` or `)})`;

/** It is there for somebody here: none of its points is only for others, or one is for them. */
const isServed = ({
  chain,
  pc4,
}: HelpQuery) => sql<boolean>`(service.id not in (select p.service_id from service_point p
    where p.municipality_id in (${sql.join(chain)}) and (p.serves_municipalities <> '{}' or p.serves_postcodes is not null))
  or exists (select from service_point p where p.municipality_id = service.municipality_id and p.service_id = service.id
    and (p.serves_municipalities = '{}' or ${chain[0]} = any (p.serves_municipalities))
    and (p.serves_postcodes is null or ${pc4 ?? null}::int is null or p.serves_postcodes @> ${pc4 ?? null}::int)))`;

const filterOf = (filter: HelpFilter, query: HelpQuery) => {
  switch (filter) {
    case "free":
      return sql<boolean>`service.cost = 'free'`;
    case "independent":
      return sql<boolean>`organisation.independence = 'independent'`;
    case "walkIn":
      return sql<boolean>`exists (select from service_point p where p.municipality_id = service.municipality_id
        and p.service_id = service.id and p.hours -> 'walkIn' <> '[]')`;
    case "openNow":
      return anyWay((way) => isOpen(query.moment, way));
    case "walkInNow":
      return isOpen(query.moment, "walkIn");
    case "evening":
      return anyWay(isInEvening);
    case "withoutDigid":
      return sql<boolean>`service.details ->> 'withoutDigid' = 'true'`;
  }
};

/*
 * Points are looked up for all of a municipality at once, in an index of just those: asked for each service by itself, they
 * took half of the time of a search.
 */

/** Somebody can be called, mailed, visited or found on a website: without any of these a card leads nowhere. */
const isReachable = (chain: string[]) =>
  sql<boolean>`(service.website is not null or service.id in (select p.service_id from service_point p
  where p.municipality_id in (${sql.join(chain)})
  and (p.team_id is not null or p.phone is not null or p.mail is not null or p.place ->> 'street' <> '')))`;

/** Somebody there calls back: somebody to talk to, where a website is only a page. */
const callsBack = (chain: string[]) =>
  sql<boolean>`(service.id in (select p.service_id from service_point p
  where p.municipality_id in (${sql.join(chain)}) and p.team_id is not null))`;
const isIndependent = sql<boolean>`organisation.independence = 'independent'`;
const isFree = sql<boolean>`service.cost = 'free'`;

/** What makes a service worth more to whoever typed something, as a share of how well it fits. */
const more = { near: 0.2, callsBack: 0.06, free: 0.04, checked: 0.03, independent: 0.7 };
/** Who knows no way to reach it can still look for its name. */
const leadsToNobody = 0.85;

/**
 * How well a service fits what somebody typed, and how much it is worth to them. What it is worth decides between what fits
 * about as well, and never over what fits much better.
 */
const worth = ({ chain, independentFirst, moment }: HelpQuery, { terms }: Query) =>
  sql<number>`${scoreOf(terms)} * case when ${isReachable(chain)} then 1 else ${sql.lit(leadsToNobody)} end * (1
    + case when service.municipality_id = ${chain[0]} then ${sql.lit(more.near)} else 0 end
    + case when ${callsBack(chain)} then ${sql.lit(more.callsBack)} else 0 end
    + case when ${isFree} then ${sql.lit(more.free)} else 0 end
    + case when service.checked_on > (select ${moment.day}::date - interval '12 months') then ${sql.lit(more.checked)} else 0 end
    + ${independentFirst ? sql`case when ${isIndependent} then ${sql.lit(more.independent)} else 0 end` : sql.lit(0)})`;

/**
 * Help for these themes or words, best first. Themes: what leads to somebody, what fits them, independent (when asked), then by
 * words; words alone: by how well it fits and what it is worth. What is equal: somebody who calls back, near before
 * national, and free. Without themes and words: everything.
 */
export async function listServices(db: Tx, query: HelpQuery): Promise<Service[]> {
  const { search } = query;
  const [municipality] = query.chain;
  const themes = sql<string[]>`${query.themes}::text[]`;
  const isChosen = query.themes.length > 0;
  const rows = await selectServices(db)
    .where("service.municipality_id", "in", query.chain)
    .where("service.withdrawn", "=", sql.lit(false))
    .$if(!query.forProfessionals, (select) => select.where("service.for_professionals", "=", sql.lit(false)))
    .where(isServed(query))
    .where((eb) => eb.and(query.filters.map((filter) => filterOf(filter, query))))
    .$if(isChosen || search !== undefined, (select) =>
      select.where((eb) =>
        eb.or([
          ...(isChosen ? [sql<boolean>`service.themes && ${themes}`] : []),
          ...(search === undefined ? [] : [found(search.terms)]),
        ]),
      ),
    )
    .$if(isChosen || search === undefined, (select) => select.orderBy(isReachable(query.chain), "desc"))
    .$if(isChosen, (select) => select.orderBy(sql`service.themes && ${themes}`, "desc"))
    .$if(isChosen && query.independentFirst, (select) => select.orderBy(isIndependent, "desc"))
    .$call((select) => (search === undefined ? select : select.orderBy(worth(query, search), "desc")))
    .orderBy(callsBack(query.chain), "desc")
    .orderBy(sql`service.municipality_id = ${municipality}`, "desc")
    .orderBy(isFree, "desc")
    .orderBy("service.id")
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  return rows.map((row) => ServiceRow.parse(row));
}

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
  serves_postcodes:
    point.serves.postcodes.length === 0
      ? null
      : sql<string>`${`{${point.serves.postcodes.map(({ from, to }) => `[${from},${to}]`).join(",")}}`}::int4multirange`,
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
