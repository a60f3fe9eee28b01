import { sayMoment } from "../../../kernel/day.ts";

export const nl = {
  title: "Wie keek er in mijn hulpvraag?",
  lead: "Elke keer dat iemand uw vraag opent, schrijven wij dat op. Ook als u dat zelf doet.",
  nobody: "Nog niemand heeft uw vraag geopend.",
  by: {
    "own-team": (team: string) => `Iemand van ${team}`,
    "own-code": () => "Met uw code",
    intake: () => "Ons systeem",
  },
  times: (times: number, last: Temporal.Instant) =>
    times === 1 ? sayMoment(last, "nl") : `${times} keer, het laatst ${sayMoment(last, "nl")}`,
  who: (team: string) =>
    `Alleen ${team} kan uw vraag openen. Andere teams en de gemeente zien uw vraag niet, ook niet wie u bent.`,
  strange:
    "Keek er iemand met uw code, en was u dat niet? Vraag dan een nieuwe code aan het team. De oude werkt daarna niet meer.",
  wrong: "Klopt er iets niet? Bel ons. Wij zoeken uit wie er keek en waarom.",
  back: "Terug naar mijn vraag",
};
export type ReadingsText = typeof nl;
