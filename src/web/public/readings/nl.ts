import { sayMoment } from "../../../kernel/day.ts";

export const nl = {
  title: "Wie keek er in mijn hulpvraag?",
  lead: "Elke keer dat iemand uw vraag opent, schrijven wij dat op. Ook als u dat zelf doet. Wie binnen een half uur terugkomt, telt als één keer.",
  nobody: "Nog niemand heeft uw vraag geopend.",
  by: {
    "own-team": (team: string) => `Iemand van ${team}`,
    "own-code": () => "Met uw code",
    intake: () => "Ons systeem",
    consent: () => "Een andere organisatie, omdat u dat goed vond",
    law: () => "Een andere organisatie, omdat de wet dat zegt",
    "break-glass": () => "Een collega van een ander team, in een noodgeval",
    duty: () => "Iemand die op privacy let",
  },
  times: (times: number, last: Temporal.Instant) =>
    times === 1 ? sayMoment(last, "nl") : `${times} keer, het laatst ${sayMoment(last, "nl")}`,
  who: (team: string) =>
    `Alleen ${team} kan uw vraag openen. Andere teams en de gemeente zien uw vraag niet, ook niet wie u bent. Alleen in een noodgeval kan een collega van dezelfde organisatie uw vraag lezen. Dat staat dan hier.`,
  strange:
    "Keek er iemand met uw code, en was u dat niet? Vraag dan een nieuwe code aan het team. De oude werkt daarna niet meer.",
  wrong: "Klopt er iets niet? Bel ons. Wij zoeken uit wie er keek en waarom.",
  back: "Terug naar mijn vraag",
};
export type ReadingsText = typeof nl;
