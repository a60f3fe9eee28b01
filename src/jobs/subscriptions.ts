import type { Ctx } from "../kernel/context.ts";
import type { EventName, Events } from "../kernel/event.ts";
import type { Mail } from "../kernel/mail.ts";
import { invitationMail } from "../modules/access/index.ts";
import { untouchedMails } from "../modules/casework/index.ts";
import { brokenPromiseMail, mailProofMail, receiptMail, requestMail } from "../modules/contact/index.ts";
import { checkMails, thanksMail, unansweredMail } from "../modules/directory/index.ts";
import {
  alarmMails,
  handBackOfLeavers,
  keepLook,
  leftBehindMails,
  lookMails,
  promiseToLook,
} from "../modules/promises/index.ts";

/** What a follow-up needs besides the world. */
export type Given = {
  secret: string;
  followLink: string;
  todayLink: string;
  invitationLink: string;
  /** The page of one thing that somebody must look at, but for its id. */
  lookLink: string;
  /** Where a lead gives away what was left behind. */
  handOverLink: string;
  /** Where whoever offers something says that it is right still, but for the word of the mail. */
  checkLink: string;
  /** Where an editor changes an entry of the route map, but for its id. */
  entryLink: string;
};

/** @param eventRef the reference of what the event is about. */
type FollowUp<Name extends EventName> = (
  ctx: Ctx,
  facts: Events[Name],
  given: Given,
  eventRef: string,
) => Promise<Mail[]>;

const one = (mail: Mail | undefined): Mail[] => (mail === undefined ? [] : [mail]);

/** What they had taken is their team's again. Who hears of it follows from what that writes down. */
const handBack = async (ctx: Ctx): Promise<Mail[]> => {
  await handBackOfLeavers(ctx);
  return [];
};

/** Somebody must look at what was read, and hears of it. */
async function toLook(ctx: Ctx, about: Parameters<typeof promiseToLook>[1], given: Given): Promise<Mail[]> {
  await promiseToLook(ctx, about);
  return lookMails(ctx, about, `${given.lookLink}/${about.subjectId}`);
}

/*
 * What follows from what, on one screen. Each runs after the commit of its event, at least once: what it does must be
 * the same when it is done again; the mails it returns are posted once per key.
 */
export const subscriptions: { [Name in EventName]?: FollowUp<Name> } = {
  "access.mailProofAsked": async (ctx, asked, given) => one(await mailProofMail(ctx, asked, given)),
  "contact.callbackRequested": async (ctx, { callbackId }, given) => one(await receiptMail(ctx, callbackId, given)),
  "access.glassBroken": (ctx, { shareId, teamId }, given, eventRef) =>
    toLook(ctx, { kind: "look-emergency", teamId, subjectId: shareId, eventRef }, given),
  "access.readingFlagged": (ctx, { lookId, teamId }, given, eventRef) =>
    toLook(ctx, { kind: "look", teamId, subjectId: lookId, eventRef }, given),
  "access.readingJudged": async (ctx, { lookId, teamId }) => {
    await keepLook(ctx, { teamId, subjectId: lookId });
    return [];
  },
  "access.invited": async (ctx, facts, given) => one(await invitationMail(ctx, facts, given)),
  "access.dutyTaken": handBack,
  "access.personLeft": handBack,
  "casework.requestMade": async (ctx, { requestId, askedWith }, given) =>
    // One mail says that we have it, however many questions it is about.
    askedWith === undefined ? one(await requestMail(ctx, requestId, "made", given.followLink)) : [],
  "casework.requestExtended": async (ctx, { requestId }, given) =>
    one(await requestMail(ctx, requestId, "extended", given.followLink)),
  "casework.requestAnswered": async (ctx, { requestId }, given) =>
    one(await requestMail(ctx, requestId, "answered", given.followLink)),
  "casework.untouched": (ctx, facts, given) => untouchedMails(ctx, facts, given.todayLink),
  "directory.checkAsked": (ctx, facts, given) => checkMails(ctx, facts, given),
  "directory.checkUnanswered": async (ctx, facts, { entryLink }, eventRef) =>
    one(await unansweredMail(ctx, facts, eventRef, entryLink)),
  "directory.suggestionSettled": async (ctx, facts) => one(await thanksMail(ctx, facts)),
  "promises.leftBehind": (ctx, { teamId }, { handOverLink }, eventRef) =>
    leftBehindMails(ctx, teamId, eventRef, handOverLink),
  "promises.warned": (ctx, { promiseId }, given) => alarmMails(ctx, promiseId, "warned", given),
  "promises.broken": async (ctx, { promiseId, subjectId }, given) => [
    ...(await alarmMails(ctx, promiseId, "broken", given)),
    ...one(await brokenPromiseMail(ctx, subjectId, { promiseId, followLink: given.followLink })),
  ],
};
