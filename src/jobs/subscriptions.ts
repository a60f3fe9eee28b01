import type { Ctx } from "../kernel/context.ts";
import type { EventName, Events } from "../kernel/event.ts";
import type { Mail } from "../kernel/mail.ts";
import { brokenPromiseMail, mailProofMail, receiptMail } from "../modules/contact/index.ts";
import { alarmMails } from "../modules/promises/index.ts";

/** What a follow-up needs besides the world. */
export type Given = { secret: string; followLink: string; todayLink: string };

type FollowUp<Name extends EventName> = (ctx: Ctx, facts: Events[Name], given: Given) => Promise<Mail[]>;

const one = (mail: Mail | undefined): Mail[] => (mail === undefined ? [] : [mail]);

/*
 * What follows from what, on one screen. Each runs after the commit of its event, at least once; the mails it
 * returns are posted once per key.
 */
export const subscriptions: { [Name in EventName]?: FollowUp<Name> } = {
  "access.mailProofAsked": async (ctx, asked, given) => one(await mailProofMail(ctx, asked, given)),
  "contact.callbackRequested": async (ctx, { callbackId }, given) => one(await receiptMail(ctx, callbackId, given)),
  "promises.warned": (ctx, { promiseId }, given) => alarmMails(ctx, promiseId, "warned", given.todayLink),
  "promises.broken": async (ctx, { promiseId, subjectId }, given) => [
    ...(await alarmMails(ctx, promiseId, "broken", given.todayLink)),
    ...one(await brokenPromiseMail(ctx, subjectId, { promiseId, followLink: given.followLink })),
  ],
};
