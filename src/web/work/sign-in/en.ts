import type { SignInText } from "./nl.ts";

export const en: SignInText = {
  title: "Sign in",
  lead: "Sign in with the account of your own organisation.",
  example: "This is the example world: next you choose who you are, without a password.",
  stuck: "Does it not work? Ask your team lead or the administrator of your organisation.",
  signInWith: (name) => `Sign in with ${name}`,
  noProviders: "Signing in has not been set up here yet. Ask your administrator.",
  refusals: {
    notTrusted: "Signing in did not work. Try again. Does it fail again? Ask your administrator.",
    away: "The sign-in page of your organisation does not answer now. Try again in a few minutes. Whoever is signed in already can go on.",
    stopped: "You stopped signing in. Nothing has changed.",
    tooWeak: "This work needs a stronger way of signing in, such as with a code on your phone.",
    otherMail:
      "This invitation went to another mail address than that of this account. Sign in with the account of the address where the mail came. Or ask whoever manages your colleagues for an invitation to your own address.",
    otherAccount:
      "This account is known here already, and the invitation is for somebody else. We have not used the invitation. Sign in below to go on with your work.",
    noTeam: "We do not know you in any team yet. Ask your team lead to add you.",
  },
  signedOut: "You are signed out.",
  signOutThere: (name) => `Sign out of ${name} as well, if you share this computer`,
  pickTitle: "Who are you?",
  pickLead: "This is the example world: everybody here is made up and no password is needed.",
  choose: "Continue as this person",
  person: "Colleague",
  problems: { personMissing: "Choose a colleague from the list first." },
};
