import { type Day, dayOf, sayShortDay } from "../../../kernel/day.ts";
import type { Language } from "../../../kernel/language.ts";
import { isWaiting, type WatchedRequest } from "../../../modules/casework/index.ts";
import { texts } from "./texts.ts";

/** Near enough to plan for. */
const soonDays = 7;

export const isLate = ({ answerBy }: { answerBy: Day }, today: Day): boolean =>
  Temporal.PlainDate.compare(answerBy, today) < 0;

/** By when a request must be answered, or when it was, as its row says it. */
export function timesOf(
  language: Language,
  today: Day,
  request: Pick<WatchedRequest, "answerBy" | "settledAt" | "state">,
): { urgency: "late" | "soon" | "calm"; due: string; dueNote: string } {
  const text = texts[language];
  const { answerBy, settledAt, state } = request;
  const say = (day: Day) => sayShortDay(day, language, today);
  if (!isWaiting(request))
    return { urgency: "calm", due: say(settledAt === null ? answerBy : dayOf(settledAt)), dueNote: text.states[state] };
  if (isLate(request, today)) return { urgency: "late", due: text.late, dueNote: text.answerBy(say(answerBy)) };
  const left = today.until(answerBy).days;
  return { urgency: left <= soonDays ? "soon" : "calm", due: say(answerBy), dueNote: text.left(left) };
}
