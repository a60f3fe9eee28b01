import { type Day, zone } from "../../../kernel/day.ts";
import type { EventName } from "../../../kernel/event.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Ground } from "../rights.ts";
import type { TeamRole } from "../role.ts";

/*
 * What a privacy officer asks of the trail and how it is told: what happened, when, by whom, on which ground and in which
 * file, by a reference that says nothing of the resident. What is promised and kept stands in the file, and is not here.
 */

/** What somebody may look for, each with the events it is. */
export const trailKinds = {
  opened: ["access.fileRead"],
  emergency: ["access.glassBroken", "access.glassRefused", "access.glassListed"],
  shared: ["access.shared", "access.shareEnded"],
  searched: ["casework.searched"],
  exported: ["casework.listExported"],
  written: [
    "casework.noted",
    "casework.closed",
    "casework.reopened",
    "casework.held",
    "casework.holdLifted",
    "casework.forgotten",
    "contact.attempted",
    "contact.callbackClosed",
    "contact.reachChanged",
    "contact.codeRenewed",
  ],
  contacts: ["directory.contactsRead", "directory.contactChanged"],
  codes: ["access.codeRefused"],
  duties: [
    "access.dutyGiven",
    "access.dutyTaken",
    "access.deputySet",
    "access.personAdded",
    "access.personLeft",
    "access.personBack",
  ],
  signedIn: ["access.signedIn", "access.invitationUsed", "access.sessionsEnded"],
  // Whoever searches stands in the trail as well.
  trail: ["access.trailSearched", "access.readersAsked", "access.readingJudged"],
} as const satisfies Record<string, readonly EventName[]>;
export type TrailKind = keyof typeof trailKinds;
export type TrailName = (typeof trailKinds)[TrailKind][number];

export const isTrailKind = (text: string): text is TrailKind => Object.hasOwn(trailKinds, text);

export const trailNames: readonly TrailName[] = Object.values(trailKinds).flat();
/** Every look at the page is a search: unless somebody asks for those, they would push real reading out of view. */
export const namesOf = (kind: TrailKind | undefined): readonly TrailName[] =>
  kind === undefined ? trailNames.filter((name) => name !== "access.trailSearched") : trailKinds[kind];

/** These are about a file; the others about people, or about nobody. */
const aboutFiles: readonly TrailName[] = [
  ...trailKinds.opened,
  ...trailKinds.shared,
  ...trailKinds.written,
  "access.glassBroken",
  "access.readersAsked",
];
export const isAboutFile = (name: TrailName): boolean => aboutFiles.includes(name);

/** These are about a person: their `subjectRef` is the id of whom. */
export const namesAboutPeople: readonly TrailName[] = [...trailKinds.duties, ...trailKinds.signedIn];
/** The system writes these down before it knows somebody as a person: whom they are about did them. */
const doneByWhomItIsAbout: readonly TrailName[] = ["access.signedIn", "access.invitationUsed"];

/** The person who did it, and the other person it is about; by their ids. */
export function peopleOf(
  name: TrailName,
  { actorId, subjectRef }: { actorId: string | null; subjectRef: string },
): { by: string | null; about: string | null } {
  if (!namesAboutPeople.includes(name)) return { by: actorId, about: null };
  return doneByWhomItIsAbout.includes(name) ? { by: subjectRef, about: null } : { by: actorId, about: subjectRef };
}

/** Who did it: somebody at work, a resident with their code, or no person that is known. */
export const actorKinds = ["person", "code", "visitor", "client", "system"] as const;
type By = { kind: (typeof actorKinds)[number]; personId: string | null; name: string | null };

export type TrailLine = {
  id: string;
  at: Temporal.Instant;
  name: TrailName;
  by: By;
  /** Whom it is about, when that is somebody else whom the officer may know; the name is empty of who became nobody. */
  about: { personId: string; name: string } | null;
  ground: Ground | null;
  /** Of how many residents, when it is about more than one; null when the officer may not know. */
  count: number | null;
  /** Which role, when a duty was given or taken. */
  role: TeamRole | null;
  /** `event_ref` of the file, when it is about one. */
  subjectRef: string | null;
  teamIds: string[];
};

/** What somebody chose to see; days as a Dutch calendar has them, the last one included. */
export type TrailChoice = {
  from: Day;
  until: Day;
  kind: TrailKind | undefined;
  personId: string | undefined;
  teamId: string | undefined;
  reference: string | undefined;
};

const usualDays = 30;
const mostMonths = 12;

/**
 * The last thirty days unless said otherwise, and a year at most: what is asked for is what is looked at. Of one file it is
 * everything since its opening: whoever asks who looked is not told "nobody" because it was long ago.
 */
export function periodOf(
  asked: { from: Day | undefined; until: Day | undefined },
  today: Day,
  file?: { openedOn: Day | undefined },
): Result<Pick<TrailChoice, "from" | "until">, "order" | "tooLong"> {
  const until = asked.until ?? today;
  const opened = file?.openedOn;
  const usual = opened === undefined ? until.subtract({ days: usualDays }) : earlier(opened, until);
  const from = asked.from ?? usual;
  if (Temporal.PlainDate.compare(from, until) > 0) return { ok: false, problem: "order" };
  const isLong = Temporal.PlainDate.compare(until, from.add({ months: mostMonths })) > 0;
  if (isLong && file === undefined) return { ok: false, problem: "tooLong" };
  return { ok: true, value: { from, until } };
}

const earlier = (one: Day, other: Day): Day => (Temporal.PlainDate.compare(one, other) < 0 ? one : other);

/** From the first moment of the first day to the last of the last. */
export const momentsOf = ({ from, until }: Pick<TrailChoice, "from" | "until">) => ({
  from: from.toZonedDateTime(zone).toInstant(),
  before: until.add({ days: 1 }).toZonedDateTime(zone).toInstant(),
});

/** "3f9a1-2bc07": as much of a random reference as people compare and type. */
export function sayReference(reference: string): string {
  const digits = reference.replaceAll("-", "").slice(0, 10);
  return `${digits.slice(0, 5)}-${digits.slice(5)}`;
}

/** The references that begin with what was typed; undefined when it is none. */
export function readReference(typed: string): { from: string; until: string } | undefined {
  const digits = typed.toLowerCase().replace(/[\s-]/g, "");
  if (!/^[0-9a-f]{10}$/.test(digits)) return undefined;
  const fill = (rest: string) =>
    (digits + rest.repeat(22)).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { from: fill("0"), until: fill("f") };
}

declare module "../../../kernel/event.ts" {
  interface Events {
    /** Which filters were used, never what was filled in. */
    "access.trailSearched": {
      kind: TrailKind | null;
      days: number;
      by: ("person" | "team" | "file")[];
      page: number;
      as: "page" | "file";
    };
    /** A resident asked who looked, and showed the code of their question. */
    "access.readersAsked": Record<string, never>;
  }
}
