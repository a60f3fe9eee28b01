import type { Child } from "hono/jsx";

export const nl = {
  helpsWith: "Waarmee",
  forWhom: "Voor wie",
  result: "Wat u kunt verwachten",
  bring: "Neem mee",
  hours: "Wanneer",
  hoursAt: (place: string) => `Wanneer: ${place}`,
  closed: "gesloten",
  noHours: "Er staan geen tijden bij ons. Bel eerst, of vraag of wij u bellen.",
  address: "Adres",
  phone: "Telefoon",
  mail: "E-mail",
  website: "Website",
  languages: "Talen",
  wheelchair: {
    yes: "U kunt er met een rolstoel naar binnen.",
    no: "Een rolstoel kan hier niet naar binnen. Bel, dan komen wij naar u.",
  },
  organisation: "Van wie",
  callMe: "Bel mij terug",
  callMeText: "U laat uw nummer achter. Iemand van dit hulppunt belt u.",
  whichDay: "Dag",
  source: "Waar deze gegevens vandaan komen",
  sourceText: (asOf: Child): Child => [
    "Uit openbare gegevens van ",
    asOf,
    ". Wij hebben dit niet bij de organisatie nagevraagd. Kijk op de website voor u gaat.",
  ],
  noNumber: (name: string, phone: Child): Child => [
    `Wij hebben geen nummer van deze hulp dat zeker klopt. Bel ${name}, `,
    phone,
    ". Of laat ons u bellen.",
  ],
  wrong: "Klopt er iets niet? Zeg het ons",
  notFound: "Deze hulp is er niet meer.",
};
export type ServiceText = typeof nl;
