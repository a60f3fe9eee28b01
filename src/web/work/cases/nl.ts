import { type Day, dayOf, sayShortDay, sayTime, zone } from "../../../kernel/day.ts";
import type { Channel, SearchProblem } from "../../../modules/casework/index.ts";

type Status = "open" | "closed";

const cases = (count: number, status: Status): string =>
  `${status === "open" ? "open" : "afgesloten"} ${count === 1 ? "hulpvraag" : "hulpvragen"}`;

export const nl = {
  title: "Hulpvragen",
  all: (total: number, status: Status) => `${total} ${cases(total, status)} van uw team.`,
  some: (chosen: number, total: number, status: Status) =>
    `${chosen} van ${total} ${cases(total, status)} van uw team.`,
  caption: "Hulpvragen van uw team",
  tabs: { open: "Open", closed: "Afgesloten" },
  name: "Wie",
  theme: "Onderwerp",
  allThemes: "Alle onderwerpen",
  whose: "Van wie",
  wholeTeam: "Het hele team",
  mine: "Van mij",
  show: "Toon",
  asked: "Gevraagd",
  status: "Stand",
  count: (count: number) => `${count.toLocaleString("nl-NL")} ${count === 1 ? "hulpvraag" : "hulpvragen"}`,
  due: "Beloofd vóór",
  you: "u",
  lead: "de teamleider",
  nobody: "nog niemand",
  resting: "staat stil",
  noName: "zonder naam",
  day: (moment: Temporal.Instant, today: Day) => sayShortDay(dayOf(moment), "nl", today),
  moment: (moment: Temporal.Instant) =>
    `${sayShortDay(dayOf(moment), "nl")} ${sayTime(moment.toZonedDateTimeISO(zone).toPlainTime(), "nl")}`,
  open: "open",
  notSafe: "Bellen is niet veilig",
  channel: "Hoe gevraagd",
  channels: { resident: "zelf", desk: "aan de balie", api: "via een ander systeem" } satisfies Record<Channel, string>,
  result: "Resultaat",
  closedAt: "Afgesloten op",
  exportMost: (most: number) => `In de CSV staan de eerste ${most}. Kies een onderwerp om er minder te krijgen.`,
  noneOpen: "Er zijn geen open hulpvragen. Nieuwe vragen verschijnen hier vanzelf.",
  addOne: "Nieuwe hulpvraag",
  noneClosed: "Er is nog geen hulpvraag afgesloten.",
  toOpen: "Naar de open hulpvragen",
  noneChosen: "Met deze keuze is er geen hulpvraag.",
  showAll: "Laat alles zien",
  noSuchPage: "Zo veel bladzijden zijn er niet.",
  toFirstPage: "Naar de eerste bladzijde",
  searchTitle: "Zoeken",
  howToSearch:
    "Typ in het zoekvak een naam, een deel van een naam, of een telefoonnummer. De laatste vier cijfers mag ook.",
  found: (count: number, more: boolean) =>
    `${more ? `Meer dan ${count}` : count === 0 ? "Geen" : count} ${count === 1 ? "hulpvraag" : "hulpvragen"} gevonden met`,
  tooMany: "Typ meer van de naam of van het nummer. Dan worden het er minder.",
  noneFound:
    "Bij uw team is niemand gevonden. Probeer een kleiner stuk van de naam, of alleen de laatste vier cijfers van het nummer. Misschien staat de vraag bij een ander team.",
  problems: {
    searchTooShort: "Typ ten minste twee letters van de naam.",
    searchTooLong: "Typ hoogstens 60 tekens.",
    numberTooShort: "Typ ten minste vier cijfers van het nummer.",
  } satisfies Record<SearchProblem, string>,
};
export type CasesText = typeof nl;
