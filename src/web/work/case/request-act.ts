import { z } from "zod";
import { dayOf } from "../../../kernel/day.ts";
import { askedProblem, requestKinds, wordsLimit, writeDownRequest } from "../../../modules/casework/index.ts";
import { readDay } from "../../form.ts";
import { sharedWords } from "../../words/words.ts";
import { texts as requestTexts } from "../requests/texts.ts";
import { onCase } from "./acts.ts";
import { ways } from "./requests.tsx";

/** A letter that lay somewhere; longer ago the day was typed wrong. */
const lookBackMonths = 3;

/** What somebody who calls, writes or stands at the desk asks about their own data. */
export const requestForm = onCase({
  schema: z.object({
    requestKind: z.enum(requestKinds, { error: "kindMissing" }),
    requestWay: z.enum(ways, { error: "howMissing" }),
    requestWords: z.string().trim().max(wordsLimit, { error: "wordsTooLong" }).default(""),
  }),
  sentences: (language) => requestTexts[language].problems,
  act: async (c, caseId, { requestKind, requestWay, requestWords }, refuse, values) => {
    const { ctx, language } = c.var;
    const { problems } = requestTexts[language];
    const problem = askedProblem(requestKind, requestWords);
    if (problem !== undefined) return { refused: refuse("requestWords", problems[problem]) };
    const received = readDay(values, "received");
    const today = dayOf(ctx.now);
    if (!received.ok && received.problem === "impossible")
      return { refused: refuse("received", sharedWords[language].dayImpossible(received.typed)) };
    const day = received.ok ? received.value : today;
    if (Temporal.PlainDate.compare(day, today) > 0) return { refused: refuse("received", problems.receivedFuture) };
    if (Temporal.PlainDate.compare(day, today.subtract({ months: lookBackMonths })) < 0)
      return { refused: refuse("received", problems.receivedLongAgo) };
    const made = await writeDownRequest(ctx, caseId, {
      kind: requestKind,
      askedBy: requestWay,
      ownWords: requestWords,
      receivedOn: day,
    });
    return { change: { kind: made.kind === "gone" ? "gone" : "done" }, said: { what: "requested" } };
  },
});
