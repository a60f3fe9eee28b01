import type { FrameText } from "./nl.ts";

export const en: FrameText = {
  siteName: (municipality) => `Rechtspoor ${municipality}`,
  talk: "Rather talk?",
  follow: "Follow my question",
  example: "This is an example. People and desks with ‘Voorbeeld’ in their name are made up. Do not call the numbers.",
  oldExample: "This example world is old: everything is late. Make a new one with: npm run example:reset",
  onPaper: (address, day) => `This page is at ${address}. Printed on ${day}.`,
  mirrored: "Trial: this page runs from right to left.",
};
