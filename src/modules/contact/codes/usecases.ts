import { as, type Ctx, type Inside, inTransaction } from "../../../kernel/context.ts";
import { humanCode } from "../../../kernel/id.ts";
import {
  changeResidentCode,
  findOwnCaseId,
  findProven,
  getTeam,
  lastFourOf,
  type Permit,
  permit,
  proofOf,
  proveByMail,
  type Team,
} from "../../access/index.ts";
import { addEntry, getResident } from "../../casework/index.ts";
import { isSetByLaw, listForCase } from "../../promises/index.ts";
import type { Callback } from "../callback/callback.ts";
import * as callbacks from "../callback/store.ts";

/* What a resident who lost their code gets instead: from a helper who has them on the phone, or by the mail address they gave. */

/** `callBefore` while somebody still owes them a call. `proof` is what opens the question from now on. */
export type NewCode = CurrentCode & { callBefore: Temporal.Instant | null; team: Team };

/** A new code by way of the link in a mail; the old one ends only now. Undefined: the link is used, over or made up. */
export async function renewCodeByMail(
  ctx: Ctx,
  link: { token: string; caseId: string; formKey: string },
  secret: string,
): Promise<NewCode | undefined> {
  const proven = await findProven(ctx, link, secret);
  if (proven === undefined) return undefined;
  return inTransaction(as(ctx, { kind: "system", purpose: "intake", teamId: proven.teamId }), async (ctx) => {
    const leave = await permit(ctx, "case.write", proven.caseId);
    if (leave === undefined) return undefined;
    const proved = await proveByMail(ctx, leave, link);
    const callback = proved && (await callbacks.lockCallback(ctx.db, ctx.municipalityId, leave));
    if (callback === undefined) return undefined;
    return newCode(ctx, leave, callback, { secret, isFirst: proved === "first" });
  });
}

/**
 * Whoever has the question open with its code, and follows the link, showed that they read its mail: the code stays as it is. False: the link is used,
 * over or made up, or is of another question.
 */
export async function proveOwnMail(
  ctx: Ctx,
  link: { token: string; formKey: string },
  secret: string,
): Promise<boolean> {
  const caseId = await findOwnCaseId(ctx);
  const proven = caseId === undefined ? undefined : await findProven(ctx, { ...link, caseId }, secret);
  if (proven === undefined) return false;
  return inTransaction(as(ctx, { kind: "system", purpose: "intake", teamId: proven.teamId }), async (ctx) => {
    const leave = await permit(ctx, "case.write", proven.caseId);
    return leave !== undefined && (await proveByMail(ctx, leave, link)) !== undefined;
  });
}

/** The next code, or the one that came of the same press before. */
export async function newCode(
  ctx: Inside,
  permit: Permit<"case.write">,
  callback: Callback,
  { secret, isFirst }: { secret: string; isFirst: boolean },
): Promise<NewCode> {
  const current = await (isFirst ? giveNextCode : getCurrentCode)(ctx, permit, callback, secret);
  const owed = (await listForCase(ctx, callback.caseId)).find(
    (promise) => promise.state === "open" && promise.toWhom === "resident" && !isSetByLaw(promise),
  );
  return { ...current, callBefore: owed?.dueAt ?? null, team: await getTeam(ctx, callback.teamId) };
}

type CurrentCode = { code: string; proof: string };

/** The code that opens this request now, and what is stored of it. */
async function getCurrentCode(
  ctx: Inside,
  permit: Permit<"case.write">,
  callback: Callback,
  secret: string,
): Promise<CurrentCode> {
  const code = humanCode(secret, await callbacks.getCodeSeed(ctx.db, callback));
  const { phone } = await getResident(ctx, permit);
  return { code, proof: proofOf(secret, code, lastFourOf(phone)) };
}

/** Another code than before: from now on only that one is good. */
async function giveNextCode(
  ctx: Inside,
  permit: Permit<"case.write">,
  callback: Callback,
  secret: string,
): Promise<CurrentCode> {
  await callbacks.countNewCode(ctx.db, callback);
  const next = await getCurrentCode(ctx, permit, callback, secret);
  await changeResidentCode(ctx, permit, next.proof);
  await addEntry(ctx, permit, "code-renewed", "");
  return next;
}
