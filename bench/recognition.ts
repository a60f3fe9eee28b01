import MiniSearch from "minisearch";
import { readStatement } from "../src/modules/directory/index.ts";
import { issueCodes, judge, learnFrom, readCorpus, recognise } from "../src/modules/recognition/index.ts";
import { machine, say } from "./surroundings.ts";

/*
 * How many texts a second are recognised on one thread, what the model costs to start with and to hold, and how often it is
 * right: against the labels of the nearest statements that MiniSearch finds, learned from the same and asked the same in
 * the same run. Aims: 5,000 texts a second, 100 ms to start.
 */

say(machine());
say();

// What finding help reads as well is no cost of recognising.
readStatement("een eerste vraag");
const { heapUsed, arrayBuffers } = process.memoryUsage();
const began = performance.now();
recognise("een eerste vraag");
const started = performance.now() - began;
const held = process.memoryUsage();
say(`the first question, with the model still to be read: ${started.toFixed(0)} ms`);
say(`held for it: ${((held.heapUsed + held.arrayBuffers - heapUsed - arrayBuffers) / 1e6).toFixed(0)} MB`);
say();

/** A fifth is asked, the rest is learned from; every fifth, so that every hand and every issue is in both. */
const statements = readCorpus();
const asked = statements.filter((_, at) => at % 5 === 0);
const learned = statements.filter((_, at) => at % 5 !== 0);

const model = learnFrom(learned);
const ours = judge(asked, model).map(({ ranked }) => ranked.map(({ code }) => code));

const nearest = 10;
const peer = new MiniSearch<{ id: number; text: string }>({
  fields: ["text"],
  searchOptions: { prefix: true, fuzzy: 0.2 },
});
peer.addAll(learned.map(({ text }, id) => ({ id, text })));
/** The nearest statements vote, each as heavily as it is near. */
function theirs(text: string): string[] {
  const votes = new Map<string, number>(issueCodes.map((code) => [code, 0]));
  for (const { id, score } of peer.search(text).slice(0, nearest))
    for (const issue of learned[Number(id)]?.issues ?? []) votes.set(issue, (votes.get(issue) ?? 0) + score);
  return [...votes].sort(([, a], [, b]) => b - a).map(([code]) => code);
}

const rightIn = (ranked: string[][], first: number) =>
  ranked.filter((codes, at) => asked[at]?.issues.some((issue) => codes.slice(0, first).includes(issue))).length /
  asked.length;

/** Each text once to warm up and then for some seconds; texts a second. */
function speedOf(read: (text: string) => unknown, seconds: number): number {
  for (const { text } of asked) read(text);
  const from = performance.now();
  const done = { texts: 0 };
  while (performance.now() - from < seconds * 1000)
    for (const { text } of asked) {
      read(text);
      done.texts += 1;
    }
  return (done.texts / (performance.now() - from)) * 1000;
}

const theirRanked = asked.map(({ text }) => theirs(text));
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
say(`| ${asked.length} statements asked, ${learned.length} learned from | texts a second | top-1 | top-3 |`);
say("|---|---|---|---|");
const [our, their] = [speedOf(recognise, 3), speedOf(theirs, 3)];
say(`| recognition | ${our.toFixed(0)} | ${percent(rightIn(ours, 1))} | ${percent(rightIn(ours, 3))} |`);
say(
  `| nearest ${nearest} of MiniSearch | ${their.toFixed(0)} | ${percent(rightIn(theirRanked, 1))} | ${percent(rightIn(theirRanked, 3))} |`,
);
say();
say(`${(our / their).toFixed(1)} times as fast`);
