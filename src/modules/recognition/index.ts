export { type Evaluation, evaluate, type Share } from "./evaluation.ts";
export { Answers, type Graph, type GraphOutcome, type Walk, walk } from "./graph.ts";
export { IssueCode, issueCodes, needCodes } from "./issue.ts";
export { compared } from "./practice.ts";
export type { RecognisedIssue, RecognisedNeed } from "./recognition.ts";
export { mostCharacters } from "./statement.ts";
export {
  findGraph,
  findGraphsOf,
  findGraphsOfTheme,
  isModelCurrent,
  judge,
  learnFrom,
  listGraphs,
  listPractice,
  meanings,
  modelFile,
  readCorpus,
  readStatements,
  recognise,
  themeOf,
  trainModel,
} from "./usecases.ts";
export { isRead, type WrittenIn } from "./written-in.ts";
