import { newId } from "../../kernel/id.ts";
import type { Team } from "../access/index.ts";
import { workWeek } from "../access/make.ts";
import type { ContactDetails } from "./contacts/direct-contact.ts";
import { noHours } from "./opening-hours.ts";
import type { PostcodeArea } from "./postcode.ts";
import { type Service, ServiceDetails } from "./service.ts";
import { PointDetails, type ServicePoint } from "./service-point.ts";
import type { Theme } from "./theme.ts";

/** A desk that is open from nine to five for walking in; give it a team and it can be asked to call back. */
export const aServicePoint = (over: Partial<ServicePoint> = {}): ServicePoint => ({
  ...PointDetails.parse({}),
  id: newId(),
  serviceId: newId(),
  teamId: null,
  kind: "place",
  place: { name: "Voorbeeld Rechtswinkel", street: "Voorbeeldstraat 1", town: "Voorbeeldstad" },
  pc4: 3511,
  phone: "+31600000100",
  mail: "spreekuur@example.org",
  hours: { ...noHours(), walkIn: workWeek() },
  serves: { municipalities: [], postcodes: [] },
  closingDays: new Set(),
  wheelchair: true,
  languages: ["nl"],
  ...over,
});

/** The organisation of a service, as it is published. */
export const servedBy = ({ id, name, independence }: Team["organisation"]): Service["organisation"] => ({
  id,
  name,
  independence,
  reason: { nl: "" },
});

/** Free help for everybody; its points belong to it, whatever they said. */
export function aService(over: Partial<Service> = {}): Service {
  const id = over.id ?? newId();
  return {
    ...ServiceDetails.parse({}),
    municipalityId: "GM9999",
    kind: "desk",
    forProfessionals: false,
    withdrawn: false,
    version: 1,
    name: { nl: "Voorbeeld Spreekuur" },
    sentence: { nl: "Wij leggen uit wat uw rechten zijn." },
    organisation: { id: newId(), name: "Voorbeeld Rechtswinkel", independence: "independent", reason: { nl: "" } },
    themes: ["wonen"],
    functions: ["vraagverheldering", "informatie-en-advies"],
    audience: { nl: "Iedereen" },
    cost: "free",
    toBring: { nl: "De brief waar het om gaat" },
    result: { nl: "U weet waar u staat." },
    website: null,
    sourceUrl: null,
    asOf: null,
    checkedOn: null,
    ...over,
    id,
    points: (over.points ?? []).map((point) => ({ ...point, serviceId: id })),
  };
}

/** Somebody to call directly, who is there for half a year more. */
export const aContact = (over: Partial<ContactDetails> = {}): ContactDetails => ({
  function: "Coördinator",
  personName: "Marijke Voorbeeld",
  phone: "+31600000901",
  mail: "marijke@example.org",
  reachable: "ma t/m do 9-12",
  advice: "Niet voor spoed.",
  lastDay: Temporal.PlainDate.from("2027-05-24"),
  ...over,
});

export const anArea = (over: Partial<PostcodeArea & { municipalityId: string }> = {}): PostcodeArea => ({
  from: 3511,
  to: 3512,
  municipalityId: "GM9999",
  place: "Voorbeeldstad",
  latitude: 52.09,
  longitude: 5.12,
  ...over,
});

/** A theme as people name it, with its own words in Dutch. */
export const aTheme = (over: Partial<Theme> & { words?: string[] } = {}): Theme => {
  const { words = ["huur", "huurschuld"], ...rest } = over;
  const text = { title: "Wonen en huur", tile: "huur, reparatie", paragraphs: [], words };
  return {
    slug: "wonen",
    order: 1,
    sensitive: false,
    issues: ["wonen-huur"],
    related: [],
    checked: "2026-11-24",
    text: { nl: text, en: { ...text, title: "Housing", words: [] } },
    ...rest,
  };
};
