import type { WorkFrameText } from "./nl.ts";

export const en: WorkFrameText = {
  today: "Today",
  cases: "Cases",
  newCase: "New case",
  routeMap: "Route map",
  outbox: "Outgoing mail",
  toToday: "To Today",
  search: "Search by name or number",
  away: "I am not here",
  oldExample: "This example world is old: everything is late. Make a new one with: npm run example:reset",
  example: "Example world: all residents and colleagues are made up.",
};
