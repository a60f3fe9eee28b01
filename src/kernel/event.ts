import type { Inside } from "./context.ts";
import { newId } from "./id.ts";

/**
 * Every event by name with its facts: codes, numbers and days, never a name, a number of a person or
 * free text. A concept adds its own in its file:
 * `declare module "../../kernel/event.ts" { interface Events { "contact.callbackTaken": { … } } }`
 */
// biome-ignore lint/suspicious/noEmptyInterface: modules fill it by declaration merging
export interface Events {}

export type EventName = keyof Events & string;

/**
 * Writes an event in the transaction of the act it tells of. The database turns it into a job in the same
 * transaction (trigger `event_follow`), so what follows can neither be lost nor happen after a rollback.
 * @param subject the record's own random reference (`event_ref`), which retention deletes.
 */
export async function record<Name extends EventName>(
  ctx: Inside,
  name: Name,
  subject: string,
  facts: Events[Name],
): Promise<void> {
  await ctx.db
    .insertInto("event")
    .values({
      municipality_id: ctx.municipalityId,
      id: newId(),
      at: ctx.now.toString(),
      name,
      subject_ref: subject,
      facts: JSON.stringify(facts),
      actor_kind: ctx.actor.kind,
      actor_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      trace_id: ctx.trace?.id ?? null,
      parent_span_id: ctx.trace?.parentSpanId ?? null,
    })
    .execute();
}
