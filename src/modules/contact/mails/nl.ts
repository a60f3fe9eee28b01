import { sayMoment } from "../../../kernel/day.ts";
import { sayCode } from "../../../kernel/id.ts";
import type { Team } from "../../access/index.ts";
import type { Receipt } from "../callback/callback.ts";
import { sayPhone } from "../callback/phone.ts";

const lines = (...parts: string[]) => parts.join("\n");

export const nl = {
  receipt: (receipt: Receipt, followLink: string) => ({
    subject: "Wij bellen u terug",
    text: lines(
      "Goedendag,",
      "",
      "U hebt gevraagd of wij u bellen. Dat doen we graag.",
      "",
      `Wij bellen u vóór ${sayMoment(receipt.callBefore, "nl")}.`,
      `Wij bellen vanaf ${sayPhone(receipt.callingNumber)}.`,
      `U spreekt iemand van ${receipt.teamName} (${receipt.organisationName}).`,
      "",
      `Uw code is ${sayCode(receipt.code)}.`,
      "Met deze code en de laatste vier cijfers van uw telefoonnummer kunt u uw vraag zien, veranderen of stoppen:",
      followLink,
      "",
      `Duurt het langer? Bel ons dan zelf: ${sayPhone(receipt.callingNumber)}.`,
    ),
  }),
  broken: (next: Temporal.Instant, team: Team, followLink: string) => ({
    subject: "Wij hebben u nog niet gebeld",
    text: lines(
      "Goedendag,",
      "",
      "Wij zouden u bellen. Dat is niet op tijd gelukt. Dat spijt ons.",
      "",
      `Onze nieuwe belofte: wij bellen u vóór ${sayMoment(next, "nl")}.`,
      `Wij bellen vanaf ${sayPhone(team.callingNumber)}.`,
      "",
      `Wilt u niet wachten? Bel ons dan zelf: ${sayPhone(team.callingNumber)}.`,
      "",
      "Uw vraag bekijken kan hier, met uw code:",
      followLink,
    ),
  }),
  proof: (link: string, until: Temporal.Instant, desk: { name: string; phone: string }) => ({
    subject: "De link die u vroeg",
    text: lines(
      "Goedendag,",
      "",
      "U vroeg ons om een link. Open deze link en druk daar op de knop:",
      "",
      link,
      "",
      `De link werkt één keer, tot ${sayMoment(until, "nl")}.`,
      "Geef de link aan niemand. Wij vragen er ook nooit om.",
      "",
      "Hebt u niets gevraagd? Dan hoeft u niets te doen. Er is niets veranderd.",
      "",
      `Lukt het niet? Bel ${desk.name}: ${sayPhone(desk.phone)}.`,
    ),
  }),
};

export type ContactText = typeof nl;
