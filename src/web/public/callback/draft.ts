import type { Context } from "hono";
import { z } from "zod";
import { answers } from "../../../modules/casework/index.ts";
import type { CallbackRequest, Receipt } from "../../../modules/contact/index.ts";
import { dropSealed, readSealed, setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";
import type { Refused } from "../../ui/refused.ts";
import { forgetBegun, markBegun } from "../frame/begun.ts";

/*
 * Between the form and the confirmation the answers stay in the resident's own browser, sealed: nothing is kept here
 * before they send it. Long enough to look everything over or to print; short enough for a computer in the library.
 */

const minutes = 20;
const draftCookie = "antwoorden";
const receiptCookie = "bewijs";

const Draft = z.record(z.string(), z.string().or(z.array(z.string())));
export type Draft = z.infer<typeof Draft>;

/** No answer is longer than this once the spaces around it are gone; what is longer was not asked. */
const answerLimit = 1_000;

/** Only mischief does not fit: then there are no answers, and the next page asks for them anew. */
export function keepDraft(c: Context<Env>, values: Refused["values"]): void {
  markBegun(c, "answers");
  const answers = Object.entries(values).flatMap(([name, value]) => {
    const answer = typeof value === "string" ? value.trim().slice(0, answerLimit) : value;
    return answer === "" ? [] : [[name, answer]];
  });
  if (!setSealed(c, draftCookie, Object.fromEntries(answers), minutes)) dropSealed(c, draftCookie);
}
export const readDraft = (c: Context<Env>): Draft | undefined => readSealed(c, draftCookie, Draft);

const SealedReceipt = z.object({
  code: z.string(),
  callBefore: z.string().transform((text) => Temporal.Instant.from(text)),
  clock: z.enum(["working-days", "clock-hours", "months"]),
  callingNumber: z.string(),
  teamName: z.string(),
  organisationName: z.string(),
  harm: z.enum(["yes", "no"]),
  mayLeaveMessage: z.enum(answers),
  maySayWho: z.enum(answers),
});

/** What the confirmation says: the receipt, and what was arranged about calling. */
type KeptReceipt = Receipt & Pick<CallbackRequest, "harm" | "mayLeaveMessage" | "maySayWho">;

/** Sent: from now on only the receipt is kept, not the other answers. */
export function keepReceipt(c: Context<Env>, receipt: KeptReceipt): void {
  dropSealed(c, draftCookie);
  markBegun(c, "receipt");
  setSealed(c, receiptCookie, { ...receipt, callBefore: receipt.callBefore.toString() }, minutes);
}

export const readReceipt = (c: Context<Env>): KeptReceipt | undefined => readSealed(c, receiptCookie, SealedReceipt);

/** Nothing of a question stays readable in this browser, nor that there was one. */
export function forgetAnswers(c: Context<Env>): void {
  dropSealed(c, draftCookie);
  dropSealed(c, receiptCookie);
  forgetBegun(c);
}
