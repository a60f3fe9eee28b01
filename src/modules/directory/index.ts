export { areaOf, distanceBetween, type PostcodeArea, readPostcode } from "./postcode.ts";
export {
  type Cost,
  type HelpFilter,
  inLanguage,
  isNearby,
  municipalityIsOtherParty,
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
  OpeningHours,
  type Openness,
  openDayparts,
  openness,
  openUntil,
  Place,
  type ServicePoint,
  ServicePointId,
  type WayIn,
  waysIn,
} from "./service-point.ts";
export { type Theme, themesForIssues, themesIn } from "./theme.ts";
export {
  addPostcodeArea,
  addService,
  findHelp,
  findService,
  findServicePoint,
  findTheme,
  listPostcodeAreas,
  listThemes,
} from "./usecases.ts";
