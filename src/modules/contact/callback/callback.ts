import { z } from "zod";
import { maskBsn } from "../../../kernel/bsn.ts";
import type { Team } from "../../access/index.ts";
import { answers, askedFor, type CaseResult, type Channel } from "../../casework/index.ts";
import { type Daypart, dayparts, ServicePointId } from "../../directory/index.ts";
import type { OwedPromise } from "../../promises/index.ts";
import { type PhoneProblem, readPhone } from "./phone.ts";

/** Everything that can be wrong with what somebody filled in; each has a sentence beside the form. */
export type CallbackProblem =
  | PhoneProblem
  | "daypartMissing"
  | "daypartClosed"
  | "harmMissing"
  | "mailInvalid"
  | "nameTooLong"
  | "languageTooLong"
  | "wordTooLong"
  | "formStale";

const problem = (code: CallbackProblem) => ({ error: code });

/** Longer is not a name but a mistake or mischief. */
const nameLimit = 80;
const languageLimit = 40;
const wordLimit = 1000;

/** PostgreSQL stores no NUL: a form never sends one, another system might. And no burgerservicenummer is kept. */
const said = z
  .string()
  .overwrite((text) => maskBsn(text.replaceAll("\0", "")))
  .trim();

const unanswered = z.enum(answers).catch("unknown");

/**
 * What a resident fills in: a number and when to call is enough. Nothing is chosen for them; whether a message is
 * safe to leave is theirs to say, and no answer means no.
 */
export const callbackRequest = ({ examples }: { examples: boolean }) =>
  z.object({
    servicePointId: z.uuid(problem("formStale")).pipe(ServicePointId),
    phone: z
      .string()
      .default("")
      .transform((typed, refuse) => {
        const read = readPhone(typed, examples);
        if (read.ok) return read.phone;
        refuse.addIssue({ code: "custom", message: read.problem });
        return z.NEVER;
      }),
    dayparts: z.array(z.enum(dayparts, problem("daypartMissing"))).min(1, problem("daypartMissing")),
    harm: z.enum(["yes", "no"], problem("harmMissing")),
    name: said.max(nameLimit, problem("nameTooLong")).default(""),
    mail: said
      .pipe(
        z.union([
          z.literal("").transform(() => null),
          z.email(problem("mailInvalid")).max(200, problem("mailInvalid")),
        ]),
      )
      .default(null),
    language: said.max(languageLimit, problem("languageTooLong")).default(""),
    interpreter: z
      .literal("yes")
      .transform(() => true)
      .or(z.boolean())
      .catch(false),
    mayLeaveMessage: unanswered,
    maySayWho: unanswered,
    askedFor: z.enum(askedFor).catch("self"),
    word: said.max(wordLimit, problem("wordTooLong")).default(""),
    /** The life event they came by, as a code. */
    theme: z
      .string()
      .regex(/^[a-z-]{1,40}$/)
      .catch("iets-anders"),
    /** Made when the form was shown: the same form sent twice is one request. */
    formKey: z.uuid(problem("formStale")),
  });
export type CallbackRequest = z.infer<ReturnType<typeof callbackRequest>>;

/** What a helper can fill in later, when the resident says it: who they are, and how and when to reach them. */
export const laterDetails = callbackRequest({ examples: false }).pick({
  name: true,
  mail: true,
  language: true,
  interpreter: true,
  mayLeaveMessage: true,
  maySayWho: true,
  askedFor: true,
  dayparts: true,
});
export type LaterDetails = z.infer<typeof laterDetails>;

/**
 * Where a callback can stand. Who has taken it is the owner of its promise. Closed too soon, it can wait again; what the
 * resident stopped is theirs: it is asked anew.
 */
const mayBecome = {
  waiting: ["closed", "cancelled"],
  closed: ["waiting"],
  cancelled: [],
} as const satisfies Record<Callback["status"], Callback["status"][]>;

export function canBecome(callback: Pick<Callback, "status">, status: Callback["status"]): boolean {
  const next: readonly Callback["status"][] = mayBecome[callback.status];
  return next.includes(status);
}

export type Callback = {
  municipalityId: string;
  id: string;
  teamId: string;
  caseId: string;
  servicePointId: string;
  eventRef: string;
  requestedAt: Temporal.Instant;
  dayparts: Daypart[];
  harm: boolean;
  /** The first of the requests of the same person at the same point of which one still waited; the desk sees them together. */
  followsId: string | null;
  /** Codes that opened this, the present one included: a lost one is replaced. */
  codesGiven: number;
} & (
  | { status: "waiting" }
  | { status: "closed"; closedAt: Temporal.Instant; result: CaseResult }
  | { status: "cancelled"; closedAt: Temporal.Instant }
);

export type IntakeDecision = { kind: "accepted" } | { kind: "closedThen"; open: Daypart[] };

/** At least one of the chosen parts of the day must be one in which the team works. */
export function decideIntake(request: Pick<CallbackRequest, "dayparts">, given: { open: Daypart[] }): IntakeDecision {
  const possible = request.dayparts.some((part) => given.open.includes(part));
  return possible ? { kind: "accepted" } : { kind: "closedThen", open: given.open };
}

/** What a resident gets to keep. The code is shown here and never stored. */
export type Receipt = {
  code: string;
  callBefore: Temporal.Instant;
  clock: "working-days" | "clock-hours" | "months";
  callingNumber: string;
  teamName: string;
  organisationName: string;
};

export const receiptOf = (code: string, promise: OwedPromise, team: Team): Receipt => ({
  code,
  callBefore: promise.promisedAt,
  clock: promise.clock,
  callingNumber: team.callingNumber,
  teamName: team.name,
  organisationName: team.organisation.name,
});

/** Results a helper can choose when a question ends; the others follow from what happened. */
export const closingResults = [
  "answered",
  "appointment-elsewhere",
  "referred-by-tip",
  "no-help-found",
  "not-reached",
] as const satisfies CaseResult[];
export type ClosingResult = (typeof closingResults)[number];

declare module "../../../kernel/event.ts" {
  interface Events {
    "contact.callbackRequested": {
      channel: Channel;
      harm: boolean;
      again: boolean;
      callbackId: string;
      /** The program that asked for the resident, when it proved which one it is. */
      clientId?: string;
    };
    "contact.callbackCancelled": { callbackId: string };
    "contact.callbackClosed": { result: CaseResult; callbackId: string };
    "contact.callbackReopened": { callbackId: string };
    "contact.reachChanged": { what: "number" | "safety" | "safe-again" | "details"; callbackId: string };
    "contact.codeRenewed": { callbackId: string };
    "contact.attempted": { outcome: string; attempt: number; againstWish: boolean };
    "contact.daypartsChanged": { callbackId: string };
  }
}
