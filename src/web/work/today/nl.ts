import { dayOf, sayShortDay, sayTime, zone } from "../../../kernel/day.ts";
import type { GroupName } from "./groups.ts";

const duration = (minutes: number): string => {
  if (minutes < 60) return `${minutes} ${minutes === 1 ? "minuut" : "minuten"}`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return `${hours} uur`;
  return `${Math.round(hours / 24)} dagen`;
};

const shortMoment = (moment: Temporal.Instant): string =>
  `${sayShortDay(dayOf(moment), "nl")} ${sayTime(moment.toZonedDateTimeISO(zone).toPlainTime(), "nl")}`;

export const nl = {
  title: "Vandaag",
  lead: (open: number, late: number) =>
    open === 0
      ? "U en uw team hebben nu niets beloofd dat nog moet gebeuren."
      : `${open} ${open === 1 ? "toezegging" : "toezeggingen"} van u en uw team.${late > 0 ? ` ${late} ${late === 1 ? "is" : "zijn"} te laat.` : ""}`,
  away: "Ik ben er niet",
  groups: {
    harm: "Kan niet wachten",
    late: "Te laat",
    today: "Vandaag",
    later: "Later",
    resting: "Staat stil",
  } satisfies Record<GroupName, string>,
  late: (minutes: number) => `${duration(minutes)} te laat`,
  left: (minutes: number) => `nog ${duration(minutes)}`,
  promised: (moment: Temporal.Instant) => `beloofd vóór ${shortMoment(moment)}`,
  firstPromised: (moment: Temporal.Instant) => `eerst beloofd: vóór ${shortMoment(moment)}`,
  newMoment: (moment: Temporal.Instant) => `nieuw moment: vóór ${shortMoment(moment)}`,
  day: (moment: Temporal.Instant) => sayShortDay(dayOf(moment), "nl"),
  before: (moment: Temporal.Instant) => `vóór\u00a0${sayTime(moment.toZonedDateTimeISO(zone).toPlainTime(), "nl")}`,
  kinds: {
    callback: "Terugbellen",
    "call-again": "Opnieuw bellen",
    letter: "Brief schrijven",
    finish: "Afronden",
    freshness: "Gegevens nakijken",
    look: "Nakijken wat opviel",
    "look-emergency": "Noodtoegang nakijken",
    "answer-request": "Verzoek over gegevens beantwoorden",
  },
  noName: "zonder naam",
  asked: (moment: Temporal.Instant) => `gevraagd ${sayShortDay(dayOf(moment), "nl")}`,
  reach: (parts: string) => `bellen in de ${parts}`,
  speaks: (language: string) => `spreekt ${language}`,
  owner: (name: string) => `opgepakt door ${name}`,
  ownerMe: "opgepakt door u",
  ownerTeam: "nog niet opgepakt",
  looked: { judged: "Bewaard. Dank u wel.", gone: "Een collega was u voor, of dit is er niet meer." },
  ownerPrivacy: "voor wie op privacy let",
  lead_: "voor de teamleider",
  again: "vroeg dit al eerder",
  resting: "staat stil",
  restsSince: (moment: Temporal.Instant) => `sinds ${sayShortDay(dayOf(moment), "nl")}`,
  otherWay: "Niet bellen, zoek een andere weg",
  harm: "kost nu geld, huis of zorg",
  warnings: {
    notSafe: "bellen is niet veilig",
    noMessage: "niet inspreken",
    notSayWho: "niet zeggen wie u bent",
    interpreter: "tolk nodig",
    someoneElse: "vraagt voor iemand anders",
  },
  take: "Neem over",
  open: "Open",
  callNow: "Bel nu",
  empty: "Niets te doen. Nieuwe vragen verschijnen hier vanzelf.",
  emptyDo: "Voeg een vraag toe van iemand die binnenloopt",
  alreadyTaken: (name: string) => `Deze vraag is al opgepakt door ${name === "" ? "een collega" : name}.`,
  openTaken: "Bekijk de hulpvraag",
  closedBehind: "U kunt dit niet meer lezen.",
  endedBefore: "Dit was al gestopt of voorbij. U kunt het niet meer lezen.",
  gone: "Deze toezegging is al klaar.",
  more: (shown: number) => `U ziet de eerste ${shown}. De rest komt als deze klaar zijn.`,
  changed: "Er is iets veranderd. De lijst is bijgewerkt.",
};
export type TodayText = typeof nl;
