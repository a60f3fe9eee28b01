import type { Context } from "hono";
import type { HoursRange } from "../../../kernel/hours.ts";
import {
  inLanguage,
  isNearby,
  type Service,
  type ServicePoint,
  supportFunctions,
} from "../../../modules/directory/index.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { sharedWords } from "../../words/words.ts";

type Thing = Record<string, unknown>;

/** What the page of a service says, in the words of schema.org: nothing that does not stand on the page. */
export function linkedDataOf(c: Context<Env>, service: Service): Thing {
  const { app, language, place } = c.var;
  const { organisation, cost, website } = service;
  const isMunicipal = organisation.independence === "municipal";
  const url = app.publicUrl() + publicPath(place, `hulp/${service.id}`);
  const functions = supportFunctions.filter((name) => service.functions.includes(name));
  return {
    "@context": "https://schema.org",
    "@type": isMunicipal ? "GovernmentService" : "Service",
    "@id": url,
    url,
    name: inLanguage(service.name, language).text,
    description: inLanguage(service.sentence, language).text,
    serviceType: functions.map((name) => sharedWords[language].functions[name]),
    provider: { "@type": isMunicipal ? "GovernmentOrganization" : "Organization", name: organisation.name },
    areaServed: isNearby(service)
      ? { "@type": "AdministrativeArea", name: place.municipality.name }
      : { "@type": "Country", name: "NL" },
    ...(service.audience.nl === ""
      ? {}
      : { audience: { "@type": "Audience", audienceType: inLanguage(service.audience, language).text } }),
    ...(cost === "free" ? { offers: { "@type": "Offer", price: "0", priceCurrency: "EUR" } } : {}),
    availableChannel: [
      ...service.points.map((point) => channelOf(point, cost === "free")),
      ...(website === null ? [] : [{ "@type": "ServiceChannel", serviceUrl: website }]),
    ],
  };
}

function channelOf(point: ServicePoint, isFree: boolean): Thing {
  const { phone, mail, languages, hours } = point;
  return {
    "@type": "ServiceChannel",
    ...(languages.length > 0 && { availableLanguage: languages }),
    ...((phone !== null || mail !== null) && {
      servicePhone: {
        "@type": "ContactPoint",
        ...(phone !== null && { telephone: phone }),
        ...(mail !== null && { email: mail }),
        ...(hours.phone.length > 0 && { hoursAvailable: weekOf(hours.phone) }),
      },
    }),
    ...(point.place.street !== "" && { serviceLocation: locationOf(point, isFree) }),
  };
}

function locationOf({ place, hours, wheelchair }: ServicePoint, isFree: boolean): Thing {
  return {
    "@type": "Place",
    name: place.name,
    address: {
      "@type": "PostalAddress",
      streetAddress: place.street,
      addressLocality: place.town,
      addressCountry: "NL",
    },
    ...(isFree && { isAccessibleForFree: true }),
    ...(wheelchair !== null && {
      amenityFeature: { "@type": "LocationFeatureSpecification", name: "wheelchair", value: wheelchair },
    }),
    openingHoursSpecification: weekOf(hours.walkIn),
    specialOpeningHoursSpecification: hours.exceptions.walkIn.flatMap(({ from, until, ranges }) => {
      const days = { "@type": "OpeningHoursSpecification", validFrom: from, validThrough: until };
      // Open from midnight to midnight says that it is closed.
      const closed = { ...days, opens: "00:00", closes: "00:00" };
      return ranges.length === 0
        ? [closed]
        : ranges.map(({ from, until }) => ({ ...days, opens: from, closes: until }));
    }),
  };
}

const dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** What comes back each week; the nth weekday of a month has no word there, and is left out rather than said wrong. */
const weekOf = (hours: readonly HoursRange[]): Thing[] =>
  hours
    .filter(({ nth }) => nth === undefined)
    .map(({ weekday, from, until }) => ({
      "@type": "OpeningHoursSpecification",
      dayOfWeek: `https://schema.org/${dayNames[weekday - 1]}`,
      opens: from,
      closes: until,
    }));
