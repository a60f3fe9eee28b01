import { sayMoment } from "../../../kernel/day.ts";

export const nl = {
  invited: (organisation: string, link: string, endsAt: Temporal.Instant) => ({
    subject: "U kunt nu inloggen bij Rechtspoor",
    text: [
      "Goedendag,",
      "",
      `${organisation} heeft u toegevoegd als collega. Log één keer in met deze link, met het account van uw werk:`,
      "",
      link,
      "",
      `De link werkt tot ${sayMoment(endsAt, "nl")}. Stuur hem niet door.`,
      "Kent u deze organisatie niet? Dan hoeft u niets te doen.",
    ].join("\n"),
  }),
};
export type PeopleText = typeof nl;
