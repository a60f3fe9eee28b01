import { sayMoment } from "../../../kernel/day.ts";
import type { ReadingsText } from "./nl.ts";

export const en: ReadingsText = {
  title: "Who looked at my question?",
  lead: "Each time somebody opens your question we write that down. Also when you do so yourself. Who comes back within half an hour counts as once.",
  nobody: "Nobody has opened your question yet.",
  by: {
    "own-team": (team) => `Somebody of ${team}`,
    "own-code": () => "With your code",
    intake: () => "Our system",
    consent: () => "Another organisation, because you agreed",
    law: () => "Another organisation, because the law says so",
    "break-glass": () => "A colleague of another team, in an emergency",
    duty: () => "Somebody who watches over privacy",
  },
  times: (times, last) =>
    times === 1 ? sayMoment(last, "en") : `${times} times, the last time ${sayMoment(last, "en")}`,
  who: (team) =>
    `Only ${team} can open your question. Other teams and the municipality do not see your question, nor who you are. Only in an emergency a colleague of the same organisation can read your question. Then it stands here.`,
  strange:
    "Did somebody look with your code, and was that not you? Then ask the team for a new code. The old one will no longer work.",
  wrong: "Is something not right? Call us. We will find out who looked and why.",
  back: "Back to my question",
};
