import type { Action, Ground } from "./rights.ts";

declare const granted: unique symbol;

/**
 * Leave to do one thing with one case. Only `permit` and `permitIntake` in usecases.ts make one, and they record it;
 * stores with personal data demand it.
 */
export type Permit<A extends Action = Action> = {
  readonly [granted]: A;
  readonly caseId: string;
  readonly teamId: string;
  readonly eventRef: string;
  /** On which ground it was given. */
  readonly ground: Ground;
};

/** For access/usecases.ts alone: the architecture test forbids the import elsewhere. */
export const grant = <A extends Action>(
  _action: A,
  to: { caseId: string; teamId: string; eventRef: string; ground: Ground },
): Permit<A> => to as Permit<A>;

/** Leave to see the lists of one's own teams. Only `permitTeams` in usecases.ts makes one. */
export type TeamPermit = { readonly [granted]: "team.list"; readonly teamIds: string[] };

export const grantTeams = (teamIds: string[]): TeamPermit => ({ teamIds }) as TeamPermit;

/** Leave to see what a team still owes, and nothing of whom. Only `permitWatch` in usecases.ts makes one. */
export type WatchPermit = { readonly [granted]: "promise.watch"; readonly teamId: string };

export const grantWatch = (teamId: string): WatchPermit => ({ teamId }) as WatchPermit;

/** Leave to see what happened at these organisations. Only `permitTrail` in usecases.ts makes one. */
export type TrailPermit = { readonly [granted]: "trail.search"; readonly organisationIds: string[] };

export const grantTrail = (organisationIds: string[]): TrailPermit => ({ organisationIds }) as TrailPermit;

/** Leave to see when requests must be answered, and nothing of whom. Only `permitWatchingRequests` in usecases.ts makes one. */
export type RequestWatchPermit = { readonly [granted]: "request.list" };

export const grantWatchingRequests = (): RequestWatchPermit => ({}) as RequestWatchPermit;

/** Leave to look at what was read in an unusual way. Only `permitLooking` in usecases.ts makes one. */
export type LookPermit = { readonly [granted]: "reading.judge" };

export const grantLooking = (): LookPermit => ({}) as LookPermit;

declare module "../../kernel/event.ts" {
  interface Events {
    "access.fileRead": { ground: Ground };
    "access.codeRefused": Record<string, never>;
    "access.signedIn": { provider: string };
  }
}
