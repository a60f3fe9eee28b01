import type { Context, Handler } from "hono";
import { z } from "zod";
import {
  Decided,
  extendRequest,
  extensionReasons,
  omissionReasons,
  type RequestChange,
  reviewRequest,
  withdrawRequest,
} from "../../../modules/casework/index.ts";
import { answerRequest } from "../../../modules/contact/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { type Said, thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { showRequest } from "./request.tsx";
import { omitBox, reasonBox } from "./review.tsx";
import { texts } from "./texts.ts";

/* What is done on the page of a request: read the form, do it, and go back to the page, which says what happened. */

/** The id in the address; one that is none names a request that is not there. */
const idOf = (c: Context<Env>): string | undefined => z.uuid().safeParse(c.req.param("id")).data;

function after(c: Context<Env>, change: RequestChange): Response | Promise<Response> {
  return change.kind === "gone" ? c.notFound() : sayThere(c, change.kind);
}
const sayThere = (c: Context<Env>, came: Extract<Said, { what: "request" }>["came"]): Response =>
  thenSay(c, workPath(c.var.place, `verzoeken/${c.req.param("id")}`), { what: "request", came });

export const extendForm: Handler<Env> = async (c) => {
  const { ctx, language } = c.var;
  const { problems } = texts[language];
  const id = idOf(c);
  const schema = z.object({ extension: z.enum(extensionReasons, { error: "extensionMissing" }) });
  const form = await parseForm(c, schema, problems);
  if (id === undefined) return c.notFound();
  if (!form.ok) return showRequest(c, form.refused);
  const change = await extendRequest(ctx, id, form.value.extension);
  return change.kind === "tooLate"
    ? showRequest(c, form.refuse("extension", problems.extensionLate))
    : after(c, change);
};

/** Each line that is left out needs a reason of its own. */
export const reviewForm: Handler<Env> = async (c) => {
  const { ctx, language } = c.var;
  const { problems } = texts[language];
  const id = idOf(c);
  const form = await parseForm(c, z.object({ seen: z.array(z.uuid()).max(5_000) }), problems, ["seen"]);
  if (id === undefined || !form.ok) return c.notFound();
  const { seen } = form.value;
  const left = seen.filter((entryId) => form.values[omitBox(entryId)] !== undefined);
  const omissions = left.flatMap((entryId) => {
    const reason = z.enum(omissionReasons).safeParse(form.values[reasonBox(entryId)]);
    return reason.success ? [{ entryId, reason: reason.data }] : [];
  });
  const unsaid = left.find((entryId) => !omissions.some((omission) => omission.entryId === entryId));
  if (unsaid !== undefined) return showRequest(c, form.refuse(reasonBox(unsaid), problems.omissionMissing));
  const change = await reviewRequest(ctx, id, { seen, omissions });
  return change.kind === "notAllSeen" ? showRequest(c, form.refuse("seen", problems.notAllSeen)) : after(c, change);
};

export const answerForm: Handler<Env> = async (c) => {
  const { ctx, language } = c.var;
  const { problems, refusedAnswers } = texts[language];
  const id = idOf(c);
  const form = await parseForm(c, Decided, problems);
  if (id === undefined) return c.notFound();
  if (!form.ok) return showRequest(c, form.refused);
  const answered = await answerRequest(ctx, id, form.value);
  switch (answered.kind) {
    case "gone":
      return c.notFound();
    case "answered":
      return sayThere(c, "answered");
    case "alreadyAnswered":
      // Not back to the page: what was typed would be gone.
      return showRequest(c, { values: form.values, errors: {} });
    case "refusalMissing":
      return showRequest(c, form.refuse("refusal", refusedAnswers.refusalMissing));
    default:
      return showRequest(c, form.refuse("outcome", refusedAnswers[answered.kind]));
  }
};

export const withdrawForm: Handler<Env> = async (c) => {
  const id = idOf(c);
  return id === undefined ? c.notFound() : after(c, await withdrawRequest(c.var.ctx, id));
};
