export { type CaseFile, CaseId, type CaseResult, type Channel, caseResults } from "./case-file.ts";
export { type CaseChoice, caseOrders, exportMost } from "./case-list.ts";
export { type ContactEntry, type EntryKind, noteLimit } from "./contact-log.ts";
export {
  type Answer,
  type AskedFor,
  answers,
  askedFor,
  type Gravity,
  gravityOf,
  type Resident,
  type SafetyWarning,
  safetyWarnings,
} from "./resident.ts";
export { readSearch, type SearchProblem, searchLimit } from "./search.ts";
export type { CaseLine } from "./store.ts";
export {
  addEntry,
  changePhone,
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
  openCase,
  searchCases,
} from "./usecases.ts";
