import { sayMoment } from "../../../kernel/day.ts";

export const nl = {
  today: "Vandaag",
  cases: "Hulpvragen",
  newCase: "Nieuwe hulpvraag",
  requests: "Verzoeken",
  find: "Hulp vinden",
  outbox: "Uitgaande post",
  toToday: "Naar Vandaag",
  toStart: "Naar Start hier",
  search: "Zoek op naam of nummer",
  away: "Ik ben er niet",
  handOver: "Overdracht",
  people: "Collega's",
  programs: "Programma's",
  themes: "Onderwerpen",
  coverage: "Dekking",
  places: "Gemeente",
  editRouteMap: "Routekaart bijhouden",
  trail: "Wie keek waarin",
  start: "Start hier",
  nearlyOut:
    "Over tien minuten wordt u uitgelogd, omdat u al lang niets deed. Wat u typt, blijft bewaard als u het opstuurt.",
  dayIsOver: (moment: Temporal.Instant) =>
    `${sayMoment(moment, "nl")} wordt u uitgelogd: tien uur is lang genoeg. Stuur op wat u typt, en log dan opnieuw in.`,
  stay: "Blijf ingelogd",
  oldExample: "Deze voorbeeldwereld is oud: alles is te laat. Maak een nieuwe met: npm run example:reset",
  example: "Voorbeeldwereld: alle inwoners en collega's zijn verzonnen.",
};
export type WorkFrameText = typeof nl;
