import { issueCodes, needCodes } from "./issue.ts";
import type { Model, Output } from "./model.ts";
import { type Feature, places, type Statement } from "./statement.ts";

/*
 * Learning from statements: for each code by itself a logistic regression (AdaGrad, Duchi, Hazan and Singer 2011), and added to
 * it how much more often each feature comes with the code than without (as naive Bayes counts; the sum of both is steadier
 * with few statements than either, Wang and Manning 2012). No chance in it but a fixed order, so the same statements
 * give the same model.
 */

/** A statement as it is learned from; `codes`: what is true of it, in the order of all codes. */
type Example = { features: Feature[]; isTrue: boolean[]; isSentence: boolean };

const codes = [...issueCodes, ...needCodes];

const rounds = 15;
const step = 0.3;
const pull = 1e-5;
const stepOfBias = 0.02;
/** Most codes are untrue of most statements. */
const firstBias = -2.5;
/** How much the counts weigh beside the regression, and how much a rare feature is drawn to what is usual. */
const counted = 0.8;
const prior = 0.5;
/** Chances are measured on statements that were left out: a fourth at a time. */
const folds = 4;

/** What people send is a sentence at least; a word or two from the corpus teaches words, and says little of how sure one can be. */
const wordsOfSentence = 7;

const exampleOf = ({ text, issues, needs }: Statement, features: Feature[]): Example => ({
  features,
  isSentence: text.split(" ").length >= wordsOfSentence,
  isTrue: codes.map((code) => [...issues, ...needs].some((one) => one === code)),
});

/** Mulberry32: an order that is the same every time. */
function shuffled(length: number, seed: number): number[] {
  const order = Array.from({ length }, (_, at) => at);
  let state = seed;
  for (let at = length - 1; at > 0; at--) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    const other = Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (at + 1));
    const here = order[at] ?? at;
    order[at] = order[other] ?? other;
    order[other] = here;
  }
  return order;
}

type Learned = { weights: Float32Array; biases: Float32Array };

function learn(examples: Example[]): Learned {
  const width = codes.length;
  const weights = new Float32Array(places * width);
  const steps = new Float32Array(places * width).fill(0.1);
  const biases = new Float32Array(width).fill(firstBias);
  for (let round = 0; round < rounds; round++) {
    for (const at of shuffled(examples.length, round + 1)) {
      const { features, isTrue } = examples[at] ?? { features: [], isTrue: [] };
      for (let code = 0; code < width; code++) {
        let sum = biases[code] ?? 0;
        for (const { place, strength } of features) sum += strength * (weights[place * width + code] ?? 0);
        const wrong = 1 / (1 + Math.exp(-sum)) - (isTrue[code] === true ? 1 : 0);
        biases[code] = (biases[code] ?? 0) - stepOfBias * wrong;
        if (Math.abs(wrong) < 1e-3) continue;
        for (const { place, strength } of features) {
          const cell = place * width + code;
          const weight = weights[cell] ?? 0;
          const slope = wrong * strength + pull * weight;
          const seen = (steps[cell] ?? 0) + slope ** 2;
          steps[cell] = seen;
          weights[cell] = weight - (step * slope) / Math.sqrt(seen);
        }
      }
    }
  }
  addCounts(examples, weights);
  return { weights, biases };
}

/** How much more often a feature comes with a code than at all, as a logarithm. */
function addCounts(examples: Example[], weights: Float32Array): void {
  const width = codes.length;
  const withCode = new Float64Array(places * width);
  const ofCode = new Float64Array(width);
  const everywhere = new Float64Array(places);
  const found = { total: 0 };
  for (const { features, isTrue } of examples)
    for (const [code, holds] of isTrue.entries()) {
      if (!holds) continue;
      for (const { place, strength } of features) {
        withCode[place * width + code] = (withCode[place * width + code] ?? 0) + strength;
        ofCode[code] = (ofCode[code] ?? 0) + strength;
        everywhere[place] = (everywhere[place] ?? 0) + strength;
        found.total += strength;
      }
    }
  for (const [place, seen] of everywhere.entries()) {
    if (seen === 0) continue;
    const usual = seen / found.total;
    for (let code = 0; code < width; code++) {
      const here = (withCode[place * width + code] ?? 0) / Math.max(1, ofCode[code] ?? 0);
      const cell = place * width + code;
      weights[cell] = (weights[cell] ?? 0) + counted * Math.log((here + prior * usual) / (usual + prior * usual));
    }
  }
}

const sumOf = (features: Feature[], { weights, biases }: Learned, code: number): number =>
  features.reduce(
    (sum, { place, strength }) => sum + strength * (weights[place * codes.length + code] ?? 0),
    biases[code] ?? 0,
  );

/** Slope and offset that make sums as true as they say, by Newton's method; little is known of a rare code, so it is held to the usual. */
function calibrated(sums: number[], isTrue: boolean[]): Pick<Output, "slope" | "offset"> {
  const held = 1;
  const found = { slope: 0.6, offset: 0 };
  for (let turn = 0; turn < 50; turn++) {
    const g = { slope: held * (found.slope - 0.6), offset: 0.1 * found.offset };
    const h = { ss: held, so: 0, oo: 0.1 };
    for (const [at, sum] of sums.entries()) {
      const chance = 1 / (1 + Math.exp(-(found.slope * sum + found.offset)));
      const wrong = chance - (isTrue[at] === true ? 1 : 0);
      const sway = chance * (1 - chance);
      g.slope += wrong * sum;
      g.offset += wrong;
      h.ss += sway * sum ** 2;
      h.so += sway * sum;
      h.oo += sway;
    }
    const size = h.ss * h.oo - h.so ** 2;
    const move = {
      slope: (h.oo * g.slope - h.so * g.offset) / size,
      offset: (h.ss * g.offset - h.so * g.slope) / size,
    };
    found.slope = Math.max(0.05, found.slope - move.slope);
    found.offset -= move.offset;
    if (Math.abs(move.slope) + Math.abs(move.offset) < 1e-6) break;
  }
  return found;
}

/** @param madeFrom what the model is known to be made of: it is written in it */
export function trained(
  statements: readonly Statement[],
  featuresOfText: (text: string) => Feature[],
  madeFrom: string,
): Model {
  const examples = statements.map((statement) => exampleOf(statement, featuresOfText(statement.text)));
  const leftOut = examples.map((): number[] => []);
  for (let fold = 0; fold < folds; fold++) {
    const learned = learn(examples.filter((_, at) => at % folds !== fold));
    for (const [at, { features }] of examples.entries())
      if (at % folds === fold) leftOut[at] = codes.map((_, code) => sumOf(features, learned, code));
  }
  const { weights, biases } = learn(examples);
  const table = new Int8Array(weights.length);
  const outputs = codes.map((code, at): Output => {
    let most = 0;
    for (let cell = at; cell < weights.length; cell += codes.length)
      most = Math.max(most, Math.abs(weights[cell] ?? 0));
    const unit = (most || 1) / 127;
    for (let cell = at; cell < weights.length; cell += codes.length)
      table[cell] = Math.round((weights[cell] ?? 0) / unit);
    const measured = examples.flatMap(({ isSentence, isTrue }, example) =>
      isSentence ? [{ sum: leftOut[example]?.[at] ?? 0, isTrue: isTrue[at] === true }] : [],
    );
    const { slope, offset } = calibrated(
      measured.map(({ sum }) => sum),
      measured.map(({ isTrue }) => isTrue),
    );
    return { code, bias: biases[at] ?? 0, unit, slope, offset };
  });
  return { madeFrom, statements: statements.length, outputs, table };
}
