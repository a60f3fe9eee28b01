import { as, type Ctx, type Inside, reading } from "../../../kernel/context.ts";
import { humanCode } from "../../../kernel/id.ts";
import { isLanguage, type Translated, textIn } from "../../../kernel/language.ts";
import type { Mail } from "../../../kernel/mail.ts";
import { findMailProof, getTeam, listMunicipalities, permit, type Team } from "../../access/index.ts";
import { getResident, type Resident } from "../../casework/index.ts";
import { listForCase } from "../../promises/index.ts";
import { type Callback, receiptOf } from "../callback/callback.ts";
import { findCallback } from "../callback/store.ts";
import { en } from "./en.ts";
import { type ContactText, nl } from "./nl.ts";

/* What a resident is written to when something happened (jobs/subscriptions.ts), when they gave an address. */

const texts: Translated<ContactText> = { nl, en };
/** Mails speak the language in which the resident read the site. */
const mailTexts = (language: string): ContactText => textIn(texts, language);

/** The mail with moment, number and code, when an address was given. */
export const receiptMail = (
  ctx: Ctx,
  callbackId: string,
  given: { secret: string; followLink: string },
): Promise<Mail | undefined> =>
  withResident(ctx, callbackId, async (ctx, { callback, codeSeed, resident, team }) => {
    const promise = (await listForCase(ctx, callback.caseId))[0];
    if (promise === undefined || callback.status !== "waiting") return undefined;
    const receipt = receiptOf(humanCode(given.secret, codeSeed), promise, team);
    return { key: `receipt:${callback.id}`, ...mailTexts(resident.siteLanguage).receipt(receipt, given.followLink) };
  });

/** A broken promise is never silent: what we tell the resident, when we may write to them. */
export const brokenPromiseMail = (
  ctx: Ctx,
  callbackId: string,
  given: { promiseId: string; followLink: string },
): Promise<Mail | undefined> =>
  withResident(ctx, callbackId, async (ctx, { callback, resident, team }) => {
    const next = (await listForCase(ctx, callback.caseId)).find(
      (promise) => promise.state === "open" && (promise.kind === "callback" || promise.kind === "call-again"),
    );
    if (next === undefined) return undefined;
    return {
      key: `broken:${given.promiseId}`,
      ...mailTexts(resident.siteLanguage).broken(next.dueAt, team, given.followLink),
    };
  });

/**
 * The link for whoever lost their code, in the language in which they asked for it; undefined when nobody was found. It
 * goes to the address as it was given with the question. What is asked there, by whom and to whom, is not in it.
 */
export async function mailProofMail(
  ctx: Ctx,
  asked: { proofId: string; language: string },
  given: { secret: string; followLink: string },
): Promise<Mail | undefined> {
  const proof = await findMailProof(ctx, asked.proofId, given.secret);
  if (proof === undefined) return undefined;
  const { caseId, teamId, token, until } = proof;
  const desk = (await listMunicipalities(ctx)).find(({ id }) => id === ctx.municipalityId)?.desk;
  return reading(as(ctx, { kind: "system", purpose: "follow-up", teamId }), async (ctx) => {
    const leave = await permit(ctx, "case.read", caseId);
    const to = leave && (await getResident(ctx, leave)).mail;
    if (to == null || desk === undefined) return undefined;
    const link = inLanguage(`${given.followLink}/mail/${token}`, asked.language);
    const { subject, text } = mailTexts(asked.language).proof(link, until, desk);
    return { key: `proof:${asked.proofId}`, teamId, caseId, to, subject, text };
  });
}

/** The same page in the language of the reader: Dutch has no prefix. */
function inLanguage(link: string, language: string): string {
  const address = new URL(link);
  if (isLanguage(language) && language !== "nl") address.pathname = `/${language}${address.pathname}`;
  return address.href;
}

type ResidentOfCallback = { callback: Callback; codeSeed: string; resident: Resident; team: Team };

async function withResident(
  ctx: Ctx,
  callbackId: string,
  write: (ctx: Inside, found: ResidentOfCallback) => Promise<Pick<Mail, "key" | "subject" | "text"> | undefined>,
): Promise<Mail | undefined> {
  const found = await reading(as(ctx, { kind: "system", purpose: "follow-up" }), (ctx) =>
    findCallback(ctx.db, ctx.municipalityId, callbackId),
  );
  if (found === undefined) return undefined;
  const { callback, codeSeed } = found;
  return reading(as(ctx, { kind: "system", purpose: "follow-up", teamId: callback.teamId }), async (ctx) => {
    const leave = await permit(ctx, "case.read", callback.caseId);
    if (leave === undefined) return undefined;
    const resident = await getResident(ctx, leave);
    if (resident.mail === null) return undefined;
    const written = await write(ctx, { callback, codeSeed, resident, team: await getTeam(ctx, callback.teamId) });
    return written && { ...written, teamId: callback.teamId, caseId: callback.caseId, to: resident.mail };
  });
}
