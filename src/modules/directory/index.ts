export type { ContactProblem, DirectContact } from "./contacts/direct-contact.ts";
export {
  addContact,
  confirmContact,
  forgetContacts,
  listWithContacts,
  openContacts,
  openKeptContacts,
  removeContact,
  saveContact,
} from "./contacts/usecases.ts";
export type { Cell, Coverage, Found, Offer, Reached, ThemeCoverage } from "./coverage/coverage.ts";
export { checkCoverage } from "./coverage/usecases.ts";
export { type Change, type Entry, readField } from "./editing/change.ts";
export { contentOf, pointContentOf } from "./editing/entry.ts";
export {
  addEntry,
  changeEntry,
  type EntryChange,
  findEntry,
  type ListedEntry,
  listEditedOrganisations,
  listEntries,
  listHistory,
  undoChange,
} from "./editing/usecases.ts";
export { freshnessOf } from "./freshness/check.ts";
export {
  addOwner,
  askForChecks,
  changeCheckedEntry,
  checkEntry,
  checkMails,
  confirmCheck,
  findCheck,
  findOwner,
  listSuggestions,
  nameOwner,
  type OpenCheck,
  type OpenSuggestion,
  settleSuggestion,
  suggestByOwner,
  suggestChange,
  thanksMail,
  unansweredMail,
} from "./freshness/usecases.ts";
export { type HoursProblem, hoursProblems, readHours, writeHours } from "./hours-text.ts";
export {
  type Advice,
  advices,
  type LineProblem,
  ListEntry,
  type ListLasts,
  lineLimit,
  listLasts,
  mostEntries,
  moved,
  problemsIn,
  usualListLasts,
} from "./lists/resident-list.ts";
export {
  endList,
  forgetLists,
  type KeptList,
  listListable,
  listLists,
  makeList,
  type OpenedEntry,
  type OpenedList,
  openList,
} from "./lists/usecases.ts";
export {
  type Exception,
  exceptionsFrom,
  isOpenNow,
  noHours,
  type Openness,
  openness,
  openUntil,
  WayHours,
  type WayIn,
  waysIn,
} from "./opening-hours.ts";
export { type ReadingHint, readingHints } from "./plain-dutch.ts";
export {
  areaOf,
  distanceBetween,
  isBelgianPostcode,
  type PostcodeArea,
  plainName,
  postcodesWithin,
  readPostcode,
  roughly,
} from "./postcode.ts";
export {
  isTooBroken,
  type NamedPostcode,
  postcodeColumns,
  readHeader,
  readLine,
  type SkippedLine,
  type SkipReason,
} from "./postcode-file.ts";
export {
  emptyProfile,
  type OrganisationProfile,
  ProfileContent,
  type ProfileField,
  profileTexts,
} from "./profiles/profile.ts";
export type { Housemate } from "./profiles/store.ts";
export {
  addProfile,
  changeProfile,
  findOrganisation,
  keepsOrganisation,
  listHousemates,
  type OpenedProfile,
  openProfile,
  undoProfile,
} from "./profiles/usecases.ts";
export { wordsOf as wordsIn } from "./search/dutch.ts";
export {
  completions,
  type ReadConcept,
  type ReadWord,
  readingVersion,
  readStatement,
  reindex,
  searchableOf,
  searchVector,
} from "./search/usecases.ts";
export {
  costs,
  fitOf,
  type HelpFilter,
  hasWalkIn,
  helpIn,
  helpLevels,
  isNearby,
  isStopped,
  type Reason,
  reasonsFor,
  type Service,
  type ServiceContent,
  ServiceDetails,
  type SupportFunction,
  serviceKinds,
  supportFunctions,
  translatedFields,
} from "./service.ts";
export {
  type Daypart,
  daypartOf,
  dayparts,
  openDayparts,
  type PointContent,
  PointDetails,
  pointKinds,
  type ServicePoint,
  ServicePointId,
} from "./service-point.ts";
export {
  type KeptParagraph,
  type LaidParagraph,
  type LocalText,
  ownParagraph,
  paragraphLimit,
} from "./texts/local-text.ts";
export type { TextRevision } from "./texts/store.ts";
export {
  addLocalText,
  changeLocalText,
  keepsLocalTexts,
  type LocalTextChange,
  listLocalThemes,
  moveLocalText,
  type OpenedTheme,
  openLocalTheme,
  readTheme,
  undoLocalText,
} from "./texts/usecases.ts";
export { type Theme, themesForIssues, themesIn } from "./theme.ts";
export { timesAhead } from "./times-ahead.ts";
export { numbersFor, type UrgencyKind, type UrgentNumber, urgenciesIn, urgencyKinds } from "./urgency.ts";
export {
  addPostcodeArea,
  addService,
  countListed,
  findHelp,
  findService,
  findServiceByEnd,
  findServicePoint,
  findTheme,
  importPostcodes,
  listHelpLanguages,
  listListed,
  listPostcodeAreas,
  listThemes,
  readUrgencies,
  settlePostcodes,
} from "./usecases.ts";
export {
  inLanguage,
  isOlder,
  noWords,
  stateOf,
  type TextField,
  valuesOf,
  Words,
  withDutch,
  withTranslation,
  written,
} from "./words.ts";
