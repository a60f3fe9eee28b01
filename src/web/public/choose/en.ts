import type { ChooseText } from "./nl.ts";

export const en: ChooseText = {
  title: "Where do you live?",
  lead: "Choose your municipality. Then we show who can help you for free, close to you.",
  label: "Your municipality, town or postcode",
  hint: "For example: Utrecht, Den Bosch or 3511",
  send: "Continue",
  again: (name) => `Continue with ${name}`,
  all: "Or choose from the list",
  problems: {
    empty: "Fill in your municipality, town or postcode.",
    notFound:
      "We do not know this place or postcode here. Check the spelling, in Latin letters, or choose from the list.",
    notDutch: "This is not a Dutch postcode. A postcode has four digits and does not begin with a 0, such as 3511.",
    belgian:
      "This is a Belgian postcode. We only know help in the Netherlands. Do you live in Belgium? Call the OCMW or CPAS of your municipality. Is your question about the Netherlands? Then fill in the place it is about.",
    several: "More than one place is called so. Fill in your postcode.",
  },
  missing:
    "Is your municipality not here? Call your own municipality and ask for the social advisers (sociaal raadslieden) or the neighbourhood team (wijkteam). They will help you.",
  notHere: {
    title: "Your municipality does not take part yet",
    lead: (where) => `${where} is in no municipality that takes part. You can get help all the same.`,
    thisPlace: "This place",
    postcode: (pc4, name) => `Postcode ${pc4}${name === undefined ? "" : ` (${name})`}`,
  },
  unknown: {
    title: "We do not know this postcode",
    lead: (pc4) =>
      `Check whether ${pc4 ?? "your postcode"} is right. Is it? Then you can find help below that is there for all of the Netherlands.`,
  },
  ownMunicipality:
    "Also call your own municipality. Ask for the social advisers (sociaal raadslieden) or the neighbourhood team (wijkteam). They will help you.",
  desk: (name, phone, hours) => ["Rather talk? Call ", name, ", ", phone, ` (${hours}).`],
  national: "Help for all of the Netherlands",
  moreNational: (count) => `More help for all of the Netherlands (${count})`,
  toWebsite: "To the website",
  otherPlace: "Do you live somewhere else?",
  toList: "Choose from the list",
};
