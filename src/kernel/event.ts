import type { Inside } from "./context.ts";
import { newId } from "./id.ts";
import { markOf, secondsOf } from "./mark.ts";

/**
 * Every event by name with its facts: codes, numbers and days, never a name, a number of a person or
 * free text. A concept adds its own in its file:
 * `declare module "../../kernel/event.ts" { interface Events { "contact.callbackTaken": { … } } }`
 */
// biome-ignore lint/suspicious/noEmptyInterface: modules fill it by declaration merging
export interface Events {}

export type EventName = keyof Events & string;

/**
 * Writes an event in the transaction of the act it tells of, with a mark that only this software can make. The database
 * turns it into a job in the same transaction (trigger `event_follow`), so what follows can neither be lost nor happen
 * after a rollback; it adds itself which teams it is about (trigger `event_is_of`).
 * @param subject the record's own random reference (`event_ref`), which retention deletes.
 */
export async function record<Name extends EventName>(
  ctx: Inside,
  name: Name,
  subject: string,
  facts: Events[Name],
): Promise<void> {
  if (ctx.eventKey === undefined) throw new Error("Events are written through a pool that knows what marks them.");
  // As the database keeps it: a mark must fit what is read back.
  const at = ctx.now.round("microsecond");
  const event = {
    municipalityId: ctx.municipalityId,
    id: newId(),
    name,
    subjectRef: subject.toLowerCase(),
    actorKind: ctx.actor.kind,
    actorPersonId: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    traceId: ctx.trace?.id ?? null,
    parentSpanId: ctx.trace?.parentSpanId ?? null,
  };
  const written = JSON.stringify(facts);
  await ctx.db
    .insertInto("event")
    .values({
      municipality_id: event.municipalityId,
      id: event.id,
      at: at.toString(),
      name,
      subject_ref: event.subjectRef,
      facts: written,
      actor_kind: event.actorKind,
      actor_person_id: event.actorPersonId,
      trace_id: event.traceId,
      parent_span_id: event.parentSpanId,
      mark: markOf(ctx.eventKey, { ...event, at: secondsOf(at), facts: JSON.parse(written) }),
    })
    .execute();
}
