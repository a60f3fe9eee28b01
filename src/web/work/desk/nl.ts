import { sayMoment } from "../../../kernel/day.ts";

export const nl = {
  title: "Nieuwe hulpvraag",
  lead: "Voor iemand die voor u staat of belt. Alleen het nummer, de tijden en de haast zijn nodig.",
  point: "Bij welk hulppunt?",
  theme: "Waar gaat het over?",
  safety: "Vraag dit ook: hoe is bellen veilig?",
  more: "Meer over deze persoon",
  send: "Bewaar en geef de code",
  doneTitle: "Bewaard",
  done: (moment: Temporal.Instant) => `Zeg tegen de inwoner: wij bellen u vóór ${sayMoment(moment, "nl")}.`,
  code: "Code voor de inwoner",
  codeHint:
    "Geef de code op papier mee. Met de code en de laatste vier cijfers van het nummer kan de inwoner de vraag volgen.",
  number: (number: string) => `Wij bellen vanaf ${number}.`,
  print: "Druk deze pagina af om mee te geven.",
  again: "Nog een hulpvraag",
  toToday: "Naar Vandaag",
  gone: "Het bewijs van deze hulpvraag is niet meer te zien. De vraag staat op Vandaag.",
};
export type DeskText = typeof nl;
