import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { parse } from "yaml";
import { root } from "../../config/root.ts";
import { Graph } from "./graph.ts";
import { IssueThemes, Meanings } from "./issue.ts";
import { type Model, readModel, writeModel } from "./model.ts";
import { Practice } from "./practice.ts";
import { type Statement, StatementLine } from "./statement.ts";

/* No tables: what recognition knows stands in content. */

const folder = join(root, "content/recognition");
const corpus = join(folder, "corpus");
export const modelFile = join(folder, "model.bin");

/** Reads a file with a first line `text,label,needs`; throws with the line that is wrong. */
export function readStatements(file: string): Statement[] {
  const lines: unknown[] = parseCsv(readFileSync(file, "utf8"), { columns: true, bom: true, skip_empty_lines: true });
  return lines.map((line, at) => {
    const read = StatementLine.safeParse(line);
    if (read.success) return read.data;
    const [problem] = read.error.issues;
    throw new Error(`${file}, statement ${at + 1}, column ${problem?.path.join(".")}: ${problem?.message}`);
  });
}

const corpusFiles = (): string[] =>
  readdirSync(corpus)
    .filter((name) => name.endsWith(".csv"))
    .sort()
    .map((name) => join(corpus, name));

export const readCorpus = (): Statement[] => corpusFiles().flatMap(readStatements);

/** Changes with every statement of the corpus. */
export function corpusVersion(): string {
  const hash = createHash("sha256");
  for (const file of corpusFiles()) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

export const loadModel = (): Model => readModel(readFileSync(modelFile));
export const saveModel = (model: Model): void => writeFileSync(modelFile, writeModel(model));
export const readMeanings = (): Meanings => Meanings.parse(parse(readFileSync(join(folder, "meaning.yaml"), "utf8")));
export const readIssueThemes = () => IssueThemes.parse(parse(readFileSync(join(root, "content/issues.yaml"), "utf8")));

const graphs = join(root, "content/graphs");
/** Every version of every graph: `<id>.<version>.yaml`. */
export const readGraphs = (): Graph[] =>
  readdirSync(graphs)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => {
      const graph = Graph.parse(parse(readFileSync(join(graphs, name), "utf8")));
      if (name !== `${graph.id}.${graph.version}.yaml`)
        throw new Error(`${name} holds ${graph.id}, version ${graph.version}.`);
      return graph;
    });

export const readPractice = (): Practice[] =>
  Practice.array().parse(parse(readFileSync(join(folder, "practice.yaml"), "utf8")));
