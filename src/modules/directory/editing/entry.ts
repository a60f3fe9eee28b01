import { type Service, type ServiceContent, ServiceDetails } from "../service.ts";
import { type PointContent, PointDetails, type ServicePoint } from "../service-point.ts";
import type { Entry } from "./change.ts";

/** Only what an editor may change of a service; no ids, nothing of the organisation. */
export const contentOf = (service: Service): ServiceContent => ({
  ...ServiceDetails.parse(service),
  kind: service.kind,
  name: service.name,
  sentence: service.sentence,
  themes: service.themes,
  functions: service.functions,
  audience: service.audience,
  forProfessionals: service.forProfessionals,
  cost: service.cost,
  toBring: service.toBring,
  result: service.result,
  website: service.website,
  sourceUrl: service.sourceUrl,
  asOf: service.asOf,
  withdrawn: service.withdrawn,
});

export const pointContentOf = (point: ServicePoint): PointContent => ({
  ...PointDetails.parse(point),
  kind: point.kind,
  place: point.place,
  pc4: point.pc4,
  phone: point.phone,
  mail: point.mail,
  hours: point.hours,
  serves: point.serves,
  wheelchair: point.wheelchair,
  languages: point.languages,
});

export const entryOf = (service: Service): Entry => ({
  service: contentOf(service),
  points: Object.fromEntries(service.points.map((point) => [point.id, pointContentOf(point)])),
});
