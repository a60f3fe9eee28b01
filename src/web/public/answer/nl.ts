import type { Reason } from "../../../modules/directory/index.ts";

const list = (titles: string[]) =>
  titles.length <= 1 ? titles.join("") : `${titles.slice(0, -1).join(", ")} en ${titles.at(-1)}`;

export const nl = {
  title: "Dit kunt u nu doen",
  allTitle: "Alle hulp",
  allLead: "Kies wie u wilt spreken. U mag iedereen bellen, ook als u niet zeker weet of het de goede is.",
  about: (titles: string[]) => `U schreef over ${list(titles.map((title) => title.toLowerCase()))}.`,
  chosen: (title: string) => `U koos: ${title}.`,
  searched: (word: string) => `U zocht op ‘${word}’.`,
  notRight: "Klopt dat niet? Kies zelf",
  notSure: "Wij weten niet zeker waar het over gaat. Dat geeft niet. Deze mensen denken met u mee.",
  first: "Eerst: dit kan niet wachten",
  letterTitle: "Kijk naar de datum op uw brief",
  letterText:
    "Bent u het niet eens met een besluit? Dan hebt u meestal zes weken vanaf de dag dat de brief is verstuurd (Awb 6:7 en 6:8). Wacht niet tot het laatst. Een kort briefje met ‘ik ben het er niet mee eens’ is genoeg om op tijd te zijn.",
  danger: "Bent u of is iemand anders nu in gevaar? Bel 112.",
  now: "Wie u nu kan helpen",
  nothing: "Hier is nog geen hulp voor deze vraag. Bel ons, dan zoeken wij het samen uit.",
  more: "Meer hulp",
  next: "Volgende",
  themes: "Wat nu, en wat straks",
  read: (title: string) => `Lees verder: ${title}`,
  none: "Geen van deze? U krijgt altijd iemand te spreken",
  noneText: (name: string, phone: string, address: string) => `Bel ${name}, ${phone}. Of loop binnen: ${address}.`,
  searchLabel: "Zoek met een ander woord",
  // de kaart
  nowOpen: "Nu open",
  walkIn: "Zonder afspraak",
  wheelchair: "Goed voor rolstoelen",
  callMe: "Bel mij terug",
  details: "Adres en tijden",
  website: "Naar de website",
  reason: (reason: Reason, themeTitle: (slug: string) => string): string => {
    switch (reason.kind) {
      case "theme":
        return `helpt bij ${themeTitle(reason.theme).toLowerCase()}.`;
      case "word":
        return "het woord waarop u zocht, hoort bij dit aanbod.";
      case "independentFromOtherParty":
        return "staat los van de gemeente. Dat is fijn als uw vraag over de gemeente gaat.";
    }
  },
  national: "Voor heel Nederland",
  filters: "Laat alleen zien",
  filter: {
    gratis: "Gratis",
    onafhankelijk: "Onafhankelijk van de gemeente",
    inloop: "Zonder afspraak",
    open: "Nu open",
  },
  apply: "Toon",
};
export type AnswerText = typeof nl;
