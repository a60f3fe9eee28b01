import type { AnswerText } from "./nl.ts";

const list = (titles: string[]) => titles.map((title) => `‘${title}’`).join(", ");

export const en: AnswerText = {
  title: "This is what you can do now",
  allTitle: "All help",
  allLead: "Choose who you want to talk to. You may call anybody, also when you are not sure they are the right one.",
  about: (titles) => `You wrote about ${list(titles)}.`,
  chosen: (title) => `You chose: ${title}.`,
  searched: (word) => `You searched for ‘${word}’.`,
  notFound: (word) => `Nothing found for ‘${word}’. Try another word. These people think along with you.`,
  notRight: "Is that not right? Choose yourself",
  notSure: "We are not sure what this is about. That does not matter. These people think along with you.",
  first: "First: this cannot wait",
  letterTitle: "Look when your letter was sent",
  letterText:
    "Let somebody read it with you. Do you disagree with the letter? Then you usually have six weeks. They count from the day the letter was sent. Do not wait until the end. A short note that says ‘I do not agree’ is enough to be in time.",
  letterWhy: "The six weeks are in the law: Algemene wet bestuursrecht, articles 6:7 and 6:8 (Awb).",
  danger: "Are you or is somebody else in danger now? Call 112.",
  afraid: (name) => `Afraid of somebody at home? Talk to ${name}, day and night and without your name:`,
  urgent: {
    emergency: (number) => ["Is there danger now? Call ", number, "."],
    life: {
      lead: "It is good that you wrote it down. You do not have to carry this alone.",
      title: "Do you not want to live any more? Talk to somebody now",
      text: (name) => `That is ${name}. Calling is free, day and night. You need not say who you are.`,
      website: "Rather not call? Go to",
    },
    violence: {
      title: "Are you not safe, or is a child not safe?",
      text: (name) => `That is ${name}. Calling is free, day and night.`,
      trace: "The number does not show on your phone bill. Do delete it from the list of calls on your phone.",
    },
    desk: (name, address, hours, isOpen) => [
      isOpen
        ? `Call ${name} now, or walk in today: ${address} (`
        : `Call ${name} or walk in as soon as you can: ${address} (`,
      hours,
      ").",
    ],
    home: {
      title: "Are you losing your home, your things or your money? Ask for help at once",
      text: "Sometimes it can still be delayed, also when the day has been set. Ask today.",
    },
    needs: {
      title: "No food, or no gas, water or power? Ask for help at once",
      text: "Say at once what you need today.",
    },
    custody: {
      title: "Is somebody held, or is there an interview with the police? Talk to a lawyer first",
      text: "Whoever is held or suspected may talk to a lawyer before the interview. Tell the police so. Whoever is held pays nothing for that. We help you look.",
    },
    term: {
      title: "Must you do something within a week? Ask for help today",
      text: "Say at once which day it is for. Sometimes a short letter is enough to be in time.",
    },
  },
  now: "Who can help you now",
  nothing: "There is no help here yet for this question. Call us, and we find it out together.",
  nothingLeft: "Nothing fits everything you chose. Choose less, or call us.",
  noSuchPage: "There is no such page. You are past the last one.",
  firstPage: "To the first page",
  more: "More help",
  next: "Next",
  mayBe: {
    title: "What may be going on",
    jump: "See also what may be going on",
    lead: "A computer read this in your words. It can be wrong. Whoever you speak to will look at it with you.",
    because: (words) => `We read this in: ${list(words)}.`,
    questions: (title) => `Answer a few questions. ${title}`,
    ask: "You could think about this:",
    related: "Is any of this going on too?",
    needs: (needs) => `You may also have written about: ${needs.join(", ")}. There is help for that too.`,
  },
  themes: "What now, and what later",
  read: (title) => `Read on: ${title}`,
  none: "None of these? You can always talk to somebody",
  noneText: (name, phone, address, hours, isOpen) => [
    `Call ${name}, `,
    phone,
    ...(isOpen ? [`. Or walk in: ${address}.`] : [" (", hours, `). Or come by then: ${address}.`]),
  ],
  searchLabel: "Search with another word",
  box: {
    label: "What is the matter?",
    hint: "A few sentences are enough. You need not give a name. We do not keep this. Only your browser remembers it, for 20 minutes.",
    send: "Find help",
    kept: "Only this browser remembers what you wrote, for 20 minutes. Wipe it here.",
    wipe: "Wipe what I wrote",
  },
  changeWords: "Change what you wrote",
  tooLong: "Your story is very long. We only read the beginning. Tell the rest when you talk to somebody.",
  goneTitle: "What you wrote is gone",
  goneLead: "We do not keep your words. After 20 minutes they are gone from your browser too. You can tell it again.",
  openNow: {
    walkIn: (until) => `You can walk in now, until ${until}`,
    phone: (until) => `You can call now, until ${until}`,
  },
  walkIn: "No appointment needed",
  wheelchair: "Good for wheelchairs",
  callMe: "Call me back",
  details: "Address and hours",
  moreAbout: "More about this",
  website: "To the website",
  reason: (reason, themeTitle) => {
    switch (reason.kind) {
      case "themes":
        return `Helps with ${list(reason.themes.map(themeTitle))}.`;
      case "word":
        return "The word you searched for belongs to this help.";
      case "independentFromOtherParty":
        return "Does not belong to the municipality. That is good when your question is about the municipality.";
    }
  },
  notCheckedSince: (day) => `Not checked since ${day}. Call before you go.`,
  notChecked: (isExample) => (isExample ? "Example, not checked." : "Not checked with the organisation."),
  asOf: (asOf) => ["Information of ", asOf, "."],
  asOfUnknown: "We do not know how old this information is.",
  older: "This text is older than the Dutch one, and may not hold any more. Read also:",
  stopped: "Nobody new can come here now.",
  stoppedUntil: (day) => `Nobody new can come here up to and including ${day}.`,
  days: (from, until) => `${from} to ${until}`,
  closedOn: (days) => `No walking in: ${days}.`,
  otherOn: (days, hours) => `Other hours for walking in: ${days}, ${hours}.`,
  walkInAt: (address, hours) => `Walk in: ${address}, ${hours}.`,
  national: "For the whole country",
  filtersOff: "Choose which help you want to see",
  filtersOn: (words) => `You now only see: ${words.join(", ")}`,
  showAll: "Show everything again",
  filters: "Only show",
  filter: {
    gratis: "Free",
    onafhankelijk: "Independent of the municipality",
    inloop: "No appointment needed",
    open: "Open now",
    avond: "In the evening too",
    zonderdigid: "Without DigiD",
  },
  helpLanguage: "Language you want help in",
  anyLanguage: "Any language",
  inLanguage: (name) => `help in ${name}`,
  spoken: (name) => `Speaks ${name}`,
  withInterpreter: "With an interpreter",
  interpreterToo: "Who speaks the language comes first. Then comes who can arrange an interpreter.",
  distanceNeeds: "Do you also want to choose how far away?",
  givePostcode: "First fill in your postcode.",
  distance: "How far away?",
  anyDistance: "It does not matter",
  within: (kilometres) => `Within ${kilometres} kilometres`,
  withinHint:
    "Roughly, from your postcode. Help by phone, online or at your home stays in. Of some places we do not know how far they are. Those are left out then.",
  apply: "Show",
};
