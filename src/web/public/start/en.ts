import type { StartText } from "./nl.ts";

export const en: StartText = {
  title: "What is going on?",
  lead: "Tell us in your own words. We look for who can help you, close to you.",
  tiles: "Or choose what fits you",
  letter: { title: "I got a letter", tile: "and I do not agree with it, or I do not understand it" },
  moreTiles: "More subjects",
  walkIn: "Walk in now without an appointment",
  nobodyNow: "There is no walk-in at this moment. Ask us to call you back, or see when somebody is open.",
  callMe: "Call me back",
  allHelp: "See all help",
  byDesk: (name, phone, address, walkInNow) => [
    `Can't find it? Call ${name}, `,
    phone,
    walkInNow ? `, or walk in: ${address}.` : `. Would you rather come by (${address})? Then ask first when you can.`,
  ],
};
