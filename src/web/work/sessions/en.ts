import type { SessionsText } from "./nl.ts";

export const en: SessionsText = {
  title: "Where you are signed in",
  lead: "Do you see a device that is not yours? Sign out there, and tell your administrator.",
  unknown: "Unknown device",
  here: "This device",
  began: "Signed in",
  seen: "Last used",
  ends: "At the latest until",
  end: "Sign out there",
  ended: "Signed out there.",
};
