import { as, type Ctx, inTransaction, reading } from "../../../kernel/context.ts";
import { isLanguage, type Translated } from "../../../kernel/language.ts";
import type { Mail } from "../../../kernel/mail.ts";
import type { Result } from "../../../kernel/result.ts";
import { getTeam, listJudges, listWatchers, permitLooking } from "../../access/index.ts";
import { followUpSpan } from "../clock.ts";
import { en } from "../en.ts";
import { nl, type PromisesText } from "../nl.ts";
import * as promises from "../store.ts";
import { keepPromise, makePromise } from "../usecases.ts";
import * as store from "./store.ts";

const texts: Translated<PromisesText> = { nl, en };

/** Somebody must look at what happened: never a block, always a person. Once for each thing that happened. */
export function promiseToLook(
  ctx: Ctx,
  about: {
    teamId: string;
    caseId: string | null;
    eventRef: string;
    subjectId: string;
    owner: "team-lead" | "privacy-officer";
  },
): Promise<void> {
  const { teamId, owner, ...rest } = about;
  return inTransaction(as(ctx, { kind: "system", purpose: "alarms", teamId }), async (ctx) => {
    if (await promises.hasPromise(ctx.db, ctx.municipalityId, "look", about.subjectId)) return;
    await makePromise(ctx, {
      ...rest,
      teamId,
      kind: "look",
      toWhom: "team",
      owner: { role: owner, personId: null },
      deputy: { role: owner === "team-lead" ? "privacy-officer" : "team-lead", personId: null },
      span: followUpSpan(ctx.now, await getTeam(ctx, teamId), { harm: false }),
      harm: false,
    });
  });
}

/** Somebody looked at it: of the team itself, on the page of the case. */
export const markLooked = (ctx: Ctx, promiseId: string): Promise<Result<void, "gone">> =>
  inTransaction(ctx, async (ctx) => {
    const promise = await promises.lockPromise(ctx.db, ctx.municipalityId, promiseId);
    if (promise?.state !== "open" || promise.kind !== "look") return { ok: false, problem: "gone" };
    await keepPromise(ctx, promise);
    return { ok: true, value: undefined };
  });

/** Somebody looked at unusual reading, and said what came of it: nobody owes that any more. */
export const keepLook = (ctx: Ctx, { teamId, subjectId }: { teamId: string; subjectId: string }): Promise<void> =>
  inTransaction(as(ctx, { kind: "system", purpose: "alarms", teamId }), async (ctx) => {
    const promise = await promises.findOpen(ctx.db, ctx.municipalityId, "look", subjectId);
    if (promise !== undefined) await keepPromise(ctx, promise);
  });

/** By when somebody must look at each unusual reading that the actor may look at, by its id. */
export async function listLooksDue(ctx: Ctx): Promise<Map<string, Temporal.Instant>> {
  const permit = permitLooking(ctx);
  if (permit === undefined) return new Map();
  const due = await reading(ctx, (ctx) => store.listLooksDue(ctx.db, ctx.municipalityId, permit));
  return new Map(due.map(({ subjectId, dueAt }) => [subjectId, dueAt]));
}

type Watcher = Awaited<ReturnType<typeof listWatchers>>[number];

/** They name nobody. */
const lookMail = (
  person: Watcher,
  { teamId, subjectId }: { teamId: string; subjectId: string },
  write: (text: PromisesText) => Pick<Mail, "subject" | "text">,
): Mail => ({
  key: `look:${subjectId}:${person.id}`,
  teamId,
  caseId: null,
  to: person.mail,
  ...write(texts[isLanguage(person.language) ? person.language : "nl"]),
});

/** To the team's leads and the privacy officers of its organisation, but for the one whose reading it is. */
export async function unusualReadingMails(
  ctx: Ctx,
  about: { teamId: string; subjectId: string },
  link: string,
): Promise<Mail[]> {
  const { teamId, subjectId } = about;
  const people = await reading(as(ctx, { kind: "system", purpose: "alarms", teamId }), (ctx) =>
    listJudges(ctx, teamId, subjectId),
  );
  return people.map((person) => lookMail(person, about, (text) => text.unusualReading(link)));
}

/**
 * To the team's leads, who open the file, and to the privacy officers of its organisation, who see that it was opened and
 * never the file: each gets the link that opens for them.
 */
export async function glassMails(
  ctx: Ctx,
  about: { teamId: string; subjectId: string },
  links: { caseLink: string; trailLink: string },
): Promise<Mail[]> {
  const { teamId } = about;
  const people = await reading(as(ctx, { kind: "system", purpose: "alarms", teamId }), (ctx) =>
    listWatchers(ctx, teamId),
  );
  return people.map((person) =>
    lookMail(person, about, (text) =>
      person.leads ? text.glassBroken(links.caseLink) : text.glassBrokenWatched(links.trailLink),
    ),
  );
}
