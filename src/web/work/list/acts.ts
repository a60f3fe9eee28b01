import type { Handler } from "hono";
import { z } from "zod";
import { dayOf } from "../../../kernel/day.ts";
import { isLanguage } from "../../../kernel/language.ts";
import {
  advices,
  type LineProblem,
  type ListEntry,
  listLasts,
  makeList,
  mostEntries,
  moved,
  problemsIn,
} from "../../../modules/directory/index.ts";
import { FormKey, parseForm } from "../../form.ts";
import { chainOf, hasSite, workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { keepReceipt } from "./done.tsx";
import { type Draft, dropDraft, keepDraft } from "./draft.ts";
import { showList } from "./page.tsx";
import { texts } from "./texts.ts";

const Posted = z.looseObject({
  act: z.string().default("keep"),
  entry: z.array(z.uuid()).max(mostEntries),
  toldIn: z.string().refine(isLanguage),
  lasts: z.coerce.number().pipe(z.literal(listLasts)),
  team: z.uuid().optional().catch(undefined),
  formKey: FormKey,
});

/** Each button of the form sends all of it, so that no line is lost by moving another. */
export const listForm: Handler<Env> = async (c) => {
  const { ctx, app, language, place } = c.var;
  if (!hasSite(place.municipality)) return c.notFound();
  const form = await parseForm(c, Posted, {}, ["entry"]);
  if (!form.ok) return c.notFound();
  const { act, toldIn, lasts, formKey } = form.value;
  const teamId = form.value.team ?? c.var.atWork.teamIds[0];
  const draft: Draft = { entries: changed(entriesIn(form.value), act), toldIn, lasts, teamId };
  const here = workPath(place, "lijst");
  if (draft.entries.length === 0) {
    dropDraft(c);
    return c.redirect(here, 303);
  }
  const refuse = (problems: ReadonlyMap<string, LineProblem>) =>
    showList(c, draft, {
      values: form.values,
      errors: Object.fromEntries(
        [...problems].map(([id, problem]) => [`line-${id}`, texts[language].problems[problem]]),
      ),
    });
  const problems = problemsIn(draft.entries, dayOf(ctx.now));
  if (problems.size > 0) return refuse(problems);
  if (act !== "make") {
    if (keepDraft(c, draft)) return c.redirect(act === "find" ? workPath(place, "hulp") : here + fragmentOf(act), 303);
    return showList(c, draft, form.refuse(`line-${draft.entries.at(-1)?.serviceId}`, texts[language].tooMuch));
  }
  const came = await makeList(ctx, chainOf(place), { ...draft, teamId: teamId ?? "", formKey }, app.secret);
  switch (came.kind) {
    case "made":
      dropDraft(c);
      keepReceipt(c, { word: came.word, toldIn, teamId: teamId ?? "", lastDay: came.lastDay.toString() });
      return c.redirect(workPath(place, "lijst/gelukt"), 303);
    case "wrong":
      return refuse(came.problems);
    case "notThere":
      // What is left of it is shown, with how many are gone.
      return showList(c, draft, undefined);
    case "empty":
    case "tooMany":
    case "notYours":
      return c.notFound();
  }
};

const Advice = z.enum(advices).nullable().catch(null);

const entriesIn = ({ entry, ...fields }: z.infer<typeof Posted>): ListEntry[] =>
  [...new Set(entry)].map((serviceId) => ({
    serviceId,
    advice: Advice.parse(fields[`advice-${serviceId}`]),
    line: String(fields[`line-${serviceId}`] ?? "")
      .replace(/\s+/g, " ")
      .trim(),
  }));

/** By the button that was pressed: "up-<id>", "down-<id>", "remove-<id>", "clear"; by any other, as they stand. */
function changed(entries: ListEntry[], act: string): ListEntry[] {
  const [, what, id = ""] = /^(up|down|remove)-(.*)$/.exec(act) ?? [];
  if (what === "remove") return entries.filter(({ serviceId }) => serviceId !== id);
  if (what !== undefined) return moved(entries, id, what === "up" ? -1 : 1);
  return act === "clear" ? [] : entries;
}

/** What was moved stays in sight. */
const fragmentOf = (act: string): string =>
  /^(up|down)-[0-9a-f-]{36}$/.test(act) ? `#${act.replace(/^\w+/, "hulp")}` : "";
