import type { Child } from "hono/jsx";

export const nl = {
  title: (name: string) => `Poster: ${name}`,
  print: "Dit is een poster op A4. Druk af met Ctrl en P, of kies ‘Afdrukken’ in het menu van uw browser.",
  back: "Terug naar de gegevens",
  backToTheme: "Terug naar het onderwerp",
  walkIn: "Loop binnen zonder afspraak",
  appointment: "Op afspraak",
  call: "Bel",
  mail: "Mail",
  morePlaces: "Er zijn meer plaatsen. Kijk op de website.",
  code: (address: string) => `Code om te scannen. Hij leidt naar ${address}`,
  scan: "Scan de code met uw telefoon, of ga naar",
  checked: (day: string) => `Gecontroleerd op ${day}.`,
  notChecked: (isExample: boolean): string =>
    isExample ? "Voorbeeld, niet gecontroleerd." : "Niet bij de organisatie nagevraagd.",
  made: (day: string) => `Deze poster is van ${day}. Kijk op de website of alles nog klopt.`,
  talk: (name: string, phone: Child): Child => [name, ": ", phone],
  themeHelp: "Wie kan u helpen?",
  themeHelpText: "U ziet op de website wie u kan helpen, wanneer en wat het kost. Of laat u bellen.",
};
export type PosterText = typeof nl;
