import { sayMoment } from "../../kernel/day.ts";
import type { LookKind, PromiseKind } from "./promise.ts";

const kinds: Record<PromiseKind, string> = {
  callback: "Terugbellen",
  "call-again": "Opnieuw bellen",
  letter: "Een brief schrijven",
  finish: "Afronden",
  freshness: "Gegevens nakijken",
  look: "Nakijken wat opviel",
  "look-emergency": "Noodtoegang nakijken",
  "answer-request": "Een verzoek over gegevens beantwoorden",
};

const lookAt: Record<LookKind, string> = {
  look: "naar wat opviel",
  "look-emergency": "of noodtoegang terecht was",
};

const toLook: Record<LookKind, (link: string) => { subject: string; text: string }> = {
  look: (link) => ({
    subject: "Er is iets opvallends gelezen",
    text: [
      "Goedendag,",
      "",
      "Iemand opende hulpvragen op een manier die opvalt. Dat hoeft niet verkeerd te zijn. Wilt u kijken?",
      "Wat opviel en waarom staat op deze pagina. Schrijf daar ook op wat ervan kwam.",
      "",
      link,
    ].join("\n"),
  }),
  "look-emergency": (link) => ({
    subject: "Iemand gebruikte noodtoegang",
    text: [
      "Goedendag,",
      "",
      "Een collega opende met noodtoegang een hulpvraag van een ander team. Wilt u kijken of dat terecht was?",
      "Wie het was, waarom en tot wanneer staat op deze pagina. Schrijf daar ook op wat ervan kwam.",
      "",
      link,
    ].join("\n"),
  }),
};

export const nl = {
  kinds,
  warned: (what: string, due: Temporal.Instant, link: string) => ({
    subject: "Een toezegging loopt bijna af",
    text: [
      "Goedendag,",
      "",
      `${what}: dit is beloofd vóór ${sayMoment(due, "nl")}. Er is nog een kwart van de tijd.`,
      "",
      `U vindt het op Vandaag: ${link}`,
    ].join("\n"),
  }),
  broken: (what: string, due: Temporal.Instant, link: string, residentSees: boolean) => ({
    subject: "Een toezegging is te laat",
    text: [
      "Goedendag,",
      "",
      `${what}: dit was beloofd vóór ${sayMoment(due, "nl")} en is niet gedaan.`,
      `${residentSees ? "De inwoner ziet dit. " : ""}Er staat nu een nieuwe toezegging.`,
      "",
      `U vindt het op Vandaag: ${link}`,
    ].join("\n"),
  }),
  leftBehind: (link: string) => ({
    subject: "Er is werk blijven liggen",
    text: [
      "Goedendag,",
      "",
      "Iemand ging weg uit uw team en had nog toezeggingen. Die zijn nu van niemand. Wilt u ze aan een collega geven?",
      "",
      `U vindt ze bij Overdracht: ${link}`,
    ].join("\n"),
  }),
  lookDue: {
    warned: (what: string, due: Temporal.Instant, link: string) => ({
      subject: "Een toezegging loopt bijna af",
      text: ["Goedendag,", "", `Wilt u vóór ${sayMoment(due, "nl")} kijken ${what}?`, "", link].join("\n"),
    }),
    broken: (what: string, due: Temporal.Instant, link: string) => ({
      subject: "Een toezegging is te laat",
      text: [
        "Goedendag,",
        "",
        `Iemand zou vóór ${sayMoment(due, "nl")} kijken ${what}. Dat is niet gedaan. Er staat nu een nieuwe toezegging.`,
        "",
        link,
      ].join("\n"),
    }),
  },
  lookAt,
  toLook,
};

export type PromisesText = typeof nl;
