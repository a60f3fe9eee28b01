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
export {
  type CallbackClockKind,
  type Municipality,
  reservedSlugs,
  type SwitchableModule,
  switchableModules,
} from "./municipality.ts";
export { skills } from "./people/skill.ts";
export type { StaffDuty, StaffMember, StaffTeam } from "./people/staff.ts";
export {
  addColleague,
  changeSkill,
  comeBackToOrganisation,
  endSessionsOf,
  findInvitation,
  giveDuty,
  invitationMail,
  inviteAgain,
  leaveOrganisation,
  listStaff,
  type StaffChange,
  setDeputy,
  takeDuty,
} from "./people/usecases.ts";
export type { LookPermit, Permit, RequestWatchPermit, TeamPermit, WatchPermit } from "./permit.ts";
export { actorAt, type Colleague, isThere, type SignedIn } from "./person.ts";
export { PlacesFile, type SetUp } from "./places/set-up.ts";
export {
  changeOrganisation,
  changeTeam,
  findPlacedTeam,
  listPlaces,
  nameFirstAdmin,
  settleOrganisation,
  settleTeam,
  setUpPlaces,
  useModules,
  withdrawFirstAdmin,
} from "./places/usecases.ts";
export {
  askMailProof,
  findMailProof,
  findProven,
  forgetMailProofs,
  listProven,
  listTogether,
  proveByMail,
} from "./proof/usecases.ts";
export type { ReadingsOfDay } from "./reading.ts";
export { type Activity, articleFor, type Controller } from "./register/activity.ts";
export { readRegister } from "./register/usecases.ts";
export { isProvenByMail, lastFourOf, proofOf, proofOfTyped } from "./resident-code.ts";
export {
  type Months,
  monthsAt,
  type RetentionTable,
  type Rule,
  type RuleId,
  ruleIds,
  type TeamTerms,
} from "./retention/rule.ts";
export {
  forgetLeavers,
  getTeamTerms,
  listTeamTerms,
  readRetention,
  setTeamTerm,
} from "./retention/usecases.ts";
export type { Action } from "./rights.ts";
export { givenRoles, type TeamRole, teamRoles } from "./role.ts";
export {
  type BehindGlass,
  type GlassReason,
  glassReasonLimit,
  glassReasons,
  isSentence,
  type Share,
  shareRuns,
  type ToldApart,
  tellApart,
} from "./sharing/share.ts";
export { breakGlass, endShare, listShares, listTeamsBehindGlass } from "./sharing/usecases.ts";
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
  type SignInOutcome,
  signInWith,
} from "./signin/usecases.ts";
export {
  type Independence,
  independences,
  type Organisation,
  organisationKinds,
  type Team,
  teamFunctions,
} from "./team.ts";
export type { BrokenGlass, Look } from "./trail/store.ts";
export {
  isTrailKind,
  periodOf,
  readReference,
  sayReference,
  type TrailChoice,
  type TrailKind,
  type TrailLine,
  type TrailName,
  trailKinds,
} from "./trail/trail.ts";
export {
  isExplained,
  judgementLimit,
  type KeptOutcome,
  type Limits,
  type LookReason,
  outcomes,
} from "./trail/unusual.ts";
export {
  findLook,
  findOpeningDay,
  findReference,
  forgetLooks,
  judgeReading,
  listJudges,
  listLooks,
  listTrailChoices,
  readLimits,
  searchTrail,
  watchReadings,
} from "./trail/usecases.ts";
export {
  addMember,
  addMunicipality,
  addOrganisation,
  addPerson,
  addTeam,
  changeResidentCode,
  findOwnCaseId,
  getTeam,
  giveResidentCode,
  listAlarmAddresses,
  listColleagues,
  listMemberIds,
  listMunicipalities,
  listOwnOrganisations,
  listOwnReadings,
  listPeople,
  listReadings,
  listTeams,
  may,
  maySomewhere,
  namesOfDeputies,
  organisationsWhere,
  permit,
  permitByCode,
  permitIntake,
  permitLooking,
  permitTeams,
  permitWatch,
  permitWatchingRequests,
  recordReading,
  setAway,
} from "./usecases.ts";
