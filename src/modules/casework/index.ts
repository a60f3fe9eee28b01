export { type CaseFile, type CaseResult, type Channel, caseResults } from "./case-file.ts";
export { noteLimit } from "./contact-log.ts";
export {
  type Answer,
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
