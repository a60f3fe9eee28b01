import { sayMoment } from "../../../kernel/day.ts";

export const nl = {
  title: "Overdracht",
  lead: (count: number) =>
    count === 0
      ? "Er is niets blijven liggen van collega's die weggingen."
      : `${count} ${count === 1 ? "toezegging is" : "toezeggingen zijn"} blijven liggen van collega's die weggingen. Geef elke aan iemand.`,
  how: "Gaat iemand weg, dan komt alles wat die had opgepakt hier. Ook als iemand alleen van team wisselt.",
  due: (what: string, moment: Temporal.Instant) => `${what} vóór ${sayMoment(moment, "nl")}`,
  noName: "zonder naam",
  harm: "kost nu geld, huis of zorg",
  to: "Aan wie?",
  choose: "Kies een collega",
  give: "Geef",
  given: "De collega ziet dit nu op Vandaag.",
  gone: "Dit is al door iemand opgepakt, of het is klaar.",
  emptyDo: "Naar Vandaag",
  problems: {
    personMissing: "Kies een collega.",
    notThere: "Deze collega is er nu niet. Kies iemand anders van het team.",
    neverCame: "Deze collega is uitgenodigd, maar heeft nog nooit ingelogd. Kies iemand anders van het team.",
  },
};
export type HandOverText = typeof nl;
