import { dayOf, sayDate, sayDay } from "../../../kernel/day.ts";
import {
  copyDays,
  type ExtensionReason,
  type PrivacyRequest,
  type Refusal,
  type RequestKind,
  refusalArticles,
} from "../../casework/index.ts";
import { sayPhone } from "../callback/phone.ts";
import { type AnswerFacts, lastDayToContest } from "./answer.ts";

const lines = (...parts: string[]) => parts.join("\n");
const authority = "Autoriteit Persoonsgegevens";

const asked: Record<RequestKind, string> = {
  access: "een kopie van uw gegevens",
  correction: "iets te verbeteren in uw gegevens",
  erasure: "uw gegevens weg te halen",
  objection: "te stoppen met iets dat wij met uw gegevens doen",
  restriction: "uw gegevens even niet te gebruiken",
};

const granted: Record<RequestKind, string> = {
  access: "U krijgt een kopie van alles wat wij van u bewaren.",
  correction: "Wij hebben verbeterd wat u vroeg.",
  erasure: "Wij halen uw gegevens weg. Dat gebeurt vannacht, alles in één keer.",
  objection: "Wij stoppen met wat u niet wilt.",
  restriction: "Wij gebruiken uw gegevens even niet.",
};

const partly: Record<RequestKind, string> = {
  ...granted,
  access: "U krijgt een kopie. Hier en daar is iets weggelaten over iemand anders.",
  correction: "Wij hebben een deel verbeterd van wat u vroeg.",
  objection: "Wij stoppen met een deel van wat u niet wilt.",
  restriction: "Wij gebruiken een deel van uw gegevens even niet.",
};

const refused: Record<Refusal, string> = {
  unfounded: "U vroeg dit al vaak, of er is duidelijk geen reden voor. Dan hoeven wij het niet te doen.",
  "not-theirs": "Wij konden niet zien dat deze gegevens van u zijn.",
  "others-rights": "In deze gegevens staat te veel over iemand anders.",
  "is-correct": "Volgens ons klopt wat er staat. Wat u ervan vindt, staat er nu bij.",
  "still-needed": "Wij hebben deze gegevens nog nodig om u te helpen.",
  "archive-law": "De gemeente moet dit bewaren. Dat staat in de Archiefwet.",
  "legal-claim": "Er loopt nog iets waarvoor deze gegevens nodig zijn, zoals een bezwaar.",
  "no-ground": "Dit kan alleen als er iets mis is met de gegevens. Dat is volgens ons niet zo.",
  overriding: "Wij hebben een zwaardere reden om hiermee door te gaan. Die leest u hieronder.",
};

const extended: Record<ExtensionReason, string> = {
  complex: "Uw verzoek is ingewikkeld.",
  many: "U deed meer verzoeken tegelijk.",
};

const hello = ["Goedendag,", ""];
const follow = (link: string) => lines("U ziet dit met uw code:", link);
const orCall = (number: string) => `Liever bellen? Bel ons: ${sayPhone(number)}.`;

export const nl = {
  asked,
  refused,
  extended,
  /** What was decided, in our own words. The words of whoever decided stand after it. */
  decision: ({ request }: AnswerFacts): string[] => [
    `U vroeg ons op ${sayDate(dayOf(request.askedAt), "nl")} om ${asked[request.kind]}.`,
    ...(request.state === "refused"
      ? [`Dat doen wij niet. ${refused[request.refusal]} (${refusalArticles[request.refusal]})`]
      : [(request.state === "partly" ? partly : granted)[request.kind]]),
  ],
  /** What they can do when they do not agree. */
  afterwards: ({ request, organisation, controller }: AnswerFacts): string[] => {
    const day = sayDate(lastDayToContest(request), "nl");
    return [
      `Bent u het er niet mee eens? Bel ons eerst. U kunt ook klagen bij de ${authority} (AVG 77).`,
      controller === "municipality"
        ? `Dit is een besluit van de gemeente. U kunt bezwaar maken tot en met ${day} (UAVG 34).`
        : `U kunt ook de rechter vragen om te kijken wat ${organisation} deed. Dat kan tot en met ${day} (UAVG 35).`,
    ];
  },
  made: (request: PrivacyRequest, number: string, link: string) => ({
    subject: "Wij kregen uw verzoek",
    text: lines(
      ...hello,
      `U vroeg ons om ${asked[request.kind]}.`,
      `Wij antwoorden uiterlijk ${sayDay(request.answerBy, "nl")}.`,
      "",
      follow(link),
      "",
      request.askedBy === "resident"
        ? "Vroeg u dit niet? Bel ons dan meteen. Misschien heeft iemand anders uw code."
        : "Vroeg u dit niet? Bel ons dan meteen. Misschien vroeg iemand anders het op uw naam.",
      orCall(number),
    ),
  }),
  extendedMail: (request: PrivacyRequest, number: string, link: string) => ({
    subject: "Ons antwoord duurt langer",
    text: lines(
      ...hello,
      `U vroeg ons om ${asked[request.kind]}. Wij hebben meer tijd nodig.`,
      ...(request.extension === null ? [] : [`De reden: ${extended[request.extension.reason].toLowerCase()}`]),
      `Wij antwoorden uiterlijk ${sayDay(request.answerBy, "nl")}. Later mag niet (AVG 12).`,
      "",
      follow(link),
      "",
      `Vindt u dat niet goed? U kunt klagen bij de ${authority}.`,
      orCall(number),
    ),
  }),
  answered: (facts: AnswerFacts, number: string, link: string) => ({
    subject: "Ons antwoord op uw verzoek",
    text: lines(
      ...hello,
      // What goes tonight can be read nowhere tomorrow.
      ...(facts.request.kind === "erasure" && facts.request.state === "granted"
        ? [...nl.decision(facts), "", facts.request.answer, "", ...nl.afterwards(facts)]
        : ["Ons antwoord op uw verzoek staat klaar.", "", follow(link)]),
      ...(facts.request.kind === "access" && facts.request.state !== "refused"
        ? [
            "",
            `Uw kopie staat daar ${copyDays} dagen. U ziet hem nadat wij u een link mailden: zo weten wij zeker dat u het bent.`,
          ]
        : []),
      "",
      orCall(number),
    ),
  }),
};
export type RightsText = typeof nl;
