import type { Context } from "hono";
import { z } from "zod";
import { Answers, findGraph, type Graph, type Walk, walk } from "../../../modules/recognition/index.ts";
import { parseForm } from "../../form.ts";
import { withQuery } from "../../place.ts";
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

export type Going = {
  graph: Graph;
  walked: Walk;
  answers: Answers;
  by: string;
  /** The question that is shown: the one in the address when it was reached, else the next; undefined when all is answered. */
  current: Walk["next"];
};

/** The id of a question may stand in the address, so that going back and forth works; what was answered never does. */
const inAddress = "vraag";

/** The graph of this address in the version somebody began with, and how far they came; undefined: there is none. */
export function goingThrough(c: Context<Env>, by = ""): Going | undefined {
  const id = c.req.param("slug") ?? "";
  const kept = readSealed(c, cookie, Kept);
  const begun = kept?.graph === id && kept.by === by ? kept : undefined;
  const graph = findGraph(id, begun?.version) ?? findGraph(id);
  if (graph === undefined) return undefined;
  const answers = begun?.version === graph.version ? begun.answers : {};
  const walked = walk(graph, answers);
  return { graph, answers, by, walked, current: reached(walked, c.req.query(inAddress)) ?? walked.next };
}

const reached = ({ answered, next }: Walk, id: string | undefined) =>
  [...answered, ...(next === undefined ? [] : [next])].find((question) => question.id === id);

/** Where the question stands, or what follows when there is none left. */
const placeOf = (path: string, question: Walk["next"]): string =>
  question === undefined ? path : withQuery(path, { [inAddress]: question.id });

const Sent = z.object({
  vraag: z.string().max(60).default(""),
  antwoord: z.array(z.string().max(60)).max(20),
  terug: z.string().optional(),
  opnieuw: z.string().optional(),
});

/**
 * Takes an answer, goes a question back or begins again; an answer to an earlier question takes the place of the one before.
 * @param path where the questions stand
 * @returns where to go; undefined: nothing was chosen, and nothing has changed
 */
export async function takeAnswer(c: Context<Env>, going: Going, path: string): Promise<string | undefined> {
  const { graph, walked, answers, by } = going;
  const form = await parseForm(c, Sent, {}, ["antwoord"]);
  if (!form.ok) return path;
  const { vraag, antwoord, terug, opnieuw } = form.value;
  if (opnieuw !== undefined) {
    forgetAnswered(c);
    return path;
  }
  const question = reached(walked, vraag);
  if (terug !== undefined) {
    const at = walked.answered.findIndex(({ id }) => id === question?.id);
    return placeOf(path, at === -1 ? walked.answered.at(-1) : walked.answered[at - 1]);
  }
  // A page of long ago, or one that was made up: the question that is next stands there.
  if (question === undefined) return placeOf(path, walked.next);
  const chosen = antwoord.filter((choice) => Object.hasOwn(question.choices, choice));
  if (chosen.length === 0) return undefined;
  const changed = { ...answers, [question.id]: question.several ? chosen : chosen.slice(0, 1) };
  setSealed(c, cookie, { graph: graph.id, version: graph.version, by, answers: changed }, minutes, 1);
  return placeOf(path, walk(graph, changed).next);
}
