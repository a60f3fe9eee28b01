import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { newReference, sayCode } from "../kernel/id.ts";
import {
  type AttemptOutcome,
  type Callback,
  type CallbackProblem,
  type CallbackRequest,
  type ClosingResult,
  callbackRequest,
  type OwnQuestion,
  type Receipt,
  requestCallback,
} from "../modules/contact/index.ts";
import type { Daypart } from "../modules/directory/index.ts";
import { clean } from "../web/form.ts";
import { limitRequests } from "../web/limit-requests.ts";
import { uses, withQuery } from "../web/place.ts";
import type { Env, Surroundings } from "../web/surroundings.ts";
import { tryCode } from "../web/try-code.ts";
import { sharedWords } from "../web/words/words.ts";
import { inMunicipality } from "./access.ts";
import { byClient } from "./clients.ts";
import { dagdelen, Thema } from "./directory.ts";
import {
  alsoFor,
  answer,
  failuresInMunicipality,
  failuresOfToken,
  failuresWithBody,
  InMunicipality,
  Moment,
} from "./openapi.ts";
import { type Fault, problem, readsJson, refuse, refuseInvalid } from "./problem.ts";

const faultCodes = {
  phoneMissing: "telefoonnummerOntbreekt",
  phoneNotANumber: "telefoonnummerOngeldig",
  phoneOfOrganisation: "telefoonnummerVanOrganisatie",
  daypartMissing: "dagdeelOntbreekt",
  daypartClosed: "dagdeelGesloten",
  harmMissing: "dringendOntbreekt",
  mailInvalid: "mailadresOngeldig",
  nameTooLong: "naamTeLang",
  languageTooLong: "taalTeLang",
  wordTooLong: "eigenWoordenTeLang",
  formStale: "sleutelOngeldig",
} as const satisfies Record<CallbackProblem, string>;

const isCallbackProblem = (text: string): text is CallbackProblem => Object.hasOwn(faultCodes, text);

/** The sentences a resident reads beside the form. */
const sayFault = (text: string): Omit<Fault, "veld"> | undefined =>
  isCallbackProblem(text) ? { code: faultCodes[text], uitleg: sharedWords.nl.problems[text] } : undefined;

const Dagdeel = z.enum(dagdelen);
const daypartOf = {
  ochtend: "morning",
  middag: "afternoon",
  avond: "evening",
} as const satisfies Record<z.infer<typeof Dagdeel>, Daypart>;

const answerOf = (said: boolean | undefined) => (said === undefined ? "unknown" : said ? "yes" : "no");

const whenLeftOut = (problem: CallbackProblem) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? problem : undefined),
});

/** What the form asks, by the names of this interface; the rules are those of the form. */
function terugbelverzoek(examples: boolean) {
  const rules = callbackRequest({ examples }).shape;
  const typed = <Value>(rule: z.ZodType<Value, string | undefined>) =>
    z
      .string()
      .optional()
      .transform((text) => (text === undefined ? undefined : clean(text)))
      .pipe(rule);
  return z
    .strictObject({
      hulppuntId: z.uuid().pipe(rules.servicePointId).openapi({
        description: "Het hulppunt dat moet bellen: een `id` onder `hulppunten` waar `beltTerug` waar is.",
      }),
      telefoonnummer: typed(rules.phone).openapi({
        description:
          "Het nummer van de inwoner, Nederlands of met + en landnummer. Geen nummer van een organisatie. Verplicht.",
        example: "06-00001234",
      }),
      dagdelen: z
        .array(Dagdeel, whenLeftOut("daypartMissing"))
        .min(1, { error: "daypartMissing" satisfies CallbackProblem })
        .max(3)
        .openapi({ description: "Wanneer de inwoner gebeld kan worden." }),
      dringend: z.boolean(whenLeftOut("harmMissing")).openapi({
        description: "Wat de inwoner antwoordde op: kost dit u nu geld, uw huis of zorg?",
      }),
      magInspreken: z.boolean().optional().openapi({
        description:
          "Of het veilig is om een bericht achter te laten. Alleen de inwoner weet dat: laat het weg als u het niet hebt gevraagd.",
      }),
      magZeggenWieBelt: z.boolean().optional().openapi({
        description: "Of wie belt mag zeggen van welke organisatie. Laat het weg als u het niet hebt gevraagd.",
      }),
      naam: typed(rules.name).openapi({ description: "Hoe de inwoner genoemd wil worden. Hoogstens 80 tekens." }),
      mailadres: typed(rules.mail).openapi({ description: "Voor een bevestiging, als de inwoner die wil." }),
      taal: typed(rules.language).openapi({
        description: "De taal waarin de inwoner het best praat. Hoogstens 40 tekens.",
        example: "Turks",
      }),
      tolkNodig: z.boolean().default(false),
      voorIemandAnders: z
        .boolean()
        .default(false)
        .openapi({ description: "De inwoner vraagt dit voor iemand anders." }),
      thema: Thema.default("iets-anders").openapi({ description: "Waar het over gaat." }),
      eigenWoorden: typed(rules.word).openapi({
        description: "Wat de inwoner erover kwijt wil. Hoogstens 1000 tekens, en geen burgerservicenummer.",
      }),
    })
    .openapi("Terugbelverzoek");
}

const requestOf = (asked: z.infer<ReturnType<typeof terugbelverzoek>>, formKey: string): CallbackRequest => ({
  servicePointId: asked.hulppuntId,
  phone: asked.telefoonnummer,
  dayparts: asked.dagdelen.map((dagdeel) => daypartOf[dagdeel]),
  harm: asked.dringend ? "yes" : "no",
  mayLeaveMessage: answerOf(asked.magInspreken),
  maySayWho: answerOf(asked.magZeggenWieBelt),
  name: asked.naam,
  mail: asked.mailadres,
  language: asked.taal,
  interpreter: asked.tolkNodig,
  askedFor: asked.voorIemandAnders ? "someone-else" : "self",
  theme: asked.thema,
  word: asked.eigenWoorden,
  formKey,
});

const klokken = {
  "working-days": "werkdagen",
  "clock-hours": "klokuren",
  months: "maanden",
} as const satisfies Record<Receipt["clock"], string>;

const Bewijs = z
  .object({
    code: z.string().openapi({
      description:
        "Hiermee volgt de inwoner de vraag, samen met de laatste vier cijfers van het nummer. Wij bewaren de code niet: laat haar zien, en bewaar haar zelf ook niet.",
      example: "K7PX-M2HR",
    }),
    belVoor: Moment.openapi({ description: "Vóór dit tijdstip wordt de inwoner gebeld." }),
    klok: z.enum(klokken).openapi({ description: "Hoe die tijd is geteld. Zie `GET /gemeenten`." }),
    bellenVanaf: z.string().openapi({
      description: "Het nummer dat de inwoner ziet als wij bellen.",
      example: "+31600000201",
    }),
    team: z.string().openapi({ description: "Wie er belt." }),
    organisatie: z.string().openapi({ description: "Bij welke organisatie dat team hoort." }),
  })
  .openapi("Bewijs");

const statussen = {
  waiting: "wacht",
  closed: "klaar",
  cancelled: "gestopt",
} as const satisfies Record<Callback["status"], string>;

const uitkomsten = {
  reached: "gesproken",
  "no-answer": "nietOpgenomen",
  voicemail: "voicemail",
  "wrong-number": "nummerKlopteNiet",
  "not-safe": "nietGelukt",
} as const satisfies Record<AttemptOutcome, string>;

const resultaten = {
  answered: "beantwoord",
  "appointment-elsewhere": "afspraakElders",
  "referred-by-tip": "getiptWaarHulpIs",
  "no-help-found": "geenHulpGevonden",
  "not-reached": "nietBereikt",
  cancelled: "gestopt",
} as const satisfies Record<ClosingResult | "cancelled", string>;

const Stand = z
  .object({
    status: z.enum(statussen),
    aangevraagdOp: Moment,
    dagdelen: z.array(Dagdeel),
    opgepakt: z.boolean().openapi({ description: "Of iemand van het team de vraag heeft opgepakt." }),
    belVoor: Moment.nullable().openapi({
      description: "Vóór dit tijdstip wordt de inwoner gebeld. `null`: er staat geen belofte meer open.",
    }),
    staatStil: z.boolean().openapi({ description: "De belofte staat even stil, omdat dat is afgesproken." }),
    gemisteBeloften: z.int().openapi({ description: "Hoe vaak niet op tijd is gebeld." }),
    belpogingen: z.array(z.object({ gebeldOp: Moment, uitkomst: z.enum(uitkomsten) })),
    eigenWoorden: z.array(z.object({ geschrevenOp: Moment, tekst: z.string() })),
    bellenVanaf: z.string().openapi({ description: "Het nummer dat de inwoner ziet als wij bellen." }),
    team: z.string(),
    organisatie: z.string(),
    beeindigdOp: Moment.nullable(),
    resultaat: z.enum(resultaten).nullable().openapi({ description: "Hoe de vraag eindigde." }),
  })
  .openapi("Stand");

function standOf({ callback, promise, team, taken, broken, attempts, words }: OwnQuestion): z.infer<typeof Stand> {
  const open = callback.status === "waiting" && promise?.state === "open" ? promise : undefined;
  return {
    status: statussen[callback.status],
    aangevraagdOp: callback.requestedAt.toString(),
    dagdelen: callback.dayparts.map((part) => dagdelen[part]),
    opgepakt: taken,
    belVoor: open?.dueAt.toString() ?? null,
    staatStil: open !== undefined && open.pause !== null,
    gemisteBeloften: broken,
    belpogingen: attempts.map(({ at, outcome }) => ({ gebeldOp: at.toString(), uitkomst: uitkomsten[outcome] })),
    eigenWoorden: words.map(({ at, text }) => ({ geschrevenOp: at.toString(), tekst: text })),
    bellenVanaf: team.callingNumber,
    team: team.name,
    organisatie: team.organisation.name,
    beeindigdOp: callback.status === "waiting" ? null : callback.closedAt.toString(),
    resultaat: callback.status === "closed" ? resultaten[callback.result] : null,
  };
}

const askRoute = (examples: boolean) =>
  createRoute({
    method: "post",
    path: "/terugbelverzoeken",
    operationId: "vraagTerugbellen",
    tags: ["Terugbelverzoeken"],
    summary: "Vragen of iemand de inwoner belt",
    description:
      "Het team van het hulppunt belooft de inwoner te bellen vóór `belVoor`. Vraag alleen wat de inwoner zelf heeft gezegd, met diens instemming. Het mag zonder token; met een token staat erbij welk programma het vroeg.",
    security: alsoFor("terugbelverzoeken.maken"),
    middleware: [
      limitRequests("requests", (c) => problem(c, "tooMany")),
      readsJson,
      inMunicipality,
      byClient("terugbelverzoeken.maken", "welcome"),
    ] as const,
    request: {
      query: InMunicipality,
      headers: z.object({
        "Idempotency-Key": z.uuid().optional().openapi({
          description:
            "Een uuid die u bij deze vraag verzint. Stuurt u dezelfde inhoud opnieuw met dezelfde sleutel, bijvoorbeeld omdat er geen antwoord kwam, dan krijgt u hetzelfde bewijs en belt er niemand twee keer. Zonder sleutel, of met andere inhoud, is het een nieuwe vraag.",
        }),
      }),
      body: { required: true, content: { "application/json": { schema: terugbelverzoek(examples) } } },
    },
    responses: {
      201: answer(Bewijs, "Er wordt gebeld. Laat de inwoner dit bewijs zien."),
      ...failuresWithBody,
      ...failuresOfToken,
    },
  });

const followRoute = createRoute({
  method: "get",
  path: "/terugbelverzoeken/actueel",
  operationId: "volgTerugbelverzoek",
  tags: ["Terugbelverzoeken"],
  summary: "Hoe het staat met een terugbelverzoek",
  description:
    "Code en cijfers gaan in headers, nooit in het adres. Een code die niet bestaat, een code van een andere gemeente en verkeerde cijfers geven hetzelfde antwoord: 404.",
  middleware: [limitRequests("codes", (c) => problem(c, "tooMany")), inMunicipality] as const,
  request: {
    query: InMunicipality,
    headers: z.object({
      "Rechtspoor-Code": z.string().min(1).max(40).openapi({
        description: "De code op het bewijs, met of zonder streepje.",
        example: "K7PX-M2HR",
      }),
      "Rechtspoor-Cijfers": z.string().min(1).max(20).openapi({
        description: "De laatste vier cijfers van het telefoonnummer van de inwoner.",
        example: "1234",
      }),
    }),
  },
  responses: { 200: answer(Stand, "Hoe het ermee staat."), ...failuresInMunicipality },
});

export function contactApi(app: Surroundings): OpenAPIHono<Env> {
  const hono = new OpenAPIHono<Env>();
  const asking = askRoute(app.config.mode !== "production");
  hono.openapi(
    asking,
    async (c) => {
      const { place, ctx } = c.var;
      if (!uses(place, "contact"))
        return problem(c, "notFound", "Deze gemeente gebruikt Rechtspoor niet om terug te bellen.");
      const key = c.req.valid("header")["Idempotency-Key"] ?? newReference();
      const outcome = await requestCallback(ctx, requestOf(c.req.valid("json"), key), {
        secret: app.secret,
        clock: place.municipality.callbackClock,
        channel: "api",
        siteLanguage: "nl",
      });
      switch (outcome.kind) {
        case "accepted": {
          const { receipt } = outcome;
          const follow = `${app.publicUrl()}/api/v1/terugbelverzoeken/actueel`;
          c.header("Location", withQuery(follow, { gemeente: place.municipality.slug }));
          return c.json(
            {
              code: sayCode(receipt.code),
              belVoor: receipt.callBefore.toString(),
              klok: klokken[receipt.clock],
              bellenVanaf: receipt.callingNumber,
              team: receipt.teamName,
              organisatie: receipt.organisationName,
            },
            201,
          );
        }
        case "closedThen": {
          const open = outcome.open.map((part) => dagdelen[part]).join(", ");
          const uitleg = `${sharedWords.nl.problems.daypartClosed} Dit team belt: ${open}.`;
          return refuse(c, [{ veld: "dagdelen", code: faultCodes.daypartClosed, uitleg }]);
        }
        case "pointGone":
          return refuse(c, [
            { veld: "hulppuntId", code: "hulppuntBeltNiet", uitleg: "Dit hulppunt is er niet, of belt niet terug." },
          ]);
      }
    },
    refuseInvalid(asking.request, sayFault),
  );
  hono.openapi(
    followRoute,
    async (c) => {
      const { "Rechtspoor-Code": code, "Rechtspoor-Cijfers": digits } = c.req.valid("header");
      const tried = await tryCode(c, { code, digits });
      switch (tried.kind) {
        case "opened":
          return c.json(standOf(tried.question), 200);
        case "unknown":
          return problem(
            c,
            "notFound",
            "Deze code en cijfers horen niet bij elkaar. Kijk of ze goed zijn overgenomen.",
          );
        case "tooOften":
          return problem(
            c,
            "tooMany",
            "Deze code is te vaak geprobeerd. Wacht een uur, of bel het team dat zou bellen.",
          );
      }
    },
    refuseInvalid(followRoute.request),
  );
  return hono;
}
