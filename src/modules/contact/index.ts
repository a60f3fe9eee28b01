export {
  type Callback,
  type CallbackProblem,
  type CallbackRequest,
  type ClosingResult,
  callbackRequest,
  canBecome,
  closingResults,
  type LaterDetails,
  laterDetails,
  type Receipt,
} from "./callback/callback.ts";
export { readDeskNumber, readPhone, sayPhone } from "./callback/phone.ts";
export {
  addOwnWord,
  cancelOwnQuestion,
  changeOwnDayparts,
  changeOwnPhone,
  changeOwnSafety,
  findOwnQuestion,
  type OwnQuestion,
  requestCallback,
} from "./callback/usecases.ts";
export {
  AttemptOutcome,
  attemptOutcomes,
  stepOf,
  wasAgainstWish,
  wasOnlyTried,
} from "./calling/attempt.ts";
export {
  addNote,
  type CallbackLine,
  type CaseChange,
  type CasePage,
  closeCallback,
  correctPhone,
  fillInLater,
  listCallbackLines,
  logAttempt,
  markSafeAgain,
  openCasePage,
  renewCode,
  reopenCallback,
  setOtherParty,
} from "./calling/usecases.ts";
export { proveOwnMail, renewCodeByMail } from "./codes/usecases.ts";
export { brokenPromiseMail, mailProofMail, receiptMail } from "./mails/usecases.ts";
export type { AnswerFacts } from "./rights/answer.ts";
export { type Copy, copyAsJson, isOmitted, type Waiting } from "./rights/copy.ts";
export {
  answerRequest,
  answerWords,
  listRequestLines,
  openCopy,
  openOwnCopy,
  openRequestPage,
  type RequestLine,
  type RequestPage,
  requestMail,
  rightsWords,
} from "./rights/usecases.ts";
