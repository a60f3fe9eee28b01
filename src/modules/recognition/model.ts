import { z } from "zod";
import { IssueCode, issueCodes, NeedCode } from "./issue.ts";
import { type Feature, places } from "./statement.ts";

/*
 * What was learned from the statements of content/recognition/corpus: for every place of the table and every code how much a
 * feature there speaks for it, as a whole number from -127 to 127. Adding them up is all that recognising is, so why something
 * was recognised can always be said in the words it was read from.
 */

/** `slope` and `offset` make a sum a chance that is as often true as it says (Platt 1999). */
const Output = z.strictObject({
  code: z.union([IssueCode, NeedCode]),
  bias: z.number(),
  /** What one of the whole numbers of this code is worth. */
  unit: z.number().positive(),
  slope: z.number().positive(),
  offset: z.number(),
});
export type Output = z.infer<typeof Output>;
const Head = z.strictObject({ madeFrom: z.string(), statements: z.int(), outputs: z.array(Output) });

/** `madeFrom` changes with everything it was learned from and with how words are read. */
export type Model = z.infer<typeof Head> & { table: Int8Array };

const lengthOfHead = 4;

export function writeModel({ table, ...head }: Model): Uint8Array {
  const bytes = new TextEncoder().encode(JSON.stringify(head));
  const file = new Uint8Array(lengthOfHead + bytes.length + table.length);
  new DataView(file.buffer).setUint32(0, bytes.length);
  file.set(bytes, lengthOfHead);
  file.set(new Uint8Array(table.buffer, table.byteOffset, table.length), lengthOfHead + bytes.length);
  return file;
}

export function readModel(file: Uint8Array): Model {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0);
  const from = lengthOfHead + length;
  const head = Head.parse(JSON.parse(new TextDecoder().decode(file.subarray(lengthOfHead, from))));
  const table = new Int8Array(file.buffer, file.byteOffset + from, file.byteLength - from);
  if (table.length !== places * head.outputs.length) throw new Error("The model is not whole. Run: npm run train");
  return { ...head, table };
}

/** How much the features speak for each code, in the order of the outputs; not yet a chance. */
function sumsOf(features: Feature[], { outputs, table }: Model): Float64Array {
  const sums = new Float64Array(outputs.length);
  for (const { place, strength } of features) {
    const row = place * outputs.length;
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + strength * (table[row + at] ?? 0);
  }
  return sums.map((sum, at) => (outputs[at]?.bias ?? 0) + sum * (outputs[at]?.unit ?? 0));
}

const chanceOf = (sum: number, { slope, offset }: Output): number => 1 / (1 + Math.exp(-(slope * sum + offset)));

/** How likely each code is. Of the issues one at least is true, for the last of them is "none": that makes each likelier than it is by itself. */
export function chancesOf(features: Feature[], model: Model): Map<IssueCode | NeedCode, number> {
  const sums = sumsOf(features, model);
  const chances = new Map(model.outputs.map((output, at) => [output.code, chanceOf(sums[at] ?? 0, output)]));
  const noneOf = issueCodes.reduce((none, code) => none * (1 - (chances.get(code) ?? 0)), 1);
  for (const code of issueCodes) chances.set(code, Math.min(1, (chances.get(code) ?? 0) / (1 - noneOf || 1)));
  return chances;
}

/** How much every word of the text spoke for a code, in the order of the words. */
export function sharesOf(features: Feature[], code: IssueCode, { outputs, table }: Model, words: number): number[] {
  const at = outputs.findIndex((output) => output.code === code);
  const shares = Array.from({ length: words }, () => 0);
  for (const { place, strength, from, until } of features) {
    const worth = (strength * (table[place * outputs.length + at] ?? 0)) / Math.max(1, until - from);
    for (let word = from; word < until; word++) shares[word] = (shares[word] ?? 0) + worth;
  }
  return shares;
}
