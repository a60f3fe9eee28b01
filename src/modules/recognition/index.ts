export { type Evaluation, evaluate, type Share } from "./evaluation.ts";
export { issueCodes, needCodes } from "./issue.ts";
export type { RecognisedIssue, RecognisedNeed } from "./recognition.ts";
export { mostCharacters } from "./statement.ts";
export {
  isModelCurrent,
  judge,
  learnFrom,
  meanings,
  modelFile,
  readCorpus,
  readStatements,
  recognise,
  themeOf,
  trainModel,
} from "./usecases.ts";
export { isRead, type WrittenIn } from "./written-in.ts";
