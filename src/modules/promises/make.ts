import { inTransaction } from "../../kernel/context.ts";
import { newId, newReference } from "../../kernel/id.ts";
import { workWeek } from "../access/make.ts";
import type { PersonName, Town } from "../contact/make.ts";
import { callbackInWorkingDays, type WorkCalendar } from "./clock.ts";
import { type NewPromise, type OpenPromise, openPromise } from "./promise.ts";
import { listToday, makePromise } from "./usecases.ts";

/** Works from nine to five from Monday to Friday; `closed` are the days on which nobody is there. */
export const aWorkCalendar = (over: { officeHours?: WorkCalendar["officeHours"]; closed?: string[] } = {}) =>
  ({
    officeHours: over.officeHours ?? workWeek(),
    closingDays: new Set(over.closed),
  }) satisfies WorkCalendar;

/** A Tuesday morning at ten: an ordinary moment to be asked something. */
const tuesdayMorning = Temporal.Instant.from("2026-11-24T10:00+01:00");

/** A call promised to a resident, of no person yet. */
export const aNewPromise = (over: Partial<NewPromise> = {}): NewPromise => ({
  kind: "callback",
  teamId: newId(),
  caseId: null,
  eventRef: newReference(),
  subjectId: newId(),
  toWhom: "resident",
  owner: { role: "helper", personId: null },
  deputy: { role: "team-lead", personId: null },
  span: callbackInWorkingDays(tuesdayMorning, aWorkCalendar()),
  harm: false,
  ...over,
});

/** The same as it stands open: asked on Tuesday at ten, owed on Thursday at ten. */
export const anOpenPromise = (over: Partial<OpenPromise> = {}): OpenPromise => ({
  ...openPromise(aNewPromise(), { id: newId(), municipalityId: "GM9999" }),
  ...over,
});

/** Makes a promise of the raadslieden, now, as the system does when a resident asks. */
export const promised = (there: Town, over: Partial<NewPromise> = {}): Promise<OpenPromise> =>
  inTransaction(there.team("raadslieden"), (ctx) =>
    makePromise(
      ctx,
      aNewPromise({
        teamId: there.teams.raadslieden.id,
        span: callbackInWorkingDays(there.clock.now, there.teams.raadslieden),
        ...over,
      }),
    ),
  );

/** A promise as it stands on the list of somebody's team. */
export const seenBy = async (there: Town, name: PersonName, id: string) =>
  (await listToday(there.helper(name), 500)).find((promise) => promise.id === id);
