import type { SignInText } from "./nl.ts";

export const en: SignInText = {
  title: "Sign in",
  lead: "Choose who you are. This is the example world: everybody here is made up and no password is needed.",
  production: "Signing in with your own organisation is not possible yet in this version.",
  roles: { helper: "helper", "team-lead": "team lead" },
  choose: "Continue as this person",
  person: "Colleague",
  none: "There are no example people.",
  problems: { personMissing: "Choose a colleague from the list first." },
  noTeam: "You do not belong to any team. Ask your team lead to add you.",
};
