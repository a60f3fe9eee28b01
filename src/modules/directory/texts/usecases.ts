import { type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { record } from "../../../kernel/event.ts";
import { idFor } from "../../../kernel/id.ts";
import type { Language } from "../../../kernel/language.ts";
import { maySomewhere } from "../../access/index.ts";
import { keepsAll } from "../editing/usecases.ts";
import type { Theme } from "../theme.ts";
import { findTheme, listThemes } from "../usecases.ts";
import { noWords, type TextField, type TextValues, type Words, written } from "../words.ts";
import {
  type KeptTheme,
  keptTheme,
  keptThemes,
  type LaidParagraph,
  type LocalText,
  layOver,
  paragraphsOf,
} from "./local-text.ts";
import * as store from "./store.ts";
import { changesBetween, isSameText, rebase, rewind, type TextChange, undo } from "./text-change.ts";

declare module "../../../kernel/event.ts" {
  interface Events {
    /** `fields`: which, without what they say. */
    "directory.localTextChanged": { theme: string; paragraph: string; version: number; fields: TextField[] };
  }
}

/** A theme as it is read in this place; undefined when there is none of that name. */
export async function readTheme(
  ctx: Ctx | Inside,
  slug: string,
  asked: { chain: readonly string[]; language: Language },
): Promise<{ theme: Theme; paragraphs: LaidParagraph[] } | undefined> {
  const theme = findTheme(slug);
  if (theme === undefined) return undefined;
  const texts = await reading(ctx, (ctx) => store.listTexts(ctx.db, asked.chain, slug));
  return { theme, paragraphs: layOver(theme, texts, asked) };
}

/** Publishes a text as it is, without history: the example world. */
export const addLocalText = (ctx: Inside, text: Omit<LocalText, "version">): Promise<void> =>
  store.insertText(ctx.db, { ...text, version: 1 }, ctx.now);

/** Editors of the municipality itself; for a region, of an organisation of that kind with a team in the region. */
const keeps = async (ctx: Inside): Promise<boolean> => maySomewhere(ctx, "directory.edit") && (await keepsAll(ctx));

/** Whether whoever asks keeps the texts of this municipality or region. */
export const keepsLocalTexts = (ctx: Ctx): Promise<boolean> =>
  maySomewhere(ctx, "directory.edit") ? reading(ctx, keeps) : Promise.resolve(false);

/** All themes, with what is told of them here; undefined for who does not keep the texts. */
export const listLocalThemes = (ctx: Ctx, chain: readonly string[]): Promise<KeptTheme[] | undefined> =>
  reading(ctx, async (ctx) =>
    (await keeps(ctx)) ? keptThemes(listThemes(), await store.listTexts(ctx.db, chain), chain) : undefined,
  );

/** The newest changes of a theme that its page shows. */
const revisionsShown = 50;

export type OpenedTheme = KeptTheme & { revisions: store.TextRevision[] };

/** One theme with what is told here and what was told before; undefined for who does not keep it, or when there is nothing. */
export const openLocalTheme = (ctx: Ctx, slug: string, chain: readonly string[]): Promise<OpenedTheme | undefined> =>
  reading(ctx, async (ctx) => {
    if (!(await keeps(ctx))) return undefined;
    const theme = findTheme(slug);
    const kept = keptTheme({ slug, theme }, await store.listTexts(ctx.db, chain, slug), chain);
    const { municipalityId } = ctx;
    const revisions = await store.listRevisions(ctx.db, { municipalityId, theme: slug, limit: revisionsShown });
    return theme === undefined && kept.vanished.length + revisions.length === 0 ? undefined : { ...kept, revisions };
  });

export type LocalTextChange =
  | { kind: "done"; version: number }
  /** It said so already. */
  | { kind: "nothing" }
  /**
   * Somebody else changed it since: `words` is what I changed laid over that, `conflicts` what of theirs cannot stand beside
   * it. Nothing is stored; who saves this version stores what they see.
   */
  | {
      kind: "meanwhile";
      words: Words;
      theirs: Words;
      version: number;
      revisions: store.TextRevision[];
      conflicts: TextChange[];
    }
  | { kind: "gone" };

type Where = { theme: string; paragraph: string };
const atOf = ({ municipalityId }: Inside, { theme, paragraph }: Where): store.At => ({
  municipalityId,
  theme,
  paragraph,
});
const isThere = ({ theme, paragraph }: Where): boolean => paragraphsOf(findTheme(theme)).includes(paragraph);

/**
 * Writes, changes or takes away a text, as somebody sees it who began at this version (0: there was none). Without a word of
 * Dutch it is taken away, and that is all that can be written where the paragraph vanished.
 */
export const changeLocalText = (
  ctx: Ctx,
  where: Where,
  { version, reason, typed }: { version: number; reason: string; typed: TextValues },
): Promise<LocalTextChange> =>
  inTransaction(ctx, async (ctx): Promise<LocalTextChange> => {
    if (!(await keeps(ctx)) || (typed.nl !== "" && !isThere(where))) return { kind: "gone" };
    const at = atOf(ctx, where);
    const now = await store.lockText(ctx.db, at);
    const [theirs, current] = [now?.words ?? noWords, now?.version ?? 0];
    if (version > current || (now === undefined && !isThere(where))) return { kind: "gone" };
    if (version === current) return keepText(ctx, at, { now, words: written(theirs, typed), reason });
    const revisions = await store.listRevisions(ctx.db, { ...at, since: version, limit: current - version });
    const base = revisions.reduce((words, { changes }) => rewind(words, changes), theirs);
    const { words, conflicts } = rebase({ base, mine: written(base, typed), theirs });
    // The same form sent twice, or two who thought the same.
    if (isSameText(words, theirs)) return { kind: "nothing" };
    return { kind: "meanwhile", words, theirs, version: current, revisions, conflicts };
  });

async function keepText(
  ctx: Inside,
  at: store.At,
  { now, words, reason }: { now: LocalText | undefined; words: Words; reason: string },
): Promise<LocalTextChange> {
  const changes = changesBetween(now?.words ?? noWords, words);
  if (ctx.actor.kind !== "person") return { kind: "gone" };
  if (changes.length === 0) return { kind: "nothing" };
  const version = (now?.version ?? 0) + 1;
  const text: LocalText = { ...at, words, version };
  if (now === undefined) await store.insertText(ctx.db, text, ctx.now);
  else await store.updateText(ctx.db, text, ctx.now);
  await store.insertRevision(ctx.db, at, { version, at: ctx.now, personId: ctx.actor.personId, reason, changes });
  await record(
    ctx,
    "directory.localTextChanged",
    idFor(`theme-text:${at.municipalityId}:${at.theme}:${at.paragraph}`),
    {
      theme: at.theme,
      paragraph: at.paragraph,
      version,
      fields: changes.map(({ field }) => field),
    },
  );
  return { kind: "done", version };
}

export type MovedText = "done" | "gone" | "taken" | "changedSince";

/** Brings a text whose paragraph vanished to one that is there, and where nothing is told yet. */
export const moveLocalText = (
  ctx: Ctx,
  from: Where,
  { to, version, reason }: { to: string; version: number; reason: string },
): Promise<MovedText> =>
  inTransaction(ctx, async (ctx): Promise<MovedText> => {
    const target = { theme: from.theme, paragraph: to };
    if (!(await keeps(ctx)) || isThere(from) || !isThere(target)) return "gone";
    const [source, old] = [
      await store.lockText(ctx.db, atOf(ctx, from)),
      await store.lockText(ctx.db, atOf(ctx, target)),
    ];
    if (source === undefined || version > source.version) return "gone";
    if (source.version !== version || source.words.nl === "") return "changedSince";
    if (old !== undefined && old.words.nl !== "") return "taken";
    await keepText(ctx, atOf(ctx, target), { now: old, words: source.words, reason });
    await keepText(ctx, atOf(ctx, from), { now: source, words: noWords, reason });
    return "done";
  });

export type UndoneLocalText = "done" | "gone" | "changedSince";

/** Takes one change back, as a change of its own; what was changed once more since stays as it is. */
export const undoLocalText = (
  ctx: Ctx,
  where: Where,
  { version, reason }: { version: number; reason: string },
): Promise<UndoneLocalText> =>
  inTransaction(ctx, async (ctx): Promise<UndoneLocalText> => {
    if (!(await keeps(ctx))) return "gone";
    const at = atOf(ctx, where);
    const now = await store.lockText(ctx.db, at);
    if (now === undefined || version < 1 || version > now.version) return "gone";
    const since = await store.listRevisions(ctx.db, { ...at, since: version - 1, limit: now.version });
    const revision = since.find((one) => one.version === version);
    if (revision === undefined) return "gone";
    const { words, kept } = undo(now.words, revision.changes);
    if (kept.length === revision.changes.length) return "changedSince";
    const came = await keepText(ctx, at, { now, words, reason });
    return came.kind === "done" ? "done" : "changedSince";
  });
