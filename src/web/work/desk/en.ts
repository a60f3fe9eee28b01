import { sayMoment } from "../../../kernel/day.ts";
import type { DeskText } from "./nl.ts";

export const en: DeskText = {
  title: "New case",
  lead: "For somebody in front of you or on the phone. Only the number, the times and the urgency are needed.",
  point: "At which desk?",
  theme: "What is it about?",
  safety: "Ask this too: how is calling safe?",
  more: "More about this person",
  send: "Save and give the code",
  doneTitle: "Saved",
  tell: "Print the card and give it along. Or read out: the day, our number and the code.",
  print: "Print the card",
  printKeys: "Press Ctrl+P to print the card. On a Mac: Cmd+P.",
  card: {
    title: "We have your question",
    before: (moment) => `We will call you before ${sayMoment(moment, "en")}.`,
    number: (number) => `This is our number: ${number}. That is how you see that it is us.`,
    code: "Your code:",
    follow: (address) =>
      `Do you want to know how it is going? Go to ${address}. Fill in your code, and the last four digits of your telephone number. There you can change something too, or stop.`,
    late: (number) => `Do we not call in time? Then call us: ${number}.`,
  },
  again: "Another case",
  toToday: "To Today",
  questions: {
    phone: "The resident's telephone number",
    phoneHint: "This is the number we call. A number from another country is fine too, with + before it.",
    dayparts: "When can the resident be called?",
    daypartsHint: "More than one is fine.",
    mayLeaveMessage: "May we leave a message if the resident does not answer?",
    mayLeaveMessageHint: "Not asked? Choose nothing. Then we leave no message.",
    maySayWho: "If somebody else answers: may we say who we are?",
    maySayWhoHint: "Not asked? Choose nothing. Then we do not say our name.",
    harm: "Does this cost the resident money, home or care now?",
    harmHint:
      "For example: wages are being withheld, somebody must leave their home, or gets no more care. Do you choose yes? Then the question comes first at the team. The moment you promise stays the same.",
    harmYes: "Yes, it cannot wait",
    harmNo: "No, it can wait a few days",
    askedFor: "For whom does the resident ask this?",
    self: "For themselves",
    someoneElse: "For somebody else",
    language: "The resident's language",
    languageHint: "For example: Dutch, Turkish, Arabic.",
    interpreter: "An interpreter is needed",
    name: "The resident's name",
    nameHint: "A first name is enough.",
    mail: "The resident's e-mail address",
    mailHint:
      "Then we send a copy with the code. First ask whether somebody else reads the mail. If so: leave it empty.",
    word: "What does the resident say?",
    wordHint: "A few words are enough. The resident sees this too. Do not write down a citizen service number (BSN).",
  },
  problems: {
    phoneMissing: "Fill in the resident's telephone number. Otherwise nobody can call back.",
    phoneNotANumber:
      "This is no telephone number that we can call. Write it like this: 06 12 34 56 78 or 030 123 45 67. Another country? Begin with +, such as +32.",
    phoneOfOrganisation:
      "This is the number of an organisation or one that costs extra. Fill in the resident's own number.",
    daypartMissing: "Choose when the resident can be called. More than one is fine.",
    daypartClosed: "This team does not work at that time. Choose another time.",
    harmMissing: "Choose yes or no. Then we know whether it is urgent.",
    mailInvalid:
      "This is no e-mail address. An address has an @ and a dot, such as name@example.org. It may also stay empty.",
    nameTooLong: "The name is too long. Use at most 80 characters. A first name is enough.",
    languageTooLong: "Write only the name of the language, for example Turkish.",
    wordTooLong: "This is too long. Write at most 1000 characters. The rest can go in a note.",
    formStale: "This form is too old. Look everything over and save it once more.",
  },
  gone: "The receipt of this case can no longer be seen. The question stands on Today.",
};
