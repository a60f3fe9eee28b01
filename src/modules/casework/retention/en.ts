import type { RetentionText } from "./nl.ts";

export const en: RetentionText = {
  untouched: (link) => ({
    subject: "A question has been still for a year",
    text: [
      "Hello,",
      "",
      "In one or more open questions of your team nothing has happened for a year.",
      "Is the question finished? Then close it. After some time it goes by itself. An open question never goes.",
      "",
      `You find them on Today, or under Questions with the oldest on top: ${link}`,
    ].join("\n"),
  }),
};
