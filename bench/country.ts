import { idFor } from "../src/kernel/id.ts";
import { type Service, ServiceDetails } from "../src/modules/directory/index.ts";

/*
 * A made-up country for measuring: what is offered in 342 municipalities, as it is called and written in the Netherlands,
 * and many times more in a large one than in a small one. The same every time.
 */

export const municipalities = 342;

/** Roughly as people live: the largest has 6 % of what there is, the middle one 0.2 %. */
const sizes = Array.from({ length: municipalities }, (_, at) => (at + 1) ** -0.7);
const all = sizes.reduce((sum, size) => sum + size, 0);
const bounds = sizes.map((_, at) => sizes.slice(0, at + 1).reduce((sum, size) => sum + size, 0) / all);

/** Numbers between 0 and 1 that are the same in each run. */
export function chance(seed: number): () => number {
  const state = { at: seed };
  return () => {
    state.at = (state.at + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state.at ^ (state.at >>> 15), 1 | state.at);
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((again ^ (again >>> 14)) >>> 0) / 4294967296;
  };
}

/** A municipality, as often as people live there: 0 is the largest. */
export const anyMunicipality = (random: () => number): number => {
  const place = random();
  return Math.max(
    0,
    bounds.findIndex((bound) => place <= bound),
  );
};
export const municipalityId = (at: number): string => `GM${5000 + at}`;

type Kind = { name: string; theme: string[]; does: string[]; sentences: string[]; audience?: string };

const kinds: Kind[] = [
  {
    name: "Sociaal raadslieden",
    theme: ["schulden", "uitkering", "toeslagen", "brief-van-de-gemeente"],
    does: ["vraagverheldering", "eerstelijns-hulp"],
    sentences: [
      "De sociaal raadslieden helpen u met brieven, toeslagen en uitkeringen.",
      "Wij lezen uw brief met u en schrijven zo nodig een bezwaarschrift.",
    ],
  },
  {
    name: "Rechtswinkel",
    theme: ["wonen", "werk", "kopen-en-contract"],
    does: ["informatie-en-advies", "eerstelijns-hulp"],
    sentences: [
      "Rechtenstudenten geven gratis juridisch advies over huur, werk en aankopen.",
      "Loop binnen met uw rechtsvraag, zonder afspraak.",
    ],
  },
  {
    name: "Wijkteam",
    theme: ["zorg", "iets-anders", "schulden"],
    does: ["vraagverheldering", "clientondersteuning", "doorverwijzing"],
    sentences: [
      "Het wijkteam denkt mee over zorg, opvoeden, geld en wonen.",
      "Wij komen bij u thuis voor een keukentafelgesprek.",
    ],
  },
  {
    name: "Algemeen maatschappelijk werk",
    theme: ["iets-anders", "scheiding"],
    does: ["vraagverheldering", "clientondersteuning"],
    sentences: [
      "Een maatschappelijk werker luistert en helpt u verder bij spanningen thuis.",
      "Hulp bij rouw, relatieproblemen en eenzaamheid.",
    ],
  },
  {
    name: "Schuldhulpverlening",
    theme: ["schulden"],
    does: ["vraagverheldering", "eerstelijns-hulp"],
    sentences: [
      "Hebt u schulden? Wij maken met u een plan en praten met schuldeisers.",
      "Budgetbeheer, schuldbemiddeling en saneringskrediet.",
    ],
  },
  {
    name: "Budgetcoaching",
    theme: ["schulden"],
    does: ["clientondersteuning"],
    sentences: [
      "Een vrijwilliger helpt u thuis uw administratie op orde te brengen.",
      "Leer rondkomen met uw inkomen.",
    ],
  },
  {
    name: "Formulierenbrigade",
    theme: ["toeslagen", "iets-anders"],
    does: ["eerstelijns-hulp"],
    sentences: [
      "Wij vullen samen met u formulieren in, ook voor toeslagen en kwijtschelding.",
      "Hulp bij DigiD, belastingaangifte en aanvragen.",
    ],
  },
  {
    name: "Buurtbemiddeling",
    theme: ["buren"],
    does: ["bemiddeling"],
    sentences: ["Ruzie met de buren over geluid of de schutting? Vrijwilligers brengen u in gesprek."],
  },
  {
    name: "Onafhankelijke cliëntondersteuning",
    theme: ["zorg"],
    does: ["clientondersteuning"],
    sentences: ["Iemand gaat mee naar het gesprek over de Wmo, jeugdhulp of langdurige zorg."],
  },
  {
    name: "Steunpunt mantelzorg",
    theme: ["zorg"],
    does: ["informatie-en-advies"],
    sentences: ["Zorgt u voor een naaste? Wij helpen met respijtzorg en een luisterend oor."],
  },
  {
    name: "Ouderenadviseur",
    theme: ["zorg", "iets-anders"],
    does: ["informatie-en-advies"],
    sentences: ["De ouderenadviseur komt langs met uitleg over wonen, welzijn en zorg."],
    audience: "Ouderen",
  },
  {
    name: "Taalhuis",
    theme: ["iets-anders"],
    does: ["informatie-en-advies"],
    sentences: ["Beter leren lezen, schrijven en rekenen, in de bibliotheek."],
  },
  {
    name: "Inloophuis",
    theme: ["iets-anders"],
    does: ["doorverwijzing"],
    sentences: ["Koffie, een praatje en antwoord op uw vraag.", "Iedereen is welkom, u hoeft geen afspraak te maken."],
  },
  {
    name: "Advocatenspreekuur",
    theme: ["werk", "scheiding", "wonen"],
    does: ["rechtsbijstand", "informatie-en-advies"],
    sentences: ["Advocaten geven een half uur gratis advies over echtscheiding, ontslag of ontruiming."],
  },
  {
    name: "Mediation bij scheiding",
    theme: ["scheiding"],
    does: ["mediation"],
    sentences: ["Een mediator helpt u afspraken te maken over kinderen, alimentatie en het huis."],
  },
  {
    name: "Vluchtelingenwerk",
    theme: ["verblijf"],
    does: ["clientondersteuning"],
    sentences: ["Begeleiding van statushouders bij inburgering, gezinshereniging en brieven van de IND."],
  },
  {
    name: "Huurteam",
    theme: ["wonen"],
    does: ["informatie-en-advies", "eerstelijns-hulp"],
    sentences: ["Hulp bij huurverhoging, servicekosten, borg en achterstallig onderhoud."],
    audience: "Huurders",
  },
  {
    name: "Slachtofferhulp",
    theme: ["slachtoffer-of-verdachte"],
    does: ["clientondersteuning"],
    sentences: ["Hulp na geweld, een inbraak of een ongeluk, ook bij aangifte en schadevergoeding."],
  },
  {
    name: "Werkplein",
    theme: ["uitkering", "werk"],
    does: ["informatie-en-advies"],
    sentences: ["Een bijstandsuitkering aanvragen en hulp bij werk zoeken."],
  },
  {
    name: "Jongerenpunt",
    theme: ["werk", "schulden", "wonen"],
    does: ["vraagverheldering"],
    sentences: ["Vragen over school, geld, werk of een kamer? Kom langs."],
    audience: "Jongeren",
  },
  {
    name: "Centrum voor Jeugd en Gezin",
    theme: ["zorg"],
    does: ["informatie-en-advies"],
    sentences: ["Vragen over opvoeden en opgroeien, en aanmelden voor jeugdhulp."],
    audience: "Ouders",
  },
  {
    name: "Voedselbank",
    theme: ["schulden"],
    does: ["eerstelijns-hulp"],
    sentences: ["Een pakket met eten voor wie te weinig geld overhoudt."],
  },
  {
    name: "Antidiscriminatiebureau",
    theme: ["discriminatie-en-klacht"],
    does: ["informatie-en-advies", "bemiddeling"],
    sentences: ["Meld discriminatie op het werk, in de buurt of bij een uitzendbureau."],
  },
  {
    name: "Erfrechtspreekuur",
    theme: ["familie-en-erfenis"],
    does: ["informatie-en-advies"],
    sentences: ["Een notaris legt uit wat u kunt met een erfenis, testament of volmacht."],
  },
  {
    name: "Maatjesproject",
    theme: ["iets-anders"],
    does: ["clientondersteuning"],
    sentences: ["Een vrijwilliger onderneemt iets met u als u zich alleen voelt."],
  },
];
const organisations = [
  "Stichting Welzijn",
  "Gemeente",
  "Humanitas",
  "Stichting Sociaal Werk",
  "Stichting Recht en Raad",
  "Coöperatie Samen",
  "Vrijwilligerspunt",
  "Kerk en Samenleving",
];
const places = [
  "Noord",
  "Zuid",
  "Oost",
  "West",
  "Centrum",
  "de Haven",
  "het Kwartier",
  "de Dorpen",
  "de Molenwijk",
  "het Plein",
];
const begin = [
  "Aar",
  "Berg",
  "Dijk",
  "Eik",
  "Grave",
  "Heer",
  "Kamp",
  "Loo",
  "Meer",
  "Nieuw",
  "Oude",
  "Rijn",
  "Veen",
  "Water",
  "Zand",
  "Zee",
  "Horst",
  "Wijk",
];
const end = [
  "dam",
  "stede",
  "huizen",
  "hoven",
  "veld",
  "drecht",
  "burg",
  "loo",
  "wolde",
  "kerk",
  "poort",
  "mond",
  "lande",
  "hem",
  "broek",
  "schans",
  "beek",
  "rode",
  "voort",
];

export const municipalityName = (at: number): string =>
  `${begin[at % begin.length]}${end[Math.floor(at / begin.length) % end.length]}`;

const pick = <T>(items: readonly T[], random: () => number): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("There is nothing to choose from.");
  return item;
};

export type Offer = Service & { points: [] };

/** What somebody offers in a municipality, as the nth of the country. */
export function anOffer(nth: number, at: number, random: () => number): Offer {
  const kind = pick(kinds, random);
  const town = municipalityName(at);
  const place = pick(places, random);
  const second = pick(kinds, random);
  const sentences = [
    ...new Set([pick(kind.sentences, random), pick(random() < 0.3 ? second.sentences : kind.sentences, random)]),
  ];
  return {
    ...ServiceDetails.parse({}),
    kind: "desk",
    forProfessionals: false,
    withdrawn: false,
    version: 1,
    municipalityId: municipalityId(at),
    id: idFor(`bench:${nth}`),
    name: { nl: `${kind.name} ${random() < 0.5 ? place : town}` },
    sentence: { nl: sentences.join(" ") },
    organisation: {
      id: idFor("bench:organisation"),
      name: `${pick(organisations, random)} ${town}`,
      independence: "unknown",
      reason: { nl: "" },
    },
    themes: kind.theme,
    functions: kind.does,
    audience: { nl: kind.audience ?? "Iedereen" },
    cost: random() < 0.6 ? "free" : "unknown",
    toBring: { nl: "" },
    result: { nl: "" },
    website: random() < 0.8 ? "https://example.org" : null,
    sourceUrl: null,
    asOf: null,
    checkedOn: random() < 0.5 ? "2026-10-01" : null,
    points: [],
  };
}
