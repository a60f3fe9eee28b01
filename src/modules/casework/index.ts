export { type CaseFile, CaseId, type CaseResult, type Channel, caseResults } from "./case-file.ts";
export { type ContactEntry, type EntryKind, noteLimit } from "./contact-log.ts";
export {
  type Answer,
  type AskedFor,
  answers,
  askedFor,
  type ContactSafety,
  type Resident,
  type SafetyWarning,
  safetyWarnings,
} from "./resident.ts";
export type { CaseLine } from "./store.ts";
export {
  addEntry,
  changePhone,
  changeSafety,
  closeCase,
  countCases,
  getCase,
  getResident,
  listCases,
  listEntries,
  markNotSafe,
  openCase,
  reopenCase,
} from "./usecases.ts";
