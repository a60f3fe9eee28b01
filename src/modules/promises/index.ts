export { alarmMails, sweepAlarms } from "./alarms/usecases.ts";
export {
  callbackInClockHours,
  callbackSpan,
  followUpDays,
  followUpSpan,
  untilLastDay,
} from "./clock.ts";
export {
  beAway,
  comeBack,
  countLeftBehind,
  givePromise,
  handBackOfLeavers,
  leftBehindMails,
  listLeftBehind,
} from "./handover/usecases.ts";
export {
  keepLook,
  listLooksDue,
  lookMails,
  promiseToLook,
} from "./looks/usecases.ts";
export {
  byUrgency,
  isLookKind,
  isSetByLaw,
  type NewPromise,
  type OpenPromise,
  type OwedPromise,
  PauseReason,
  type PromiseKind,
} from "./promise.ts";
export { forgetPromises } from "./retention/usecases.ts";
export {
  countByState,
  countToday,
  deputyFor,
  extendPromise,
  findOpenPromise,
  isPromiseOfCase,
  keepPromise,
  listChanges,
  listForCase,
  listNextOfCases,
  listOwnCaseIds,
  listToday,
  listWatched,
  makePromise,
  movePromise,
  pausePromise,
  releasePromise,
  resumePromise,
  takeOverPromise,
  takePromise,
  withdrawPromise,
} from "./usecases.ts";
