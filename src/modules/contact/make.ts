import { type Actor, type Ctx, inTransaction, type Pool } from "../../kernel/context.ts";
import { zone } from "../../kernel/day.ts";
import { newId } from "../../kernel/id.ts";
import {
  addMember,
  addMunicipality,
  addOrganisation,
  addPerson,
  addTeam,
  lastFourOf,
  type Municipality,
  proofOfTyped,
  type Team,
  type TeamRole,
} from "../access/index.ts";
import { aMunicipality, anOrganisation, aTeam } from "../access/make.ts";
import { reviewRequest } from "../casework/index.ts";
import { addService } from "../directory/index.ts";
import { aService, aServicePoint, servedBy } from "../directory/make.ts";
import { type CallbackRequest, callbackRequest, type Receipt } from "./callback/callback.ts";
import { findOwnQuestion, requestCallback } from "./callback/usecases.ts";
import type { Attempt } from "./calling/attempt.ts";
import { openRequestPage } from "./rights/usecases.ts";

/** What a browser sends when somebody filled in the least there is to fill in. */
export const aFilledForm = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  servicePointId: newId(),
  phone: "06-00001234",
  dayparts: ["morning", "afternoon"],
  harm: "no",
  formKey: newId(),
  ...over,
});

/** The same, read: a request that can be taken in. Numbers that nobody has are welcome. */
export const aCallbackRequest = (over: Record<string, unknown> = {}): CallbackRequest =>
  callbackRequest({ examples: true }).parse(aFilledForm(over));

/** A moment as a Dutch clock shows it: "2026-11-24T10:00" is ten in the morning. */
export const dutch = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();

/** A call that nobody answered, on a Tuesday morning. */
export const anAttempt = (over: Partial<Attempt> = {}): Attempt => ({
  id: newId(),
  at: dutch("2026-11-24T10:00"),
  byPersonId: newId(),
  outcome: "no-answer",
  ...over,
});

const teamNames = ["raadslieden", "rechtswinkel"] as const;
type TeamName = (typeof teamNames)[number];

/** Who works where. Samira leads the raadslieden, Lotte the rechtswinkel; a deputy is in the same team. */
const people = {
  samira: { team: "raadslieden", role: "team-lead", deputy: "marijke" },
  jeroen: { team: "raadslieden", role: "helper", deputy: "elif" },
  elif: { team: "raadslieden", role: "helper", deputy: "marijke" },
  marijke: { team: "raadslieden", role: "helper", deputy: null },
  lotte: { team: "rechtswinkel", role: "team-lead", deputy: null },
  bram: { team: "rechtswinkel", role: "helper", deputy: "lotte" },
} as const satisfies Record<string, { team: TeamName; role: TeamRole; deputy: string | null }>;
export type PersonName = keyof typeof people;
const personNames = ["samira", "jeroen", "elif", "marijke", "lotte", "bram"] as const satisfies PersonName[];

const secret = "a secret of no installation at all, for trying things out";
const counter = { towns: 0 };

type TownChoices = {
  at?: string;
  municipality?: Partial<Municipality>;
  /** What is different about the raadslieden. */
  team?: Partial<Team>;
  /** Both teams are of one organisation of this kind. */
  together?: "municipality" | "welfare";
};

/**
 * A town of its own with two teams, their people and their points, set up by the modules' own use cases. Its clock is
 * moved by hand; `visitor`, `helper` and `withCode` give the world as it is at that moment.
 */
export async function aTown(db: Pool, choices: TownChoices = {}) {
  const number = 9000 + counter.towns++;
  const municipality = aMunicipality({
    id: `GM${number}`,
    slug: `voorbeeldstad-${number}`,
    name: `Voorbeeldstad ${number}`,
    ...choices.municipality,
  });
  const clock = { now: dutch(choices.at ?? "2026-11-24T10:00") };
  const world = (actor: Actor): Ctx => ({ db, now: clock.now, actor, municipalityId: municipality.id });
  const teams = {
    raadslieden: teamOf(municipality, "raadslieden", choices.team),
    rechtswinkel: teamOf(municipality, "rechtswinkel"),
  };
  if (choices.together !== undefined)
    teams.rechtswinkel = { ...teams.rechtswinkel, organisation: teams.raadslieden.organisation };
  const ids: Record<PersonName, string> = {
    samira: newId(),
    jeroen: newId(),
    elif: newId(),
    marijke: newId(),
    lotte: newId(),
    bram: newId(),
  };
  const points = {
    /** Two points of the same team. */
    raadslieden: aServicePoint({ teamId: teams.raadslieden.id }),
    buurthuis: aServicePoint({ teamId: teams.raadslieden.id }),
    rechtswinkel: aServicePoint({ teamId: teams.rechtswinkel.id }),
    /** Nobody calls back from here. */
    website: aServicePoint({ phone: null }),
  };

  await inTransaction(world({ kind: "system", purpose: "example" }), async (ctx) => {
    await addMunicipality(ctx, municipality);
    for (const name of teamNames) {
      const { organisation } = teams[name];
      await addOrganisation(ctx, anOrganisation({ ...organisation, kind: choices.together ?? "legal-aid" }));
      await addTeam(ctx, teams[name]);
      await addService(
        ctx,
        aService({
          municipalityId: municipality.id,
          organisation: servedBy(organisation),
          points:
            name === "raadslieden" ? [points.raadslieden, points.buurthuis, points.website] : [points.rechtswinkel],
        }),
      );
    }
    for (const name of personNames)
      await addPerson(ctx, { id: ids[name], name, mail: `${name}-${number}@example.org` });
    for (const name of personNames) {
      const { team, role, deputy } = people[name];
      await addMember(ctx, {
        municipalityId: municipality.id,
        teamId: teams[team].id,
        personId: ids[name],
        role,
        deputyId: deputy === null ? null : ids[deputy],
      });
    }
  });

  const given: Parameters<typeof requestCallback>[2] = {
    secret,
    clock: municipality.callbackClock,
    channel: "resident",
    siteLanguage: "nl",
  };
  const visitor = (): Ctx => world({ kind: "visitor" });
  const helper = (name: PersonName): Ctx =>
    world({
      kind: "person",
      personId: ids[name],
      teamIds: [teams[people[name].team].id],
      leadOf: people[name].role === "team-lead" ? [teams[people[name].team].id] : [],
    });
  const withCode = (code: string, digits: string): Ctx =>
    world({ kind: "code", proof: proofOfTyped(secret, code, digits) });
  const team = (name: TeamName): Ctx => world({ kind: "system", purpose: "intake", teamId: teams[name].id });
  const ownCtx = (receipt: Receipt, phone: string) => withCode(receipt.code, lastFourOf(phone));

  return {
    municipality,
    teams,
    points,
    people: ids,
    given,
    secret,
    clock,
    /** Moves the clock to a moment on a Dutch clock. */
    moveTo: (local: string) => {
      clock.now = dutch(local);
    },
    later: (by: Temporal.DurationLike) => {
      clock.now = clock.now.add(by);
    },
    visitor,
    helper,
    withCode,
    /** The system, standing in for a team. */
    team,
    /** Somebody asks the raadslieden to be called back; `own` is their world with their code. */
    ask: async (over: Record<string, unknown> = {}) => {
      const request = aCallbackRequest({ servicePointId: points.raadslieden.id, ...over });
      const outcome = await requestCallback(visitor(), request, given);
      if (outcome.kind !== "accepted") throw new Error(`Nobody took the request in: ${outcome.kind}.`);
      const { receipt } = outcome;
      const question = await findOwnQuestion(ownCtx(receipt, request.phone));
      if (question === undefined) throw new Error("The code on the receipt opens nothing.");
      const { file, callback, promise } = question;
      if (promise === undefined) throw new Error("The question has no promise.");
      const own = () => ownCtx(receipt, request.phone);
      return { request, receipt, caseId: file.id, callbackId: callback.id, eventRef: file.eventRef, promise, own };
    },
  };
}

export type Town = Awaited<ReturnType<typeof aTown>>;

const teamOf = (municipality: Municipality, name: TeamName, over: Partial<Team> = {}): Team =>
  aTeam({
    municipalityId: municipality.id,
    name: `Voorbeeld ${name}`,
    function: name === "raadslieden" ? "sociaal-raadslieden" : name,
    organisation: { id: newId(), name: `Voorbeeld ${name} ${municipality.name}`, independence: "independent" },
    ...over,
  });

/** The same resident, after the link in a mail. */
export const byMail = (ctx: Ctx): Ctx =>
  ctx.actor.kind === "code" ? { ...ctx, actor: { ...ctx.actor, byMail: true } } : ctx;

/** Somebody of the team looks through all that a copy would hold, and leaves out the lines with this word. */
export async function review(ctx: Ctx, requestId: string, about?: string) {
  const entries = (await openRequestPage(ctx, requestId))?.entries ?? [];
  return reviewRequest(ctx, requestId, {
    seen: entries.map(({ id }) => id),
    omissions: entries
      .filter(({ text }) => about !== undefined && text.includes(about))
      .map(({ id }) => ({ entryId: id, reason: "somebody-else" as const })),
  });
}
