import type { Context, Handler } from "hono";
import { z } from "zod";
import { momentAt } from "../../../kernel/hours.ts";
import type { CasePage } from "../../../modules/contact/index.ts";
import {
  isPromiseOfCase,
  movePromise,
  type OpenPromise,
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
import { Button, Buttons } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DateField } from "../../ui/choice.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import { texts as todayTexts } from "../today/page.tsx";
import { after } from "./forms.tsx";
import { showCase, texts } from "./page.tsx";

type Props = { c: Context<Env>; page: CasePage; refused: Refused | undefined };

/** What was promised in this case: what runs, with what can be done about it, and what was settled. */
export function Promised({ c, page, refused }: Props) {
  const { language } = c.var;
  const text = texts[language];
  const open = page.promises.filter((promise) => promise.state === "open");
  const settled = page.promises.filter((promise) => promise.state !== "open");
  return (
    <>
      <h2>{text.promises}</h2>
      {open.map((promise) => (
        <OpenPromiseCard c={c} page={page} promise={promise} refused={refused} />
      ))}
      <ul>
        {settled.map((promise) => (
          <li>
            {text.promiseDue(todayTexts[language].kinds[promise.kind], promise.dueAt)}: {text.states[promise.state]}
          </li>
        ))}
      </ul>
    </>
  );
}

function OpenPromiseCard({ c, page, promise, refused }: Props & { promise: OpenPromise }) {
  const { language, place, atWork } = c.var;
  const text = texts[language];
  const nameOf = (id: string | null) => page.people.get(id ?? "") ?? "";
  const action = workPath(place, `hulpvragen/${page.file.id}/toezegging`);
  const hidden = { promise: promise.id };
  return (
    <Card title={text.promiseDue(todayTexts[language].kinds[promise.kind], promise.dueAt)}>
      <p>
        {promise.owner.personId === null ? text.ownerTeam : text.owner(nameOf(promise.owner.personId))} ·{" "}
        {promise.deputy.personId === null ? text.deputyLead : text.deputy(nameOf(promise.deputy.personId))}
        {promise.pause !== null && ` · ${text.paused}: ${text.pauseReasons[promise.pause.reason]}`}
      </p>
      <Details language={language} summary={text.howDue}>
        <p>
          {promise.clock === "clock-hours" ? text.howClockHours(promise.beganAt) : text.howWorkingDays(promise.beganAt)}
        </p>
      </Details>
      <Form action={action} hidden={hidden}>
        <Buttons>
          {promise.owner.personId === null && (
            <Button tight name="do" value="take">
              {text.take}
            </Button>
          )}
          {promise.owner.personId !== null && promise.owner.personId !== atWork.person.personId && (
            <Button tight look="secondary" name="do" value="takeOver">
              {text.takeOver(nameOf(promise.owner.personId))}
            </Button>
          )}
          {promise.owner.personId === atWork.person.personId && (
            <Button tight look="secondary" name="do" value="release">
              {text.release}
            </Button>
          )}
          {promise.pause !== null && (
            <Button tight look="secondary" name="do" value="resume">
              {text.resume}
            </Button>
          )}
        </Buttons>
      </Form>
      {atWork.isLead && (
        <Details
          language={language}
          summary={text.move}
          open={refused?.errors.moment !== undefined || refused?.errors.time !== undefined}
        >
          <Form action={`${action}/moment`} hidden={hidden}>
            <DateField language={language} refused={refused} name="moment" legend={text.moveDay} />
            <Field
              language={language}
              refused={refused}
              name="time"
              label={text.moveTime}
              hint={text.moveTimeHint}
              width="short"
              inputmode="numeric"
              maxlength={5}
            />
            <Button tight look="secondary">
              {text.moveSave}
            </Button>
          </Form>
        </Details>
      )}
      {promise.pause === null && (
        <Details language={language} summary={text.pause}>
          <Form action={action} hidden={{ ...hidden, do: "pause" }}>
            <p>{text.pauseWhy}</p>
            <Buttons>
              {(["resident-asked", "waiting-for-resident", "force-majeure"] as const).map((reason) => (
                <Button tight look="secondary" name="reason" value={reason}>
                  {text.pauseReasons[reason]}
                </Button>
              ))}
            </Buttons>
          </Form>
        </Details>
      )}
    </Card>
  );
}

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
      return after(c, { kind: taken.kind === "gone" ? "closed" : "done" }, "taken");
    }
    case "takeOver":
      return after(c, { kind: (await takeOverPromise(ctx, promise)).ok ? "done" : "closed" }, "taken");
    case "release":
      await releasePromise(ctx, promise);
      return after(c, { kind: "done" }, "saved");
    case "resume":
      return after(c, { kind: (await resumePromise(ctx, promise)).ok ? "done" : "closed" }, "saved");
    case "pause": {
      if (reason === undefined) return showCase(c, form.refuse("reason", texts[c.var.language].problems.reasonMissing));
      return after(c, { kind: (await pausePromise(ctx, promise, reason)).ok ? "done" : "closed" }, "saved");
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
  if (moved.ok) return after(c, { kind: "done" }, "saved");
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
      return after(c, { kind: "closed" }, "gone");
  }
};
