import type { InvitationText } from "./nl.ts";

export const en: InvitationText = {
  title: "Invitation",
  lead: (organisation) => `${organisation} has added you as a colleague.`,
  how: "Sign in with the account of your work. After that you need not use this link any more.",
  signInWith: (name) => `Sign in with ${name}`,
  gone: "This invitation does not work (any more). Ask whoever manages your colleagues for a new one.",
  toSignIn: "Have you signed in before? Then go to signing in",
};
