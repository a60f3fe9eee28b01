import type { Handler } from "hono";
import { z } from "zod";
import { momentAt } from "../../../kernel/hours.ts";
import {
  isPromiseOfCase,
  movePromise,
  PauseReason,
  pausePromise,
  releasePromise,
  resumePromise,
  takeOverPromise,
  takePromise,
} from "../../../modules/promises/index.ts";
import { parseForm, readDay, readTime } from "../../form.ts";
import { workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { sharedWords } from "../../words/words.ts";
import { after } from "./acts.ts";
import { showCase } from "./page.tsx";
import { texts } from "./texts.ts";

const PromiseForm = z.object({
  promise: z.uuid({ error: "reasonMissing" }),
  do: z.enum(["take", "takeOver", "release", "pause", "resume"], { error: "reasonMissing" }),
  reason: PauseReason.optional(),
});

/** Taking, giving back, resting and continuing what was promised. */
export const promiseForm: Handler<Env> = async (c) => {
  const form = await parseForm(c, PromiseForm, texts[c.var.language].problems);
  if (!form.ok) return showCase(c, form.refused);
  const { promise, do: what, reason } = form.value;
  const { ctx, place } = c.var;
  const caseId = c.req.param("id") ?? "";
  if (!(await isPromiseOfCase(ctx, promise, caseId))) return c.notFound();
  switch (what) {
    case "take": {
      const taken = await takePromise(ctx, promise);
      if (taken.kind === "alreadyTaken")
        return thenSay(c, workPath(place, "vandaag"), { what: "alreadyTaken", by: taken.by, caseId });
      return after(c, { kind: taken.kind === "gone" ? "closed" : "done" }, { what: "taken" });
    }
    case "takeOver":
      return after(c, { kind: (await takeOverPromise(ctx, promise)).ok ? "done" : "closed" }, { what: "taken" });
    case "release":
      await releasePromise(ctx, promise);
      return after(c, { kind: "done" });
    case "resume":
      return after(c, { kind: (await resumePromise(ctx, promise)).ok ? "done" : "closed" });
    case "pause": {
      if (reason === undefined) return showCase(c, form.refuse("reason", texts[c.var.language].problems.reasonMissing));
      return after(c, { kind: (await pausePromise(ctx, promise, reason)).ok ? "done" : "closed" });
    }
  }
};

const Move = z.object({ promise: z.uuid({ error: "momentMissing" }) });

/** The team lead agrees on a new moment; the old promise is superseded, and its first moment stays known. */
export const moveForm: Handler<Env> = async (c) => {
  const { problems, momentClosed } = texts[c.var.language];
  const words = sharedWords[c.var.language];
  const form = await parseForm(c, Move, problems);
  const values = form.ok ? form.values : form.refused.values;
  const refuse = (sentence: string, field = "moment") => showCase(c, { values, errors: { [field]: sentence } });
  const day = readDay(values, "moment");
  const time = readTime(values, "time");
  if (!day.ok) return refuse(day.problem === "missing" ? problems.momentMissing : words.dayImpossible(day.typed));
  if (!time.ok)
    return refuse(time.problem === "missing" ? problems.momentMissing : words.timeImpossible(time.typed), "time");
  if (!form.ok) return refuse(problems.momentMissing);
  if (!(await isPromiseOfCase(c.var.ctx, form.value.promise, c.req.param("id") ?? ""))) return c.notFound();
  const moved = await movePromise(c.var.ctx, form.value.promise, momentAt(day.value, time.value));
  if (moved.ok) return after(c, { kind: "done" });
  switch (moved.problem) {
    case "past":
      return refuse(problems.momentPast);
    case "tooFar":
      return refuse(problems.momentTooFar);
    case "closed":
      return refuse(momentClosed(words.hours(moved.officeHours)));
    case "notLead":
      return refuse(problems.notLead);
    case "gone":
      return after(c, { kind: "closed" });
  }
};
