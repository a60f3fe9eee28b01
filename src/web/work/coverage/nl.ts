import type { Found } from "../../../modules/directory/index.ts";

export const nl = {
  title: (place: string) => `Welke hulp is er in ${place}?`,
  lead: "De routekaart langs een meetlat: welke soorten hulp er zouden moeten zijn, en welke er zijn.",
  asOf: (day: string) => `Zoals de routekaart was op ${day}.`,
  sentence: ({ wanted, here, gaps }: { wanted: number; here: number; gaps: number }) =>
    gaps === 0
      ? `Van de ${wanted} soorten hulp op de meetlat ontbreekt er geen. ${here} zijn er in de gemeente zelf.`
      : `Van de ${wanted} soorten hulp op de meetlat zijn er ${here} in de gemeente zelf. ${gaps === 1 ? "Er ontbreekt er 1" : `Er ontbreken er ${gaps}`}.`,
  furtherAway: (count: number) =>
    count === 1 ? "1 is er verder weg, en dat mag." : `${count} zijn er verder weg, en dat mag.`,
  dependent: (count: number) =>
    count === 1
      ? "Bij 1 onderwerp is er geen gratis hulp die los staat van de gemeente."
      : `Bij ${count} onderwerpen is er geen gratis hulp die los staat van de gemeente.`,
  unsure: (count: number) =>
    count === 1
      ? "Van 1 soort is dit niet zeker: niemand keek het in het laatste jaar na."
      : `Van ${count} soorten is dit niet zeker: niemand keek het in het laatste jaar na.`,
  offered: (here: number, checked: number) =>
    `Op de routekaart van de gemeente ${here === 1 ? "staat 1 regel" : `staan ${here} regels`}. Daarvan ${checked === 1 ? "is er 1" : `zijn er ${checked}`} in het laatste jaar nagekeken.`,
  onlyKnown: "Wat niet op de routekaart staat, telt niet mee. Er kan dus meer zijn.",
  gaps: "Wat ontbreekt",
  noGaps: "Er ontbreekt niets van wat op de meetlat staat.",
  theme: "Onderwerp",
  missing: "Wat er niet is",
  standsIn: "Wat er nu het dichtstbij komt",
  nothingStandsIn: "niets",
  wider: (name: string) => `${name} (regio of landelijk)`,
  neighbour: (name: string, municipality: string, distance: string) => `${name} in ${municipality}, ${distance}`,
  askNeighbour: "Vraag in een andere gemeente eerst of zij ook mensen van hier helpen.",
  freeIndependent: "Gratis en los van de gemeente",
  noFreeIndependent: "niets",
  independentGap: "Gratis hulp die los staat van de gemeente",
  all: "Alles per onderwerp",
  found: {
    here: "in de gemeente",
    wider: "alleen regionaal of landelijk",
    neighbour: "alleen in een andere gemeente",
    nowhere: "nergens gevonden",
  } satisfies Record<Found, string>,
  notSure: "niet zeker",
  here: "In de gemeente",
  onlyWider: "Verder weg, en dat mag",
  extra: "extra",
  lacking: "Ontbreekt",
  none: "niets",
  reach: "Hoe ver gratis en onafhankelijke hulp is",
  reachLead: (kilometres: number) =>
    `Een plaats om naartoe te gaan, gratis en los van de gemeente, binnen ${kilometres} kilometer. Gemeten tussen het midden van postcodes, dus ongeveer.`,
  reachChoice: "Hoe ver mag het zijn?",
  kilometres: (kilometres: number) => `${kilometres} kilometer`,
  show: "Toon",
  reachSentence: (not: number, all: number) =>
    not === 0
      ? `In alle ${all} gebieden is er zo'n plaats in de buurt.`
      : `In ${not} van de ${all} gebieden is er geen in de buurt.`,
  near: (count: number) =>
    count === 1 ? "1 gebied met zo'n plaats in de buurt" : `${count} gebieden met zo'n plaats in de buurt`,
  area: "Gebied",
  nearest: "Dichtstbij",
  distance: "Afstand",
  yes: "ja",
  no: "nee",
  noAreas: "Wij kennen geen postcodes van deze gemeente.",
  how: "Hoe wij dit meten",
  howText: [
    "Wij tellen elke soort hulp bij elk onderwerp apart. Niet zeker is wat niemand in het laatste jaar nakeek. Extra is wat er is en niet op de meetlat staat.",
    "Het rapport is de evaluatie van negen pilots van Divosa over rechtshulp en het sociaal domein.",
    "De meetlat is een voorstel. Geen wet noemt alle soorten hulp die er moeten zijn; waar een wet iets vraagt, staat het artikel erbij.",
    "Een soort hulp is er als iets op de routekaart bij het onderwerp past en die hulp geeft. Wat alleen voor professionals is, telt niet mee.",
    "Een advocaat of mediator mag ook in de regio zijn of landelijk. De andere soorten moeten in de gemeente zelf zijn.",
    "Onafhankelijk is alleen wat los staat van de gemeente. Wat de gemeente betaalt, of waarvan wij niet weten wie het betaalt, telt daarvoor niet mee.",
  ],
  because: "Waarom dit op de meetlat staat",
  print: "Druk dit af voor de raad",
  printHow: "Druk op Ctrl en P om dit af te drukken.",
  csv: "Download als bestand (CSV)",
  csvHeads: [
    "Onderwerp",
    "Soort hulp",
    "Op de meetlat",
    "Gevonden",
    "Zeker",
    "Hulp",
    "Dichtstbij in een andere gemeente",
    "Kilometer",
  ],
  wanted: { here: "in de gemeente", anywhere: "mag verder weg", no: "nee" },
  routeMap: "Mist er iets dat er wel is? Zet het op de routekaart.",
};

export type CoverageText = typeof nl;
