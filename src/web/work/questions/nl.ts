export const nl = {
  lead: "Vraag dit samen met de inwoner na. Het kost minder dan een minuut. Wij bewaren de antwoorden niet; alleen uw browser onthoudt ze, 20 minuten.",
  done: "Wat hieruit volgt",
  urgent: "Kan niet wachten",
  after: "Daarna",
  tell: "Zeg tegen de inwoner:",
  help: "Soort hulp:",
  find: "Zoek wie dit doet",
  mayBe: "Wat er misschien speelt",
  mayBeLead: "Een computer las dit in uw woorden. U beslist wat klopt. Er kan meer tegelijk spelen.",
  because: (words: string) => `Gelezen in: ${words}.`,
  ask: "Vraag door:",
  questions: (title: string) => `Loop de vragen na: ${title}`,
  needs: (needs: string) => `En verder misschien: ${needs}.`,
  unsure: "Uit deze woorden is niet te lezen wat er speelt. Vraag door, of overleg met een jurist.",
};
export type WorkQuestionsText = typeof nl;
