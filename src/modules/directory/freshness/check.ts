import { type Day, dayOf } from "../../../kernel/day.ts";
import { fingerprint } from "../../../kernel/id.ts";

/*
 * Every entry of the route map is looked at twice a year by whoever offers it. Who does not answer is asked again, then
 * whoever keeps the map hears of it; a year after the last look the entry says itself that nobody checked it, and stands lower.
 */

/** So long after it was last looked at, its owner is asked. */
export const askAfter = { months: 6 } as const;
const staleAfter = { months: 12 } as const;
/** Without an answer they are asked once more after so long. */
const askAgainAfter = { days: 30 } as const;
const askedAtMost = 2;
/** A link works as long as both mails are worth answering. */
export const linkLasts = { hours: 24 * 60 } as const;

type Freshness = "fresh" | "due" | "stale";

/** @param checkedOn null: nobody ever asked whoever offers it. */
export function freshnessOf(checkedOn: string | null, today: Day): Freshness {
  if (checkedOn === null) return "stale";
  const checked = Temporal.PlainDate.from(checkedOn);
  if (Temporal.PlainDate.compare(checked.add(staleAfter), today) <= 0) return "stale";
  return Temporal.PlainDate.compare(checked.add(askAfter), today) <= 0 ? "due" : "fresh";
}

/** How often an owner was asked since the entry was last looked at, and when. */
export type Asked = { times: number; last: Temporal.Instant | null };

/** `ask`: by mail; `tell`: nobody answered, so whoever keeps the map must call them. */
export function nextStep(checkedOn: string | null, asked: Asked, now: Temporal.Instant): "wait" | "ask" | "tell" {
  if (freshnessOf(checkedOn, dayOf(now)) === "fresh") return "wait";
  if (asked.last === null) return "ask";
  if (Temporal.PlainDate.compare(dayOf(asked.last).add(askAgainAfter), dayOf(now)) > 0) return "wait";
  return asked.times < askedAtMost ? "ask" : "tell";
}

/** What the link holds: nobody can tell it from chance without the secret, so it is kept nowhere and can be mailed twice. */
export const wordOfCheck = (secret: string, checkId: string): string =>
  fingerprint(secret, `entry-check:${checkId}`).slice(0, 32);
