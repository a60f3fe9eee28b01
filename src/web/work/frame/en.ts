import { sayMoment } from "../../../kernel/day.ts";
import type { WorkFrameText } from "./nl.ts";

export const en: WorkFrameText = {
  today: "Today",
  cases: "Cases",
  newCase: "New case",
  requests: "Requests",
  find: "Find help",
  outbox: "Outgoing mail",
  toToday: "To Today",
  toStart: "To Start here",
  search: "Search by name or number",
  away: "I am not here",
  handOver: "Handing over",
  people: "Colleagues",
  programs: "Programs",
  trail: "Who looked where",
  themes: "Subjects",
  coverage: "Coverage",
  places: "Municipality",
  editRouteMap: "Keep the route map",
  start: "Start here",
  nearlyOut:
    "In ten minutes you will be signed out, because you have done nothing for a long time. What you type is kept when you send it.",
  dayIsOver: (moment) =>
    `${sayMoment(moment, "en")} you will be signed out: ten hours are long enough. Send what you type, then sign in again.`,
  stay: "Stay signed in",
  oldExample: "This example world is old: everything is late. Make a new one with: npm run example:reset",
  example: "Example world: all residents and colleagues are made up.",
};
