/** A working day: long enough not to be in the way, short enough for a forgotten screen. */
export const sessionLength = { hours: 10 } as const;
/** Without a request for this long, the session is over. */
const idleLimit = { hours: 2 } as const;

export const sessionIsOver = (
  session: { seenAt: Temporal.Instant; endsAt: Temporal.Instant },
  now: Temporal.Instant,
): boolean =>
  Temporal.Instant.compare(now, session.endsAt) >= 0 ||
  Temporal.Instant.compare(now, session.seenAt.add(idleLimit)) >= 0;
