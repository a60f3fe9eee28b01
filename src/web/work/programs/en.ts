import type { ProgramsText } from "./nl.ts";

export const en: ProgramsText = {
  title: "Programs",
  lead: "A program of your organisation can ask without a colleague's password. For example a screen on the wall.",
  none: "Your organisation has no programs yet.",
  columns: { name: "Name", may: "May", proves: "Proves itself with", until: "Until", used: "Last used", end: "End" },
  scopes: {
    "toezeggingen.lezen": "See what a team promised, without names",
    "terugbelverzoeken.maken": "Pass on a request to be called back",
  },
  proofs: { key: "a key", secret: "a secret" },
  never: "never yet",
  endedOn: (day) => `ended on ${day}`,
  count: (count) => `${count} ${count === 1 ? "program" : "programs"}`,
  end: (name) => `End ${name}`,
  ended: "The program has ended. What it still asks is refused from now on.",
  gone: "This program had ended already.",
  add: "Add a program",
  organisation: "Of which organisation?",
  choose: "Choose an organisation",
  name: "Name of the program",
  nameHint: "For example: screen in the canteen. No name of a person.",
  may: "What may it ask?",
  key: "Public key of the supplier",
  keyHint:
    "Did the supplier of the program give a public key? Paste it here, from the first dashes to the last. Did you get no key? Leave this empty. You then see a secret, which you put into the program.",
  until: "Until which day?",
  untilHint: "Empty is a year. Two years at most.",
  send: "Add",
  added: "The program was added",
  id: "Number",
  secret: "Secret",
  once: "You see this secret once only. Put it into the program now. We do not keep it.",
  problems: {
    nameMissing: "Fill in a name.",
    nameTooLong: "The name is too long. Use at most 80 characters.",
    scopesMissing: "Choose what the program may ask.",
    endsInThePast: "This day is over already.",
    endsTooLate: "This is more than two years away. Choose an earlier day.",
    keyPrivate: "This is a private key. Nobody else may have it. Make a new pair and give the public key alone.",
    keyUnreadable:
      "This is no public key. Paste all of it, with the lines BEGIN and END. Or ask the supplier for a public key in PEM.",
    keyUnfit:
      "We cannot use this kind of key. Ask the supplier for another: EC on P-256, or RSA of at least 2048 bits.",
    noOrganisation: "Choose an organisation.",
  },
};
