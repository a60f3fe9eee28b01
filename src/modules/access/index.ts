export { type Finding, readHeads, sayHead } from "./audit/seal.ts";
export { sealEvents, type Verified, verifyEvents } from "./audit/usecases.ts";
export { type Claims, TeamRule } from "./identity.ts";
export { type CallbackClockKind, type Municipality, reservedSlugs } from "./municipality.ts";
export type { Permit, TeamPermit } from "./permit.ts";
export type { Colleague, SignedIn } from "./person.ts";
export { lastFourOf, proofOf, proofOfTyped } from "./resident-code.ts";
export { sessionLength } from "./session.ts";
export { type Independence, independences, type Team, type TeamRole } from "./team.ts";
export {
  addIdentity,
  addMember,
  addMunicipality,
  addOrganisation,
  addPerson,
  addTeam,
  changeResidentCode,
  endMySession,
  endSession,
  findSignedIn,
  forgetEndedSessions,
  getTeam,
  giveResidentCode,
  listAlarmAddresses,
  listColleagues,
  listMemberIds,
  listMunicipalities,
  listMySessions,
  listOwnReadings,
  listPeople,
  may,
  type Provider,
  permit,
  permitByCode,
  permitIntake,
  permitTeams,
  recordReading,
  setAway,
  signInWith,
} from "./usecases.ts";
