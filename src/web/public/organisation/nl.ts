export const nl = {
  does: "Wat zij doen",
  doesNot: "Wat zij niet doen",
  limits: "Waar hun hulp ophoudt",
  independence: "Onafhankelijk?",
  website: "Website",
  offer: "Hiermee kunt u bij hen terecht",
  noOffer: "Hier is nu niets voor inwoners. Bel ons, dan zoeken wij met u.",
  callMe: "Bel mij terug",
  forProfessionals: "Voor professionals",
  chain: "Hun plaats tussen de anderen",
  kvk: "KVK-nummer",
  oin: "OIN",
  offerForProfessionals: "Alleen voor professionals",
};

export type OrganisationText = typeof nl;
