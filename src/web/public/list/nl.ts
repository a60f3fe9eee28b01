import type { Child } from "hono/jsx";
import type { Advice } from "../../../modules/directory/index.ts";

export const nl = {
  title: "Hulp die voor u is uitgezocht",
  lead: "Begin bovenaan. U mag iedereen bellen, ook als u niet zeker weet of het de goede is.",
  madeBy: (team: string, day: string) => `Gemaakt door ${team} op ${day}.`,
  ask: (team: string, phone: Child): Child => [`Vragen over deze lijst? Bel ${team}, `, phone, "."],
  until: (day: string) => `Deze lijst staat hier tot en met ${day}. Er staat niet in wie u bent.`,
  place: (at: number, name: Child): Child => [`${at}. `, name],
  tip: (team: string) => `Tip van ${team}`,
  advices: {
    "begin-here": "Begin hier.",
    "call-first": "Bel eerst. Vraag wanneer u kunt komen.",
    "before-first-of-month": "Doe dit voor de eerste van de maand.",
    "take-letter": "Neem uw brief mee.",
    "take-contract": "Neem uw huurcontract mee.",
    "take-identity": "Neem uw paspoort of identiteitskaart mee.",
    "take-income": "Neem papieren mee over uw inkomen en uw schulden.",
    "take-somebody": "Neem iemand mee die u vertrouwt.",
    "ask-interpreter": "Vraag om een tolk.",
  } satisfies Record<Advice, string>,
  where: "Waar",
  phone: "Telefoon",
  mail: "E-mail",
  website: "Website",
  callMe: "Bel mij terug",
  details: "Alles over deze hulp",
  noPoint: (name: string, phone: Child): Child => [`Wij hebben hier geen nummer van. Bel ${name}, `, phone, "."],
  goneTitle: "Deze hulp is er niet meer",
  goneText: (name: string, phone: Child): Child => [`Bel ${name}, `, phone, ". Zij zoeken met u iemand anders."],
  overTitle: "Deze lijst is voorbij",
  overLead:
    "Een lijst staat hier een tijdje. Daarna kan wat erop stond veranderd zijn. U kunt nog steeds hulp krijgen.",
  overAsk: (team: string, phone: Child): Child => [
    `U kreeg de lijst van ${team}. Bel hen voor een nieuwe: `,
    phone,
    ".",
  ],
  overDesk: (name: string, phone: Child): Child => [`Of bel ${name}, `, phone, "."],
  overFind: "Zoek zelf hulp",
  qr: "Code om deze lijst met een telefoon te openen",
};
export type PublicListText = typeof nl;
