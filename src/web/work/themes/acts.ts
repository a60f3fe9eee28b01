import type { Context, Handler } from "hono";
import { z } from "zod";
import {
  changeLocalText,
  type LocalTextChange,
  moveLocalText,
  paragraphLimit,
  undoLocalText,
  valuesOf,
} from "../../../modules/directory/index.ts";
import { type ParsedForm, parseForm } from "../../form.ts";
import { type Said, thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import type { Refused } from "../../ui/refused.ts";
import { texts } from "./texts.ts";
import { backTo, showTheme } from "./theme.tsx";

type Came = Extract<Said, { what: "localText" }>["came"];

const Id = z.string().regex(/^[a-z][a-z-]{0,60}$/);
const Version = z.coerce.number().int().min(0).max(1_000_000);
const Reason = z.string().trim().min(1, { error: "reasonMissing" }).max(500, { error: "reasonTooLong" });
/** What it is about, as our own pages send it. */
const about = { paragraph: Id, version: Version };

const Written = z
  .object({
    ...about,
    do: z.enum(["save", "take"]).default("save"),
    nl: z.string().trim().max(paragraphLimit, { error: "nlTooLong" }).default(""),
    en: z.string().trim().max(paragraphLimit, { error: "enTooLong" }).default(""),
    state: z.enum(["reviewed", "draft", "outdated"]).default("reviewed"),
    reason: Reason,
  })
  .refine((typed) => typed.do === "take" || typed.nl !== "" || typed.en === "", { path: ["nl"], error: "nlMissing" });

const say = (c: Context<Env>, came: Came) => thenSay(c, backTo(c), { what: "localText", came });
const whereOf = (c: Context<Env>, paragraph: string) => ({ theme: c.req.param("slug") ?? "", paragraph });

/** The same page with the form that was refused open. */
function refuse(c: Context<Env>, refused: Refused) {
  const open = Id.safeParse(refused.values.paragraph);
  const version = Version.safeParse(refused.values.version);
  return showTheme(c, {
    open: open.data,
    filled: { refused, version: version.data ?? 0 },
    status: 400,
  });
}

/** Writes a text, changes it, or takes it away: empty is away too. */
export const writeForm: Handler<Env> = async (c) => {
  const form = await parseForm(c, Written, texts[c.var.language].problems);
  if (!form.ok) return refuse(c, form.refused);
  const { paragraph, version, reason, state, ...typed } = form.value;
  const isAway = typed.do === "take" || typed.nl === "";
  const came = await changeLocalText(c.var.ctx, whereOf(c, paragraph), {
    version,
    reason,
    typed: isAway
      ? { nl: "", en: "", state: "" }
      : { nl: typed.nl, en: typed.en, state: state === "reviewed" ? "" : state },
  });
  switch (came.kind) {
    case "done":
      return say(c, isAway ? "away" : "done");
    case "nothing":
      return say(c, "nothing");
    case "gone":
      return c.notFound();
    case "meanwhile":
      return showMeanwhile(c, form, came);
  }
};

type Meanwhile = Extract<LocalTextChange, { kind: "meanwhile" }>;

/** What I typed laid over what a colleague made of it: nothing is stored, and who saves now stores what they see. */
function showMeanwhile(
  c: Context<Env>,
  form: Extract<ParsedForm<z.infer<typeof Written>>, { ok: true }>,
  meanwhile: Meanwhile,
) {
  const { nl, en, state } = valuesOf(meanwhile.words);
  const values = { ...form.values, nl, en, state: state === "" ? "reviewed" : state };
  return showTheme(c, {
    open: form.value.paragraph,
    filled: { refused: { values, errors: {} }, version: meanwhile.version, meanwhile },
    status: 409,
  });
}

const Moved = z
  .object({ ...about, to: Id.or(z.literal("")).default(""), reason: Reason })
  .refine(({ to }) => to !== "", {
    path: ["to"],
    error: "toMissing",
  });

/** A text that stands nowhere any more goes to a paragraph that is there. */
export const moveForm: Handler<Env> = async (c) => {
  const form = await parseForm(c, Moved, texts[c.var.language].problems);
  if (!form.ok) return refuse(c, form.refused);
  const { paragraph, ...more } = form.value;
  const came = await moveLocalText(c.var.ctx, whereOf(c, paragraph), more);
  return came === "gone" ? c.notFound() : say(c, came === "done" ? "moved" : came);
};

const Undone = z.object({ ...about, reason: Reason });

/** Takes one change back. */
export const undoForm: Handler<Env> = async (c) => {
  const form = await parseForm(c, Undone, texts[c.var.language].problems);
  if (!form.ok) return refuse(c, form.refused);
  const { paragraph, ...more } = form.value;
  const came = await undoLocalText(c.var.ctx, whereOf(c, paragraph), more);
  return came === "gone" ? c.notFound() : say(c, came === "done" ? "undone" : came);
};
