import { dayOf } from "../../../kernel/day.ts";
import type { OpenPromise } from "../../../modules/promises/index.ts";

/** In the order in which they stand on Vandaag. */
const groupNames = ["harm", "late", "today", "later", "resting"] as const;
export type GroupName = (typeof groupNames)[number];

/** What rests by agreement is not late. */
export const isLate = (promise: OpenPromise, now: Temporal.Instant): boolean =>
  promise.pause === null && Temporal.Instant.compare(promise.promisedAt, now) <= 0;

function groupOf(promise: OpenPromise, now: Temporal.Instant): GroupName {
  if (promise.pause !== null) return "resting";
  if (promise.harm) return "harm";
  if (isLate(promise, now)) return "late";
  return dayOf(promise.dueAt).equals(dayOf(now)) ? "today" : "later";
}

/** The order within a group is the query's; the headings only say why something stands where it stands. */
export const groupsOf = (promises: OpenPromise[], now: Temporal.Instant) =>
  groupNames
    .map((group) => ({ group, promises: promises.filter((promise) => groupOf(promise, now) === group) }))
    .filter(({ promises }) => promises.length > 0);
