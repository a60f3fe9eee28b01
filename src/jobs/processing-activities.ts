import { createHmac, hkdfSync } from "node:crypto";
import type { EventName, Events } from "../kernel/event.ts";
import { type Trace, traceOf } from "../kernel/trace.ts";

/*
 * What each event is in the register of processing activities (content/register), and how it stands in the processing
 * log: in the shape of the Logboek dataverwerkingen, one row for each resident it is about, nothing of an employee.
 */

type Activity<Name extends EventName> = string | null | ((facts: Events[Name]) => string);

/** Null: no personal data of a resident. An event that is not here does not compile: say what it is. */
export const activities: { [Name in EventName]: Activity<Name> } = {
  "access.fileRead": ({ ground }) => (ground === "own-code" ? "eigen-vraag-volgen" : "hulpvraag-behandelen"),
  // Opened nothing: about nobody.
  "access.codeRefused": null,
  // Of each question that was found; when none was, of nobody.
  "access.mailProofAsked": "eigen-vraag-volgen",
  "access.mailProofUsed": "eigen-vraag-volgen",
  // About somebody who works here: that belongs in the audit trail, not in a log for residents.
  "access.signedIn": null,
  "access.modulesChosen": null,
  "access.organisationChanged": null,
  "access.teamAdded": null,
  "access.teamChanged": null,
  "access.personAdded": null,
  "access.dutyGiven": null,
  "access.dutyTaken": null,
  "access.deputySet": null,
  "access.skillChanged": null,
  "access.sessionsEnded": null,
  "access.personLeft": null,
  "access.personBack": null,
  "access.invited": null,
  "access.invitationUsed": null,
  "access.invitationWithdrawn": null,
  "access.glassBroken": "hulpvraag-behandelen",
  // Nothing was there, or nothing was shown: about nobody.
  "access.glassRefused": null,
  // The days of some questions were shown, and of whom they are was not.
  "access.glassListed": null,
  "access.shared": "hulpvraag-behandelen",
  "access.shareEnded": "hulpvraag-behandelen",
  "access.personForgotten": null,
  // The trail shows references and no resident; a resident who asks who looked is another matter.
  "access.trailSearched": null,
  "access.readersAsked": "inzage-nagaan",
  // About how somebody at work read.
  "access.readingFlagged": null,
  "access.readingJudged": null,
  // A choice of a team, about nobody.
  "access.termSet": null,
  // About a program of an organisation: what it does for a resident is an event of its own.
  "access.clientAdded": null,
  "access.clientEnded": null,
  "access.tokenGiven": null,
  "access.tokenRefused": null,
  "casework.opened": "vraag-aannemen",
  "casework.noted": ({ by }) => (by === "resident" ? "vraag-aannemen" : "hulpvraag-behandelen"),
  "casework.closed": "hulpvraag-behandelen",
  "casework.reopened": "hulpvraag-behandelen",
  "casework.held": "hulpvraag-behandelen",
  "casework.holdLifted": "hulpvraag-behandelen",
  "casework.forgotten": "hulpvraag-verwijderen",
  "casework.untouched": "toezeggingen-bewaken",
  "casework.requestMade": "rechten-uitoefenen",
  "casework.requestExtended": "rechten-uitoefenen",
  "casework.requestReviewed": "rechten-uitoefenen",
  "casework.requestAnswered": "rechten-uitoefenen",
  "casework.requestWithdrawn": "rechten-uitoefenen",
  "casework.copyTaken": "rechten-uitoefenen",
  // Of rows that named nobody any more, or that go as agreed.
  "casework.requestsForgotten": null,
  "casework.listExported": "hulpvragen-meenemen",
  "casework.searched": "hulpvraag-terugvinden",
  // The route map: what organisations offer, and who wrote that.
  "directory.entryAdded": null,
  "directory.entryChanged": null,
  "directory.entryChecked": null,
  "directory.ownerNamed": null,
  "directory.checkAsked": null,
  "directory.checkUnanswered": null,
  // Whoever makes one names nobody; an address is for one word of thanks.
  "directory.suggestionMade": null,
  "directory.suggestionSettled": null,
  "directory.localTextChanged": null,
  "directory.profileChanged": null,
  // Numbers of colleagues.
  "directory.contactsRead": null,
  "directory.contactChanged": null,
  // A list names nobody, and nobody knows who has it.
  "directory.listMade": null,
  "directory.listEnded": null,
  "directory.listForgotten": null,
  "contact.callbackRequested": "vraag-aannemen",
  "contact.callbackCancelled": "eigen-vraag-volgen",
  "contact.callbackClosed": "hulpvraag-behandelen",
  "contact.callbackReopened": "hulpvraag-behandelen",
  "contact.reachChanged": ({ what }) =>
    what === "number" || what === "safety" ? "eigen-vraag-volgen" : "hulpvraag-behandelen",
  "contact.codeRenewed": "hulpvraag-behandelen",
  "contact.attempted": "hulpvraag-behandelen",
  "contact.daypartsChanged": "eigen-vraag-volgen",
  "promises.made": "toezeggingen-bewaken",
  "promises.taken": "toezeggingen-bewaken",
  "promises.given": "toezeggingen-bewaken",
  "promises.kept": "toezeggingen-bewaken",
  "promises.warned": "toezeggingen-bewaken",
  "promises.broken": "toezeggingen-bewaken",
  "promises.withdrawn": "toezeggingen-bewaken",
  "promises.moved": "toezeggingen-bewaken",
  "promises.paused": "toezeggingen-bewaken",
  "promises.resumed": "toezeggingen-bewaken",
  "promises.handedOver": "toezeggingen-bewaken",
  // How much, in which team: each promise has an event of its own.
  "promises.leftBehind": null,
  // Of promises that belonged to no case.
  "promises.forgotten": null,
};

/** An event as the log needs it: nothing of who did it. */
export type Processed = {
  municipalityId: string;
  id: string;
  at: Temporal.Instant;
  name: string;
  subjectRef: string;
  facts: unknown;
  trace: Trace | undefined;
};

/** Undefined: nothing of a resident, or an event that this version does not know any more. */
function activityOf({ name, facts }: Processed): string | undefined {
  // The name and its facts were written together by `record`, which types them.
  const activity = activities[name as EventName] as string | null | undefined | ((facts: unknown) => string);
  return typeof activity === "function" ? activity(facts) : (activity ?? undefined);
}

/** The residents an event is about: those of a list stand in its facts, otherwise it is about one. */
export function subjectsOf(event: Processed): string[] {
  if (activityOf(event) === undefined) return [];
  const { facts } = event;
  const listed = typeof facts === "object" && facts !== null && "subjects" in facts ? facts.subjects : undefined;
  return Array.isArray(listed) ? listed.map(String) : [event.subjectRef];
}

/** A row of the log, with the names of the standard (its version with `span_id`). */
export type ProcessingRow = {
  trace_id: string;
  span_id: string;
  /** The step of another system that asked for this. */
  parent_span_id?: string;
  status_code: "STATUS_CODE_OK";
  name: string;
  start_time: number;
  end_time: number;
  resource: { name: "rechtspoor"; municipality: string; controller: string | null };
  attributes: {
    "dpl.core.processing_activity_id": string;
    "dpl.core.data_subject_id": string;
    "dpl.rechtspoor.event_id": string;
  };
};

/** The same resident's case is the same to the reader of the log, and nobody without the key can say whose it is. */
const pseudonymOf = (secret: string, subject: string): string =>
  createHmac("sha256", Buffer.from(hkdfSync("sha256", secret, "", "processing-log", 32)))
    .update(subject)
    .digest("hex");

export const activityUri = (activity: string): string => `urn:rechtspoor:verwerkingsactiviteit:${activity}`;

/**
 * An event as rows, one for each resident, all of the trace of its request. Written once more, a row has the same ids: that is how a
 * reader knows it again.
 * @param controllers the organisation that answers for a case, by its random reference.
 */
export function rowsOf(secret: string, event: Processed, controllers: ReadonlyMap<string, string>): ProcessingRow[] {
  const activity = activityOf(event);
  if (activity === undefined) return [];
  const at = event.at.epochMilliseconds;
  const { id, parentSpanId } = event.trace ?? traceOf(event.id);
  return subjectsOf(event).map((subject) => {
    const pseudonym = pseudonymOf(secret, subject);
    return {
      trace_id: id,
      span_id: pseudonymOf(secret, `${event.id}:${subject}`).slice(0, 16),
      ...(parentSpanId === null ? {} : { parent_span_id: parentSpanId }),
      status_code: "STATUS_CODE_OK",
      name: event.name,
      start_time: at,
      end_time: at,
      resource: {
        name: "rechtspoor",
        municipality: event.municipalityId,
        controller: controllers.get(subject) ?? null,
      },
      attributes: {
        "dpl.core.processing_activity_id": activityUri(activity),
        "dpl.core.data_subject_id": pseudonym,
        "dpl.rechtspoor.event_id": event.id,
      },
    };
  });
}
