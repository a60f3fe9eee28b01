import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { listWatched, type PromiseKind } from "../modules/promises/index.ts";
import { withQuery } from "../web/place.ts";
import type { Env, Surroundings } from "../web/surroundings.ts";
import { inMunicipality } from "./access.ts";
import { byClient } from "./clients.ts";
import { answer, failuresForClients, InMunicipality, Moment, onlyFor } from "./openapi.ts";
import { problem, refuseInvalid } from "./problem.ts";

const perPage = 50;
const mostPages = 200;

const soorten = {
  callback: "terugbellen",
  "call-again": "opnieuwBellen",
  letter: "briefSchrijven",
  finish: "afronden",
  freshness: "gegevensNakijken",
  look: "nakijkenWatErGebeurde",
  "look-emergency": "noodtoegangNakijken",
  "answer-request": "verzoekOverGegevensBeantwoorden",
} as const satisfies Record<PromiseKind, string>;

const Toezegging = z
  .object({
    soort: z.enum(soorten).openapi({ description: "Wat er is toegezegd." }),
    sinds: Moment.openapi({ description: "Vanaf wanneer deze toezegging telt." }),
    voor: Moment.openapi({ description: "Vóór dit tijdstip moet het gedaan zijn." }),
    teLaat: z.boolean().openapi({
      description:
        "Of het tijdstip dat als eerste was beloofd voorbij is. Een toezegging die stilstaat is nooit te laat.",
    }),
    dringend: z.boolean().openapi({ description: "Of wachten de inwoner nu geld, huis of zorg kost." }),
    opgepakt: z.boolean().openapi({ description: "Of iemand van het team het heeft opgepakt." }),
    staatStil: z.boolean().openapi({ description: "Of de toezegging even stilstaat, omdat dat is afgesproken." }),
  })
  .openapi("Toezegging");

const watchRoute = createRoute({
  method: "get",
  path: "/teams/{id}/toezeggingen",
  operationId: "toezeggingenVanTeam",
  tags: ["Toezeggingen"],
  summary: "Wat een team nog moet doen",
  description:
    "Voor een scherm aan de muur of een telefooncentrale: wat openstaat, wat het eerst moet bovenaan, en niets over wie het gaat. Alleen van teams van uw eigen organisatie; een ander team is hier niet te vinden.",
  security: onlyFor("toezeggingen.lezen"),
  middleware: [inMunicipality, byClient("toezeggingen.lezen", "refused")] as const,
  request: {
    params: z.object({ id: z.uuid().openapi({ description: "De id van het team." }) }),
    query: InMunicipality.extend({
      pagina: z.coerce
        .number()
        .int()
        .min(1)
        .max(mostPages)
        .default(1)
        .openapi({ description: `Welke pagina, met op elke pagina hoogstens ${perPage}.` }),
    }),
  },
  responses: {
    200: answer(
      z.object({
        toezeggingen: z.array(Toezegging),
        pagina: z.int(),
        volgende: z.url().nullable().openapi({ description: "Het adres van de volgende pagina, als die er is." }),
      }),
      "Wat dit team nog moet doen.",
    ),
    ...failuresForClients,
  },
});

export function promiseApi(app: Surroundings): OpenAPIHono<Env> {
  const hono = new OpenAPIHono<Env>();
  hono.openapi(
    watchRoute,
    async (c) => {
      const { id } = c.req.valid("param");
      const { gemeente, pagina } = c.req.valid("query");
      const found = await listWatched(c.var.ctx, id, { number: pagina, size: perPage });
      if (found === undefined) return problem(c, "notFound");
      const next = withQuery(`${app.publicUrl()}/api/v1/teams/${id}/toezeggingen`, {
        gemeente,
        pagina: String(pagina + 1),
      });
      return c.json(
        {
          toezeggingen: found.promises.map((promise) => ({
            soort: soorten[promise.kind],
            sinds: promise.beganAt.toString(),
            voor: promise.dueAt.toString(),
            teLaat: promise.late,
            dringend: promise.harm,
            opgepakt: promise.taken,
            staatStil: promise.rests,
          })),
          pagina,
          volgende: found.more && pagina < mostPages ? next : null,
        },
        200,
      );
    },
    refuseInvalid(watchRoute.request),
  );
  return hono;
}
