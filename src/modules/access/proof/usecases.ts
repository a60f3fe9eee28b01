import { as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { record } from "../../../kernel/event.ts";
import { hashOf, newReference } from "../../../kernel/id.ts";
import type { Permit } from "../permit.ts";
import {
  countedOver,
  mayBeMailed,
  type ProvenCase,
  pressedTwiceWithin,
  printOfReach,
  proofLasts,
  stillHolds,
  type Together,
  tokenOfProof,
} from "./mail-proof.ts";
import * as store from "./store.ts";

const mailProof = { kind: "system", purpose: "mail-proof" } as const;

/**
 * Somebody lost their code and says their address and the last four digits. Whether that is anybody takes the same steps:
 * the same statements, the same event, and what follows the event is nobody's to see.
 */
export const askMailProof = (
  ctx: Ctx,
  asked: { mail: string; lastFour: string; language: string },
  secret: string,
): Promise<void> =>
  inTransaction(as(ctx, mailProof), async (ctx) => {
    const print = printOfReach(secret, asked.mail, asked.lastFour);
    await store.lockReach(ctx.db, ctx.municipalityId, print);
    const found = await store.findByMail(ctx.db, ctx.municipalityId, asked, ctx.now.subtract(countedOver));
    const mailed = found.filter(mayBeMailed);
    // Chance itself (UUIDv4): the token is made from it.
    const id = newReference();
    const tokenHash = hashOf(tokenOfProof(secret, id));
    await store.insertProofs(ctx.db, ctx.municipalityId, { id, tokenHash, print, askedAt: ctx.now }, mailed);
    await record(ctx, "access.mailProofAsked", mailed[0]?.eventRef ?? newReference(), {
      proofId: id,
      language: asked.language,
      subjects: mailed.map(({ eventRef }) => eventRef),
    });
  });

/** Every question that a link belongs to while it lasts, used or not. Looking uses nothing up: mail scanners follow links. */
const listOfLink = (ctx: Ctx, token: string, secret: string): Promise<ProvenCase[]> =>
  reading(as(ctx, mailProof), async (ctx) => {
    const rows = await store.listProofs(ctx.db, ctx.municipalityId, hashOf(token), ctx.now.subtract(proofLasts));
    return rows.flatMap(({ proven, reach }) => (stillHolds(secret, reach) ? [proven] : []));
  });

/** The questions that a link opens now: none when it is used, over or made up. */
export const listProven = async (ctx: Ctx, token: string, secret: string): Promise<ProvenCase[]> =>
  (await listOfLink(ctx, token, secret)).filter(({ usedAt }) => usedAt === null);

/** For writing the mail: the newest question of this asking, with the token. Undefined: nobody was found, or not any more. */
export async function findMailProof(
  ctx: Ctx,
  proofId: string,
  secret: string,
): Promise<(ProvenCase & { token: string }) | undefined> {
  const token = tokenOfProof(secret, proofId);
  const [newest] = await listProven(ctx, token, secret);
  return newest && { ...newest, token };
}

/** One of them, also when it was used this moment: `proveByMail` says whether that was the same press. */
export const findProven = async (
  ctx: Ctx,
  link: { token: string; caseId: string },
  secret: string,
): Promise<ProvenCase | undefined> =>
  (await listOfLink(ctx, link.token, secret)).find(({ caseId }) => caseId === link.caseId);

/**
 * Uses the link up: from now on it opens nothing. "again": the same button was pressed twice, and the first press did it.
 * Undefined: somebody used it before.
 */
export async function proveByMail(
  ctx: Inside,
  permit: Permit<"case.write">,
  link: { token: string; formKey: string },
): Promise<"first" | "again" | undefined> {
  const tokenHash = hashOf(link.token);
  const form = hashOf(`${link.formKey}:${permit.caseId}`);
  if (await store.useToken(ctx.db, ctx.municipalityId, { tokenHash, form, at: ctx.now })) {
    await record(ctx, "access.mailProofUsed", permit.eventRef, {});
    return "first";
  }
  const after = ctx.now.subtract(pressedTwiceWithin);
  const again = await store.wasUsedBy(ctx.db, ctx.municipalityId, permit, { tokenHash, form, after });
  return again ? "again" : undefined;
}

/**
 * The other questions of whoever asked this one, at the same controller, oldest first: what a copy of all that is kept of them must hold. A link by
 * mail opens them as well (0015), so whoever calls this for a resident has asked `isProvenByMail`. Never those where a call was found not safe.
 */
export const listTogether = (ctx: Ctx, own: Permit): Promise<Together[]> =>
  reading(as(ctx, mailProof), (ctx) => store.findTogether(ctx.db, ctx.municipalityId, own));

/** What nobody counts any more goes. */
export const forgetMailProofs = (ctx: Ctx): Promise<void> =>
  inTransaction(as(ctx, mailProof), (ctx) => store.deleteProofs(ctx.db, ctx.now.subtract(countedOver)));
