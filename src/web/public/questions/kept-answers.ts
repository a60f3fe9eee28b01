import type { Context } from "hono";
import { z } from "zod";
import { Answers, findGraph, type Graph, type Walk, walk } from "../../../modules/recognition/index.ts";
import { parseForm } from "../../form.ts";
import { dropSealed, readSealed, setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";

/*
 * What somebody answered waits sealed in their own browser, as their own words do: in no address, in no log, and gone when
 * they leave. With the version they began with, so that a graph may change under their hands.
 */

const cookie = "vragen";
const minutes = 20;

/** `by`: the colleague who asks them of somebody; whoever signs in after them on the same computer does not see it. */
const Kept = z.object({ graph: z.string(), version: z.number(), by: z.string(), answers: Answers });

export const forgetAnswered = (c: Context<Env>): void => dropSealed(c, cookie);

export type Going = { graph: Graph; walked: Walk; answers: Answers; by: string };

/** The graph of this address in the version somebody began with, and how far they came; undefined: there is none. */
export function goingThrough(c: Context<Env>, by = ""): Going | undefined {
  const id = c.req.param("slug") ?? "";
  const kept = readSealed(c, cookie, Kept);
  const begun = kept?.graph === id && kept.by === by ? kept : undefined;
  const graph = findGraph(id, begun?.version) ?? findGraph(id);
  if (graph === undefined) return undefined;
  const answers = begun?.version === graph.version ? begun.answers : {};
  return { graph, answers, by, walked: walk(graph, answers) };
}

const Sent = z.object({
  vraag: z.string().max(60).default(""),
  antwoord: z.array(z.string().max(60)).max(20),
  terug: z.string().optional(),
  opnieuw: z.string().optional(),
});

/** Takes an answer, goes a question back or begins again. "missing": nothing was chosen, and nothing has changed. */
export async function takeAnswer(c: Context<Env>, { graph, walked, answers, by }: Going): Promise<"taken" | "missing"> {
  const form = await parseForm(c, Sent, {}, ["antwoord"]);
  if (!form.ok) return "taken";
  const { vraag, antwoord, terug, opnieuw } = form.value;
  const keep = (changed: Answers) =>
    setSealed(c, cookie, { graph: graph.id, version: graph.version, by, answers: changed }, minutes, 1);
  if (opnieuw !== undefined) {
    forgetAnswered(c);
    return "taken";
  }
  if (terug !== undefined) {
    const last = walked.answered.at(-1)?.id;
    keep(Object.fromEntries(Object.entries(answers).filter(([id]) => id !== last)));
    return "taken";
  }
  const { next } = walked;
  // Pressed twice, or an old page: it was answered, and the next question stands there.
  if (next === undefined || next.id !== vraag) return "taken";
  const chosen = antwoord.filter((choice) => Object.hasOwn(next.choices, choice));
  if (chosen.length === 0) return "missing";
  keep({ ...answers, [next.id]: next.several ? chosen : chosen.slice(0, 1) });
  return "taken";
}
