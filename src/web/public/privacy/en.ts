import type { PrivacyText } from "./nl.ts";

export const en: PrivacyText = {
  title: "Your data",
  shortTitle: "In short",
  short: [
    "We ask as little as possible. A phone number is enough.",
    "Only the team that calls you sees your question. The municipality cannot look into the questions of other teams.",
    "We never ask for your citizen service number (BSN). Do not write it down either.",
    "No computer decides about you. We do not follow you.",
    "You may see what we know of you. You may have it corrected or removed.",
  ],
  onThisPage: "On this page",

  whoTitle: "Who is responsible?",
  who: "Each organisation is itself responsible for the questions its teams get. For what it writes down about them, too.",
  whoHere: (municipality) => `In ${municipality} these are:`,
  nobody: (municipality) =>
    `In ${municipality} nobody can call you back from here yet. So we keep nothing of you either.`,
  host: (municipality) =>
    `This site is there for residents of ${municipality}. Yet the municipality cannot look into the questions of other organisations. Not even when it pays those organisations.`,
  team: (name, number, mail) => [`${name}: call `, number, " or mail to ", mail, "."],

  doTitle: "What do we do with your data?",
  doLead: "This is what we do with what you tell us, and nothing else. Choose a line to see more of it.",
  purpose: "What for",
  data: "Which data",
  recipients: "Who sees this",
  kept: "How long",
  allowed: "Why this is allowed",
  allowedBy: {
    organisation: (why, article) => `An organisation that helps: ${why} (${article})`,
    municipality: (why, article) => `A team of the municipality: ${why} (${article})`,
  },
  special:
    "You need not write anything about your health, your faith or your origin. Do you do so all the same? Then we only use it to help you.",
  forOthers: "Do you ask for help for somebody else? Then all of this goes for them as well.",

  keptTitle: "How long do we keep it?",
  keptLead: "After that it goes by itself. With your own question stands the day on which that happens.",
  keptTerm: "How long",
  keptFrom: "From",
  keptWhat: "What happens then",
  keptNow: (length, because, article) => `${length}. ${because} (${article})`,
  keptLength: ({ days, hours, minutes }) => {
    if (days !== undefined) return `${days} days`;
    if (hours !== undefined) return hours === 1 ? "1 hour" : `${hours} hours`;
    return minutes === undefined ? "This stays" : `${minutes} minutes`;
  },
  keptBy: {
    organisation: (line) => `At an organisation that helps: ${line}`,
    municipality: (line) => `At a team of the municipality: ${line}`,
  },

  wordsTitle: "What you tell in your own words",
  words:
    "We only use it to look for help. We do not keep it. Only your own browser remembers it, for at most 20 minutes.",

  seeTitle: "Who can see what?",
  see: [
    "The team that calls you sees your question, and what it writes down about it itself.",
    "Other teams do not see that. Not even when they are of the same organisation.",
    "Only in an emergency a colleague of the same organisation reads along for an hour. The team hears of it, and you see it with your question.",
    "Whoever works at the municipality only sees the questions of their own team. The board of the municipality sees nothing either.",
    "You see your own question, with your code and the last four digits of your number. The notes of the team are not there.",
    "Whoever looks after the computers can reach what is stored. That is needed to keep everything working. They may not look into it.",
  ],
  looked:
    "Every time a colleague opens your question, we write that down. Nobody can change that without it being noticed. With your code you see which team looked, and how often.",
  log: "Of what is done with your data we keep a log. It holds no name, no number and not what you asked.",
  outside:
    "We give your data to nobody else. We sell nothing. Whoever looks after our computers and our mail does so on our instructions.",

  cookiesTitle: "Cookies",
  cookiesLead:
    "A cookie is a small file in your own browser. We only use them to make the site work. What you tell stands in it so that nobody can read it.",
  cookies: {
    gemeente: { what: "Which municipality you chose", how: "Half a year" },
    postcode: { what: "The postcode you filled in", how: "Half a year" },
    verhaal: { what: "What you told in your own words", how: "20 minutes" },
    vragen: { what: "What you answered to our questions", how: "20 minutes" },
    antwoorden: { what: "What you filled in at ‘Call me back’", how: "20 minutes" },
    bewijs: { what: "What you were shown after your question, with your code", how: "20 minutes" },
    begonnen: { what: "That you had begun something, and not what", how: "2 hours" },
    vraag: { what: "That you may see your question, after you gave your code", how: "20 minutes" },
    mijncode: { what: "Your new code, if you had lost the old one", how: "20 minutes" },
    gezegd: { what: "What the next page must say once", how: "2 minutes" },
  },
  cookiesEach: "All cookies, one by one",
  cookieName: "Name",
  cookieWhat: "What it holds",
  cookieHow: "How long",
  cookiesWipe: "The button ‘Leave this site’ clears what you told at once. We set no cookies of others.",
  elsewhere:
    "Your browser fetches nothing from other companies. There are no maps, films or buttons of others on this site.",

  mailTitle: "Mail",
  mail: [
    "Did you give a mail address? Then we mail when we will call, with your code. And when we did not call you in time.",
    "Have you lost your code? Then we mail a link, when you ask for it.",
    "Our mail never holds your name, and not what it is about. It does say which team calls you.",
    "Has a mail been sent? Then we wipe here what was in it.",
  ],

  notTitle: "What we do not do",
  not: [
    "We ask for no citizen service number (BSN). Do you write it down all the same? Then we take it out.",
    "We make no profile of you.",
    "No computer decides about you. The site only advises, people decide.",
    "We do not look in other systems for data about you.",
  ],
  technical:
    "To stop misuse, we count how often an internet address asks something. That count is gone shortly after. Our own logs hold no internet addresses.",

  rightsTitle: "Your rights",
  rightsLead: "You may ask us this. It costs nothing.",
  rights: [
    "See which data we have of you, and get a copy of it.",
    "Have corrected what is not right.",
    "Have removed what is no longer needed.",
    "Say that you do not want us to use your data, and why.",
    "Ask us to stop using your data for a while, as long as something is being looked into.",
  ],
  rightsHow:
    "Do you have a code? Then you can do it yourself, in Follow my question under Your data. Otherwise call or mail the team that helps you. The numbers stand at the top of this page. Do you not know which team? Ask at the desk.",
  rightsWhen:
    "You get an answer within a month. Is it complicated? Then it may take two months longer. In that case you hear so within that month.",
  rightsLaw: "This stands in the General Data Protection Regulation (AVG in Dutch), articles 12, 15 to 18 and 21.",
  rightsOfficer:
    "A municipality has somebody who watches over privacy: the data protection officer. The desk brings you in contact with them.",
  complainTitle: "Not satisfied?",
  complain: (authority) => [
    "Tell us first, if you like. You may also complain at once to the ",
    authority,
    ". It watches over how everybody handles data.",
  ],
  authority: "Autoriteit Persoonsgegevens (Dutch Data Protection Authority)",
};
