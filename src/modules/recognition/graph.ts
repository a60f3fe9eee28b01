import { z } from "zod";
import { supportFunctions, urgencyKinds } from "../directory/index.ts";
import { IssueCode } from "./issue.ts";

/*
 * Questions as a lawyer asks them, one after the other, with several answers followed at once: content/graphs. A graph is never
 * changed once somebody may have answered it: what changes is a new version beside the old one, which can still be read.
 */

const Sentence = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });
const Id = z.string().regex(/^[a-z0-9-]+$/);

const Choice = z.strictObject({ say: Sentence, to: z.array(Id).min(1) });
type Choice = z.infer<typeof Choice>;
const Question = z.strictObject({
  /** To residents, and the same to whoever asks it for them. */
  ask: Sentence,
  professional: Sentence,
  help: Sentence.optional(),
  /** More than one answer may be ticked, and each is followed. */
  several: z.boolean().default(false),
  choices: z.record(Id, Choice),
});
const Outcome = z.strictObject({
  tell: Sentence,
  professional: Sentence,
  issues: z.array(IssueCode).min(1),
  /** What of it cannot wait. */
  urgency: z.enum(urgencyKinds).optional(),
  /** The kinds of help it takes: every outcome ends in a person. */
  functions: z.array(z.enum(supportFunctions)).min(1),
});

export const Graph = z.strictObject({
  id: Id,
  version: z.int().positive(),
  /** The day on which a lawyer read it for truth. */
  reviewed: z.union([z.iso.date(), z.date().transform((day) => day.toISOString().slice(0, 10))]).nullable(),
  theme: z.string(),
  /** A story with one of these may begin here. */
  issues: z.array(IssueCode).min(1),
  title: Sentence,
  start: Id,
  nodes: z.record(Id, Question),
  outcomes: z.record(Id, Outcome),
});
export type Graph = z.infer<typeof Graph>;
type GraphQuestion = Graph["nodes"][string] & { id: string };
export type GraphOutcome = Graph["outcomes"][string] & { id: string };

/** What is wrong with how a graph hangs together: something that leads nowhere, or that nothing leads to. */
export function problemsOf({ start, nodes, outcomes }: Pick<Graph, "start" | "nodes" | "outcomes">): string[] {
  const leadsTo = (id: string) => Object.values(nodes[id]?.choices ?? {}).flatMap(({ to }) => to);
  const reached = new Set<string>();
  const circles: string[] = [];
  const visit = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) circles.push(id);
    if (reached.has(id) || path.includes(id)) return;
    for (const next of leadsTo(id)) visit(next, [...path, id]);
    reached.add(id);
  };
  visit(start, []);
  const named = [...new Set([start, ...Object.keys(nodes).flatMap(leadsTo)])];
  return [
    ...named.filter((id) => nodes[id] === undefined && outcomes[id] === undefined).map((id) => `${id} is not there`),
    ...[...Object.keys(nodes), ...Object.keys(outcomes)]
      .filter((id) => !reached.has(id))
      .map((id) => `nothing leads to ${id}`),
    ...Object.keys(nodes)
      .filter((id) => outcomes[id] !== undefined)
      .map((id) => `${id} is a question and an outcome`),
    ...Object.entries(nodes).flatMap(([id, { choices }]) =>
      Object.keys(choices).length < 2 ? [`${id} asks nothing`] : [],
    ),
    ...(nodes[start] === undefined ? [`${start} is no question to start with`] : []),
    ...circles.map((id) => `${id} leads back to itself`),
  ];
}

/** What was answered: the choices by question. */
export const Answers = z.record(Id, z.array(Id));
export type Answers = z.infer<typeof Answers>;

export type Walk = {
  /** What was asked and answered, in order. */
  answered: GraphQuestion[];
  /** The same with what was chosen, in words. */
  chosen: { question: GraphQuestion; says: Choice["say"][] }[];
  /** What to ask now; undefined when everything was answered. */
  next: GraphQuestion | undefined;
  /** What follows from the answers so far: what cannot wait first. */
  outcomes: GraphOutcome[];
};

/** Follows every answer that was given, in the order of the graph; what was answered elsewhere or before is passed over. */
export function walk({ start, nodes, outcomes }: Graph, answers: Answers): Walk {
  const waiting = [start];
  const seen = new Set<string>();
  const given: Walk["chosen"] = [];
  const found: GraphOutcome[] = [];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const outcome = outcomes[id];
    const question = nodes[id];
    if (outcome !== undefined) found.push({ ...outcome, id });
    if (question === undefined) continue;
    const chosen = Object.entries(question.choices).filter(([choice]) => answers[id]?.includes(choice) === true);
    if (chosen.length === 0) return walked(given, found, { ...question, id });
    given.push({ question: { ...question, id }, says: chosen.map(([, { say }]) => say) });
    waiting.unshift(...chosen.flatMap(([, { to }]) => to));
  }
  return walked(given, found, undefined);
}

const walked = (chosen: Walk["chosen"], outcomes: GraphOutcome[], next: Walk["next"]): Walk => ({
  answered: chosen.map(({ question }) => question),
  chosen,
  next,
  outcomes: outcomes.toSorted((a, b) => gravity(a) - gravity(b)),
});

const gravity = ({ urgency }: GraphOutcome): number =>
  urgency === undefined ? urgencyKinds.length : urgencyKinds.indexOf(urgency);
