import type { Context } from "hono";
import { dayOf } from "../../../kernel/day.ts";
import type { Language } from "../../../kernel/language.ts";
import { safetyWarnings } from "../../../modules/casework/index.ts";
import type { CallbackLine } from "../../../modules/contact/index.ts";
import { findTheme } from "../../../modules/directory/index.ts";
import { isLookKind, isSetByLaw, type OpenPromise } from "../../../modules/promises/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { WorkRow, type WorkRowProps } from "../../ui/work-row.tsx";
import { sharedWords } from "../../words/words.ts";
import { isLate } from "./groups.ts";
import type { TodayText } from "./nl.ts";

type RowProps = {
  c: Context<Env>;
  text: TodayText;
  promise: OpenPromise;
  line: CallbackLine | undefined;
  /** The first of what the resident wrote. */
  words: string | undefined;
  nameOf: (personId: string | null) => string;
};

/** One promise: by when, to whom, what to know before acting, and the one next action. */
export function PromiseRow({ c, text, promise, line, words, nameOf }: RowProps) {
  const { language, ctx } = c.var;
  const theme = findTheme(line?.file.theme ?? "")?.text[language].title;
  const name = line === undefined || line.resident.name === "" ? text.noName : line.resident.name;
  return (
    <WorkRow
      id={`toezegging-${promise.id}`}
      {...momentOf(promise, ctx.now, text)}
      title={
        isLookKind(promise.kind)
          ? text.kinds[promise.kind]
          : `${isUnsafe(line) && isCall(promise) ? text.otherWay : text.kinds[promise.kind]}: ${name}${theme === undefined ? "" : `, ${theme.toLowerCase()}`}`
      }
      href={hrefOf(c, promise, line)}
      quote={words}
      warnings={isUnsafe(line) ? [text.warnings.notSafe] : []}
      facts={[
        ...(promise.pause === null ? [] : [sharedWords[language].pauseReasons[promise.pause.reason].toLowerCase()]),
        ...(promise.harm ? [text.harm] : []),
        ...movedOf(promise, ctx.now, text),
        ...(line === undefined ? [] : factsOf(line, text, language)),
        ownerOf(c, promise, text, nameOf),
      ]}
      action={<NextAct c={c} text={text} promise={promise} line={line} />}
    />
  );
}

/**
 * Where it is done: an answer about somebody's own data, and what a lead looks at as the deputy of a privacy officer, have
 * pages of their own.
 */
function hrefOf(c: Context<Env>, promise: OpenPromise, line: CallbackLine | undefined): string | undefined {
  const { place } = c.var;
  if (isLookKind(promise.kind)) return workPath(place, `inzage/te-bekijken/${promise.subjectId}`);
  if (line === undefined) return undefined;
  return workPath(place, isSetByLaw(promise) ? `verzoeken/${promise.subjectId}` : `hulpvragen/${line.file.id}`);
}

const isCall = ({ kind }: OpenPromise): boolean => kind === "callback" || kind === "call-again";

const isUnsafe = (line: CallbackLine | undefined): boolean => line !== undefined && line.resident.notSafeSince !== null;

/** How long there is, or since when it rests. */
function momentOf(
  promise: OpenPromise,
  now: Temporal.Instant,
  text: TodayText,
): Pick<WorkRowProps, "urgency" | "due" | "dueNote"> {
  if (promise.pause !== null)
    return { urgency: "calm", due: text.resting, dueNote: text.restsSince(promise.pause.since) };
  if (isLate(promise, now)) {
    const minutes = Math.round(promise.promisedAt.until(now).total("minutes"));
    return { urgency: "late", due: text.late(minutes), dueNote: text.promised(promise.promisedAt) };
  }
  const minutes = Math.round(now.until(promise.dueAt).total("minutes"));
  return {
    urgency: promise.harm || dayOf(promise.dueAt).equals(dayOf(now)) ? "soon" : "calm",
    due: minutes < 24 * 60 ? text.left(minutes) : text.day(promise.dueAt),
    dueNote: text.before(promise.dueAt),
  };
}

/** It stands where the first promise put it; the row says which other moment there is. */
function movedOf(promise: OpenPromise, now: Temporal.Instant, text: TodayText): string[] {
  if (promise.promisedAt.equals(promise.dueAt)) return [];
  return [isLate(promise, now) ? text.newMoment(promise.dueAt) : text.firstPromised(promise.promisedAt)];
}

function ownerOf(c: Context<Env>, { owner }: OpenPromise, text: TodayText, nameOf: RowProps["nameOf"]): string {
  if (owner.personId === c.var.atWork.person.personId) return text.ownerMe;
  if (owner.personId !== null) return text.owner(nameOf(owner.personId));
  if (owner.role === "privacy-officer") return text.ownerPrivacy;
  return owner.role === "team-lead" ? text.lead_ : text.ownerTeam;
}

function factsOf({ callback, resident }: CallbackLine, text: TodayText, language: Language): string[] {
  return [
    // In red on nearly every row it would warn of nothing: the page of the case grades it, before the number.
    ...safetyWarnings(resident)
      .filter((warning) => warning !== "notSafe")
      .map((warning) => text.warnings[warning]),
    text.reach(callback.dayparts.map((part) => sharedWords[language].daypartsShort[part]).join(", ")),
    ...(resident.language === "" ? [] : [text.speaks(resident.language)]),
    ...(callback.followsId === null ? [] : [text.again]),
    text.asked(callback.requestedAt),
  ];
}

/** Take it when nobody has; call when it is mine; otherwise look. */
function NextAct({ c, text, promise, line }: Omit<RowProps, "words" | "nameOf">) {
  const { place, atWork, ctx } = c.var;
  const looksAt = isLookKind(promise.kind) ? hrefOf(c, promise, line) : undefined;
  if (looksAt !== undefined)
    return (
      <LinkButton tight look="secondary" href={looksAt}>
        {text.open}
      </LinkButton>
    );
  if (line === undefined) return null;
  const { personId } = promise.owner;
  // Of the lead by the law: it is opened, and not taken by whoever comes first.
  if (personId === null && promise.pause === null && !isSetByLaw(promise))
    return (
      <Form action={workPath(place, "vandaag/neem")} hidden={{ promise: promise.id, case: line.file.id }}>
        <Button tight look={isLate(promise, ctx.now) || promise.harm ? "primary" : "secondary"}>
          {text.take}
        </Button>
      </Form>
    );
  const mine = personId === atWork.person.personId && promise.pause === null;
  const call = mine && !isUnsafe(line) && isCall(promise);
  return (
    <LinkButton
      tight
      look={mine ? "primary" : "secondary"}
      href={hrefOf(c, promise, line) ?? workPath(place, "vandaag")}
    >
      {call ? text.callNow : text.open}
    </LinkButton>
  );
}
