import type { InvitationText } from "./nl.ts";

export const en: InvitationText = {
  title: "Invitation",
  lead: (organisation, name) => `${organisation} has added you as a colleague: ${name}.`,
  how: "Is that not you? Then do not use this link. Is it you? Sign in with the account of your work. After that you need not use this link any more.",
  signInWith: (name) => `Sign in with ${name}`,
  gone: "This invitation does not work any more. Ask whoever manages your colleagues for a new one.",
  toSignIn: "Have you signed in before? Then go to signing in",
};
