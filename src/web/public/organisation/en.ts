import type { OrganisationText } from "./nl.ts";

export const en: OrganisationText = {
  does: "What they do",
  doesNot: "What they do not do",
  limits: "Where their help ends",
  independence: "Independent?",
  website: "Website",
  offer: "What you can come to them for",
  noOffer: "There is nothing for residents here now. Call us, and we will look together with you.",
  callMe: "Call me back",
  forProfessionals: "For professionals",
  chain: "Their place among the others",
  kvk: "Trade register number",
  oin: "OIN",
  offerForProfessionals: "For professionals only",
};
