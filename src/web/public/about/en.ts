import type { AboutText } from "./nl.ts";

export const en: AboutText = {
  accessibilityTitle: "Accessibility",
  accessibility: [
    "This site must work for everybody. Also on an old phone, or with the keyboard alone. Also with a screen reader, four times as large, or without JavaScript.",
    "We build to WCAG 2.2, level AA. Every page is checked automatically at every change. An audit by an independent office has not been done yet.",
    "Does something not work for you? Tell us. We then help you at once in another way, and put it right.",
  ],
  complaintTitle: "Complaint or idea",
  complaintLead: "Were you not helped well? Or is something wrong on this site? Tell us.",
  noConsequences: "A complaint never affects the help you get.",
  mailTo: (mail) => `Mail to ${mail}`,
  callMe: "Let somebody call you",
  comeBy: (name, address) => `You can also come by at ${name}: ${address}.`,
  withoutWriting:
    "You need not write. Call or come by, and ask us to write your complaint down. You may bring somebody. Somebody else may also do it for you.",
  aboutWhat: "What can you complain about?",
  subjects: [
    "Somebody was rude to you, or did not listen.",
    "You were not called at the time that was promised.",
    "Somebody was not careful with what you told.",
    "Something is wrong on this site.",
    "You have an idea to do it better.",
  ],
  notYours: "You need not know who is responsible. We find that out.",
  whatNext: "What happens then?",
  received: "You hear that your complaint is there",
  receivedText: "Did you write your complaint down? Then the municipality confirms that on paper or by mail.",
  answered: "You usually get an answer within six weeks",
  answeredText: "Does an adviser from outside look at it too? Then it may take ten weeks.",
  answeredWhy:
    "This holds for complaints about the municipality: Algemene wet bestuursrecht, articles 9:6 and 9:11 (Awb). An organisation that is not part of the municipality has its own rules. Ask us which.",
  notSettled: "Are you not satisfied after that?",
  toOmbudsman: (name) => `To ${name}`,
  decision: "Is it about a letter you do not agree with?",
  decisionText:
    "Then a complaint is not enough. You usually have six weeks to say that you do not agree. That time runs on, also when you complain.",
  toDecision: "See who can help you with a letter",
  ombudsman: (name) => `Can you not settle it with us? Then you can go to ${name} for free. They are independent.`,
  reach: (desk, phone, mail) => [`Call ${desk.name}, `, phone, ". Mail to ", mail, `. Or come by: ${desk.address}.`],
  reachTitle: "How to reach us",
  aboutTitle: "About Rechtspoor",
  aboutLead: "Rechtspoor brings you to somebody who helps with rules, money and the law. Free and close to you.",
  choose:
    "First choose your municipality. There you find whom to call with a complaint, an idea or a question about your data.",
  chooseLink: "Choose your municipality",
};
