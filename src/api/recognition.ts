import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { dayOf } from "../kernel/day.ts";
import { numbersFor, readUrgencies, type UrgencyKind, urgenciesIn } from "../modules/directory/index.ts";
import {
  isRead,
  issueCodes,
  meanings,
  mostCharacters,
  needCodes,
  recognise,
  type WrittenIn,
} from "../modules/recognition/index.ts";
import { clean } from "../web/form.ts";
import type { Env } from "../web/surroundings.ts";
import { answer, failures, failuresWithBody } from "./openapi.ts";
import { type Fault, readsJson, refuseInvalid } from "./problem.ts";

const soorten = {
  life: "leven",
  violence: "geweld",
  custody: "vastzitten",
  home: "huis",
  needs: "levensonderhoud",
  term: "termijn",
} as const satisfies Record<UrgencyKind, string>;

const talen = {
  nl: "Nederlands",
  en: "Engels",
  tr: "Turks",
  other: "anders",
  unknown: "onbekend",
} as const satisfies Record<WrittenIn, string>;

type TextProblem = "textMissing" | "textTooLong";
const faults: Record<TextProblem, Omit<Fault, "veld">> = {
  textMissing: { code: "tekstOntbreekt", uitleg: "Schrijf in een paar woorden wat er aan de hand is." },
  textTooLong: { code: "tekstTeLang", uitleg: `Hoogstens ${mostCharacters} tekens. Maak de tekst korter.` },
};
const isTextProblem = (text: string): text is TextProblem => Object.hasOwn(faults, text);
const sayFault = (text: string): Omit<Fault, "veld"> | undefined => (isTextProblem(text) ? faults[text] : undefined);

const lengthOf = (text: string): number => [...text].length;

const Tekst = z
  .strictObject({
    tekst: z
      .string({ error: ({ input }) => (input === undefined ? ("textMissing" satisfies TextProblem) : undefined) })
      .refine((text) => clean(text).trim() !== "", { error: "textMissing" satisfies TextProblem })
      .refine((text) => lengthOf(text) <= mostCharacters, { error: "textTooLong" satisfies TextProblem })
      .openapi({
        description: `Wat iemand schreef, in het Nederlands. Hoogstens ${mostCharacters} tekens. Wij bewaren het niet en schrijven het nergens op.`,
        example: "Mijn man is weg en ik snap de post niet.",
      }),
  })
  .openapi("EigenWoorden");

const kans = (description: string) => z.number().min(0).max(1).openapi({ description, example: 0.87 });

const Herkenning = z
  .object({
    problemen: z
      .array(
        z.object({
          code: z.enum(issueCodes),
          kans: kans("Hoe vaak dit waar is, als wij dit zeggen. Er kan meer tegelijk waar zijn."),
          waarom: z.array(z.string()).openapi({ description: "De woorden waaruit dit blijkt." }),
          betekenis: z
            .string()
            .openapi({ description: "Wat het kan betekenen, in een zin die u een inwoner kunt laten lezen." }),
          vraag: z.string().openapi({ description: "Wat u het best als volgende vraagt." }),
        }),
      )
      .min(3)
      .openapi({
        description:
          "Wat er kan spelen, het waarschijnlijkste eerst. Altijd minstens drie, en `geen-juridisch` staat er altijd bij.",
      }),
    behoeften: z.array(z.object({ code: z.enum(needCodes), kans: kans("Hoe vaak dit waar is, als wij dit zeggen.") })),
    spoed: z
      .array(
        z.object({
          soort: z.enum(soorten),
          bellen: z
            .array(z.object({ nummer: z.string(), naam: z.string() }))
            .openapi({ description: "Wie dag en nacht te bellen is. Leeg: bel het loket van de gemeente, vandaag." }),
        }),
      )
      .openapi({
        description: "Wat niet kan wachten, het ernstigste eerst. Toon dit altijd, ook als `onzeker` waar is.",
      }),
    onzeker: z.boolean().openapi({ description: "Wij weten het niet. Laat de inwoner kiezen, of met iemand praten." }),
    taal: z.enum(talen).openapi({ description: "In welke taal het geschreven lijkt." }),
    uitleg: z.string().nullable().openapi({ description: "Als de tekst niet in het Nederlands is: wat dan wel kan." }),
  })
  .openapi("Herkenning");

const onlyDutch =
  "Wij herkennen alleen wat in het Nederlands is geschreven. Deze site is er in het Nederlands en het Engels. Bel het loket van de gemeente: daar praat iemand met u, zo nodig met een tolk.";

const route = createRoute({
  method: "post",
  path: "/herkenningen",
  operationId: "herken",
  tags: ["Herkenningen"],
  summary: "Herkennen wat er kan spelen in wat iemand schreef",
  description:
    "Geeft mogelijke juridische problemen met de reden, wat iemand nodig heeft, en wat niet kan wachten. Het is een advies en geen poort: laat een mens beslissen, en laat altijd zien hoe iemand een mens kan spreken. Hoe het is gemaakt en hoe goed het is, staat in de modelkaart.",
  middleware: readsJson,
  request: { body: { required: true, content: { "application/json": { schema: Tekst } } } },
  responses: {
    200: answer(Herkenning, "Wat er kan spelen."),
    400: failuresWithBody[400],
    413: failuresWithBody[413],
    ...failures,
  },
});

export function recognitionApi(): OpenAPIHono<Env> {
  const hono = new OpenAPIHono<Env>();
  hono.openapi(
    route,
    (c) => {
      const text = clean(c.req.valid("json").tekst);
      const { kinds } = urgenciesIn(text, readUrgencies(), dayOf(c.var.ctx.now));
      const { issues, needs, isUnsure, writtenIn } = recognise(text);
      return c.json(
        {
          problemen: issues.map(({ code, chance, because }) => ({
            code,
            kans: chance,
            waarom: because,
            betekenis: meanings().issues[code].means.nl,
            vraag: meanings().issues[code].ask.nl,
          })),
          behoeften: needs.map(({ code, chance }) => ({ code, kans: chance })),
          spoed: kinds.map((kind) => ({
            soort: soorten[kind],
            bellen: numbersFor(kind, readUrgencies()).map(({ number, name }) => ({ nummer: number, naam: name })),
          })),
          onzeker: isUnsure,
          taal: talen[writtenIn],
          uitleg: isRead(writtenIn) ? null : onlyDutch,
        },
        200,
      );
    },
    refuseInvalid(route.request, sayFault),
  );
  return hono;
}
