import type { AboutText } from "./nl.ts";

export const en: AboutText = {
  privacyTitle: "Your data",
  privacy: [
    ["What you tell in your own words", "We only use it to look for help. We do not keep it."],
    [
      "What you fill in at ‘Call me back’",
      "Only the team that calls you sees it. Is that team not part of the municipality? Then the municipality cannot see it.",
    ],
    [
      "How long",
      "Until your question is finished, and after that as short as the law allows. If you stop your question, nobody calls you any more.",
    ],
    ["Who looked?", "Every time a colleague opens your question, we write that down."],
    ["Citizen service number (BSN)", "We never ask for it. Do not write it down either."],
    [
      "Cookies",
      "We remember your municipality and postcode if you fill them in. Your answers, the receipt and your code stay in your own browser for at most 20 minutes. The button ‘Leave this site’ clears them at once. We do not follow you.",
    ],
    ["Your rights", "You may see, correct or remove your data. Call the team that calls you, or ask at the desk."],
  ],
  accessibilityTitle: "Accessibility",
  accessibility: [
    "This site must work for everybody: on an old phone, with the keyboard, with a screen reader, enlarged to 400 per cent, and without JavaScript.",
    "We build to WCAG 2.2, level AA. Every page is checked automatically at every change. An audit by an independent office has not been done yet.",
    "Does something not work for you? Tell us. We then help you at once in another way, and put it right.",
  ],
  complaintTitle: "Complaint or idea",
  complaint: [
    "Were you not helped well? Or is something wrong on this site? Tell us. You need not know who is responsible.",
    "A complaint never affects the help you get.",
  ],
  ombudsman: (name) => `Can you not settle it with us? Then you can go to ${name} for free. They are independent.`,
  reach: (desk) => `Call ${desk.name}, ${desk.phone}. Mail to ${desk.mail}. Or come by: ${desk.address}.`,
  reachTitle: "How to reach us",
  aboutTitle: "About Rechtspoor",
  aboutLead: "Rechtspoor brings you to somebody who helps with rules, money and the law. Free and close to you.",
  choose:
    "First choose your municipality. There you find whom to call with a complaint, an idea or a question about your data.",
  chooseLink: "Choose your municipality",
};
