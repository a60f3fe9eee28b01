import { sayMoment } from "../../../kernel/day.ts";
import type { HandOverText } from "./nl.ts";

export const en: HandOverText = {
  title: "Handing over",
  lead: (count) =>
    count === 0
      ? "Nothing was left behind by colleagues who went away."
      : `${count} ${count === 1 ? "promise was" : "promises were"} left behind by colleagues who went away. Give each to somebody.`,
  how: "When somebody leaves, everything they had taken comes here. Also when they only change teams.",
  due: (what, moment) => `${what} before ${sayMoment(moment, "en")}`,
  noName: "without a name",
  harm: "costs money, a home or care now",
  to: "To whom?",
  choose: "Choose a colleague",
  give: "Give",
  given: "The colleague now sees this on Today.",
  gone: "Somebody has taken this already, or it is done.",
  emptyDo: "To Today",
  problems: {
    personMissing: "Choose a colleague.",
    notThere: "This colleague is not there now. Choose somebody else of the team.",
    neverCame: "This colleague was invited, but has never signed in. Choose somebody else of the team.",
  },
};
