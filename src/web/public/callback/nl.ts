import type { Child } from "hono/jsx";
import { sayMoment } from "../../../kernel/day.ts";
import type { Independence } from "../../../modules/access/index.ts";
import type { Answer, ContactSafety } from "../../../modules/casework/index.ts";

/** What was arranged about calling safely; what was not chosen is as careful as "no". */
type Arranged = Record<keyof ContactSafety, Record<Answer, string>>;

export const nl = {
  title: "Bel mij terug",
  lead: "Laat uw nummer achter. Iemand belt u. Dat kost niets.",
  howLong: "Invullen duurt ongeveer 2 minuten.",
  who: (team: string, organisation: string) => `U wordt gebeld door ${team} (${organisation}).`,
  steps: ["Uw nummer", "Nakijken", "Klaar"],
  phone: "Uw telefoonnummer",
  phoneHint: "Op dit nummer bellen wij u. Een nummer uit een ander land mag ook, met + ervoor.",
  dayparts: "Wanneer kunnen wij u bellen?",
  daypartsHint: "Meer dan één mag.",
  mayLeaveMessage: "Mogen wij iets inspreken als u niet opneemt?",
  mayLeaveMessageHint: "Kiest u niets? Dan spreken wij niets in.",
  maySayWho: "Neemt iemand anders op: mogen wij zeggen wie wij zijn?",
  maySayWhoHint: "Kiest u niets? Dan noemen wij onze naam niet.",
  harm: "Kost dit u nu geld, huis of zorg?",
  harmHint: "Bijvoorbeeld: uw loon wordt ingehouden, u moet uw huis uit, of u krijgt geen hulp meer.",
  harmYes: "Ja, ik kan niet wachten",
  harmYesHint: "Dan komt u vooraan in de rij. Het moment waarop wij u uiterlijk bellen, blijft hetzelfde.",
  harmNo: "Nee, het kan een paar dagen wachten",
  more: "Wilt u nog iets zeggen? Dit mag allemaal leeg blijven.",
  askedFor: "Voor wie vraagt u dit?",
  self: "Voor mijzelf",
  someoneElse: "Voor iemand anders",
  language: "Welke taal spreekt u het liefst?",
  languageHint: "Bijvoorbeeld: Nederlands, Turks, Arabisch.",
  interpreter: "Ik wil graag een tolk erbij",
  name: "Uw naam",
  nameHint: "Een voornaam is genoeg.",
  mail: "Uw e-mailadres",
  mailHint: "Dan sturen wij u een kopie met uw code. Leest iemand mee in uw mail? Vul dan niets in.",
  word: "Waar gaat het over?",
  wordHint: "Een paar woorden is genoeg. Schrijf geen burgerservicenummer op.",
  wordTold: "Dit schreef u net. U mag het veranderen of weghalen. Schrijf geen burgerservicenummer op.",
  privacy: (team: string, municipality: string) =>
    `Alleen ${team} ziet wat u invult. ${municipality} Wij bewaren het tot uw vraag klaar is, en daarna zo kort als de wet toelaat.`,
  municipality: {
    independent: "Dit team staat los van de gemeente. De gemeente kan er niet bij.",
    funded: "De gemeente betaalt dit team, maar kan niet bij wat u invult.",
    municipal: "Dit team hoort bij de gemeente. Anderen bij de gemeente kunnen er niet bij.",
    unknown: "Wij weten niet of de gemeente dit team betaalt. Anderen dan dit team kunnen er niet bij.",
  } satisfies Record<Independence, string>,
  history:
    "Uw browser onthoudt welke pagina's u bekeek. Mag niemand dat zien? Gebruik dan een privévenster, of wis dit in uw browser.",
  goOn: "U was al begonnen. Ga verder met wat u invulde",
  privacyLink: "Lees meer over uw gegevens",
  check: "Kijk uw antwoorden na",
  otherWays: "Bellen lukt niet, of liever anders?",
  otherWaysText: (mail: Child, address: string): Child => ["Mail naar ", mail, `, of kom langs: ${address}.`],
  checkTitle: "Klopt dit?",
  checkLead: "Kijk alles goed na. Daarna sturen wij uw vraag door.",
  promise: (before: string) => `Wij bellen u vóór ${before}.`,
  send: "Stuur mijn vraag",
  change: "Verander iets",
  forWhom: { self: "Voor mijzelf", "someone-else": "Voor iemand anders" },
  notFilled: "niet ingevuld",
  notChosen: {
    mayLeaveMessage: "Niet gekozen: wij spreken niets in",
    maySayWho: "Niet gekozen: wij zeggen niet wie wij zijn",
  } satisfies Record<keyof ContactSafety, string>,
  arranged: {
    mayLeaveMessage: {
      yes: "Neemt u niet op? Dan spreken wij iets in.",
      no: "Neemt u niet op? Dan spreken wij niets in.",
      unknown: "Neemt u niet op? Dan spreken wij niets in.",
    },
    maySayWho: {
      yes: "Neemt iemand anders op? Dan zeggen wij wie wij zijn.",
      no: "Neemt iemand anders op? Dan zeggen wij niet wie wij zijn.",
      unknown: "Neemt iemand anders op? Dan zeggen wij niet wie wij zijn.",
    },
  } satisfies Arranged,
  choosePoint: "Wie mag u bellen?",
  choosePointLead: "Kies wie u wilt spreken. Weet u het niet? Neem de eerste. Die helpt u verder.",
  noPoint: "In deze gemeente kan nog niemand u hier terugbellen.",
  pointGone: "Dit hulppunt belt niet meer terug. Kies iemand anders.",
  doneTitle: "Wij bellen u",
  doneBefore: (moment: Temporal.Instant) => `Wij bellen u vóór ${sayMoment(moment, "nl")}.`,
  doneInFront: (moment: Temporal.Instant) =>
    `U staat vooraan in de rij. Wij bellen u in elk geval vóór ${sayMoment(moment, "nl")}.`,
  doneCannotWait: (phone: Child, name: string, address: string): Child => [
    "Kunt u niet wachten? Bel ",
    phone,
    `, of loop langs bij ${name}: ${address}.`,
  ],
  clock: {
    "working-days": "Dat is binnen twee werkdagen. In het weekend en op feestdagen bellen wij niet.",
    "clock-hours": "Dat is binnen 48 uur. Het weekend telt mee.",
    months: "",
  },
  number: (number: string) => `Wij bellen vanaf ${number}.`,
  numberHint: {
    yes: "Zet dit nummer in uw telefoon. Dan ziet u dat wij het zijn.",
    no: "Zet dit nummer niet met onze naam in uw telefoon, dan ziet niemand anders wie u belt.",
    unknown: "Zet dit nummer niet met onze naam in uw telefoon, dan ziet niemand anders wie u belt.",
  } satisfies Record<Answer, string>,
  codeIs: "Uw code",
  codeHint:
    "Schrijf de code op of maak een foto. Hiermee kunt u uw vraag zien, veranderen of stoppen. U hebt ook de laatste vier cijfers van uw nummer nodig.",
  whatNow: "Wat gebeurt er nu?",
  nowSeen: (team: string) => `${team} ziet uw vraag.`,
  nowCalls: (team: string, number: string, moment: Temporal.Instant) =>
    `Iemand van ${team} belt u vanaf ${number}, vóór ${sayMoment(moment, "nl")}. Die vraagt wat er speelt en helpt u op weg.`,
  nowAgain: "Wij proberen het nog minstens twee keer, op een ander moment.",
  late: (number: string) =>
    `Duurt het langer? Bel ons dan zelf: ${number}. Op de pagina ‘Mijn vraag volgen’ ziet u hoe het staat.`,
  follow: "Mijn vraag volgen",
  followAt: (address: string) => `Volgen kan op ${address}.`,
  print: "U kunt deze pagina afdrukken.",
  close: "Sluit en wis deze pagina",
  otherTab:
    "U hebt dit formulier ook ergens anders open. Hieronder staat wat u daar invulde. Wat u in dit venster invulde, is niet verstuurd en niet bewaard. Wilt u dat ook vragen? Vul het dan daarna opnieuw in.",
  answersGone: "Uw antwoorden zijn weg. Dat is veiliger. Vul het formulier opnieuw in.",
  before: (moment: Temporal.Instant) => `Als u nu vraagt, bellen wij u vóór ${sayMoment(moment, "nl")}.`,
  cannotWait: "Kunt u niet wachten? Bel zelf:",
  gone: "Deze pagina is niet meer te zien. Dat is veiliger als iemand anders dit apparaat gebruikt. Met uw code kunt u uw vraag altijd bekijken.",
};
export type CallbackText = typeof nl;
