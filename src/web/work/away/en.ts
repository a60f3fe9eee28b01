import type { AwayText } from "./nl.ts";

export const en: AwayText = {
  title: "I am not here",
  lead: "Everything you have taken goes to your deputy. If they are away too, it goes back to the team.",
  until: "Until and including which day are you away?",
  hint: "For example 27 11 2026",
  send: "Hand over and sign me off",
  back: "I am back",
  backText: (day) => `You are marked as away until and including ${day}.`,
  done: (count) =>
    count === 0
      ? "You are signed off. You had nothing open."
      : `You are signed off. ${count} ${count === 1 ? "promise has" : "promises have"} been handed over.`,
  welcome: "Welcome back. What was handed over stays with your deputy until you take it again.",
  problems: {
    dayMissing: "Fill in a day, a month and a year.",
    dayTooFar: "This day is more than a year away. Check the year.",
    dayPast: "This day has passed. Fill in today or a later day.",
  },
};
