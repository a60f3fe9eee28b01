import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import type { CallbackClockKind, Municipality } from "../modules/access/index.ts";
import { hasSite } from "../web/place.ts";
import type { Env } from "../web/surroundings.ts";
import { answer, failures } from "./openapi.ts";
import { problem } from "./problem.ts";

const klokken = {
  "working-days": "werkdagen",
  "clock-hours": "klokuren",
} as const satisfies Record<CallbackClockKind, string>;

const Gemeente = z
  .object({
    cbsCode: z.string().openapi({ description: "De code die het CBS de gemeente gaf.", example: "GM0344" }),
    adresnaam: z.string().openapi({ description: "De naam van de gemeente in onze adressen.", example: "utrecht" }),
    naam: z.string().openapi({ example: "Utrecht" }),
    andereNamen: z.array(z.string()).openapi({ description: "Namen waaronder mensen haar ook kennen." }),
    klok: z.enum(klokken).openapi({
      description:
        "Hoe de belofte om terug te bellen telt. `werkdagen`: twee werkdagen. `klokuren`: 48 uur, ook in het weekend.",
    }),
    loket: z
      .object({
        naam: z.string(),
        telefoonnummer: z.string().openapi({ example: "+31600000101" }),
        mailadres: z.string(),
        adres: z.string(),
      })
      .openapi({ description: "Wie een inwoner kan bellen, mailen of bezoeken als niets anders past." }),
  })
  .openapi("Gemeente");

const gemeenteOf = (municipality: Municipality): z.infer<typeof Gemeente> => ({
  cbsCode: municipality.id,
  adresnaam: municipality.slug,
  naam: municipality.name,
  andereNamen: municipality.otherNames,
  klok: klokken[municipality.callbackClock],
  loket: {
    naam: municipality.desk.name,
    telefoonnummer: municipality.desk.phone,
    mailadres: municipality.desk.mail,
    adres: municipality.desk.address,
  },
});

const listRoute = createRoute({
  method: "get",
  path: "/gemeenten",
  operationId: "gemeenten",
  tags: ["Gemeenten"],
  summary: "Alle gemeenten waar Rechtspoor werkt",
  description: "Bij elke gemeente staat hoe zij in de andere vragen heet, en wie er te bellen is.",
  responses: {
    200: answer(z.object({ gemeenten: z.array(Gemeente) }), "De gemeenten, op naam."),
    ...failures,
  },
});

export function municipalityApi(): OpenAPIHono<Env> {
  const hono = new OpenAPIHono<Env>();
  hono.openapi(listRoute, (c) => {
    const all = c.var.tenants.all.filter(hasSite).sort((a, b) => a.name.localeCompare(b.name, "nl"));
    return c.json({ gemeenten: all.map(gemeenteOf) }, 200);
  });
  return hono;
}

/** Sets the municipality in the query as the place of the request. Whoever names none hears so with all other faults. */
export const inMunicipality: MiddlewareHandler<Env> = async (c, next) => {
  const asked = c.req.query("gemeente");
  if (asked !== undefined && asked !== "") {
    const { tenants, language, mirrored, ctx } = c.var;
    const municipality = tenants.bySlug.get(asked) ?? tenants.byId.get(asked);
    if (municipality === undefined || !hasSite(municipality))
      return problem(c, "notFound", "Deze gemeente kennen wij niet. `GET /gemeenten` noemt ze.");
    c.set("place", { language, mirrored, municipality });
    c.set("ctx", { ...ctx, municipalityId: municipality.id });
  }
  await next();
};
