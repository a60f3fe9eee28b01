export { areaOf, distanceBetween, type PostcodeArea, readPostcode } from "./postcode.ts";
export {
  fitOf,
  type HelpFilter,
  inLanguage,
  isNearby,
  type Reason,
  reasonsFor,
  type Service,
  type SupportFunction,
  supportFunctions,
  Words,
} from "./service.ts";
export {
  type Daypart,
  daypartOf,
  dayparts,
  isOpenNow,
  type Openness,
  openDayparts,
  openness,
  openUntil,
  type ServicePoint,
  ServicePointId,
  type WayIn,
  waysIn,
} from "./service-point.ts";
export { type Theme, themesForIssues, themesIn } from "./theme.ts";
export { type UrgencyKind, type UrgentNumber, urgenciesIn } from "./urgency.ts";
export {
  addPostcodeArea,
  addService,
  findHelp,
  findService,
  findServicePoint,
  findTheme,
  listPostcodeAreas,
  listThemes,
  readUrgencies,
} from "./usecases.ts";
