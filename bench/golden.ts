import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { root } from "../src/config/root.ts";
import { idFor } from "../src/kernel/id.ts";

/*
 * Questions as people ask them, each judged against what the example world offers: 2 for whom somebody who knows the field
 * would send them to, 1 for a sensible second door. Written and judged by others than who made the search, but for `tuned-more`. `tuned` and the
 * odd questions of `tuned-more` may be looked at to make the search better, its even ones are only measured together, and `held-out`
 * never: it shows what the search does with what nobody tuned it for. `fresh` and `fresh-more` are of people that were made up first; the
 * head of each file says what was seen of them, and when.
 */

const Questions = z.array(
  z.object({
    id: z.string(),
    municipality: z.string(),
    who: z.enum(["resident", "helper"]),
    query: z.string(),
    grades: z.record(z.string(), z.union([z.literal(1), z.literal(2)])),
  }),
);
export type Question = z.infer<typeof Questions>[number];

export const readGolden = (set: "tuned" | "tuned-more" | "fresh" | "fresh-more" | "held-out"): Question[] =>
  Questions.parse(parse(readFileSync(join(root, `bench/golden/${set}.yaml`), "utf8")));

/** What an entry is called in the golden set, by the id of its service. */
export function entriesById(example: {
  pilots: { id: string }[];
  desks: { slug: string; service: { slug: string } }[];
}): Map<string, string> {
  return new Map([
    ...example.pilots.map(({ id }): [string, string] => [idFor(`service:${id}`), id]),
    ...example.desks.map(({ slug, service }): [string, string] => [idFor(`service:${service.slug}`), slug]),
  ]);
}

const depth = 5;
const gain = (grade: number): number => 2 ** grade - 1;
const discounted = (grades: number[]): number =>
  grades.slice(0, depth).reduce((sum, grade, at) => sum + gain(grade) / Math.log2(at + 2), 0);

/** How good the first five are, against the best order there could have been: 0 to 1. */
export function ndcg(question: Question, entries: string[]): number {
  const best = discounted(Object.values(question.grades).sort((a, b) => b - a));
  return discounted(entries.map((entry) => question.grades[entry] ?? 0)) / best;
}
