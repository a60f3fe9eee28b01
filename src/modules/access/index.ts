export { type Finding, readHeads, sayHead } from "./audit/seal.ts";
export { sealEvents, type Verified, verifyEvents } from "./audit/usecases.ts";
export { type Client, type ClientProblem, Scope, scopes, usualEnd } from "./client/client.ts";
export {
  addClient,
  type ClientProof,
  endClient,
  findTokenHolder,
  forgetEndedTokens,
  giveToken,
  listClients,
} from "./client/usecases.ts";
export { type CallbackClockKind, type Municipality, reservedSlugs } from "./municipality.ts";
export type { Permit, TeamPermit, WatchPermit } from "./permit.ts";
export type { Colleague, SignedIn } from "./person.ts";
export { lastFourOf, proofOf, proofOfTyped } from "./resident-code.ts";
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
  may,
  permit,
  permitByCode,
  permitIntake,
  permitTeams,
  permitWatch,
  recordReading,
  setAway,
} from "./usecases.ts";
