export {
  type CaseFile,
  type CaseResult,
  type Channel,
  caseResults,
  type HoldReason,
  holdReasons,
} from "./case-file.ts";
export { type CaseChoice, exportMost } from "./case-list.ts";
export { type ContactEntry, noteLimit } from "./contact-log.ts";
export {
  type Answer,
  answers,
  askedFor,
  type ContactSafety,
  gravityOf,
  type Resident,
  safetyWarnings,
} from "./resident.ts";
export type { ReportLine } from "./retention/report.ts";
export {
  countKeptTooLong,
  forgetCases,
  holdCase,
  liftHold,
  reportRetention,
  retentionOf,
  tellOfUntouched,
  untouchedMails,
} from "./retention/usecases.ts";
export { readSearch, type SearchProblem } from "./search.ts";
export type { CaseLine } from "./store.ts";
export {
  addEntry,
  changeDetails,
  changePhone,
  changeSafety,
  closeCase,
  countCases,
  exportCases,
  getCase,
  getResident,
  listCases,
  listChosenCases,
  listEntries,
  listFirstWords,
  markNotSafe,
  markSafe,
  openCase,
  reopenCase,
  searchCases,
  setAgainstMunicipality,
} from "./usecases.ts";
