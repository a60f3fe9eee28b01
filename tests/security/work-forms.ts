import { personId, pointId, teamId } from "../../example/places.ts";
import { idFor, newId } from "../../src/kernel/id.ts";
import type { Form } from "../support/browser.ts";

/* The forms of the workspace, filled in as a page could send them: a form without a line here fails in pages.test.ts. */

/** A case and what was promised in it; and whose it is, when that is another team than the raadslieden of Utrecht. */
export type About = {
  caseId: string;
  promiseId: string;
  shareId?: string;
  programId?: string;
  teamId?: string;
  colleagueId?: string;
  organisationId?: string;
  pointId?: string;
  entryId?: string;
  /** Which changes of an entry of the route map somebody had before them. */
  version?: number;
  phone?: string;
  /** Which question of that number, when it has more than one. */
  chosen?: string;
};

const team = teamId("team-sociaal-raadslieden-utrecht");
const letters = idFor("service:hulp-sociaal-raadslieden-utrecht");
const raadslieden = idFor("organisation:voorbeeld-sociaal-raadslieden-utrecht");

/** What somebody fills in, for each form of the workspace. */
export const workForms: Record<string, (about: About) => Form> = {
  "POST /werk/:gemeente/vandaag/neem": ({ caseId, promiseId }) => ({ case: caseId, promise: promiseId }),
  "POST /werk/:gemeente/hulpvragen/zoek": () => ({ zoek: resident.name }),
  "POST /werk/:gemeente/hulpvragen/nieuw": ({ pointId = point }) => ({
    ...resident,
    formKey: newId(),
    servicePointId: pointId,
  }),
  "POST /werk/:gemeente/hulpvragen/:id/belpoging": () => ({ outcome: "no-answer", callNote: resident.word }),
  "POST /werk/:gemeente/hulpvragen/:id/notitie": () => ({ note: resident.word }),
  "POST /werk/:gemeente/hulpvragen/:id/nummer": () => ({ phone: "06-00009988" }),
  "POST /werk/:gemeente/hulpvragen/:id/veilig": () => ({ safeReason: resident.word }),
  "POST /werk/:gemeente/hulpvragen/:id/gegevens": () => ({ name: resident.name, dayparts: ["morning"] }),
  "POST /werk/:gemeente/hulpvragen/:id/code": () => ({ seen: "1" }),
  "POST /werk/:gemeente/hulpvragen/:id/toezegging": ({ promiseId }) => ({
    promise: promiseId,
    do: "pause",
    reason: "resident-asked",
  }),
  "POST /werk/:gemeente/hulpvragen/:id/toezegging/moment": ({ promiseId }) => ({
    promise: promiseId,
    time: "10:30",
    "moment-day": "30",
    "moment-month": "11",
    "moment-year": "2026",
  }),
  "POST /werk/:gemeente/hulpvragen/:id/afsluiten": () => ({ result: "answered", closeNote: resident.word }),
  "POST /werk/:gemeente/hulpvragen/:id/heropenen": () => ({}),
  "POST /werk/:gemeente/hulpvragen/:id/andere-partij": () => ({ against: "yes" }),
  "POST /werk/:gemeente/hulpvragen/:id/delen/stop": ({ shareId = newId() }) => ({ share: shareId }),
  "POST /werk/:gemeente/noodtoegang": ({ teamId = team, phone = "06-00009988", chosen }) => ({
    team: teamId,
    phone,
    ...(chosen === undefined ? {} : { question: chosen }),
    reason: "danger",
    words: resident.word,
  }),
  "POST /werk/:gemeente/overdracht": ({ promiseId, colleagueId = personId("elif-yildirim") }) => ({
    promise: promiseId,
    [`person-${promiseId}`]: colleagueId,
  }),
  "POST /werk/:gemeente/collegas/nieuw": ({ teamId = team }) => ({
    name: "Nieuwe Collega",
    // Nobody is added twice.
    mail: `${newId()}@example.org`,
    team: teamId,
    role: "helper",
  }),
  "POST /werk/:gemeente/collegas/:id/taak": ({ teamId = team }) => ({
    do: "give",
    team: teamId,
    role: "chair",
    deputy: "",
  }),
  "POST /werk/:gemeente/collegas/:id/vaardigheid": () => ({
    do: "set",
    skill: "mediation",
    "since-day": "1",
    "since-month": "3",
    "since-year": "2024",
    "until-day": "",
    "until-month": "",
    "until-year": "",
  }),
  "POST /werk/:gemeente/collegas/:id/uitnodiging": () => ({}),
  "POST /werk/:gemeente/collegas/:id/sessies": () => ({}),
  "POST /werk/:gemeente/collegas/:id/weg": ({ organisationId = raadslieden }) => ({
    do: "leave",
    organisation: organisationId,
  }),
  "POST /werk/:gemeente/programmas": ({ organisationId = raadslieden }) => ({
    organisation: organisationId,
    name: "Scherm aan de muur",
    scope: ["toezeggingen.lezen"],
    key: "",
    "until-day": "",
    "until-month": "",
    "until-year": "",
  }),
  "POST /werk/:gemeente/programmas/stop": ({ programId = newId() }) => ({ program: programId }),
  "POST /werk/:gemeente/routekaart/nieuw": ({ organisationId = raadslieden }) => ({
    ...entry(),
    organisation: organisationId,
  }),
  "POST /werk/:gemeente/routekaart/organisaties/:id": ({ version = 1 }) => ({
    does: `Wij lezen uw brief ${newId()}.`,
    "does-en": "We read your letter.",
    "does-state": "draft",
    doesNot: "",
    limits: "",
    chain: "",
    website: "https://example.org",
    kvk: "12345678",
    oin: "",
    version: String(version),
  }),
  "POST /werk/:gemeente/routekaart/organisaties/:id/terug": ({ version = 1 }) => ({ version: String(version) }),
  "POST /werk/:gemeente/routekaart/:id": ({ version = 2 }) => ({ ...entry(), version: String(version), checked: "on" }),
  "POST /werk/:gemeente/routekaart/voorstellen/:id": ({ version = 2 }) => ({
    version: String(version),
    outcome: "declined",
  }),
  "POST /werk/:gemeente/routekaart/:id/eigenaar": () => ({
    role: "coördinator",
    mail: "coordinator@example.org",
    deputyRole: "teamleider",
    deputyMail: "teamleider@example.org",
  }),
  "POST /werk/:gemeente/hulp": () => ({ woorden: resident.word }),
  "POST /werk/:gemeente/vragen/:slug": () => ({ vraag: "wat", antwoord: "rekeningen" }),
  "POST /werk/:gemeente/lijst": ({ teamId = team, entryId = letters }) => ({
    entry: [entryId],
    [`advice-${entryId}`]: "take-letter",
    [`line-${entryId}`]: "Bel dinsdag voor 12 uur.",
    toldIn: "nl",
    lasts: "30",
    team: teamId,
    formKey: newId(),
    act: "make",
  }),
  "POST /werk/:gemeente/lijst/erbij": ({ entryId = letters }) => ({ help: entryId }),
  "POST /werk/:gemeente/lijsten/:id/stop": () => ({}),
  "POST /werk/:gemeente/routekaart/:id/contacten": () => ({
    do: "save",
    contact: "",
    task: "coördinator",
    who: "",
    phone: "",
    mail: "coordinator@example.org",
    times: "ma t/m do",
    note: "",
    "until-day": "",
    "until-month": "",
    "until-year": "",
  }),
  "POST /werk/:gemeente/routekaart/:id/nagekeken": () => ({}),
  "POST /werk/:gemeente/routekaart/:id/weg": ({ version = 2 }) => ({ version: String(version), withdrawn: "yes" }),
  "POST /werk/:gemeente/routekaart/:id/engels": ({ version = 2 }) => ({
    version: String(version),
    sentence: `We explain letters ${newId()}.`,
    "sentence-state": "draft",
    reason: "",
  }),
  "POST /werk/:gemeente/routekaart/:id/geschiedenis": ({ version = 2 }) => ({ version: String(version) }),
  "POST /werk/:gemeente/routekaart/:id/plaatsen/:plaats": ({ version = 2 }) => ({
    ...place(),
    version: String(version),
  }),
  "POST /werk/:gemeente/routekaart/:id/plaatsen/:plaats/weg": ({ version = 2 }) => ({ version: String(version) }),
  "POST /werk/:gemeente/routekaart/onderwerpen/:slug": () => ({
    paragraph: "wat-nu",
    version: "0",
    nl: "- Bel de huurbalie.",
    en: "- Call the desk for rent.",
    state: "reviewed",
    reason: "Hier is een huurbalie.",
    do: "save",
  }),
  "POST /werk/:gemeente/routekaart/onderwerpen/:slug/verplaats": () => ({
    paragraph: "verdwenen",
    version: "1",
    to: "wat-straks",
    reason: "Heet nu anders.",
  }),
  "POST /werk/:gemeente/routekaart/onderwerpen/:slug/terug": () => ({
    paragraph: "verdwenen",
    version: "1",
    reason: "Was een vergissing.",
  }),
  "POST /werk/:gemeente/gemeente/onderdelen": () => ({ module: ["contact"] }),
  "POST /werk/:gemeente/gemeente/organisaties/nieuw": () => ({ ...organisation, ...firstAdmin, ...newTeam() }),
  "POST /werk/:gemeente/gemeente/organisaties/:id": () => organisation,
  "POST /werk/:gemeente/gemeente/organisaties/:id/beheerder": () => firstAdmin,
  "POST /werk/:gemeente/gemeente/organisaties/:id/beheerder/intrekken": () => ({}),
  "POST /werk/:gemeente/gemeente/organisaties/:id/teams": () => newTeam(),
  "POST /werk/:gemeente/gemeente/teams/:id": () => newTeam(),
  "POST /werk/:gemeente/hulpvragen/:id/verzoek": () => ({
    requestKind: "correction",
    requestWay: "telephone",
    requestWords: resident.word,
    "received-day": "",
    "received-month": "",
    "received-year": "",
  }),
  "POST /werk/:gemeente/verzoeken/:id/nakijken": () => ({ seen: [newId()] }),
  "POST /werk/:gemeente/verzoeken/:id/verlengen": () => ({ extension: "complex" }),
  "POST /werk/:gemeente/verzoeken/:id/antwoord": () => ({
    outcome: "refused",
    refusal: "unfounded",
    answer: resident.word,
  }),
  "POST /werk/:gemeente/verzoeken/:id/intrekken": () => ({}),
  "POST /werk/:gemeente/hulpvragen/:id/vasthouden": () => ({ holdReason: "complaint" }),
  "POST /werk/:gemeente/hulpvragen/:id/loslaten": () => ({}),
  "POST /werk/:gemeente/inzage/inwoner": () => ({ code: "K7PX-M2HR", digits: "7788" }),
  "POST /werk/:gemeente/inzage/te-bekijken/:id": () => ({ outcome: "in-order", words: resident.word }),
  "POST /werk/:gemeente/sessies": () => ({ session: newId() }),
  "POST /werk/:gemeente/blijf": () => ({}),
  "POST /werk/:gemeente/afwezig": () => ({ "until-day": "1", "until-month": "12", "until-year": "2026" }),
  "POST /werk/:gemeente/afwezig/terug": () => ({}),
};

/** Somebody whose every word can be found back. */
export const resident = {
  name: "Saartje Zonderling",
  phone: "06-00007788",
  mail: "saartje.zonderling@example.org",
  word: "De deurwaarder komt morgenochtend",
  language: "Papiaments",
  dayparts: ["morning"],
  harm: "yes",
  mayLeaveMessage: "no",
  maySayWho: "no",
  theme: "wonen",
};
export const point = pointId("punt-sociaal-raadslieden-utrecht");

const noDay = (name: string): Form =>
  Object.fromEntries(["day", "month", "year"].map((part) => [`${name}-${part}`, ""]));
/** Each time another name, so that it is a change. What an editor fills in of something that an organisation offers, and of a place of it. */
const entry = (): Form => ({
  name: `Voorbeeld Cursus ${newId()}`,
  kind: "course",
  sentence: "U leert brieven lezen.",
  themes: ["wonen"],
  functions: ["informatie-en-advies"],
  level: "",
  audience: "Iedereen",
  eligibility: "",
  limits: "",
  cost: "paid",
  costNote: "",
  price: "12,50",
  "priceOn-day": "1",
  "priceOn-month": "1",
  "priceOn-year": "2026",
  priceSource: "https://example.org/prijs",
  waiting: "2",
  ...noDay("stopSince"),
  ...noDay("stopUntil"),
  howToAsk: "",
  toBring: "Een brief",
  result: "",
  interpreter: "yes",
  withoutDigid: "",
  website: "https://example.org",
  professional: "Voor wie laaggeletterd is.",
  otherNames: "Leescursus",
  sourceUrl: "",
  asOf: "",
  reason: "Nieuw programma.",
});
const place = (): Form => ({
  kind: "place",
  place: `Voorbeeld Wijkcentrum ${newId()}`,
  street: "Voorbeeldplein 2",
  town: "Voorbeeldstad",
  under: "",
  pc4: "3512 AB",
  phone: "06-00000123",
  mail: "wijkcentrum@example.org",
  hoursWalkIn: "ma t/m do 9-12 en 13-17",
  hoursPhone: "",
  hoursAppointment: "1e en 3e di van de maand 19-21",
  postcodes: "3511-3515",
  wheelchair: "yes",
  accessibility: "",
  transport: "",
  homeVisit: "no",
  privateRoom: "",
  languages: ["nl", "en"],
  reason: "",
});

const organisation = {
  name: "Voorbeeld Nieuwe Organisatie",
  kind: "welfare",
  independence: "funded",
  reasonNl: "De gemeente betaalt deze organisatie.",
  reasonEn: "The municipality pays for this organisation.",
  controller: "",
  privacyMail: "privacy@example.org",
};
const firstAdmin = { adminName: "Eerste Beheerder", adminMail: "eerste@example.org" };
/** Each time another name: an organisation has a team of one name once. */
const newTeam = (): Form => ({
  teamName: `Voorbeeld Nieuw Team ${newId()}`,
  function: "wijkteam",
  phone: "06-00000899",
  teamMail: "team@example.org",
  day: ["1", "2"],
  from: "9:00",
  until: "17:00",
});
