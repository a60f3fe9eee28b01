/** A working day: long enough not to be in the way, short enough for a forgotten screen. */
export const sessionLength = { hours: 10 } as const;
/** Without a request for this long, the session is over. */
const idleLimit = { hours: 2 } as const;

/** Whoever was last seen at this moment or before has been idle too long. */
export const idleSince = (now: Temporal.Instant): Temporal.Instant => now.subtract(idleLimit);

/** Where somebody is signed in, as they see it themselves. */
export type OwnSession = {
  id: string;
  beganAt: Temporal.Instant;
  seenAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** The browser and system it began on, in a few words. */
  device: string;
};

/** When this session ends if nothing is asked any more. */
export const endOf = (session: { seenAt: Temporal.Instant; endsAt: Temporal.Instant }): Temporal.Instant =>
  Temporal.Instant.compare(session.seenAt.add(idleLimit), session.endsAt) < 0
    ? session.seenAt.add(idleLimit)
    : session.endsAt;

export const sessionIsOver = (
  session: { seenAt: Temporal.Instant; endsAt: Temporal.Instant },
  now: Temporal.Instant,
): boolean => Temporal.Instant.compare(now, endOf(session)) >= 0;
