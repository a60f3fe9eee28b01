import { as, type Ctx, inTransaction } from "../../kernel/context.ts";
import type { WeekHours } from "../../kernel/hours.ts";
import { newId } from "../../kernel/id.ts";
import type { Municipality } from "./municipality.ts";
import { addIdentity, signInWith } from "./signin/usecases.ts";
import type { Organisation, Team } from "./team.ts";

/** Monday to Friday from nine to five, or other days and times. */
export const workWeek = (from = "09:00", until = "17:00", weekdays = [1, 2, 3, 4, 5]): WeekHours =>
  weekdays.map((weekday) => ({ weekday, from, until }));

/** A town that does not exist: no municipality has this code. */
export const aMunicipality = (over: Partial<Municipality> = {}): Municipality => ({
  id: "GM9999",
  slug: "voorbeeldstad",
  name: "Voorbeeldstad",
  parentId: null,
  otherNames: [],
  callbackClock: "working-days",
  desk: {
    name: "Voorbeeldbalie",
    phone: "+31600000001",
    mail: "balie@example.org",
    address: "Voorbeeldplein 1",
    hours: workWeek(),
    ombudsman: { name: "de Nationale ombudsman", website: "https://www.nationaleombudsman.nl/" },
  },
  theme: {},
  logo: null,
  modulesOff: [],
  ...over,
});

export const anOrganisation = (over: Partial<Organisation> = {}): Organisation => ({
  id: newId(),
  name: "Voorbeeld Rechtswinkel",
  kind: "legal-aid",
  independence: "independent",
  reason: { nl: "Deze organisatie krijgt geen geld van de gemeente." },
  ...over,
});

/** A team that works from nine to five and never closes. */
export const aTeam = (over: Partial<Team> = {}): Team => ({
  municipalityId: "GM9999",
  id: newId(),
  name: "Voorbeeld Spreekuurteam",
  function: "rechtswinkel",
  organisation: { id: newId(), name: "Voorbeeld Rechtswinkel", independence: "independent" },
  callingNumber: "+31600000100",
  mail: "spreekuur@example.org",
  officeHours: workWeek(),
  closingDays: new Set(),
  ...over,
});

/** Signs in somebody who was added by hand, with a provider that gives nobody a team; the token of their session. */
export async function signInAs(ctx: Ctx, personId: string): Promise<string> {
  const provider = { key: `hand-${newId()}`, organisationId: null, teams: [] };
  await inTransaction(as(ctx, { kind: "system", purpose: "example" }), (ctx) =>
    addIdentity(ctx, { provider: provider.key, subject: personId, personId }),
  );
  const outcome = await signInWith(ctx, provider, {
    claims: { sub: personId },
    idToken: null,
    device: "Firefox, Linux",
  });
  if (outcome.kind !== "signedIn") throw new Error("Nobody gave this person a team.");
  return outcome.token;
}
