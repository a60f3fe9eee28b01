import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { type Answers, Graph, problemsOf, walk } from "./graph.ts";
import { listGraphs } from "./index.ts";

const say = { nl: "ja", en: "yes" };
const question = (choices: Record<string, string[]>, several = false) => ({
  ask: say,
  professional: say,
  several,
  choices: Object.fromEntries(Object.entries(choices).map(([id, to]) => [id, { say, to }])),
});
const outcome = (urgency?: "home" | "term") => ({
  tell: say,
  professional: say,
  issues: ["wonen-huur"],
  functions: ["eerstelijns-hulp"],
  ...(urgency === undefined ? {} : { urgency }),
});
const graph = Graph.parse({
  id: "huur",
  version: 1,
  reviewed: null,
  theme: "wonen",
  issues: ["wonen-huur"],
  title: say,
  start: "wat",
  nodes: {
    wat: question({ eruit: ["wanneer"], stuk: ["melden"] }, true),
    wanneer: question({ nu: ["nu"], later: ["later"] }),
  },
  outcomes: { nu: outcome("home"), later: outcome(), melden: outcome() },
});

describe("going through the questions", () => {
  test("begins with the first", () => {
    expect(walk(graph, {})).toMatchObject({ answered: [], next: { id: "wat" }, outcomes: [] });
  });

  test("follows every answer, not just the first, and tells what cannot wait first", () => {
    const half = walk(graph, { wat: ["stuk", "eruit"] });
    expect(half).toMatchObject({ next: { id: "wanneer" }, answered: [{ id: "wat" }] });
    const { next, outcomes } = walk(graph, { wat: ["stuk", "eruit"], wanneer: ["nu"] });
    expect(next).toBeUndefined();
    expect(outcomes.map(({ id }) => id)).toEqual(["nu", "melden"]);
  });

  test("an answer that is none of the choices was not given", () => {
    expect(walk(graph, { wat: ["iets"] }).next?.id).toBe("wat");
  });

  test("answers to questions that are not reached change nothing", () => {
    expect(walk(graph, { wat: ["stuk"], wanneer: ["nu"] }).outcomes.map(({ id }) => id)).toEqual(["melden"]);
  });
});

describe("what hangs together badly is named", () => {
  const broken = (over: Partial<Pick<Graph, "start" | "nodes" | "outcomes">>) => problemsOf({ ...graph, ...over });
  const { wanneer: when = question({}), ...otherNodes } = graph.nodes;
  const { nu: now = outcome(), ...otherOutcomes } = graph.outcomes;
  test.each<[string, Partial<Graph>]>([
    ["nothing is there to start with", { start: "weg" }],
    ["something leads nowhere", { outcomes: otherOutcomes }],
    ["nothing leads to it", { outcomes: Graph.shape.outcomes.parse({ ...graph.outcomes, los: now }) }],
    ["a question without answers", { nodes: { ...otherNodes, wanneer: { ...when, choices: {} } } }],
    [
      "it goes round",
      {
        nodes: {
          ...otherNodes,
          wanneer: { ...when, choices: { nu: { say, to: ["wat"] }, later: { say, to: ["later"] } } },
        },
      },
    ],
  ])("%s", (_, over) => {
    expect(broken(over)).not.toEqual([]);
  });
});

describe.each(listGraphs().map((one) => [`${one.id}.${one.version}`, one] as const))("content/graphs/%s", (_, one) => {
  test("has one start, reaches everything and ends everywhere", () => {
    expect(problemsOf(one)).toEqual([]);
  });

  test("whatever somebody answers, it ends within ten questions, in a person, and never asks the same twice", () => {
    const answering = fc.infiniteStream(fc.nat(1_000));
    fc.assert(
      fc.property(answering, (stream) => {
        const answers: Answers = {};
        for (let asked = 0; ; asked++) {
          const { next, outcomes } = walk(one, answers);
          if (next === undefined) {
            expect(outcomes.length).toBeGreaterThan(0);
            expect(outcomes.every(({ functions }) => functions.length > 0)).toBe(true);
            return;
          }
          expect(asked).toBeLessThan(10);
          expect(answers[next.id]).toBeUndefined();
          const choices = Object.keys(next.choices);
          const first = choices[(stream.next().value ?? 0) % choices.length] ?? "";
          const chosen = next.several
            ? choices.filter((choice) => choice === first || (stream.next().value ?? 0) % 3 === 0)
            : [first];
          answers[next.id] = chosen;
        }
      }),
      rounds(3, 100),
    );
  });
});
