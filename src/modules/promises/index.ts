export {
  callbackInClockHours,
  callbackInWorkingDays,
  callbackSpan,
} from "./clock.ts";
export {
  byUrgency,
  type NewPromise,
  type OpenPromise,
  type OwedPromise,
  PauseReason,
} from "./promise.ts";
export {
  alarmMails,
  beAway,
  comeBack,
  countByState,
  countToday,
  findOpenPromise,
  isPromiseOfCase,
  keepPromise,
  listChanges,
  listForCase,
  listToday,
  makePromise,
  movePromise,
  pausePromise,
  releasePromise,
  resumePromise,
  sweepAlarms,
  takeOverPromise,
  takePromise,
  withdrawPromise,
} from "./usecases.ts";
