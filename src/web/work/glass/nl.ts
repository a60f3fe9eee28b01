import { dayOf, sayDate, sayTime, zone } from "../../../kernel/day.ts";
import type { GlassReason } from "../../../modules/access/index.ts";

export const nl = {
  title: "Noodtoegang",
  lead: "Kan iets niet wachten, en is het team van een hulpvraag er niet? Dan kunt u de hulpvraag een uur lang lezen.",
  seen: "Dit ziet niemand zomaar over het hoofd:",
  whoSees: [
    "het team van de hulpvraag krijgt bericht en kijkt of het terecht was",
    "wie voor uw organisatie op privacy let, krijgt ook bericht",
    "de inwoner ziet het bij: Wie keek er in mijn hulpvraag?",
  ],
  limits:
    "Het kan alleen bij teams van uw eigen organisatie. Werkt u voor de gemeente? Dan kan het alleen als vaststaat dat de gemeente niet de andere partij is.",
  team: "Van welk team is de hulpvraag?",
  chooseTeam: "Kies een team",
  phone: "Wat is het telefoonnummer van de inwoner?",
  which: "Welke hulpvraag wilt u openen?",
  whichHint: "Dit nummer hoort bij meer hulpvragen. Ze kunnen van verschillende mensen zijn. U opent er één.",
  askedOn: (moment: Temporal.Instant) => `Gevraagd op ${sayDate(dayOf(moment), "nl")}`,
  /** Of two on one day, the day alone is no choice. */
  askedAt: (moment: Temporal.Instant) =>
    `Gevraagd op ${sayDate(dayOf(moment), "nl")} om ${sayTime(moment.toZonedDateTimeISO(zone).toPlainTime(), "nl")}`,
  /** Of one minute: as which they came, and nothing else. */
  askedNth: (moment: Temporal.Instant, nth: number): string => `${nl.askedAt(moment)}, ${nth}e vraag van die minuut`,
  again: "Begin opnieuw",
  reason: "Waarom kan het niet wachten?",
  reasons: {
    danger: "Er is gevaar voor iemand",
    "term-ends": "Een termijn loopt vandaag of morgen af",
    "team-away": "Het team is niet te bereiken en wachten doet schade",
  } satisfies Record<GlassReason, string>,
  words: "Leg uit wat er aan de hand is",
  wordsHint: "Het team leest dit. Schrijf geen burgerservicenummer op.",
  open: "Open de hulpvraag",
  none: "In uw organisatie is hier geen ander team. Er is dus niets wat u met noodtoegang kunt openen.",
  notFound:
    "Bij dit team vinden wij met dit nummer geen hulpvraag die u kunt openen. Klopt het nummer? Bel anders het team of de balie.",
  problems: {
    teamMissing: "Kies een team.",
    reasonMissing: "Kies waarom het niet kan wachten.",
    wordsMissing: "Leg uit wat er aan de hand is.",
    wordsTooShort: "Leg uit wat er aan de hand is, in een zin van minstens 10 letters.",
    wordsTooLong: "Dit is te lang. Gebruik hoogstens 1000 tekens.",
    whichMissing: "Kies welke hulpvraag u wilt openen.",
    whichGone: "De hulpvraag die u koos, is er niet meer. Kies een andere, of begin opnieuw.",
    phoneMissing: "Vul het telefoonnummer van de inwoner in. Daarmee zoeken wij de hulpvraag.",
    phoneNotANumber:
      "Dit is geen telefoonnummer. Vul het nummer in waarmee de inwoner om hulp vroeg. Daarmee zoeken wij de hulpvraag.",
    phoneOfOrganisation: "Dit is een nummer van een organisatie. Vul het nummer van de inwoner zelf in.",
  },
};
export type GlassText = typeof nl;
