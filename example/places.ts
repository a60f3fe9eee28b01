import type { Inside } from "../src/kernel/context.ts";
import type { Day } from "../src/kernel/day.ts";
import { idFor } from "../src/kernel/id.ts";
import {
  addIdentity,
  addMember,
  addMunicipality,
  addOrganisation,
  addPerson,
  addTeam,
  type Municipality,
} from "../src/modules/access/index.ts";
import { readPhone } from "../src/modules/contact/index.ts";
import {
  addContact,
  addLocalText,
  addOwner,
  addPostcodeArea,
  addProfile,
  addService,
  emptyProfile,
  listThemes,
  noHours,
  PointDetails,
  ServiceDetails,
  themesForIssues,
} from "../src/modules/directory/index.ts";
import type { Example } from "./read.ts";

/* Municipalities, organisations, teams, people and the route map of the example world. */

const weekdaysFrom = (from: string, until: string) => [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from, until }));

const international = (phone: string): string => {
  const read = readPhone(phone, true);
  if (!read.ok) throw new Error("A number of the example world is none.");
  return read.phone;
};

/** Two municipalities show their own colours, and one promises 48 hours on the clock. */
const houseStyles: Record<string, Municipality["theme"]> = {
  almere: {
    light: { action: "#1d3f8f", "action-deep": "#132c66", "action-wash": "#e6ecf8", band: "#1d3f8f", nav: "#132c66" },
  },
  tilburg: {
    light: { action: "#7a1f5c", "action-deep": "#561540", "action-wash": "#f8e9f3", band: "#7a1f5c", nav: "#561540" },
  },
};
const clockHours = new Set(["deurne"]);

/** A mark of its own for one municipality, drawn here: a made-up sign. */
const almereMark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 34"><rect width="34" height="34" rx="8" fill="#1d3f8f"/><path d="M7 24 17 8l10 16z" fill="#ffb81c"/></svg>';

export async function addMunicipalities(ctx: Inside, { municipalities, regions, postcodes }: Example): Promise<void> {
  const desk = (name: string, slug: string, phone: string): Municipality["desk"] => ({
    name: `Voorbeeldbalie ${name}`,
    phone: international(phone),
    mail: `balie-${slug}@example.org`,
    address: `Voorbeeldplein 1, ${name}`,
    hours: weekdaysFrom("09:00", "17:00"),
    ombudsman: { name: "de Nationale ombudsman", website: "https://www.nationaleombudsman.nl/" },
  });
  const common = { callbackClock: "working-days", theme: {}, logo: null, modulesOff: [] } as const;
  await addMunicipality(ctx, {
    ...common,
    id: "NL",
    slug: "nederland",
    name: "Nederland",
    parentId: null,
    otherNames: [],
    desk: desk("Nederland", "nederland", "06-00000019"),
  });
  for (const { code, name, slug, phone } of regions)
    await addMunicipality(ctx, {
      ...common,
      id: code,
      slug,
      name,
      parentId: "NL",
      otherNames: [],
      desk: desk(name, slug, phone),
    });
  for (const [at, { code, name, slug, alsoKnownAs, places }] of municipalities.entries())
    await addMunicipality(ctx, {
      ...common,
      id: code,
      slug,
      name,
      parentId: regions.find((region) => region.municipalities.includes(code))?.code ?? "NL",
      otherNames: [...alsoKnownAs, ...places],
      callbackClock: clockHours.has(slug) ? "clock-hours" : "working-days",
      desk: desk(name, slug, `06-0000001${at}`),
      theme: houseStyles[slug] ?? {},
      logo: slug === "almere" ? almereMark : null,
    });
  for (const { from, to, municipality, place, lat, lon } of postcodes)
    await addPostcodeArea(ctx, { from, to, municipalityId: municipality, place, latitude: lat, longitude: lon });
}

/** What a region or a municipality tells of a theme in its own words. */
export async function addTexts(ctx: Inside, { texts }: Example): Promise<void> {
  for (const { place, theme, paragraph, nl, en } of texts)
    await addLocalText(ctx, { municipalityId: place, theme, paragraph, words: { nl: nl.trim(), en: en.trim() } });
}

/** The real offer of the nine pilots: facts from public pages, without numbers to call. */
export async function addPilots(ctx: Inside, { pilots }: Example): Promise<void> {
  for (const pilot of pilots) {
    const organisationId = idFor(`organisation:${pilot.organisation}:${pilot.independence}`);
    await addOrganisation(ctx, {
      id: organisationId,
      name: pilot.organisation,
      kind: pilot.independence === "municipal" ? "municipality" : "other",
      independence: pilot.independence,
      reason: pilot.independenceReason,
    });
    await addService(ctx, {
      ...ServiceDetails.parse({}),
      municipalityId: pilot.municipality,
      id: idFor(`service:${pilot.id}`),
      kind: "desk",
      version: 1,
      withdrawn: false,
      forProfessionals: pilot.forProfessionals,
      name: { nl: pilot.name },
      sentence: pilot.sentence,
      organisation: {
        id: organisationId,
        name: pilot.organisation,
        independence: pilot.independence,
        reason: pilot.independenceReason,
      },
      themes: themesForIssues(listThemes(), pilot.themes),
      functions: pilot.functions,
      audience: pilot.audience,
      cost: pilot.free,
      toBring: { nl: "" },
      result: { nl: "" },
      website: pilot.website,
      sourceUrl: pilot.sourceUrl,
      asOf: pilot.asOf,
      checkedOn: null,
      points: [],
    });
  }
}

export const teamId = (slug: string): string => idFor(`team:${slug}`);
export const pointId = (slug: string): string => idFor(`point:${slug}`);
/** The key of the identity provider of the example world (idp.ts). */
export const exampleProvider = "voorbeeld";

export const personId = (slug: string): string => idFor(`person:${slug}`);

/** The invented desks: they alone are called back by, because real people must not be promised by an example. */
export async function addDesks(ctx: Inside, { desks }: Example, checked: Day): Promise<void> {
  for (const desk of desks) {
    const organisationId = idFor(`organisation:${desk.slug}`);
    const phone = international(desk.servicePoint.phone);
    await addOrganisation(ctx, {
      id: organisationId,
      name: desk.name,
      kind: desk.independence === "municipal" ? "municipality" : "welfare",
      independence: desk.independence,
      reason: desk.independenceReason,
    });
    if (desk.profile !== undefined) await addProfile(ctx, organisationId, { ...emptyProfile(), ...desk.profile });
    const evening = desk.servicePoint.hours.walkIn.some((range) => range.until > "18:00");
    await addTeam(ctx, {
      municipalityId: desk.municipality,
      id: teamId(desk.team.slug),
      organisation: { id: organisationId, name: desk.name, independence: desk.independence },
      name: desk.team.name,
      function: desk.team.function,
      callingNumber: phone,
      mail: desk.servicePoint.email,
      officeHours: [
        ...weekdaysFrom("09:00", "17:00"),
        ...(evening ? [{ weekday: 1, from: "18:00", until: "21:00" }] : []),
      ],
      closingDays: new Set(),
    });
    await addService(ctx, {
      ...ServiceDetails.parse({}),
      municipalityId: desk.municipality,
      id: idFor(`service:${desk.service.slug}`),
      kind: "desk",
      version: 1,
      withdrawn: false,
      forProfessionals: false,
      // A desk to walk into asks for none.
      withoutDigid: true,
      name: desk.service.name,
      sentence: desk.service.sentence,
      organisation: {
        id: organisationId,
        name: desk.name,
        independence: desk.independence,
        reason: desk.independenceReason,
      },
      themes: themesForIssues(listThemes(), desk.service.themes),
      functions: desk.service.functions,
      audience: desk.service.audience,
      cost: desk.service.free,
      toBring: { nl: desk.service.bring.nl.join("\n"), en: desk.service.bring.en.join("\n") },
      result: desk.service.result,
      website: null,
      sourceUrl: null,
      asOf: null,
      checkedOn: checked.toString(),
      points: [
        {
          ...PointDetails.parse({}),
          kind: "place",
          serves: { municipalities: [], postcodes: [] },
          id: pointId(desk.servicePoint.slug),
          serviceId: idFor(`service:${desk.service.slug}`),
          teamId: teamId(desk.team.slug),
          under: desk.servicePoint.under,
          place: { name: desk.name, street: desk.servicePoint.street, town: desk.servicePoint.place },
          pc4: desk.servicePoint.pc4,
          phone,
          mail: desk.servicePoint.email,
          hours: { ...noHours(), ...desk.servicePoint.hours },
          closingDays: new Set(),
          wheelchair: desk.servicePoint.wheelchair,
          languages: desk.servicePoint.languages,
        },
      ],
    });
    await addOwner(
      ctx,
      { municipalityId: desk.municipality, serviceId: idFor(`service:${desk.service.slug}`) },
      {
        teamId: teamId(desk.team.slug),
        role: "coördinator van het spreekuur",
        mail: desk.servicePoint.email,
        deputyRole: "teamleider",
        deputyMail: `teamleider-${desk.servicePoint.email}`,
        language: "nl",
      },
    );
  }
}

export async function addPeople(ctx: Inside, { people, desks }: Example): Promise<void> {
  const municipalityOf = new Map(desks.map((desk) => [desk.team.slug, desk.municipality]));
  for (const person of people) await addExamplePerson(ctx, person);
  for (const person of people)
    for (const { team, role } of person.memberships) {
      const municipalityId = placeOf(municipalityOf, team);
      const deputyId = person.deputy === null ? null : personId(person.deputy);
      await addMember(ctx, { municipalityId, teamId: teamId(team), personId: personId(person.slug), role, deputyId });
    }
}

/** Whom colleagues call directly; whoever is named is there for half a year more. */
export async function addContacts(ctx: Inside, { contacts, desks, people }: Example, today: Day): Promise<void> {
  const municipalityOf = new Map(desks.map((desk) => [desk.service.slug, desk.municipality]));
  const names = new Map(people.map(({ slug, name }) => [slug, name]));
  for (const [at, { service, function: task, person, phone, email, reachable, advice }] of contacts.entries())
    await addContact(
      ctx,
      { municipalityId: placeOf(municipalityOf, service), serviceId: idFor(`service:${service}`) },
      {
        id: idFor(`contact:${at}`),
        details: {
          function: task,
          personName: person === undefined ? "" : (names.get(person) ?? ""),
          phone: phone === undefined ? null : international(phone),
          mail: email ?? null,
          reachable,
          advice,
          lastDay: person === undefined ? null : today.add({ months: 6 }),
        },
        personId: person === undefined ? null : personId(person),
        confirmedOn: today,
      },
    );
}

/** The municipality itself with its teams, and whoever administers: nobody here is called back by. */
export async function addStaff(ctx: Inside, { staff, desks }: Example): Promise<void> {
  for (const { slug, name, reason, privacyMail } of staff.organisations)
    await addOrganisation(ctx, {
      id: idFor(`organisation:${slug}`),
      name,
      kind: "municipality",
      independence: "municipal",
      reason,
      privacyMail,
    });
  const named = new Map([...staff.organisations, ...desks].map(({ slug, name }) => [slug, name]));
  for (const team of staff.teams)
    await addTeam(ctx, {
      municipalityId: team.municipality,
      id: teamId(team.slug),
      organisation: {
        id: idFor(`organisation:${team.organisation}`),
        name: named.get(team.organisation) ?? "",
        independence: "unknown",
      },
      name: team.name,
      function: team.function,
      callingNumber: international(team.phone),
      mail: `${team.slug}@example.org`,
      officeHours: weekdaysFrom("09:00", "17:00"),
      closingDays: new Set(),
    });
  const municipalityOf = new Map([
    ...desks.map((desk) => [desk.team.slug, desk.municipality] as const),
    ...staff.teams.map((team) => [team.slug, team.municipality] as const),
  ]);
  for (const person of staff.people) await addExamplePerson(ctx, person);
  for (const person of staff.people)
    for (const { team, role, deputy } of person.duties)
      await addMember(ctx, {
        municipalityId: placeOf(municipalityOf, team),
        teamId: teamId(team),
        personId: personId(person.slug),
        role,
        deputyId: personId(deputy),
      });
}

const placeOf = (municipalityOf: ReadonlyMap<string, string>, team: string): string => {
  const municipalityId = municipalityOf.get(team);
  if (municipalityId === undefined) throw new Error(`The example world has no team ${team}.`);
  return municipalityId;
};

async function addExamplePerson(ctx: Inside, { slug, name, email }: { slug: string; name: string; email: string }) {
  const id = personId(slug);
  await addPerson(ctx, { id, name, mail: email });
  await addIdentity(ctx, { provider: exampleProvider, subject: id, personId: id });
}
