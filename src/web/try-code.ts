import type { Context } from "hono";
import { as } from "../kernel/context.ts";
import { readCode } from "../kernel/id.ts";
import { proofOfTyped } from "../modules/access/index.ts";
import { findOwnQuestion, type OwnQuestion } from "../modules/contact/index.ts";
import type { Env } from "./surroundings.ts";

type Tried<Opened> = { kind: "opened"; proof: string; opened: Opened } | { kind: "unknown" } | { kind: "tooOften" };
type TriedCode =
  | Exclude<Tried<OwnQuestion>, { kind: "opened" }>
  | { kind: "opened"; proof: string; question: OwnQuestion };

/**
 * The one way to try a code, on the page and by program. Four digits are soon guessed by whoever found a code, from as
 * many addresses as they like: so wrong tries are counted for the code itself. Counted is what was typed, whether
 * there is such a code or not, before anybody looks: so no answer tells which codes there are, and tries at the same
 * moment do not slip through. Docs: docs/operations.md, "A code that is tried too often".
 */
export async function tryCode(c: Context<Env>, typed: { code: string; digits: string }): Promise<TriedCode> {
  const tried = await tryToOpen(c, typed, (proof) => findOwnQuestion(as(c.var.ctx, { kind: "code", proof })));
  return tried.kind === "opened" ? { kind: "opened", proof: tried.proof, question: tried.opened } : tried;
}

/** The same for whoever looks up something else with the code that a resident shows them. */
export async function tryToOpen<Opened>(
  c: Context<Env>,
  typed: { code: string; digits: string },
  open: (proof: string) => Promise<Opened | undefined>,
): Promise<Tried<Opened>> {
  const { app, ctx, requestId } = c.var;
  const tried = await app.limits.tryCode(readCode(typed.code) ?? typed.code.trim(), ctx.now);
  if (!tried.allowed) {
    if (tried.isFirst) app.log.warn({ requestId }, "one code was tried too often");
    c.header("Retry-After", String(tried.waitSeconds));
    return { kind: "tooOften" };
  }
  const proof = proofOfTyped(app.secret, typed.code, typed.digits);
  const opened = await open(proof);
  if (opened === undefined) return { kind: "unknown" };
  await tried.wasRight();
  return { kind: "opened", proof, opened };
}

/**
 * Whether a link to this mail address may be asked for once more: counted as a code is, for what was typed, so that
 * guessing the digits of somebody whose address is known does not go on from elsewhere.
 */
export async function mayAskByMail(c: Context<Env>, mail: string): Promise<boolean> {
  const { app, ctx, requestId } = c.var;
  const asked = await app.limits.askByMail(mail, ctx.now);
  if (asked.allowed) return true;
  if (asked.isFirst) app.log.warn({ requestId }, "a link to one mail address was asked for too often");
  c.header("Retry-After", String(asked.waitSeconds));
  return false;
}
