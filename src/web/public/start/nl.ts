import type { Child } from "hono/jsx";

export const nl = {
  title: "Waar loopt u tegenaan?",
  lead: "Vertel het in uw eigen woorden. Wij zoeken wie u kan helpen, dicht bij u.",
  tiles: "Of kies wat bij u past",
  letter: {
    title: "Ik heb een brief gekregen",
    tile: "en ik ben het er niet mee eens, of ik snap hem niet",
  },
  moreTiles: "Meer onderwerpen",
  walkIn: "Nu zonder afspraak binnenlopen",
  nobodyNow: "Op dit moment is er nergens inloop. Vraag of wij u terugbellen, of kijk wanneer iemand open is.",
  callMe: "Bel mij terug",
  allHelp: "Alle hulp bekijken",
  byDesk: (name: string, phone: Child, address: string, walkInNow: boolean): Child => [
    `Komt u er niet uit? Bel ${name}, `,
    phone,
    walkInNow ? `, of loop binnen: ${address}.` : `. Liever langskomen (${address})? Vraag dan eerst wanneer dat kan.`,
  ],
};
export type StartText = typeof nl;
