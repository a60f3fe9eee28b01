import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type RawBuilder, sql } from "kysely";
import { root } from "../../../config/root.ts";
import type { Tx } from "../../../kernel/context.ts";
import { quoted } from "./document.ts";
import type { Term } from "./query.ts";

/* What the search asks of the column `search` of a service, and what it keeps of the index as a whole. */

/** How much a place counts, as PostgreSQL takes it: details, concepts of a part, sentence, names. */
const places = sql.lit("{0.15,0.55,0.4,1}");
/** What ts_rank makes of one lexeme that stands once: its place, divided by this. */
const ofOne = Math.PI ** 2 / 6;

/**
 * ts_rank has no weights for terms, so those of about one weight are ranked together; always in so many groups, that the
 * text of the query and with it its plan stay the same.
 */
const groups = 8;

type Terms = ReadonlyMap<string, Term>;
type Group = { weight: number; lexemes: string[] };

/** The two groups that differ least become one, until there are few enough. */
function inGroups(terms: Terms): Group[] {
  const found = [...terms]
    .map(([lexeme, { weight }]): Group => ({ weight, lexemes: [lexeme] }))
    .sort((a, b) => b.weight - a.weight);
  while (found.length > groups) {
    const ratios = found.slice(1).map(({ weight }, at) => weight / (found[at]?.weight ?? 0));
    const at = ratios.indexOf(Math.max(...ratios));
    const [one, other] = found.slice(at, at + 2);
    if (one === undefined || other === undefined) break;
    const lexemes = [...one.lexemes, ...other.lexemes];
    const weight = (one.weight * one.lexemes.length + other.weight * other.lexemes.length) / lexemes.length;
    found.splice(at, 2, { weight, lexemes });
  }
  return found;
}

const oneOf = (lexemes: string[]): RawBuilder<string> => sql<string>`${lexemes.map(quoted).join(" | ")}::tsquery`;

/** What belongs in the list: it has at least one of the terms. */
export const found = (terms: Terms): RawBuilder<boolean> =>
  sql<boolean>`service.search @@ ${oneOf([...terms].filter(([, { finds }]) => finds).map(([lexeme]) => lexeme))}`;

/** The sum of what the terms count in the places where they stand. */
export function scoreOf(terms: Terms): RawBuilder<number> {
  const found = inGroups(terms);
  const ranks = Array.from({ length: groups }, (_, at) => {
    const { weight, lexemes } = found[at] ?? { weight: 0, lexemes: [] };
    // ts_rank divides by the number of terms: more terms must not make each count for less.
    return sql`${weight * lexemes.length * ofOne}::float8 * ts_rank(${places}, service.search, ${oneOf(lexemes)})`;
  });
  return sql<number>`(${sql.join(ranks, sql` + `)})`;
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

/** What services and organisations here are called, when a word of it begins like this. */
export async function listNames(db: Tx, chain: string[], begun: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct name from (
      select service.name ->> 'nl' as name from service
        where municipality_id in (${sql.join(chain)}) and not for_professionals
      union all
      select organisation.name from service join organisation on organisation.id = service.organisation_id
        where municipality_id in (${sql.join(chain)}) and not for_professionals
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
