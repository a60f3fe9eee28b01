import { readingVersion, readStatement } from "../directory/index.ts";
import type { Judged } from "./evaluation.ts";
import type { Graph } from "./graph.ts";
import type { IssueCode, Meanings } from "./issue.ts";
import { chancesOf, type Model } from "./model.ts";
import type { Practice } from "./practice.ts";
import { type Recognition, rankedBy, recognitionOf } from "./recognition.ts";
import {
  type Feature,
  featuresOf,
  featureVersion,
  mostCharacters,
  type Statement,
  withoutAddresses,
} from "./statement.ts";
import * as store from "./store.ts";
import { trained } from "./training.ts";
import { writtenIn } from "./written-in.ts";

/** Read once, at the first question. */
const once = <Value>(read: () => Value): (() => Value) => {
  const kept: { value?: Value } = {};
  return () => {
    kept.value ??= read();
    return kept.value;
  };
};
const model = once(store.loadModel);
export const meanings: () => Meanings = once(store.readMeanings);

/** Stories to practise on, in their order. */
export const listPractice: () => Practice[] = once(store.readPractice);

const issueThemes = once(store.readIssueThemes);
/** The slug of the life event that an issue belongs to. */
export const themeOf = (code: IssueCode): string => issueThemes()(code);

/** Every version of every graph. */
export const listGraphs: () => Graph[] = once(store.readGraphs);
const newestGraphs = (): Graph[] => listGraphs().filter(({ id, version }) => version === findGraph(id)?.version);
export const findGraphsOfTheme = (theme: string): Graph[] => newestGraphs().filter((graph) => graph.theme === theme);
/** For each issue the questions that are about it; each graph stands with the first of them alone. */
export function findGraphsOf(issues: readonly IssueCode[]): Map<IssueCode, Graph[]> {
  const given = new Set<string>();
  return new Map(
    issues.map((code) => {
      const graphs = newestGraphs().filter((graph) => graph.issues.includes(code) && !given.has(graph.id));
      for (const { id } of graphs) given.add(id);
      return [code, graphs];
    }),
  );
}
/** @param version the one somebody began with; without it the newest */
export const findGraph = (id: string, version?: number): Graph | undefined =>
  listGraphs()
    .filter((graph) => graph.id === id && (version === undefined || graph.version === version))
    .toSorted((a, b) => b.version - a.version)[0];

const read = (text: string) => {
  const { words, concepts } = readStatement(withoutAddresses(text.slice(0, mostCharacters)));
  return { words, features: featuresOf({ words, concepts }) };
};

/**
 * What may be going on in what somebody wrote: several issues at once, each with the words it was read from. Keeps nothing and
 * asks nobody outside this process.
 * @param text at most `mostCharacters`; what comes after is not read
 */
export const recognise = (text: string): Recognition =>
  recognitionOf({ ...read(text), writtenIn: writtenIn(text) }, model());

/** What a model must be made of to fit what is there now. */
const currentVersion = (): string => `${featureVersion}-${readingVersion()}-${store.corpusVersion()}`;

/** True: the model was made of these statements, these words of content/search and this way of reading. */
export const isModelCurrent = (): boolean => model().madeFrom === currentVersion();

/** Makes the model anew from the corpus, and keeps it. Takes about half a minute. */
export function trainModel(): Model {
  const made = learnFrom(store.readCorpus());
  store.saveModel(made);
  return made;
}

const featuresOfText = (text: string): Feature[] => read(text).features;

/** A model of other statements than the corpus, for measuring. */
export const learnFrom = (statements: readonly Statement[]): Model =>
  trained(statements, featuresOfText, currentVersion());

export const { modelFile, readCorpus, readStatements } = store;

/** What is recognised of each statement, by the kept model or by another. */
export function judge(statements: readonly Statement[], by: Model = model()): Judged[] {
  return statements.map((statement) => {
    const { words, features } = read(statement.text);
    return {
      statement,
      ranked: rankedBy(chancesOf(features, by)),
      isUnsure: recognitionOf({ words, features, writtenIn: "nl" }, by).isUnsure,
    };
  });
}
