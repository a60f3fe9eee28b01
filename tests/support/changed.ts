import { z } from "zod";

/** Where in a document something is different, and what stands there then; undefined takes it away. */
export type Change = { at: string[]; is: unknown };

/** A copy of a document in which one thing is different: for trying a rule on what breaks it. */
export function changed(within: unknown, { at: [key, ...deeper], is }: Change): unknown {
  if (key === undefined) return is;
  if (Array.isArray(within))
    return within.map((one, place) => (String(place) === key ? changed(one, { at: deeper, is }) : one));
  const fields = z.record(z.string(), z.unknown()).parse(within ?? {});
  return { ...fields, [key]: changed(fields[key], { at: deeper, is }) };
}
