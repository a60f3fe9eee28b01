import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { z } from "zod";
import { root } from "../../config/root.ts";
import type { Pool, Tx } from "../../kernel/context.ts";
import type { Language, languages } from "../../kernel/language.ts";
import { independences } from "../access/index.ts";
import type { PostcodeArea } from "./postcode.ts";
import { costs, type HelpFilter, type Service, Words } from "./service.ts";
import { OpeningHours, Place } from "./service-point.ts";
import { parseTheme, type Theme } from "./theme.ts";
import { parseUrgencies, type Urgencies } from "./urgency.ts";

const PointRow = z
  .object({
    id: z.string(),
    service_id: z.string(),
    team_id: z.string().nullable(),
    place: Place,
    pc4: z.number().nullable(),
    phone: z.string().nullable(),
    mail: z.string().nullable(),
    hours: OpeningHours,
    wheelchair: z.boolean().nullable(),
    languages: z.array(z.string()),
    closing_days: z.array(z.string()),
  })
  .transform((row) => ({
    id: row.id,
    serviceId: row.service_id,
    teamId: row.team_id,
    place: row.place,
    pc4: row.pc4,
    phone: row.phone,
    mail: row.mail,
    hours: row.hours,
    wheelchair: row.wheelchair,
    languages: row.languages,
    closingDays: new Set(row.closing_days),
  }));

const ServiceRow = z
  .object({
    municipality_id: z.string(),
    id: z.string(),
    name: Words,
    sentence: Words,
    organisation_name: z.string(),
    independence: z.enum(independences),
    independence_reason: Words,
    themes: z.array(z.string()),
    functions: z.array(z.string()),
    audience: Words,
    cost: z.enum(costs),
    to_bring: Words,
    result: Words,
    website: z.string().nullable(),
    source_url: z.string().nullable(),
    as_of: z.string().nullable(),
    checked_on: z.string().nullable(),
    points: z.array(PointRow),
  })
  .transform(
    (row): Service => ({
      municipalityId: row.municipality_id,
      id: row.id,
      name: row.name,
      sentence: row.sentence,
      organisation: { name: row.organisation_name, independence: row.independence, reason: row.independence_reason },
      themes: row.themes,
      functions: row.functions,
      audience: row.audience,
      cost: row.cost,
      toBring: row.to_bring,
      result: row.result,
      website: row.website,
      sourceUrl: row.source_url,
      asOf: row.as_of,
      checkedOn: row.checked_on,
      points: row.points,
    }),
  );

const pointsOfService = sql<unknown>`coalesce((
  select json_agg(json_build_object(
    'id', p.id, 'service_id', p.service_id, 'team_id', p.team_id, 'place', p.place, 'pc4', p.pc4, 'phone', p.phone,
    'mail', p.mail, 'hours', p.hours, 'wheelchair', p.wheelchair, 'languages', p.languages,
    'closing_days', coalesce((select json_agg(d.day::text) from closing_day d
      where d.municipality_id = p.municipality_id and d.team_id = p.team_id), '[]')) order by p.id)
  from service_point p where p.municipality_id = service.municipality_id and p.service_id = service.id), '[]')`;

const selectServices = (db: Tx) =>
  db
    .selectFrom("service")
    .innerJoin("organisation", "organisation.id", "service.organisation_id")
    .select(["service.municipality_id", "service.id", "service.name", "service.sentence", "service.themes"])
    .select(["service.functions", "service.audience", "service.cost", "service.to_bring", "service.result"])
    .select(["service.website", "service.source_url", "service.as_of", "service.checked_on"])
    .select(["organisation.name as organisation_name", "organisation.independence", "organisation.independence_reason"])
    .select(pointsOfService.as("points"));

export type HelpQuery = {
  /** The municipality first, then its region and the country. */
  chain: string[];
  themes: string[];
  words: string | undefined;
  /** The municipality is the other party: what does not belong to it comes first. */
  independentFirst: boolean;
  filters: HelpFilter[];
  /** The day and the time on a Dutch clock at which something must be open; only read with such a filter. */
  moment: { day: string; weekday: number; time: string };
  limit: number;
  offset: number;
};

/** A point that is open at this moment by one of these ways in: "$.walkIn", or any ("$.*"). */
const isOpen = ({ day, weekday, time }: HelpQuery["moment"], way: "$.walkIn" | "$.*") =>
  sql<boolean>`exists (select from service_point p
    where p.municipality_id = service.municipality_id and p.service_id = service.id
    and jsonb_path_exists(p.hours, ${sql.lit(`${way}[*] ? (@.weekday == $weekday && @.from <= $time && @.until > $time)`)},
      jsonb_build_object('weekday', ${weekday}::int, 'time', ${time}::text))
    and not exists (select from closing_day d
      where d.municipality_id = p.municipality_id and d.team_id = p.team_id and d.day = ${day}::date))`;

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
      return isOpen(query.moment, "$.*");
    case "walkInNow":
      return isOpen(query.moment, "$.walkIn");
  }
};

/** Somebody can be called, mailed, visited or found on a website: without any of these a card leads nowhere. */
const isReachable = sql<boolean>`(service.website is not null or exists (select from service_point p
  where p.municipality_id = service.municipality_id and p.service_id = service.id
  and (p.team_id is not null or p.phone is not null or p.mail is not null or p.place ->> 'street' <> '')))`;

/**
 * Help for these themes or words, best first: what leads to somebody, what fits the theme, independent (when asked),
 * somebody who calls back, near before national, how well the words fit, and free. Without themes and words: everything.
 */
export async function listServices(db: Tx, query: HelpQuery): Promise<Service[]> {
  const [municipality] = query.chain;
  const themes = sql<string[]>`${query.themes}::text[]`;
  // In a select of its own: worked out once, also when the plan was kept (db/kept-plans.ts).
  const words = sql<string>`(select websearch_to_tsquery('dutch', ${query.words ?? ""}))`;
  const rows = await selectServices(db)
    .where("service.municipality_id", "in", query.chain)
    .where("service.for_professionals", "=", false)
    .where((eb) => eb.and(query.filters.map((filter) => filterOf(filter, query))))
    .$if(query.themes.length > 0 || query.words !== undefined, (select) =>
      select.where((eb) =>
        eb.or([
          sql<boolean>`service.themes && ${themes}`,
          ...(query.words === undefined ? [] : [sql<boolean>`service.search @@ ${words}`]),
        ]),
      ),
    )
    .orderBy(isReachable, "desc")
    .$if(query.themes.length > 0, (select) => select.orderBy(sql`service.themes && ${themes}`, "desc"))
    .$if(query.independentFirst, (select) => select.orderBy(sql`organisation.independence = 'independent'`, "desc"))
    // A point that calls back comes before a website alone: somebody to talk to.
    .orderBy(
      sql`exists (select from service_point p where p.municipality_id = service.municipality_id and p.service_id = service.id and p.team_id is not null)`,
      "desc",
    )
    .orderBy(sql`service.municipality_id = ${municipality}`, "desc")
    .$if(query.words !== undefined, (select) => select.orderBy(sql`ts_rank(service.search, ${words})`, "desc"))
    // Then what is free.
    .orderBy(sql`service.cost = 'free'`, "desc")
    .orderBy("service.id")
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  return rows.map((row) => ServiceRow.parse(row));
}

export async function findService(db: Tx, chain: string[], id: string): Promise<Service | undefined> {
  const row = await selectServices(db)
    .where("service.municipality_id", "in", chain)
    .where("service.id", "=", id)
    .executeTakeFirst();
  return row && ServiceRow.parse(row);
}

/** The service that has this point. */
export async function findServiceOfPoint(
  db: Tx,
  municipalityId: string,
  pointId: string,
): Promise<Service | undefined> {
  const row = await selectServices(db)
    .where("service.municipality_id", "=", municipalityId)
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

/** @param searchWords everything a person may search for that stands in no sentence: words of the themes, old names. */
export async function insertService(
  db: Tx,
  service: Service,
  given: { organisationId: string; forProfessionals: boolean; searchWords: string },
): Promise<void> {
  const said = [
    service.name.nl,
    service.name.en,
    service.organisation.name,
    service.sentence.nl,
    service.sentence.en,
    given.searchWords,
  ];
  await db
    .insertInto("service")
    .values({
      municipality_id: service.municipalityId,
      id: service.id,
      organisation_id: given.organisationId,
      name: JSON.stringify(service.name),
      sentence: JSON.stringify(service.sentence),
      themes: service.themes,
      functions: service.functions,
      audience: JSON.stringify(service.audience),
      for_professionals: given.forProfessionals,
      cost: service.cost,
      to_bring: JSON.stringify(service.toBring),
      result: JSON.stringify(service.result),
      website: service.website,
      source_url: service.sourceUrl,
      as_of: service.asOf,
      checked_on: service.checkedOn,
      search: sql<string>`to_tsvector('dutch', ${said.filter((words) => words !== undefined).join(" ")})`,
    })
    .execute();
  for (const point of service.points)
    await db
      .insertInto("service_point")
      .values({
        municipality_id: service.municipalityId,
        id: point.id,
        service_id: service.id,
        team_id: point.teamId,
        place: JSON.stringify(point.place),
        pc4: point.pc4,
        phone: point.phone,
        mail: point.mail,
        hours: JSON.stringify(point.hours),
        wheelchair: point.wheelchair,
        languages: point.languages,
      })
      .execute();
}

export async function insertPostcodeArea(db: Tx, area: PostcodeArea): Promise<void> {
  await db
    .insertInto("postcode_area")
    .values({
      from_pc4: area.from,
      to_pc4: area.to,
      municipality_id: area.municipalityId,
      place: area.place,
      latitude: area.latitude,
      longitude: area.longitude,
    })
    .execute();
}

export async function listPostcodeAreas(db: Pool | Tx): Promise<PostcodeArea[]> {
  const rows = await db.selectFrom("postcode_area").selectAll().orderBy("from_pc4").execute();
  return rows.map((row) => ({
    from: row.from_pc4,
    to: row.to_pc4,
    municipalityId: row.municipality_id,
    place: row.place,
    latitude: row.latitude,
    longitude: row.longitude,
  }));
}

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
