import { dayOf, sayDate, sayDay } from "../../../kernel/day.ts";
import { copyDays, refusalArticles } from "../../casework/index.ts";
import { sayPhone } from "../callback/phone.ts";
import { lastDayToContest } from "./answer.ts";
import type { RightsText } from "./nl.ts";

const lines = (...parts: string[]) => parts.join("\n");
const authority = "Dutch Data Protection Authority (Autoriteit Persoonsgegevens)";

const asked: RightsText["asked"] = {
  access: "for a copy of your data",
  correction: "to correct something in your data",
  erasure: "to take your data away",
  objection: "to stop something that we do with your data",
  restriction: "not to use your data for now",
};

const granted: RightsText["asked"] = {
  access: "You get a copy of everything we keep of you.",
  correction: "We corrected what you asked.",
  erasure: "We take your data away. That happens tonight, all at once.",
  objection: "We stop doing what you do not want.",
  restriction: "We do not use your data for now.",
};

const partly: RightsText["asked"] = {
  ...granted,
  access: "You get a copy. Here and there something about somebody else is left out.",
  correction: "We corrected part of what you asked.",
  objection: "We stop doing part of what you do not want.",
  restriction: "We do not use part of your data for now.",
};

const refused: RightsText["refused"] = {
  unfounded: "You asked this often before, or there is clearly no reason for it. Then we need not do it.",
  "not-theirs": "We could not see that these data are yours.",
  "others-rights": "There is too much about somebody else in these data.",
  "is-correct": "We think that what stands there is right. What you think of it now stands beside it.",
  "still-needed": "We still need these data to help you.",
  "archive-law": "The municipality must keep this. That is in the Archiefwet (Archives Act).",
  "legal-claim": "Something is still running for which these data are needed, such as an objection.",
  "no-ground": "This is only possible when something is wrong with the data. We think that is not so.",
  overriding: "We have a weightier reason to go on with this. You read it below.",
};

const extended: RightsText["extended"] = {
  complex: "What you asked is complicated.",
  many: "You asked more things at once.",
};

const hello = ["Hello,", ""];
const follow = (link: string) => lines("You see this with your code:", link);
const orCall = (number: string) => `Rather call? Call us: ${sayPhone(number)}.`;

export const en: RightsText = {
  asked,
  refused,
  extended,
  decision: ({ request }) => [
    `On ${sayDate(dayOf(request.askedAt), "en")} you asked us ${asked[request.kind]}.`,
    ...(request.state === "refused"
      ? [`We do not do that. ${refused[request.refusal]} (${refusalArticles[request.refusal]})`]
      : [(request.state === "partly" ? partly : granted)[request.kind]]),
  ],
  afterwards: ({ request, organisation, controller }) => {
    const day = sayDate(lastDayToContest(request), "en");
    return [
      `Do you not agree? Call us first. You can also complain to the ${authority} (AVG 77).`,
      controller === "municipality"
        ? `This is a decision of the municipality. You can object up to and including ${day} (UAVG 34).`
        : `You can also ask a court to look at what ${organisation} did. You can do that up to and including ${day} (UAVG 35).`,
    ];
  },
  made: (request, number, link) => ({
    subject: "We have your request",
    text: lines(
      ...hello,
      `You asked us ${asked[request.kind]}.`,
      `We answer on ${sayDay(request.answerBy, "en")} at the latest.`,
      "",
      follow(link),
      "",
      request.askedBy === "resident"
        ? "Did you not ask this? Then call us at once. Somebody else may have your code."
        : "Did you not ask this? Then call us at once. Somebody else may have asked it in your name.",
      orCall(number),
    ),
  }),
  extendedMail: (request, number, link) => ({
    subject: "Our answer takes longer",
    text: lines(
      ...hello,
      `You asked us ${asked[request.kind]}. We need more time.`,
      ...(request.extension === null ? [] : [`The reason: ${extended[request.extension.reason]}`]),
      `We answer on ${sayDay(request.answerBy, "en")} at the latest. Later is not allowed (AVG 12).`,
      "",
      follow(link),
      "",
      `Do you not agree with that? You can complain to the ${authority}.`,
      orCall(number),
    ),
  }),
  answered: (facts, number, link) => ({
    subject: "Our answer to your request",
    text: lines(
      ...hello,
      ...(facts.request.kind === "erasure" && facts.request.state === "granted"
        ? [...en.decision(facts), "", facts.request.answer, "", ...en.afterwards(facts)]
        : ["Our answer to your request is ready.", "", follow(link)]),
      ...(facts.request.kind === "access" && facts.request.state !== "refused"
        ? [
            "",
            `Your copy stays there for ${copyDays} days. You see it after we mailed you a link: so we are sure that it is you.`,
          ]
        : []),
      "",
      orCall(number),
    ),
  }),
};
