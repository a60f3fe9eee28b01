export { AttemptOutcome, attemptOutcomes, nextStep } from "./attempt.ts";
export {
  type Callback,
  type CallbackProblem,
  type CallbackRequest,
  type ClosingResult,
  callbackRequest,
  closingResults,
  type Receipt,
} from "./callback.ts";
export { readPhone, sayPhone } from "./phone.ts";
export {
  addNote,
  addOwnWord,
  brokenPromiseMail,
  type CallbackLine,
  type CaseChange,
  type CasePage,
  cancelOwnQuestion,
  changeOwnDayparts,
  closeCallback,
  correctPhone,
  findOwnQuestion,
  listCallbackLines,
  logAttempt,
  type OwnQuestion,
  openCasePage,
  receiptMail,
  requestCallback,
} from "./usecases.ts";
