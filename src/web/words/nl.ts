import { dayOf, sayDay, sayMonth, sayTime } from "../../kernel/day.ts";
import type { WeekHours } from "../../kernel/hours.ts";
import type { GlassReason, Independence, Municipality, TeamRole } from "../../modules/access/index.ts";
import type { Answer, CaseResult } from "../../modules/casework/index.ts";
import type { CallbackProblem } from "../../modules/contact/index.ts";
import type { Daypart, helpLevels, Openness, SupportFunction, WayIn } from "../../modules/directory/index.ts";
import type { PauseReason } from "../../modules/promises/index.ts";
import type { TypedDay } from "../form.ts";
import { daysByHours, isMonth } from "./parts.ts";

const clock = (time: string) => sayTime(Temporal.PlainTime.from(time), "nl");
const typedDay = ({ day, month, year }: TypedDay) =>
  isMonth(month) ? `${day} ${sayMonth(Number(month), "nl")} ${year}` : `${day}-${month}-${year}`;
const weekdays = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"] as const;

const nths = ["eerste", "tweede", "derde", "vierde", "vijfde"] as const;

/** Words that many pages share: one word per thing, as in docs/words.md. */
export const nl = {
  roles: {
    helper: "hulpverlener",
    "team-lead": "teamleider",
    "objection-officer": "bezwaarmedewerker",
    "directory-editor": "redacteur van de routekaart",
    chair: "voorzitter",
    policy: "beleidsmedewerker",
    "project-lead": "projectleider",
    researcher: "onderzoeker",
    "privacy-officer": "privacymedewerker",
    "organisation-admin": "beheerder van collega's",
    "platform-admin": "beheerder van het platform",
  } satisfies Record<TeamRole, string>,
  /** "elke eerste en derde dinsdag van de maand"; without a day where that stands beside it. */
  nth: (nth: number[], day = ""): string =>
    `elke ${nth.map((at) => (at === -1 ? "laatste" : (nths[at - 1] ?? ""))).join(" en ")}${day === "" ? "" : ` ${day}`} van de maand`,
  /** A municipality or a region, in a sentence; many regions already say what they are. */
  place: ({ id, name }: Pick<Municipality, "id" | "name">): string =>
    id.startsWith("RG") ? (/regio/i.test(name) ? name : `de regio ${name}`) : `de gemeente ${name}`,
  weekday: (number: number): string => weekdays[number - 1] ?? "",
  dayparts: {
    morning: "'s ochtends (tot 12.00 uur)",
    afternoon: "'s middags (12.00 tot 17.00 uur)",
    evening: "'s avonds (na 17.00 uur)",
  } satisfies Record<Daypart, string>,
  daypartsShort: { morning: "ochtend", afternoon: "middag", evening: "avond" } satisfies Record<Daypart, string>,
  waysIn: { walkIn: "Binnenlopen zonder afspraak", phone: "Bellen", appointment: "Op afspraak" } satisfies Record<
    WayIn,
    string
  >,
  independence: {
    independent: "Onafhankelijk van de gemeente",
    funded: "Betaald door de gemeente",
    municipal: "Hoort bij de gemeente",
    unknown: "Onbekend wie dit betaalt",
  } satisfies Record<Independence, string>,
  cost: {
    free: "Gratis",
    conditions: "Gratis onder voorwaarden",
    paid: "Kost geld",
    unknown: "Vraag of het gratis is",
  },
  functions: {
    vraagverheldering: "Uitzoeken wat er speelt",
    "informatie-en-advies": "Uitleg en advies",
    doorverwijzing: "Verder helpen naar iemand anders",
    "eerstelijns-hulp": "Helpen met brieven en formulieren",
    clientondersteuning: "Meedenken en meegaan naar gesprekken",
    bemiddeling: "Bemiddelen bij ruzie",
    "pre-mediation": "Kijken of praten helpt",
    mediation: "Samen tot een oplossing komen (mediation)",
    rechtsbijstand: "Een advocaat",
  } satisfies Record<SupportFunction, string>,
  /** How far help goes. */
  levels: {
    information: "Uitleg",
    advice: "Advies over wat iemand kan doen",
    support: "Helpen met brieven, formulieren en gesprekken",
    representation: "Namens iemand optreden, ook bij de rechter",
  } satisfies Record<(typeof helpLevels)[number], string>,
  results: {
    answered: "Vraag beantwoord",
    "appointment-elsewhere": "Afspraak gemaakt bij iemand anders",
    "referred-by-tip": "Getipt waar hulp is",
    "no-help-found": "Geen passende hulp gevonden",
    "not-reached": "Niet bereikt",
    cancelled: "Gestopt door de inwoner",
  } satisfies Record<CaseResult, string>,
  answers: { yes: "ja", no: "nee", unknown: "niet gezegd" } satisfies Record<Answer, string>,
  until: (time: string): string => clock(time),
  open: (openness: Openness): string => {
    switch (openness.kind) {
      case "open":
        return `open tot ${clock(openness.until)}`;
      case "opens": {
        const time = sayTime(openness.at.toZonedDateTimeISO("Europe/Amsterdam").toPlainTime(), "nl");
        if (openness.today) return `opent vandaag om ${time}`;
        return openness.tomorrow ? `opent morgen om ${time}` : `opent ${sayDay(dayOf(openness.at), "nl")} om ${time}`;
      }
      case "noHours":
        return "openingstijden onbekend";
    }
  },
  range: (from: string, until: string): string => `${clock(from).replace("\u00a0uur", "")} tot ${clock(until)}`,
  about: "ongeveer",
  kilometres: (distance: number): string => `ongeveer\u00a0${distance.toLocaleString("nl-NL")}\u00a0km`,
  problems: {
    phoneMissing: "Vul uw telefoonnummer in. Anders kunnen wij u niet bellen.",
    phoneNotANumber:
      "Dit is geen telefoonnummer dat wij kunnen bellen. Schrijf het zo: 06 12 34 56 78 of 030 123 45 67. Begint het in een ander land? Begin dan met +, zoals +32.",
    phoneOfOrganisation:
      "Dit is een nummer van een organisatie of een betaald nummer. Vul het nummer in van uw eigen telefoon.",
    daypartMissing: "Kies wanneer wij u kunnen bellen. Meer dan één mag.",
    daypartClosed: "Op dat moment werkt dit team niet. Kies een ander moment.",
    harmMissing: "Kies ja of nee. Zo weten wij of het haast heeft.",
    mailInvalid:
      "Dit is geen e-mailadres. Een adres heeft een @ en een punt, zoals naam@voorbeeld.nl. Leeg laten mag ook.",
    nameTooLong: "Uw naam is te lang. Gebruik hoogstens 80 tekens. Een voornaam is genoeg.",
    languageTooLong: "Schrijf alleen de naam van de taal, bijvoorbeeld Turks.",
    wordTooLong: "Dit is te lang. Schrijf hoogstens 1000 tekens. De rest vertelt u als wij bellen.",
    formStale: "Dit formulier is te oud. Kijk uw antwoorden na en stuur het nog een keer.",
  } satisfies Record<CallbackProblem, string>,
  /** Why somebody broke the glass of a file. */
  glassReasons: {
    danger: "er was gevaar voor iemand",
    "term-ends": "een termijn liep af",
    "team-away": "het team was niet te bereiken",
  } satisfies Record<GlassReason, string>,
  pauseReasons: {
    "resident-asked": "De inwoner vroeg daarom",
    "waiting-for-resident": "Wij wachten op de inwoner",
    "force-majeure": "Het lukt ons nu niet",
  } satisfies Record<PauseReason, string>,
  dayIncomplete: "Vul een dag, een maand en een jaar in.",
  dayImpossible: (typed: TypedDay): string => `${typedDay(typed)} bestaat niet. Kijk of de dag en de maand kloppen.`,
  timeImpossible: (typed: string): string =>
    /\d/.test(typed)
      ? `${typed.replace(":", ".")} uur bestaat niet. Schrijf de tijd zo: 14.00.`
      : "Dit is geen tijd. Schrijf de tijd zo: 14.00.",
  hours: (hours: WeekHours): string =>
    daysByHours(hours)
      .map(({ first, last, ranges, nth }) => {
        const between = last === first + 1 ? "en" : "tot en met";
        const run = first === last ? nl.weekday(first) : `${nl.weekday(first)} ${between} ${nl.weekday(last)}`;
        const days = nth.length === 0 ? run : nl.nth(nth, run);
        return `${days} van ${ranges.map(({ from, until }) => nl.range(from, until)).join(" en van ")}`;
      })
      .join(", "),
  call: "Bel",
  signLanguage: "Nederlandse Gebarentaal",
  yes: "Ja",
  no: "Nee",
  unknownAnswer: "Dat weet ik niet",
};

export type SharedWords = typeof nl;
