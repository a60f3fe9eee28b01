import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Env, Surroundings } from "../web/surroundings.ts";
import { apiVersion, Problem } from "./problem.ts";

const headers = {
  "API-Version": {
    description: "De volledige versie van deze API.",
    schema: { type: "string", example: apiVersion },
  },
} as const;

/** What an operation answers when all is well. */
export const answer = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  headers,
  content: { "application/json": { schema } },
});

const failure = (description: string) => ({
  description,
  headers,
  content: { "application/problem+json": { schema: Problem } },
});

/** What can go wrong at every operation. */
export const failures = {
  429: failure(
    "Te vaak gevraagd vanaf dit adres, of te vaak geprobeerd met dezelfde code. `Retry-After` zegt na hoeveel seconden het weer kan.",
  ),
  500: failure("Er gaat iets mis bij ons."),
  503: failure("Onze gegevens zijn even niet te bereiken."),
};
/** The same, where something is asked about a municipality. */
export const failuresInMunicipality = {
  400: failure("De invoer klopt niet. `fouten` noemt alle fouten tegelijk."),
  404: failure("Dit is er niet, of niet voor u."),
  ...failures,
};
export const failuresWithBody = { ...failuresInMunicipality, 413: failure("De inhoud is te groot.") };

/** The query of every operation in one municipality. */
export const InMunicipality = z.strictObject({
  gemeente: z.string().min(1).max(60).openapi({
    description: "De gemeente: haar naam in onze adressen of haar CBS-code. Zie `GET /gemeenten`.",
    example: "utrecht",
  }),
});

export const Moment = z.iso.datetime();

/** The description of the whole interface, as everybody may read it at /api/v1/openapi.json. */
export const describe = (hono: OpenAPIHono<Env>, app: Surroundings) =>
  hono.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Rechtspoor",
      version: apiVersion,
      description: [
        "Hulp vinden bij juridische en sociale vragen, en vragen om teruggebeld te worden.",
        "Alle tijdstippen zijn in UTC. Een dag is een dag in Nederland.",
        "Iedereen mag deze API gebruiken; er is geen sleutel nodig. Hoe vaak u iets vraagt, is wel begrensd.",
        "Browsers van andere sites krijgen geen antwoord: de API is bedoeld voor servers.",
      ].join("\n\n"),
      contact: { name: "Beheer van Rechtspoor", email: app.config.mailFrom, url: `${app.publicUrl()}/over` },
      license: { name: "EUPL-1.2", url: "https://eupl.eu/1.2/nl/" },
    },
    servers: [{ url: `${app.publicUrl()}/api/v1`, description: "Deze installatie" }],
    tags: [
      { name: "Gemeenten", description: "Waar Rechtspoor werkt." },
      { name: "Hulpaanbod", description: "Wie helpt, waarmee, waar en wat het kost." },
      { name: "Terugbelverzoeken", description: "Vragen of iemand belt, en volgen of dat gebeurt." },
    ],
  });
