import { sql } from "kysely";
import { z } from "zod";
import { instant } from "../../../db/row.ts";
import type { Tx } from "../../../kernel/context.ts";
import { textFields, Words } from "../words.ts";
import type { LocalText } from "./local-text.ts";
import type { TextChange } from "./text-change.ts";

/** A paragraph of this municipality or region. */
export type At = { municipalityId: string; theme: string; paragraph: string };

type Row = { municipality_id: string; theme: string; paragraph: string; words: unknown; version: number };
const textOf = (row: Row): LocalText => ({
  municipalityId: row.municipality_id,
  theme: row.theme,
  paragraph: row.paragraph,
  words: Words.parse(row.words),
  version: row.version,
});

/** What the places of this chain tell, of one theme or of all. */
export async function listTexts(db: Tx, chain: readonly string[], theme?: string): Promise<LocalText[]> {
  const rows = await db
    .selectFrom("theme_text")
    .select(["municipality_id", "theme", "paragraph", "words", "version"])
    .where("municipality_id", "in", chain)
    .$if(theme !== undefined, (select) => select.where("theme", "=", theme ?? ""))
    .orderBy("municipality_id")
    .orderBy("theme")
    .orderBy("paragraph")
    .execute();
  return rows.map(textOf);
}

/** The text, which whoever changes it next waits for until this transaction is over; undefined when none was ever told. */
export async function lockText(db: Tx, at: At): Promise<LocalText | undefined> {
  const row = await db
    .selectFrom("theme_text")
    .select(["municipality_id", "theme", "paragraph", "words", "version"])
    .where("municipality_id", "=", at.municipalityId)
    .where("theme", "=", at.theme)
    .where("paragraph", "=", at.paragraph)
    .forUpdate()
    .executeTakeFirst();
  return row && textOf(row);
}

export async function insertText(db: Tx, text: LocalText, at: Temporal.Instant): Promise<void> {
  await db
    .insertInto("theme_text")
    .values({
      municipality_id: text.municipalityId,
      theme: text.theme,
      paragraph: text.paragraph,
      words: JSON.stringify(text.words),
      version: text.version,
      changed_at: at.toString(),
    })
    .execute();
}

export async function updateText(db: Tx, text: LocalText, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable("theme_text")
    .set({ words: JSON.stringify(text.words), version: text.version, changed_at: at.toString() })
    .where("municipality_id", "=", text.municipalityId)
    .where("theme", "=", text.theme)
    .where("paragraph", "=", text.paragraph)
    .execute();
}

/** Something changed in a text: the version it became, when, by whom and why. */
export type TextRevision = {
  paragraph: string;
  version: number;
  at: Temporal.Instant;
  /** Null: somebody who is forgotten. */
  by: string | null;
  reason: string;
  changes: TextChange[];
};

export async function insertRevision(
  db: Tx,
  at: At,
  revision: Omit<TextRevision, "by" | "paragraph"> & { personId: string },
): Promise<void> {
  await db
    .insertInto("theme_text_change")
    .values({
      municipality_id: at.municipalityId,
      theme: at.theme,
      paragraph: at.paragraph,
      version: revision.version,
      at: revision.at.toString(),
      by_person_id: revision.personId,
      reason: revision.reason,
      changes: JSON.stringify(revision.changes),
    })
    .execute();
}

const Changes = z.array(z.object({ field: z.enum(textFields), before: z.string(), after: z.string() }));

type Asked = {
  municipalityId: string;
  theme: string;
  paragraph?: string;
  /** Only what came after this version. */
  since?: number;
  limit: number;
};

/** Newest first. */
export async function listRevisions(
  db: Tx,
  { municipalityId, theme, paragraph, since = 0, limit }: Asked,
): Promise<TextRevision[]> {
  const rows = await db
    .selectFrom("theme_text_change as change")
    .leftJoin(sql<{ id: string; name: string }>`app_text_editors()`.as("editor"), "editor.id", "change.by_person_id")
    .select(["change.paragraph", "change.version", "change.at", "change.reason", "change.changes"])
    .select("editor.name as by")
    .where("change.municipality_id", "=", municipalityId)
    .where("change.theme", "=", theme)
    .$if(paragraph !== undefined, (select) => select.where("change.paragraph", "=", paragraph ?? ""))
    .where("change.version", ">", since)
    .orderBy("change.at", "desc")
    .orderBy("change.version", "desc")
    .orderBy("change.paragraph")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    paragraph: row.paragraph,
    version: row.version,
    at: instant(row.at),
    by: row.by === "" ? null : row.by,
    reason: row.reason,
    changes: Changes.parse(row.changes),
  }));
}
