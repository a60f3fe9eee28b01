/** Nothing is chosen for somebody: what was not answered is unknown, and unknown means no. */
export const answers = ["yes", "no", "unknown"] as const;
export type Answer = (typeof answers)[number];

export const askedFor = ["self", "someone-else"] as const;
type AskedFor = (typeof askedFor)[number];

/** The person it is about, and how to reach them without bringing them in danger. */
export type Resident = {
  name: string;
  /** In international form: "+31612345678". */
  phone: string;
  mail: string | null;
  /** The language they speak best. */
  language: string;
  siteLanguage: string;
  interpreter: boolean;
  mayLeaveMessage: Answer;
  maySayWho: Answer;
  askedFor: AskedFor;
  /** Since when it is known that calling this number is not safe. */
  notSafeSince: Temporal.Instant | null;
};

/** What somebody said about being called: the part they can change themselves. */
export type ContactSafety = Pick<Resident, "mayLeaveMessage" | "maySayWho">;

/** What somebody may tell us later than when they asked, at the desk or on the phone. */
const residentDetails = [
  "name",
  "mail",
  "language",
  "interpreter",
  "mayLeaveMessage",
  "maySayWho",
  "askedFor",
] as const;
type ResidentDetail = (typeof residentDetails)[number];
export type ResidentDetails = Pick<Resident, ResidentDetail>;

/** Which details are different now. */
export const changedDetails = (before: ResidentDetails, after: ResidentDetails): ResidentDetail[] =>
  residentDetails.filter((detail) => before[detail] !== after[detail]);

/** What decides whether a call is safe has a line of its own in the log. */
export const isSafetyDetail = (detail: ResidentDetail): detail is keyof ContactSafety =>
  detail === "mayLeaveMessage" || detail === "maySayWho";

export type SafetyWarning = "notSafe" | "noMessage" | "notSayWho" | "interpreter" | "someoneElse";

/** How loud a warning is. What always shouts is not heard any more. */
export type Gravity = "danger" | "warning" | "calm";

/** Danger stops a call, and a no that was said must not be missed. What nobody answered means no too, and is said calmly. */
export function gravityOf(resident: Pick<Resident, "mayLeaveMessage" | "maySayWho">, warning: SafetyWarning): Gravity {
  switch (warning) {
    case "notSafe":
      return "danger";
    case "noMessage":
      return resident.mayLeaveMessage === "no" ? "warning" : "calm";
    case "notSayWho":
      return resident.maySayWho === "no" ? "warning" : "calm";
    case "interpreter":
    case "someoneElse":
      return "calm";
  }
}

/** What a caller must know before dialling, gravest first. */
export function safetyWarnings(resident: Resident): SafetyWarning[] {
  const warnings: [boolean, SafetyWarning][] = [
    [resident.notSafeSince !== null, "notSafe"],
    [resident.mayLeaveMessage !== "yes", "noMessage"],
    [resident.maySayWho !== "yes", "notSayWho"],
    [resident.interpreter, "interpreter"],
    [resident.askedFor === "someone-else", "someoneElse"],
  ];
  return warnings.filter(([holds]) => holds).map(([, warning]) => warning);
}
