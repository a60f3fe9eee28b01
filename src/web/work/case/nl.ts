import { sayMoment } from "../../../kernel/day.ts";
import type { AttemptOutcome } from "../../../modules/contact/index.ts";

/** What the letter after three calls says. */
export type LetterFacts = {
  name: string;
  days: string[];
  number: string;
  team: string;
  organisation: string;
  today: string;
};

export const nl = {
  title: "Hulpvraag",
  noName: "Zonder naam",
  taken: "Deze vraag is nu van u.",
  saved: "Bewaard.",
  closedNow: "De vraag is afgesloten. De inwoner ziet dat op zijn eigen pagina.",
  gone: "Deze hulpvraag is al afgesloten.",
  reach: "Bereiken",
  warnings: {
    notSafe: "Bellen is niet veilig gebleken. Zoek een andere weg.",
    noMessage: "Spreek niets in.",
    notSayWho: "Zeg niet wie u bent als iemand anders opneemt.",
    interpreter: "Er is een tolk nodig.",
    someoneElse: "Deze persoon vraagt voor iemand anders.",
  },
  when: "Wanneer bellen",
  language: "Taal",
  mail: "E-mail",
  callFrom: "Bel vanaf",
  what: "Wat er speelt",
  channel: { resident: "zelf gevraagd", desk: "aan de balie gevraagd", api: "via een ander systeem gevraagd" },
  harm: "Kost nu geld, huis of zorg",
  tied: "Vroeg dit vaker",
  tiedLink: (moment: Temporal.Instant) => `Vraag van ${sayMoment(moment, "nl")}`,
  promises: "Beloofd",
  promiseDue: (what: string, moment: Temporal.Instant) => `${what} vóór ${sayMoment(moment, "nl")}`,
  howDue: "Hoe komen we hieraan?",
  howWorkingDays: (moment: Temporal.Instant) =>
    `De klok begon ${sayMoment(moment, "nl")}. Van daar tellen we twee werkdagen: dezelfde tijd op de tweede dag die geen weekend, feestdag (Algemene termijnenwet, artikel 3) of sluitingsdag is.`,
  howClockHours: (moment: Temporal.Instant) =>
    `De klok begon ${sayMoment(moment, "nl")}. Van daar tellen we 48 uur. Weekend en nacht tellen mee.`,
  owner: (name: string) => `Van: ${name}`,
  ownerTeam: "Van: het team",
  deputy: (name: string) => `Vervanger: ${name}`,
  deputyLead: "Vervanger: de teamleider",
  states: { open: "loopt", kept: "gehaald", broken: "niet gehaald", withdrawn: "vervallen", superseded: "vervangen" },
  paused: "staat stil",
  take: "Neem deze vraag over",
  release: "Geef terug aan het team",
  pause: "Zet stil",
  pauseWhy: "Waarom staat dit stil?",
  pauseReasons: {
    "resident-asked": "De inwoner vroeg daarom",
    "waiting-for-resident": "Wij wachten op de inwoner",
    "force-majeure": "Overmacht",
  },
  resume: "Ga verder",
  log: "Ik heb gebeld",
  outcome: "Hoe ging het?",
  outcomes: {
    reached: "Gesproken",
    "no-answer": "Geen antwoord",
    voicemail: "Voicemail",
    "wrong-number": "Verkeerd nummer",
    "not-safe": "Bellen is niet veilig",
  } satisfies Record<AttemptOutcome, string>,
  note: "Notitie",
  noteHint: "Alleen uw team leest dit. Schrijf geen burgerservicenummer op.",
  logSave: "Bewaar",
  addNote: "Schrijf een notitie",
  noteSave: "Bewaar de notitie",
  close: "Rond af",
  result: "Wat is het resultaat?",
  closeSave: "Sluit de vraag af",
  phone: "Ander nummer",
  phoneSave: "Bewaar het nummer",
  letterTask: "Drie keer gebeld zonder succes. Schrijf nu een brief of mail.",
  letterPrint: "Bekijk en druk de brief af",
  letterTitle: "Brief aan de inwoner",
  letterBack: "Terug naar de hulpvraag",
  letter: (given: LetterFacts): string[] => [
    given.today,
    given.name === "" ? "Goedendag," : `Beste ${given.name},`,
    `U vroeg of wij u bellen. Wij belden u op ${given.days.join(", ")}. Wij kregen u niet te pakken.`,
    `Wilt u nog hulp? Bel ons dan: ${given.number}. Of loop bij ons binnen. Wij helpen u graag.`,
    "Hebt u geen hulp meer nodig? Dan hoeft u niets te doen.",
    `Met vriendelijke groet, ${given.team}, ${given.organisation}`,
  ],
  timeline: "Wat er gebeurde",
  events: {
    opened: "Vraag binnengekomen",
    "resident-word": "De inwoner schreef",
    note: "Notitie",
    "dayparts-changed": "De inwoner koos andere tijden",
    closed: "Afgesloten",
    cancelled: "De inwoner stopte de vraag",
  },
  changes: {
    made: (what: string, due: string) => `Beloofd: ${what.toLowerCase()} vóór ${due}`,
    taken: "Opgepakt",
    released: "Teruggegeven aan het team",
    kept: (what: string) => `Gehaald: ${what.toLowerCase()}`,
    broken: (what: string) => `Niet gehaald: ${what.toLowerCase()}`,
    withdrawn: (what: string) => `Vervallen: ${what.toLowerCase()}`,
    superseded: "Nieuw moment afgesproken",
    paused: "Stilgezet",
    resumed: "Verdergegaan",
    "handed-over": "Overgedragen aan de vervanger",
  },
  calls: (outcome: string) => `Gebeld: ${outcome.toLowerCase()}`,
  by: (name: string) => `door ${name}`,
  problems: {
    outcomeMissing: "Kies hoe het gesprek ging.",
    resultMissing: "Kies het resultaat.",
    noteMissing: "Schrijf eerst iets op.",
    noteTooLong: "De notitie is te lang. Gebruik hoogstens 4000 tekens.",
    reasonMissing: "Kies waarom dit stilstaat.",
  },
};
export type CaseText = typeof nl;
