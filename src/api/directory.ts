import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Independence } from "../modules/access/index.ts";
import {
  type Daypart,
  findHelp,
  findService,
  findTheme,
  listThemes,
  type Service,
  type ServicePoint,
  supportFunctions,
  type Words,
} from "../modules/directory/index.ts";
import { clean } from "../web/form.ts";
import { chainOf, uses, withQuery } from "../web/place.ts";
import type { Env, Surroundings } from "../web/surroundings.ts";
import { inMunicipality } from "./access.ts";
import { answer, failuresInMunicipality, InMunicipality } from "./openapi.ts";
import { problem, refuseInvalid } from "./problem.ts";

const perPage = 20;
/** Nobody reads this far; whoever wants everything follows `volgende`. */
const mostPages = 500;
/** As long as in the search box of the pages. */
const longestSearch = 60;

const kosten = {
  free: "gratis",
  conditions: "gratisOnderVoorwaarden",
  paid: "betaald",
  unknown: "onbekend",
} as const satisfies Record<Service["cost"], string>;

const onafhankelijkheid = {
  independent: "onafhankelijk",
  funded: "betaaldDoorGemeente",
  municipal: "gemeente",
  unknown: "onbekend",
} as const satisfies Record<Independence, string>;

export const dagdelen = {
  morning: "ochtend",
  afternoon: "middag",
  evening: "avond",
} as const satisfies Record<Daypart, string>;

const weekdagen = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"] as const;

/** The life events, as codes. */
export const Thema = z.enum(listThemes().map((theme) => theme.slug));

const tekst = (description: string) => z.string().openapi({ description });
const misschien = (description: string) => z.string().nullable().openapi({ description });

const Tijden = z
  .array(
    z.object({
      dag: z.enum(weekdagen),
      van: z.string().openapi({ format: "time-local", example: "09:00:00" }),
      tot: z.string().openapi({ format: "time-local", example: "12:30:00" }),
    }),
  )
  .openapi("Tijden");

const Hulppunt = z
  .object({
    id: z.uuid(),
    naam: tekst("De plek, of hoe u er komt."),
    straat: misschien("Straat en huisnummer."),
    plaats: misschien("De woonplaats."),
    telefoonnummer: misschien("Het nummer om zelf te bellen, internationaal geschreven."),
    mailadres: misschien("Het adres om zelf te mailen."),
    openingstijden: z
      .object({ binnenlopen: Tijden, bellen: Tijden, opAfspraak: Tijden })
      .openapi({ description: "Elke week hetzelfde, op de klok in Nederland. Leeg: onbekend, of niet mogelijk." }),
    sluitingsdagen: z
      .array(z.iso.date())
      .openapi({ description: "Dagen waarop dit punt dicht is, naast de wettelijke feestdagen." }),
    rolstoeltoegankelijk: z.boolean().nullable().openapi({ description: "`null`: onbekend." }),
    talen: z.array(z.string()).openapi({ description: "Talen die men er spreekt, als ISO 639-code.", example: ["nl"] }),
    beltTerug: z.boolean().openapi({
      description: "Of een inwoner hier kan vragen om teruggebeld te worden: `POST /terugbelverzoeken`.",
    }),
  })
  .openapi("Hulppunt");

const Hulpaanbod = z
  .object({
    id: z.uuid(),
    gebied: z.string().openapi({
      description: "Voor wie het er is: de CBS-code van een gemeente, een regio (`RG…`) of `NL` voor het hele land.",
      example: "GM0344",
    }),
    naam: tekst("Hoe het heet."),
    omschrijving: tekst("Wat het doet, in één zin aan de inwoner."),
    doelgroep: misschien("Voor wie het is."),
    resultaat: misschien("Wat de inwoner ervan mag verwachten."),
    meenemen: z.array(z.string()).openapi({ description: "Wat de inwoner moet meenemen." }),
    kosten: z.enum(kosten).openapi({ description: "Wat het de inwoner kost." }),
    themas: z.array(z.string()).openapi({ description: "De onderwerpen waarbij het helpt.", example: ["schulden"] }),
    ondersteuningsfuncties: z.array(z.string()).openapi({
      description: `Hoe het helpt: ${supportFunctions.join(", ")}.`,
      example: ["informatie-en-advies"],
    }),
    organisatie: z.object({
      naam: tekst("De organisatie die het aanbiedt."),
      onafhankelijkheid: z.enum(onafhankelijkheid).openapi({
        description: "Hoe de organisatie tot de gemeente staat. `onbekend` is nooit hetzelfde als onafhankelijk.",
      }),
      toelichting: misschien("Waarom dat zo is."),
    }),
    website: misschien("Meer hierover, op een andere site."),
    bron: misschien("Waar wij dit vandaan hebben."),
    bronVan: misschien("Uit welke tijd die bron is, zoals daar opgeschreven."),
    gecontroleerdOp: z.iso.date().nullable().openapi({
      description:
        "De dag waarop iemand dit bij de organisatie heeft nagevraagd. `null`: dat heeft nog niemand gedaan.",
    }),
    hulppunten: z.array(Hulppunt).openapi({ description: "Waar en wanneer het er is." }),
  })
  .openapi("Hulpaanbod");

const orNull = (text: string): string | null => (text === "" ? null : text);
const said = (words: Words): string | null => orNull(words.nl);

const tijdenOf = (hours: ServicePoint["hours"]["walkIn"]): z.infer<typeof Tijden> =>
  hours.flatMap(({ weekday, from, until }) => {
    const dag = weekdagen[weekday - 1];
    return dag === undefined ? [] : [{ dag, van: `${from}:00`, tot: `${until}:00` }];
  });

const hulppuntOf = (point: ServicePoint, calls: boolean): z.infer<typeof Hulppunt> => ({
  id: point.id,
  naam: point.place.name,
  straat: orNull(point.place.street),
  plaats: orNull(point.place.town),
  telefoonnummer: point.phone,
  mailadres: point.mail,
  openingstijden: {
    binnenlopen: tijdenOf(point.hours.walkIn),
    bellen: tijdenOf(point.hours.phone),
    opAfspraak: tijdenOf(point.hours.appointment),
  },
  sluitingsdagen: [...point.closingDays].sort(),
  rolstoeltoegankelijk: point.wheelchair,
  talen: point.languages,
  beltTerug: calls && point.teamId !== null,
});

/** @param calls whether the municipality that asks lets residents ask to be called. */
const hulpaanbodOf = (service: Service, calls: boolean): z.infer<typeof Hulpaanbod> => ({
  id: service.id,
  gebied: service.municipalityId,
  naam: service.name.nl,
  omschrijving: service.sentence.nl,
  doelgroep: said(service.audience),
  resultaat: said(service.result),
  meenemen: service.toBring.nl.split("\n").filter((line) => line !== ""),
  kosten: kosten[service.cost],
  themas: service.themes,
  ondersteuningsfuncties: service.functions,
  organisatie: {
    naam: service.organisation.name,
    onafhankelijkheid: onafhankelijkheid[service.organisation.independence],
    toelichting: said(service.organisation.reason),
  },
  website: service.website,
  bron: service.sourceUrl,
  bronVan: service.asOf,
  gecontroleerdOp: service.checkedOn,
  hulppunten: service.points.map((point) => hulppuntOf(point, calls)),
});

const listRoute = createRoute({
  method: "get",
  path: "/hulpaanbod",
  operationId: "hulpaanbod",
  tags: ["Hulpaanbod"],
  summary: "Hulp zoeken in een gemeente",
  description:
    "Hulp van de gemeente zelf, haar regio en het hele land; wat het best past staat bovenaan. Zonder `thema` en `zoek` alles.",
  middleware: inMunicipality,
  request: {
    query: InMunicipality.extend({
      thema: Thema.optional().openapi({
        description: "Hulp bij dit onderwerp. Met `zoek` erbij: hulp bij het onderwerp of bij de woorden.",
      }),
      zoek: z.string().max(longestSearch).optional().openapi({
        description: "Woorden om op te zoeken. Gebruik hier geen persoonsgegevens: adressen worden onderweg bewaard.",
        example: "huurschuld",
      }),
      pagina: z.coerce
        .number()
        .int()
        .min(1)
        .max(mostPages)
        .default(1)
        .openapi({
          description: `Welke pagina, met op elke pagina hoogstens ${perPage}.`,
        }),
    }),
  },
  responses: {
    200: answer(
      z.object({
        hulpaanbod: z.array(Hulpaanbod),
        pagina: z.int(),
        volgende: z.url().nullable().openapi({ description: "Het adres van de volgende pagina, als die er is." }),
      }),
      "Het hulpaanbod dat past.",
    ),
    ...failuresInMunicipality,
  },
});

const oneRoute = createRoute({
  method: "get",
  path: "/hulpaanbod/{id}",
  operationId: "hulpaanbodOpId",
  tags: ["Hulpaanbod"],
  summary: "Eén hulpaanbod",
  description: "Van de gemeente zelf, haar regio of het hele land. Van een andere gemeente is het hier niet te vinden.",
  middleware: inMunicipality,
  request: { params: z.object({ id: z.uuid() }), query: InMunicipality },
  responses: { 200: answer(Hulpaanbod, "Het hulpaanbod."), ...failuresInMunicipality },
});

export function directoryApi(app: Surroundings): OpenAPIHono<Env> {
  const hono = new OpenAPIHono<Env>();
  hono.openapi(
    listRoute,
    async (c) => {
      const { gemeente, thema, zoek, pagina } = c.req.valid("query");
      const word = clean(zoek ?? "").trim();
      const theme = findTheme(thema ?? "");
      const { services, more } = await findHelp(c.var.ctx, {
        chain: chainOf(c.var.place),
        themes: theme === undefined ? [] : [theme.slug],
        words: word === "" ? undefined : word,
        page: pagina,
        perPage,
      });
      const next = withQuery(`${app.publicUrl()}/api/v1/hulpaanbod`, {
        gemeente,
        thema,
        zoek,
        pagina: String(pagina + 1),
      });
      return c.json(
        {
          hulpaanbod: services.map((service) => hulpaanbodOf(service, uses(c.var.place, "contact"))),
          pagina,
          volgende: more && pagina < mostPages ? next : null,
        },
        200,
      );
    },
    refuseInvalid(listRoute.request),
  );
  hono.openapi(
    oneRoute,
    async (c) => {
      const service = await findService(c.var.ctx, chainOf(c.var.place), c.req.valid("param").id);
      return service === undefined
        ? problem(c, "notFound")
        : c.json(hulpaanbodOf(service, uses(c.var.place, "contact")), 200);
    },
    refuseInvalid(oneRoute.request),
  );
  return hono;
}
