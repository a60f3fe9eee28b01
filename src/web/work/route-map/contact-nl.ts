import type { ContactProblem } from "../../../modules/directory/index.ts";

/** Sentences about whom colleagues call directly, apart because there are many. */
export const contactTexts = {
  contacts: "Direct contact",
  contactsTitle: (name: string) => `Direct contact: ${name}`,
  contactsLead:
    "Wie collega's van andere organisaties direct kunnen bellen. Inwoners zien dit nooit. Wie het bekijkt, wordt opgeschreven, ook u.",
  noContacts: "Er staat nog niemand.",
  changeContact: "Wijzig",
  confirmContact: "Klopt nog",
  removeContact: "Haal weg",
  addContactTitle: "Iemand toevoegen",
  changeContactTitle: "Dit contact wijzigen",
  stopChanging: "Toch iemand toevoegen",
  contactTask: "Functie",
  contactTaskHint: "Altijd nodig. Bijvoorbeeld: coördinator van het spreekuur.",
  contactWho: "Naam",
  contactWhoHint: "Leeg laten als het nummer bij de functie hoort. Vraag eerst of het mag.",
  contactPhone: "Telefoonnummer",
  contactPhoneHint: "Een nummer of een mailadres is genoeg.",
  contactMail: "Mailadres",
  contactMailHint: "Werkt deze collega hier met dit adres? Gaat de collega weg, dan verdwijnt dit contact meteen.",
  contactTimes: "Wanneer is iemand bereikbaar?",
  contactTimesHint: "Bijvoorbeeld: ma t/m do van 9 tot 12 uur.",
  contactNote: "Wat moet een collega weten voor het bellen?",
  contactNoteHint: "Bijvoorbeeld: voor warme overdracht, niet voor spoed. Schrijf niets over inwoners.",
  contactUntil: "Tot en met welke dag is deze persoon er?",
  contactUntilHint:
    "Nodig als u een naam invult, en hoogstens een jaar vooruit. De dag erna verdwijnt het. Is de collega er dan nog? Vul het opnieuw in.",
  contactSaid: {
    contactSaved: "Bewaard. Collega's zien dit nu.",
    contactConfirmed: "Bewaard. Dit is vandaag bevestigd.",
    contactRemoved: "Weggehaald.",
    contactGone: "Dit contact is er niet meer.",
  },
  contactProblems: {
    taskMissing: "Vul de functie in, van hoogstens 120 tekens.",
    whoTooLong: "De naam is te lang. Gebruik hoogstens 120 tekens.",
    timesTooLong: "Dit is te lang. Gebruik hoogstens 200 tekens.",
    noteTooLong: "Dit is te lang. Gebruik hoogstens 500 tekens.",
    noWay: "Vul een telefoonnummer of een mailadres in.",
    lastDayMissing: "Vul in tot en met welke dag deze persoon er is. Een naam zonder dag blijft te lang staan.",
    lastDayOver: "Deze dag is al voorbij.",
    lastDayFar: "Kies een dag binnen een jaar. Daarna kunt u het opnieuw invullen.",
    tooMany: "Hier staan al tien contacten. Haal er eerst een weg.",
  } satisfies Record<ContactProblem, string> & Record<string, string>,
};
