import { sayMoment } from "../../../kernel/day.ts";
import type { CallbackProblem } from "../../../modules/contact/index.ts";
import type { Questions } from "../../public/callback/fields.tsx";

export const nl = {
  title: "Nieuwe hulpvraag",
  lead: "Voor iemand die voor u staat of belt. Alleen het nummer, de tijden en de haast zijn nodig.",
  point: "Bij welk hulppunt?",
  theme: "Waar gaat het over?",
  safety: "Vraag dit ook: hoe is bellen veilig?",
  more: "Meer over deze persoon",
  send: "Bewaar en geef de code",
  doneTitle: "Bewaard",
  tell: "Druk de kaart af en geef hem mee. Of lees voor: de dag, ons nummer en de code.",
  print: "Druk de kaart af",
  printKeys: "Druk op Ctrl+P om de kaart af te drukken. Op een Mac: Cmd+P.",
  card: {
    title: "Uw vraag is bij ons",
    before: (moment: Temporal.Instant) => `Wij bellen u vóór ${sayMoment(moment, "nl")}.`,
    number: (number: string) => `Dit is ons nummer: ${number}. Zo ziet u dat wij het zijn.`,
    code: "Uw code:",
    follow: (address: string) =>
      `Wilt u weten hoe het gaat? Ga naar ${address}. Vul uw code in, en de laatste vier cijfers van uw telefoonnummer. Daar kunt u ook iets veranderen of stoppen.`,
    late: (number: string) => `Bellen wij niet op tijd? Bel dan zelf: ${number}.`,
  },
  again: "Nog een hulpvraag",
  toToday: "Naar Vandaag",
  questions: {
    phone: "Telefoonnummer van de inwoner",
    phoneHint: "Op dit nummer bellen wij. Een nummer uit een ander land mag ook, met + ervoor.",
    dayparts: "Wanneer kan de inwoner gebeld worden?",
    daypartsHint: "Meer dan één mag.",
    mayLeaveMessage: "Mogen wij iets inspreken als de inwoner niet opneemt?",
    mayLeaveMessageHint: "Niet gevraagd? Kies niets. Dan spreken wij niets in.",
    maySayWho: "Neemt iemand anders op: mogen wij zeggen wie wij zijn?",
    maySayWhoHint: "Niet gevraagd? Kies niets. Dan noemen wij onze naam niet.",
    harm: "Kost dit de inwoner nu geld, huis of zorg?",
    harmHint:
      "Bijvoorbeeld: er wordt loon ingehouden, iemand moet het huis uit, of krijgt geen hulp meer. Kiest u ja? Dan staat de vraag bij het team vooraan. Het moment dat u belooft, blijft hetzelfde.",
    harmYes: "Ja, het kan niet wachten",
    harmNo: "Nee, het kan een paar dagen wachten",
    askedFor: "Voor wie vraagt de inwoner dit?",
    self: "Voor zichzelf",
    someoneElse: "Voor iemand anders",
    language: "Taal van de inwoner",
    languageHint: "Bijvoorbeeld: Nederlands, Turks, Arabisch.",
    interpreter: "Er is een tolk nodig",
    name: "Naam van de inwoner",
    nameHint: "Een voornaam is genoeg.",
    mail: "E-mailadres van de inwoner",
    mailHint: "Dan sturen wij een kopie met de code. Vraag eerst of er iemand meeleest. Zo ja: vul niets in.",
    word: "Wat zegt de inwoner?",
    wordHint: "Een paar woorden is genoeg. De inwoner ziet dit ook. Schrijf geen burgerservicenummer op.",
  } satisfies Questions,
  problems: {
    phoneMissing: "Vul het telefoonnummer van de inwoner in. Anders kan niemand terugbellen.",
    phoneNotANumber:
      "Dit is geen telefoonnummer dat wij kunnen bellen. Schrijf het zo: 06 12 34 56 78 of 030 123 45 67. Een ander land? Begin dan met +, zoals +32.",
    phoneOfOrganisation:
      "Dit is een nummer van een organisatie of een betaald nummer. Vul het eigen nummer van de inwoner in.",
    daypartMissing: "Kies wanneer de inwoner gebeld kan worden. Meer dan één mag.",
    daypartClosed: "Op dat moment werkt dit team niet. Kies een ander moment.",
    harmMissing: "Kies ja of nee. Zo weten wij of het haast heeft.",
    mailInvalid:
      "Dit is geen e-mailadres. Een adres heeft een @ en een punt, zoals naam@voorbeeld.nl. Leeg laten mag ook.",
    nameTooLong: "De naam is te lang. Gebruik hoogstens 80 tekens. Een voornaam is genoeg.",
    languageTooLong: "Schrijf alleen de naam van de taal, bijvoorbeeld Turks.",
    wordTooLong: "Dit is te lang. Schrijf hoogstens 1000 tekens. De rest kan in een notitie.",
    formStale: "Dit formulier is te oud. Kijk alles na en bewaar het nog een keer.",
  } satisfies Record<CallbackProblem, string>,
  gone: "Het bewijs van deze hulpvraag is niet meer te zien. De vraag staat op Vandaag.",
};
export type DeskText = typeof nl;
