export { type Finding, readHeads, sayHead } from "./audit/seal.ts";
export { sealEvents, type Verified, verifyEvents } from "./audit/usecases.ts";
export { type CallbackClockKind, type Municipality, reservedSlugs } from "./municipality.ts";
export type { Permit, TeamPermit } from "./permit.ts";
export type { Colleague, SignedIn } from "./person.ts";
export {
  askMailProof,
  findMailProof,
  findProven,
  forgetMailProofs,
  listProven,
  proveByMail,
} from "./proof/usecases.ts";
export { type Activity, articleFor, type Controller } from "./register/activity.ts";
export { readRegister } from "./register/usecases.ts";
export { isProvenByMail, lastFourOf, proofOf, proofOfTyped } from "./resident-code.ts";
export type { Claims, TeamRule } from "./signin/identity.ts";
export { sessionLength } from "./signin/session.ts";
export {
  addIdentity,
  endMySession,
  endSession,
  findSignedIn,
  forgetEndedSessions,
  listMySessions,
  type Provider,
  signInWith,
} from "./signin/usecases.ts";
export { type Independence, independences, type Team, type TeamRole } from "./team.ts";
export {
  addMember,
  addMunicipality,
  addOrganisation,
  addPerson,
  addTeam,
  changeResidentCode,
  getTeam,
  giveResidentCode,
  listAlarmAddresses,
  listColleagues,
  listMemberIds,
  listMunicipalities,
  listOwnReadings,
  listPeople,
  listTeams,
  may,
  permit,
  permitByCode,
  permitIntake,
  permitTeams,
  recordReading,
  setAway,
} from "./usecases.ts";
