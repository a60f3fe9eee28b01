import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type RawBuilder, sql } from "kysely";
import { root } from "../../../config/root.ts";
import type { Tx } from "../../../kernel/context.ts";
import { type WayIn, waysIn } from "../opening-hours.ts";
import type { PostcodeRange } from "../postcode.ts";
import type { HelpFilter, Service } from "../service.ts";
import { postcodesOf, ServiceRow, selectServices } from "../store.ts";
import { quoted } from "./document.ts";
import type { Query, Term } from "./query.ts";

/* Help for what somebody asked, best first; what the search asks of the column `search` of a service, and what it keeps of the index. */

/** How much a place counts, as PostgreSQL takes it: details, concepts of a part, sentence, names. */
const places = sql.lit("{0.05,0.4,0.2,1}");
/** What ts_rank makes of one lexeme that stands once: its place, divided by this. */
const ofOne = Math.PI ** 2 / 6;

/**
 * ts_rank has no weights for terms, so those of about one weight are ranked together; always in so many groups, that the
 * text of the query and with it its plan stay the same.
 */
const groups = 8;

type Terms = ReadonlyMap<string, Term>;
type Group = { weight: number; lexemes: string[] };

/** How much is wrong when these two are one: how far they are apart, for as many terms as that moves. */
const wrongBy = (one: Group, other: Group): number =>
  (Math.abs(one.weight - other.weight) * one.lexemes.length * other.lexemes.length) /
  (one.lexemes.length + other.lexemes.length);

/** The two groups that differ least become one, until there are few enough. */
function inGroups(terms: Terms): Group[] {
  const found = [...terms]
    .map(([lexeme, { weight }]): Group => ({ weight, lexemes: [lexeme] }))
    .sort((a, b) => b.weight - a.weight);
  while (found.length > groups) {
    const apart = found.slice(1).map((group, at) => wrongBy(group, found[at] ?? group));
    const at = apart.indexOf(Math.min(...apart));
    const [one, other] = found.slice(at, at + 2);
    if (one === undefined || other === undefined) break;
    const lexemes = [...one.lexemes, ...other.lexemes];
    const weight = (one.weight * one.lexemes.length + other.weight * other.lexemes.length) / lexemes.length;
    found.splice(at, 2, { weight, lexemes });
  }
  return found;
}

const oneOf = (lexemes: string[], place = ""): RawBuilder<string> =>
  sql<string>`${lexemes.map((lexeme) => `${quoted(lexeme)}${place}`).join(" | ")}::tsquery`;

/** What belongs in the list: it has at least one of the terms. */
const found = (terms: Terms): RawBuilder<boolean> =>
  sql<boolean>`service.search @@ ${oneOf([...terms].filter(([, { finds }]) => finds).map(([lexeme]) => lexeme))}`;

/** The sum of what the terms count in the places where they stand. */
function scoreOf(terms: Terms): RawBuilder<number> {
  const found = inGroups(terms);
  const ranks = Array.from({ length: groups }, (_, at) => {
    const { weight, lexemes } = found[at] ?? { weight: 0, lexemes: [] };
    // ts_rank divides by the number of terms: more terms must not make each count for less.
    return sql`${weight * lexemes.length * ofOne}::float8 * ts_rank(${places}, service.search, ${oneOf(lexemes)})`;
  });
  return sql<number>`(${sql.join(ranks, sql` + `)})`;
}

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
  /** A code of ISO 639: only what is given in it, as `helpIn` says. */
  language: string | undefined;
  /** Only what is had without going further, as `isWithin` says. */
  near: readonly PostcodeRange[] | undefined;
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

const isSpoken = (language: string) => sql<boolean>`exists (select from service_point p
    where p.municipality_id = service.municipality_id and p.service_id = service.id and ${language} = any (p.languages))`;
const isGivenIn = (language: string) =>
  sql<boolean>`(${isSpoken(language)} or service.details ->> 'interpreter' = 'true')`;

const isNear = (near: readonly PostcodeRange[]) => sql<boolean>`(not exists (select from service_point p
    where p.municipality_id = service.municipality_id and p.service_id = service.id)
  or exists (select from service_point p where p.municipality_id = service.municipality_id and p.service_id = service.id
    and (p.kind <> 'place' or p.details ->> 'homeVisit' = 'true' or p.pc4 <@ ${postcodesOf(near)})))`;

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

/**
 * What makes a service worth more to whoever typed something, as a share of how well it fits. `signpost`: a page of the country
 * about a kind of help that most municipalities have, such as raadslieden; `signpostNear`: this one has it.
 */
const more = {
  ...{ near: 0.05, signpost: -0.1, signpostNear: -0.45 },
  ...{ callsBack: 0.05, free: 0.04, checked: 0.03, independent: 0.9 },
};
/** Who knows no way to reach it can still look for its name. */
const leadsToNobody = 0.92;

/** This kind of help, which the service is by its name, is offered by the municipality itself too. */
const isOwn = (municipality: string | undefined, kind: string) => sql<boolean>`(service.search @@ ${oneOf([kind], ":A")}
  and exists (select from service own where own.municipality_id = ${municipality} and not own.withdrawn and own.search @@ ${oneOf([kind], ":A")}))`;

/**
 * How well a service fits what somebody typed, and how much it is worth to them. What it is worth decides between what fits
 * about as well, and never over what fits much better.
 */
const worth = ({ chain, independentFirst, moment }: HelpQuery, { terms, local }: Query) =>
  sql<number>`${scoreOf(terms)} * case when ${isReachable(chain)} then 1 else ${sql.lit(leadsToNobody)} end * (1
    + case when service.municipality_id = ${chain[0]} then ${sql.lit(more.near)}
      when service.municipality_id <> ${chain.at(-1)} then 0
      when ${sql.join(
        local.map((kind) => isOwn(chain[0], kind)),
        sql` or `,
      )} then ${sql.lit(more.signpostNear)}
      when service.search @@ ${oneOf(local, ":A")} then ${sql.lit(more.signpost)} else 0 end
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
    .$call((select) => (query.language === undefined ? select : select.where(isGivenIn(query.language))))
    .$call((select) => (query.near === undefined ? select : select.where(isNear(query.near))))
    .$if(isChosen || search !== undefined, (select) =>
      select.where((eb) =>
        eb.or([
          ...(isChosen ? [sql<boolean>`service.themes && ${themes}`] : []),
          ...(search === undefined ? [] : [found(search.terms)]),
        ]),
      ),
    )
    .$call((select) => (query.language === undefined ? select : select.orderBy(isSpoken(query.language), "desc")))
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

export async function listLanguages(db: Tx, chain: string[]): Promise<string[]> {
  const { rows } = await sql<{ language: string }>`
    select distinct unnest(p.languages) as language
    from service_point p join service s on s.municipality_id = p.municipality_id and s.id = p.service_id
    where p.municipality_id in (${sql.join(chain)}) and not s.withdrawn and not s.for_professionals
    order by language`.execute(db);
  return rows.map(({ language }) => language).filter((language) => language !== "nl");
}

export const readContent = (name: "woorden" | "synoniemen"): string =>
  readFileSync(join(root, `content/search/${name}.yaml`), "utf8");

/** Which of these words stand somewhere in what these places offer. */
export async function listWritten(db: Tx, chain: string[], lexemes: string[]): Promise<string[]> {
  if (lexemes.length === 0) return [];
  const row = await db
    .selectNoFrom(
      lexemes.map((lexeme, at) =>
        sql<boolean>`exists (select from service where service.municipality_id in (${sql.join(chain)})
          and service.search @@ ${oneOf([lexeme])})`.as(`word_${at}`),
      ),
    )
    .executeTakeFirstOrThrow();
  const there = Object.values(row);
  return lexemes.filter((_, at) => there[at] === true);
}

/** Every word of what these places offer, without the signs for concepts, themes and kinds of help. */
export async function listLexemes(db: Tx, chain: string[]): Promise<string[]> {
  const { rows } = await sql<{ lexeme: string }>`
    select distinct lexeme from service, unnest(tsvector_to_array(search)) lexeme
    where municipality_id in (${sql.join(chain)}) and lexeme ~ '^[[:alnum:]]'`.execute(db);
  return rows.map(({ lexeme }) => lexeme);
}

/** What services and organisations that residents are shown here are called, when a word of it begins like this. */
export async function listNames(db: Tx, chain: string[], begun: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct name from (
      select service.name ->> 'nl' as name from service
        where municipality_id in (${sql.join(chain)}) and not for_professionals and not withdrawn
      union all
      select organisation.name from service join organisation on organisation.id = service.organisation_id
        where municipality_id in (${sql.join(chain)}) and not for_professionals and not withdrawn
    ) as called
    where position(${` ${begun}`} in ' ' || lower(name)) > 0
    order by name limit ${limit}`.execute(db);
  return rows.map(({ name }) => name);
}

/** The analysis that the index was made with; undefined for one that never was. Waits for whoever is making it. */
export async function lockVersion(db: Tx): Promise<string | undefined> {
  const row = await db.selectFrom("search_index").select("version").forUpdate().executeTakeFirst();
  return row?.version;
}

export const setVersion = (db: Tx, version: string) =>
  db.updateTable("search_index").set({ version }).executeTakeFirstOrThrow();

/** Puts these vectors in place of what stood there. */
export async function replaceVectors(db: Tx, rows: { municipalityId: string; id: string; vector: string }[]) {
  const column = (name: keyof (typeof rows)[number]) => rows.map((row) => row[name]);
  await sql`update service set search = fresh.vector
    from unnest(${column("municipalityId")}::text[], ${column("id")}::uuid[], ${column("vector")}::tsvector[]) as fresh (municipality_id, id, vector)
    where service.municipality_id = fresh.municipality_id and service.id = fresh.id`.execute(db);
}
