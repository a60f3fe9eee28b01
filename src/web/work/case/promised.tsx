import type { Context } from "hono";
import { may } from "../../../modules/access/index.ts";
import { type CasePage, wasOnlyTried } from "../../../modules/contact/index.ts";
import {
  followUpDays,
  isSetByLaw,
  type OpenPromise,
  type OwedPromise,
  PauseReason,
} from "../../../modules/promises/index.ts";
import { workPath } from "../../place.ts";
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
import type { CaseText } from "./nl.ts";
import { texts } from "./texts.ts";

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
            {text.promiseDue(todayTexts[language].kinds[promise.kind], promise.dueAt)}: {stateOf(promise, page, text)}
          </li>
        ))}
      </ul>
    </>
  );
}

function OpenPromiseCard({ c, page, promise, refused }: Props & { promise: OpenPromise }) {
  const { language } = c.var;
  const text = texts[language];
  const nameOf = (id: string | null) => page.people.get(id ?? "") ?? "";
  return (
    <Card title={text.promiseDue(todayTexts[language].kinds[promise.kind], promise.dueAt)}>
      <p>
        {promise.owner.personId === null ? ownerless(promise, text) : text.owner(nameOf(promise.owner.personId))} ·{" "}
        {deputyOf(promise, nameOf, text)}
        {promise.pause !== null && ` · ${text.paused}: ${sharedWords[language].pauseReasons[promise.pause.reason]}`}
      </p>
      <Details language={language} summary={text.howDue}>
        <p>{howDue(promise, page, text)}</p>
      </Details>
      {page.mayWrite && isSetByLaw(promise) && (
        <p>
          <a href={workPath(c.var.place, `verzoeken/${promise.subjectId}`)}>{text.toRequest}</a>
        </p>
      )}
      {page.mayWrite && !isSetByLaw(promise) && <Acts c={c} page={page} promise={promise} refused={refused} />}
    </Card>
  );
}

/** What can be done about it, by whoever works on the file. */
function Acts({ c, page, promise, refused }: Props & { promise: OpenPromise }) {
  const { language, place, atWork } = c.var;
  const text = texts[language];
  const nameOf = (id: string | null) => page.people.get(id ?? "") ?? "";
  const action = workPath(place, `hulpvragen/${page.file.id}/toezegging`);
  const hidden = { promise: promise.id };
  return (
    <>
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
      {may(c.var.ctx, "promise.move", { teamId: promise.teamId }) && (
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
              {PauseReason.options.map((reason) => (
                <Button tight look="secondary" name="reason" value={reason}>
                  {sharedWords[language].pauseReasons[reason]}
                </Button>
              ))}
            </Buttons>
          </Form>
        </Details>
      )}
    </>
  );
}

const ownerless = (promise: OpenPromise, text: CaseText): string =>
  isSetByLaw(promise) ? text.ownerLead : text.ownerTeam;

/** A role stands in for a role, somebody for somebody: of a small team sometimes nobody is there. */
function deputyOf({ owner, deputy }: OpenPromise, nameOf: (id: string) => string, text: CaseText): string {
  if (deputy.personId !== null) return text.deputy(nameOf(deputy.personId));
  if (deputy.role === "privacy-officer") return text.deputyPrivacy;
  return owner.personId === null ? text.deputyLead : text.noDeputy;
}

/** A call that reached nobody keeps its promise, and is not said to be done (decision 0006). */
function stateOf(promise: OwedPromise, { attempts }: CasePage, text: CaseText): string {
  const tried = promise.state === "kept" && wasOnlyTried({ kind: promise.kind, at: promise.settledAt }, attempts);
  return text.states[tried ? "tried" : promise.state];
}

/** How its moment was counted: by somebody, or by the clock and since when. */
function howDue(promise: OpenPromise, page: CasePage, text: CaseText): string {
  if (isSetByLaw(promise)) return text.howByLaw;
  const before = page.promises.find(({ id }) => id === promise.followsId);
  if (before?.state === "superseded") return text.howMoved;
  const days = promise.kind === "callback" && before === undefined ? 2 : followUpDays(promise);
  const counted =
    promise.clock === "clock-hours" ? text.howClockHours(promise.beganAt) : text.howWorkingDays(promise.beganAt, days);
  const rested = page.changes.some(({ change, promiseId }) => change === "resumed" && promiseId === promise.id);
  return rested ? `${counted} ${text.howRested}` : counted;
}
