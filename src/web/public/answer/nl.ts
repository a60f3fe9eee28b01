import type { Child } from "hono/jsx";
import type { Reason } from "../../../modules/directory/index.ts";

/** ‘Wonen en huur’, ‘Schulden’: titles stand between quotes, because many have "en" in them. */
const list = (titles: string[]) => titles.map((title) => `‘${title}’`).join(", ");

export const nl = {
  title: "Dit kunt u nu doen",
  allTitle: "Alle hulp",
  allLead: "Kies wie u wilt spreken. U mag iedereen bellen, ook als u niet zeker weet of het de goede is.",
  about: (titles: string[]) => `U schreef over ${list(titles)}.`,
  chosen: (title: string) => `U koos: ${title}.`,
  searched: (word: string) => `U zocht op ‘${word}’.`,
  notFound: (word: string) => `Niets gevonden voor ‘${word}’. Probeer een ander woord. Deze mensen denken met u mee.`,
  notRight: "Klopt dat niet? Kies zelf",
  notSure: "Wij weten niet zeker waar het over gaat. Dat geeft niet. Deze mensen denken met u mee.",
  first: "Eerst: dit kan niet wachten",
  letterTitle: "Kijk wanneer uw brief is verstuurd",
  letterText:
    "Laat iemand meelezen. Bent u het niet eens met de brief? Dan hebt u meestal zes weken. Die tellen vanaf de dag dat de brief is verstuurd. Wacht niet tot het laatst. Een kort briefje met ‘ik ben het er niet mee eens’ is genoeg om op tijd te zijn.",
  letterWhy: "De zes weken staan in de wet: Algemene wet bestuursrecht, artikel 6:7 en 6:8 (Awb).",
  danger: "Bent u of is iemand anders nu in gevaar? Bel 112.",
  afraid: (name: string) => `Bang voor iemand thuis? Praat met ${name}, dag en nacht en zonder uw naam:`,
  urgent: {
    emergency: (number: Child): Child => ["Is er nu gevaar? Bel ", number, "."],
    life: {
      lead: "Fijn dat u het opschreef. U hoeft hier niet alleen mee te blijven.",
      title: "Wilt u niet meer leven? Praat nu met iemand",
      text: (name: string) => `Dat is ${name}. Bellen is gratis, dag en nacht. U hoeft niet te zeggen wie u bent.`,
      website: "Liever niet bellen? Kijk op",
    },
    violence: {
      title: "Bent u niet veilig, of is een kind dat niet?",
      text: (name: string) => `Dat is ${name}. Bellen is gratis, dag en nacht.`,
      trace: "Het nummer staat niet op uw telefoonrekening. Wis het wel uit de lijst met gesprekken op uw telefoon.",
    },
    desk: (name: string, address: string, hours: Child, isOpen: boolean): Child => [
      isOpen
        ? `Bel nu ${name}, of loop vandaag nog langs: ${address} (`
        : `Bel ${name} of loop langs zodra het kan: ${address} (`,
      hours,
      ").",
    ],
    home: {
      title: "Raakt u uw huis, uw spullen of uw geld kwijt? Vraag meteen hulp",
      text: "Soms kan het nog worden uitgesteld, ook als de dag al vaststaat. Vraag het vandaag.",
    },
    needs: {
      title: "Geen eten, of geen gas, water of stroom? Vraag meteen hulp",
      text: "Zeg er meteen bij wat u vandaag nodig hebt.",
    },
    custody: {
      title: "Zit iemand vast, of is er een verhoor? Praat eerst met een advocaat",
      text: "Wie vastzit of verdacht wordt, mag vóór het verhoor met een advocaat praten. Zeg dat tegen de politie. Wie vastzit, betaalt daar niets voor. Wij helpen u zoeken.",
    },
    term: {
      title: "Moet u binnen een week iets doen? Vraag vandaag hulp",
      text: "Zeg er meteen bij voor welke dag het is. Soms is een korte brief genoeg om op tijd te zijn.",
    },
  },
  now: "Wie u nu kan helpen",
  nothing: "Hier is nog geen hulp voor deze vraag. Bel ons, dan zoeken wij het samen uit.",
  nothingLeft: "Niets past bij alles wat u koos. Kies minder, of bel ons.",
  noSuchPage: "Deze bladzijde is er niet. U bent voorbij de laatste.",
  firstPage: "Naar de eerste bladzijde",
  more: "Meer hulp",
  next: "Volgende",
  mayBe: {
    title: "Wat er misschien speelt",
    jump: "Zie ook wat er misschien speelt",
    lead: "Een computer las dit in uw woorden. Dat kan fout zijn. Wie u spreekt, kijkt met u mee.",
    because: (words: string[]) => `Dit lazen wij in: ${list(words)}.`,
    questions: (title: string) => `Beantwoord een paar vragen. ${title}`,
    ask: "Denk hier vast over na:",
    related: "Speelt ook iets hiervan?",
    needs: (needs: string[]) => `U schreef misschien ook over: ${needs.join(", ")}. Ook daarvoor is er hulp.`,
  },
  themes: "Wat nu, en wat straks",
  read: (title: string) => `Lees verder: ${title}`,
  none: "Geen van deze? U krijgt altijd iemand te spreken",
  noneText: (name: string, phone: Child, address: string, hours: Child, isOpen: boolean): Child => [
    `Bel ${name}, `,
    phone,
    ...(isOpen ? [`. Of loop binnen: ${address}.`] : [" (", hours, `). Of kom dan langs: ${address}.`]),
  ],
  searchLabel: "Zoek met een ander woord",
  box: {
    label: "Wat is er aan de hand?",
    hint: "Een paar zinnen is genoeg. U hoeft geen naam te noemen. Wij bewaren dit niet. Alleen uw browser onthoudt het, 20 minuten.",
    send: "Zoek hulp",
    kept: "Alleen deze browser onthoudt wat u schreef, 20 minuten lang. Wis het hier.",
    wipe: "Wis wat ik schreef",
  },
  changeWords: "Verander wat u schreef",
  tooLong: "Uw verhaal is heel lang. Wij lazen alleen het begin. Vertel de rest als u iemand spreekt.",
  goneTitle: "Wat u schreef, is weg",
  goneLead: "Wij bewaren uw woorden niet. Na 20 minuten zijn ze ook uit uw browser. Vertel het gerust nog een keer.",
  // de kaart
  openNow: {
    walkIn: (until: string) => `U kunt nu binnenlopen, tot ${until}`,
    phone: (until: string) => `Nu te bellen, tot ${until}`,
  },
  walkIn: "Zonder afspraak",
  wheelchair: "Goed voor rolstoelen",
  callMe: "Bel mij terug",
  details: "Adres en tijden",
  moreAbout: "Meer hierover",
  website: "Naar de website",
  reason: (reason: Reason, themeTitle: (slug: string) => string): string => {
    switch (reason.kind) {
      case "themes":
        return `Helpt bij ${list(reason.themes.map(themeTitle))}.`;
      case "word":
        return "Het woord waarop u zocht, hoort bij deze hulp.";
      case "independentFromOtherParty":
        return "Staat los van de gemeente. Dat is fijn als uw vraag over de gemeente gaat.";
    }
  },
  notCheckedSince: (day: string) => `Niet gecontroleerd sinds ${day}. Bel voor u gaat.`,
  notChecked: (isExample: boolean): string =>
    isExample ? "Voorbeeld, niet gecontroleerd." : "Niet bij de organisatie nagevraagd.",
  asOf: (asOf: Child): Child => ["Gegevens van ", asOf, "."],
  asOfUnknown: "Wij weten niet hoe oud deze gegevens zijn.",
  older: "Deze tekst is ouder dan de Nederlandse. Lees ook:",
  stopped: "Hier kan nu niemand bij.",
  stoppedUntil: (day: string) => `Hier kan niemand bij tot en met ${day}.`,
  days: (from: string, until: string) => `${from} tot en met ${until}`,
  closedOn: (days: string) => `Geen inloop: ${days}.`,
  otherOn: (days: string, hours: string) => `Andere inlooptijden: ${days}, ${hours}.`,
  walkInAt: (address: string, hours: string) => `Binnenlopen: ${address}, ${hours}.`,
  national: "Voor heel Nederland",
  filtersOff: "Kies welke hulp u wilt zien",
  filtersOn: (words: string[]) => `U ziet nu alleen: ${words.join(", ")}`,
  showAll: "Toon weer alles",
  filters: "Laat alleen zien",
  filter: {
    gratis: "Gratis",
    onafhankelijk: "Onafhankelijk van de gemeente",
    inloop: "Zonder afspraak",
    open: "Nu open",
    avond: "Ook 's avonds",
    zonderdigid: "Zonder DigiD",
  },
  helpLanguage: "Taal waarin u hulp wilt",
  anyLanguage: "Elke taal",
  inLanguage: (name: string) => `hulp in het ${name}`,
  spoken: (name: string) => `Spreekt ${name}`,
  withInterpreter: "Met een tolk",
  interpreterToo: "Wie de taal spreekt, staat bovenaan. Daarna komt wie een tolk kan regelen.",
  distance: "Hoe ver weg?",
  distanceNeeds: "Wilt u ook kiezen hoe ver weg?",
  givePostcode: "Vul eerst uw postcode in.",
  anyDistance: "Maakt niet uit",
  within: (kilometres: number) => `Binnen ${kilometres} kilometer`,
  withinHint:
    "Ongeveer, vanaf uw postcode. Hulp per telefoon, online of bij u thuis blijft staan. Van sommige plekken weten wij niet hoe ver het is. Die staan er dan niet bij.",
  apply: "Toon",
};
export type AnswerText = typeof nl;
