import type { CoverageText } from "./nl.ts";

export const en: CoverageText = {
  title: (place) => `Which help is there in ${place}?`,
  lead: "The route map held against a yardstick: which kinds of help there should be, and which there are.",
  asOf: (day) => `As the route map was on ${day}.`,
  sentence: ({ wanted, here, gaps }) =>
    gaps === 0
      ? `Of the ${wanted} kinds of help on the yardstick none is missing. ${here} are in the municipality itself.`
      : `Of the ${wanted} kinds of help on the yardstick, ${here} are in the municipality itself. ${gaps === 1 ? "1 is missing" : `${gaps} are missing`}.`,
  furtherAway: (count) => (count === 1 ? "1 is further away, and may be." : `${count} are further away, and may be.`),
  dependent: (count) =>
    count === 1
      ? "With 1 subject there is no free help that stands apart from the municipality."
      : `With ${count} subjects there is no free help that stands apart from the municipality.`,
  unsure: (count) =>
    count === 1
      ? "Of 1 kind this is not certain: nobody checked it in the last year."
      : `Of ${count} kinds this is not certain: nobody checked them in the last year.`,
  offered: (here, checked) =>
    `The route map of the municipality has ${here === 1 ? "1 entry" : `${here} entries`}. Of those, ${checked} ${checked === 1 ? "was" : "were"} checked in the last year.`,
  onlyKnown: "What is not on the route map does not count. So there may be more.",
  gaps: "What is missing",
  noGaps: "Nothing of what is on the yardstick is missing.",
  theme: "Subject",
  missing: "What is not there",
  standsIn: "What comes nearest now",
  nothingStandsIn: "nothing",
  wider: (name) => `${name} (regional or national)`,
  neighbour: (name, municipality, distance) => `${name} in ${municipality}, ${distance}`,
  askNeighbour: "In another municipality, first ask whether they also help people from here.",
  freeIndependent: "Free and apart from the municipality",
  noFreeIndependent: "nothing",
  independentGap: "Free help that stands apart from the municipality",
  all: "Everything by subject",
  found: {
    here: "in the municipality",
    wider: "regional or national only",
    neighbour: "in another municipality only",
    nowhere: "found nowhere",
  },
  notSure: "not certain",
  here: "In the municipality",
  onlyWider: "Further away, and may be",
  extra: "extra",
  lacking: "Missing",
  none: "nothing",
  reach: "How far free and independent help is",
  reachLead: (kilometres) =>
    `A place to go to, free and apart from the municipality, within ${kilometres} kilometres. Measured between the middles of postcodes, so roughly.`,
  reachChoice: "How far may it be?",
  kilometres: (kilometres) => `${kilometres} kilometres`,
  show: "Show",
  reachSentence: (not, all) =>
    not === 0
      ? `In all ${all} areas there is such a place nearby.`
      : `In ${not} of the ${all} areas there is none nearby.`,
  near: (count) => (count === 1 ? "1 area with such a place nearby" : `${count} areas with such a place nearby`),
  area: "Area",
  nearest: "Nearest",
  distance: "Distance",
  yes: "yes",
  no: "no",
  noAreas: "We know no postcodes of this municipality.",
  how: "How we measure this",
  howText: [
    "We count each kind of help for each subject. Not certain is what nobody checked in the last year. Extra is what is there and not on the yardstick.",
    "The report is the evaluation of nine Divosa pilots on legal help and the social domain.",
    "The yardstick is a proposal. No law names all kinds of help that must be there; where a law asks for something, the article is given.",
    "A kind of help is there when something on the route map fits the subject and gives that help. What is only for professionals does not count.",
    "A lawyer or mediator may also be in the region, or national. The other kinds must be in the municipality itself.",
    "Independent is only what stands apart from the municipality. What the municipality pays for, or of which we do not know who pays, does not count as that.",
  ],
  because: "Why this is on the yardstick",
  print: "Print this for the council",
  printHow: "Press Ctrl and P to print this.",
  csv: "Download as a file (CSV)",
  csvHeads: [
    "Subject",
    "Kind of help",
    "On the yardstick",
    "Found",
    "Certain",
    "Help",
    "Nearest in another municipality",
    "Kilometres",
  ],
  wanted: { here: "in the municipality", anywhere: "may be further away", no: "no" },
  routeMap: "Is something missing that is there? Put it on the route map.",
};
