import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Scope } from "../modules/access/index.ts";
import type { Env, Surroundings } from "../web/surroundings.ts";
import { tokenAddress } from "./clients.ts";
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

/** What can go wrong besides where a program shows a token. */
export const failuresOfToken = {
  401: failure(
    "Het token is verlopen, ingetrokken, nooit gegeven of niet meegestuurd. `WWW-Authenticate` zegt welke van die.",
  ),
  403: failure("Het token is niet voor deze vraag. `WWW-Authenticate` noemt de scope die nodig is."),
};
export const failuresForClients = { ...failuresInMunicipality, ...failuresOfToken };

const scheme = "programma";
/** Only with a token for this. */
export const onlyFor = (scope: Scope) => [{ [scheme]: [scope] }];
/** Everybody may; a token says which program it is. */
export const alsoFor = (scope: Scope) => [{}, { [scheme]: [scope] }];

const scopeSays = {
  "toezeggingen.lezen": "Zien wat teams van de eigen organisatie nog moeten doen, zonder iets over wie het gaat.",
  "terugbelverzoeken.maken": "Vragen of iemand een inwoner belt, herkenbaar als dit programma.",
} as const satisfies Record<Scope, string>;

/** The query of every operation in one municipality. */
export const InMunicipality = z.strictObject({
  gemeente: z.string().min(1).max(60).openapi({
    description: "De gemeente: haar naam in onze adressen of haar CBS-code. Zie `GET /gemeenten`.",
    example: "utrecht",
  }),
});

export const Moment = z.iso.datetime();

/** The description of the whole interface, as everybody may read it at /api/v1/openapi.json. */
export function describe(hono: OpenAPIHono<Env>, app: Surroundings) {
  hono.openAPIRegistry.registerComponent("securitySchemes", scheme, {
    type: "oauth2",
    description:
      "OAuth 2.0 voor programma's van een organisatie (client credentials). Bewijs wie u bent met een sleutel (`private_key_jwt`) of met een geheim (`client_secret_basic`). Een token werkt tien minuten. Fouten van het token-adres hebben de vorm van RFC 6749.",
    flows: { clientCredentials: { tokenUrl: tokenAddress(app), scopes: scopeSays } },
  });
  return hono.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Rechtspoor",
      version: apiVersion,
      description: [
        "Hulp vinden bij juridische en sociale vragen, en vragen om teruggebeld te worden.",
        "Alle tijdstippen zijn in UTC. Een dag is een dag in Nederland.",
        "Iedereen mag hier hulp zoeken en vragen om teruggebeld te worden; daar is geen sleutel voor nodig. Programma's van een organisatie kunnen met een token meer, en zijn ermee herkenbaar. Hoe vaak u iets vraagt, is begrensd.",
        "Browsers van andere sites krijgen geen antwoord: de API is bedoeld voor servers.",
      ].join("\n\n"),
      contact: { name: "Beheer van Rechtspoor", email: app.config.mailFrom, url: `${app.publicUrl()}/over` },
      license: { name: "EUPL-1.2", url: "https://eupl.eu/1.2/nl/" },
    },
    servers: [{ url: `${app.publicUrl()}/api/v1`, description: "Deze installatie" }],
    tags: [
      { name: "Gemeenten", description: "Waar Rechtspoor werkt." },
      { name: "Hulpaanbod", description: "Wie helpt, waarmee, waar en wat het kost." },
      { name: "Herkenningen", description: "Wat er kan spelen in wat iemand schreef." },
      { name: "Terugbelverzoeken", description: "Vragen of iemand belt, en volgen of dat gebeurt." },
      { name: "Toezeggingen", description: "Wat teams nog moeten doen, voor programma's van hun organisatie." },
    ],
  });
}
