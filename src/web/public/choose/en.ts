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
  },
  elsewhere:
    "Is your municipality not here? Call your own municipality and ask for the social advisers (sociaal raadslieden) or the neighbourhood team (wijkteam). They will help you.",
};
