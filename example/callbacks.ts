import type { Ctx, Pool } from "../src/kernel/context.ts";
import { as } from "../src/kernel/context.ts";
import { zone } from "../src/kernel/day.ts";
import { momentAt } from "../src/kernel/hours.ts";
import { lastFourOf, proofOf } from "../src/modules/access/index.ts";
import {
  callbackRequest,
  cancelOwnQuestion,
  closeCallback,
  closingResults,
  logAttempt,
  requestCallback,
} from "../src/modules/contact/index.ts";
import { findTheme } from "../src/modules/directory/index.ts";
import { listToday, sweepAlarms, takePromise } from "../src/modules/promises/index.ts";
import { personId, pointId, teamId } from "./places.ts";
import { pick, randomFrom } from "./random.ts";
import type { Example } from "./read.ts";

/*
 * Sixty days of people asking to be called, lived through with the app's own use cases, in order of time: so every
 * state there is came about the way it really does.
 */

const count = 200;
const days = 60;

type Act = { at: Temporal.Instant; run: (ctx: Ctx) => Promise<void> };

/** How each question goes, and how often out of twenty. */
const fates = [
  ...Array.from({ length: 9 }, () => "answered" as const),
  ...Array.from({ length: 4 }, () => "two-calls" as const),
  ...Array.from({ length: 2 }, () => "cancelled" as const),
  ...Array.from({ length: 2 }, () => "late" as const),
  ...Array.from({ length: 2 }, () => "no-answer" as const),
  "not-safe" as const,
];

export async function liveThroughCallbacks(
  db: Pool,
  example: Example,
  until: Temporal.Instant,
  secret: string,
): Promise<void> {
  const today = until.toZonedDateTimeISO(zone).toPlainDate();
  const random = randomFrom(Number(today.toString().replaceAll("-", "")));
  const acts = [
    ...Array.from({ length: count }, (_, at) => lifeOf(example, today, at, random, secret)).flat(),
    ...sweeps(today),
  ]
    .filter((act) => Temporal.Instant.compare(act.at, until) < 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  for (const act of acts) await act.run({ db, now: act.at, actor: { kind: "visitor" }, municipalityId: "NL" });
}

/** The alarms look three times a day: often enough for the past. */
const sweeps = (today: Temporal.PlainDate): Act[] =>
  Array.from({ length: days + 1 }, (_, ago) => today.subtract({ days: ago })).flatMap((day) =>
    ["08:00", "12:30", "17:30"].map((time) => ({
      at: momentAt(day, time),
      run: async (ctx: Ctx) => {
        await sweepAlarms(ctx);
      },
    })),
  );

const membersOf = (example: Example, team: string) =>
  example.people.filter((person) => person.memberships.some((member) => member.team === team));

function lifeOf(
  example: Example,
  today: Temporal.PlainDate,
  number: number,
  random: () => number,
  secret: string,
): Act[] {
  const resident = pick(random, example.residents);
  // A team of five gets five times the questions of somebody alone.
  const seats = example.desks
    .filter((desk) => desk.municipality === resident.municipality)
    .flatMap((desk) => membersOf(example, desk.team.slug).map(() => desk));
  const desk = pick(random, seats);
  const members = membersOf(example, desk.team.slug);
  const helper = pick(random, members);
  // More questions lately than long ago: a desk that becomes known.
  const ago = Math.floor(days * random() ** 2.2);
  const asked = momentAt(
    today.subtract({ days: ago }),
    `${String(8 + Math.floor(random() * 12)).padStart(2, "0")}:${String(Math.floor(random() * 60)).padStart(2, "0")}`,
  );
  const fate = pick(random, fates);
  const world = { municipalityId: desk.municipality };
  const helperCtx = (ctx: Ctx): Ctx => ({
    ...ctx,
    ...world,
    actor: { kind: "person", personId: personId(helper.slug), teamIds: [teamId(desk.team.slug)] },
  });
  const after = (hours: number) => asked.add({ minutes: Math.round(hours * 60) });
  const found: { caseId?: string | undefined; code?: string } = {};

  const ask: Act = {
    at: asked,
    run: async (ctx) => {
      const here = { ...ctx, ...world };
      const request = callbackRequest({ examples: true }).parse({
        servicePointId: pointId(desk.servicePoint.slug),
        phone: resident.phone,
        dayparts: pick(random, [["morning"], ["afternoon"], ["morning", "afternoon"]]),
        harm: resident.harm === "yes" && number % 3 === 0 ? "yes" : "no",
        name: resident.name,
        mail: resident.email ?? "",
        language:
          resident.language === "nl"
            ? ""
            : (new Intl.DisplayNames("nl", { type: "language" }).of(resident.language) ?? ""),
        interpreter: resident.language !== "nl" && resident.language !== "en",
        mayLeaveMessage: resident.mayLeaveMessage,
        maySayWho: resident.mayWhoWeAre,
        askedFor: resident.askedFor,
        word: resident.question,
        theme: findTheme(resident.theme)?.slug ?? "iets-anders",
        formKey: crypto.randomUUID(),
      });
      const outcome = await requestCallback(here, request, {
        secret,
        clock: desk.municipality === "GM0762" ? "clock-hours" : "working-days",
        channel: number % 5 === 0 ? "desk" : "resident",
        siteLanguage: "nl",
      });
      if (outcome.kind !== "accepted") return;
      found.code = outcome.receipt.code;
      const mine = await listToday(helperCtx(ctx), 500);
      found.caseId =
        mine.filter((promise) => promise.kind === "callback").toSorted((a, b) => b.id.localeCompare(a.id))[0]?.caseId ??
        undefined;
    },
  };
  const withCase = (at: Temporal.Instant, run: (ctx: Ctx, caseId: string) => Promise<unknown>): Act => ({
    at,
    run: async (ctx) => {
      if (found.caseId !== undefined) await run(helperCtx(ctx), found.caseId);
    },
  });
  const take = (hours: number) =>
    withCase(after(hours), async (ctx, caseId) => {
      const promise = (await listToday(ctx, 500)).find((promise) => promise.caseId === caseId);
      if (promise !== undefined) await takePromise(ctx, promise.id);
    });
  const call = (hours: number, outcome: Parameters<typeof logAttempt>[2]["outcome"]) =>
    withCase(after(hours), (ctx, caseId) => logAttempt(ctx, caseId, { outcome, note: "" }));
  const close = (hours: number) =>
    withCase(after(hours), (ctx, caseId) =>
      closeCallback(ctx, caseId, { result: pick(random, closingResults.slice(0, 4)), note: pick(random, notes) }),
    );

  const soon = 1 + random() * 20;
  switch (fate) {
    case "answered":
      return [ask, take(soon), call(soon + 0.5, "reached"), close(soon + 1)];
    case "two-calls":
      return [ask, take(soon), call(soon + 1, "no-answer"), call(soon + 25, "reached"), close(soon + 26)];
    case "late":
      return [ask, take(80), call(81, "reached"), close(82)];
    case "no-answer":
      return [
        ask,
        take(soon),
        call(soon + 1, "no-answer"),
        call(soon + 26, "voicemail"),
        call(soon + 53, "no-answer"),
        withCase(after(soon + 90), (ctx, caseId) => closeCallback(ctx, caseId, { result: "not-reached", note: "" })),
      ];
    case "not-safe":
      return [ask, take(soon), call(soon + 1, "not-safe"), close(soon + 46)];
    case "cancelled":
      return [
        ask,
        {
          at: after(soon),
          run: async (ctx) => {
            if (found.code === undefined) return;
            const proof = proofOf(secret, found.code, lastFourOf(resident.phone));
            await cancelOwnQuestion(as({ ...ctx, ...world }, { kind: "code", proof }));
          },
        },
      ];
  }
}

const notes = [
  "Brief samen gelezen. Mevrouw weet nu wat er van haar gevraagd wordt.",
  "Uitgelegd dat bezwaar nog kan. Samen een kort bezwaar geschreven.",
  "Belastingdienst samen gebeld. Betalingsregeling loopt.",
  "Afspraak gemaakt met het spreekuur van donderdag.",
  "Getipt waar hij terecht kan. Belt zelf.",
  "",
];
