import type { ProblemText } from "./nl.ts";

export const en: ProblemText = {
  notFound: {
    title: "This page is not here",
    text: "The address is wrong, or what was here is gone. Or you may not see this.",
  },
  wrongMethod: {
    title: "You cannot open this page like this",
    text: "The address is right, but you cannot go there directly. Go to the beginning and try again from there.",
  },
  stale: {
    title: "This form did not arrive",
    text: "Something went wrong when sending. Go back, check your answers and send it again.",
  },
  tooLarge: { title: "This is too large", text: "What you send is too much text. Go back and make it shorter." },
  tooMany: {
    title: "One moment",
    text: "Too much was asked from this address. Wait a minute and try again. Nothing is lost.",
  },
  broken: {
    title: "Something is wrong on our side",
    text: "It is not your fault. What you just sent may not have been kept. Try it again. You will not ask twice.",
  },
  away: {
    title: "Not reachable for a moment",
    text: "We cannot reach our data right now. Try again in a minute. Did you send a form? Send it again. You will not ask twice.",
  },
  signIn: { title: "Sign in first", text: "You have not signed in yet, or you were away too long." },
  kept: {
    title: "You are signed out",
    lead: "What you sent has not been saved yet. It is not lost either: it stands below.",
    leadNothingTyped: "What you did has not happened yet. You need not do it over.",
    signIn: "Sign in again",
    comeBack: "Come back to this page and send it again.",
    sendAgain: "Send this again",
    typed: "This is what you typed",
    close:
      "You are signed out after 2 hours without work, and always after 10 hours. Will you not send this any more? Then close this page: what you typed stands only here.",
    labels: {
      note: "Note",
      callNote: "Note",
      closeNote: "Note",
      word: "What it is about",
      name: "Name",
      phone: "Telephone number",
      mail: "E-mail address",
      language: "Language",
      time: "Time",
      zoek: "Search",
    },
    other: "Text",
  },
  toSignIn: "To sign in",
  person: (name, phone) => [`Rather talk to somebody? Call ${name}, `, phone, "."],
  noPlace: "Rather talk to somebody? Choose your municipality. There you find whom to call.",
  home: "To the beginning",
  reference: (id) => `Do you call us about this? Mention this number: ${id}.`,
};
