import { z } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Env } from "../web/surroundings.ts";

/* What a program hears when something is wrong: RFC 9457, with every fault in its input at once. */

/** Stands on each answer, also when something is wrong. */
export const apiVersion = "1.0.0";

export const Fault = z
  .object({
    veld: z.string().openapi({
      description:
        "Waar de fout zit: de naam van het veld, de parameter of de header; `inhoud` als het om het geheel gaat.",
      example: "telefoonnummer",
    }),
    code: z.string().openapi({
      description: "Wat er mis is, voor een programma. Een code verandert niet binnen een versie.",
      example: "telefoonnummerOngeldig",
    }),
    uitleg: z.string().openapi({
      description: "Wat er mis is en hoe het goed komt, in een Nederlandse zin die u een inwoner kunt laten lezen.",
      example: "Vul uw telefoonnummer in. Anders kunnen wij u niet bellen.",
    }),
  })
  .openapi("Fout");
export type Fault = z.infer<typeof Fault>;

export const Problem = z
  .object({
    status: z.int().openapi({ description: "De statuscode van het antwoord.", example: 400 }),
    title: z.string().openapi({ description: "Wat er aan de hand is, in een paar woorden." }),
    detail: z.string().openapi({ description: "Wat u eraan kunt doen." }),
    fouten: z.array(Fault).optional().openapi({
      description: "Bij verkeerde invoer: alle fouten tegelijk.",
    }),
  })
  .openapi("Probleem");

const statuses = {
  noToken: 401,
  tokenOver: 401,
  otherScope: 403,
  notFound: 404,
  wrongMethod: 405,
  tooLarge: 413,
  tooMany: 429,
  broken: 500,
  away: 503,
} as const satisfies Record<string, ContentfulStatusCode>;
type Statuses = typeof statuses;
export type ProblemKind = keyof Statuses;

const sentences: Record<ProblemKind, { title: string; detail: string }> = {
  noToken: {
    title: "Alleen met een token",
    detail:
      "Dit is alleen voor programma's van een organisatie. Vraag een token aan en stuur het mee in de header `Authorization`.",
  },
  tokenOver: {
    title: "Dit token werkt niet",
    detail: "Dit token is verlopen, ingetrokken of nooit gegeven. Vraag een nieuw token aan.",
  },
  otherScope: {
    title: "Niet met dit token",
    detail: "Uw token is niet voor deze vraag. In de header `WWW-Authenticate` staat welke scope nodig is.",
  },
  notFound: { title: "Niet gevonden", detail: "Op dit adres is niets. Of u mag dit niet zien." },
  wrongMethod: {
    title: "Zo kan het niet",
    detail: "Dit adres is er wel, maar niet voor deze methode. In de header `Allow` staat welke het wel kent.",
  },
  tooLarge: { title: "Te groot", detail: "Wat u stuurt is te groot. Maak het korter." },
  tooMany: {
    title: "Te vaak gevraagd",
    detail: "Vanaf dit adres is te vaak iets gevraagd. Wacht een minuut en probeer het opnieuw.",
  },
  broken: {
    title: "Er gaat iets mis bij ons",
    detail: "Dat ligt niet aan u. Probeer het opnieuw, met dezelfde Idempotency-Key: zo vraagt u niets dubbel.",
  },
  away: {
    title: "Even niet bereikbaar",
    detail:
      "Onze gegevens zijn even niet te bereiken. Probeer het over een minuut opnieuw, met dezelfde Idempotency-Key: zo vraagt u niets dubbel.",
  },
};

const headers = { "Content-Type": "application/problem+json", "API-Version": apiVersion };

/** @param detail says more exactly what is wrong than the kind does. */
export function problem<Kind extends ProblemKind>(
  c: Context<Env>,
  kind: Kind,
  detail: string = sentences[kind].detail,
) {
  const status: Statuses[Kind] = statuses[kind];
  return c.json({ status, title: sentences[kind].title, detail }, status, headers);
}

export const refuse = (c: Context<Env>, fouten: Fault[]) =>
  c.json(
    {
      status: 400,
      title: "De invoer klopt niet",
      detail: "Verbeter wat onder `fouten` staat en stuur het opnieuw.",
      fouten,
    },
    400,
    headers,
  );

type Parts = {
  query?: z.ZodType;
  params?: z.ZodType;
  headers?: z.ZodObject;
  body?: { content: { "application/json": { schema: z.ZodType } } };
};
/** What a problem of the domain means to a program; undefined when it is none of the domain's. */
type SayFault = (problem: string) => Omit<Fault, "veld"> | undefined;

/**
 * The hook of every operation. Validators look at one part of a request after the other and stop at the first that
 * is wrong; a program must hear everything at once, so then all parts are looked at again, together.
 */
export const refuseInvalid =
  (parts: Parts, sayFault: SayFault = () => undefined) =>
  (result: { success: boolean }, c: Context<Env>) =>
    result.success ? undefined : refuseAll(c, parts, sayFault);

async function refuseAll(c: Context<Env>, parts: Parts, sayFault: SayFault) {
  const query = Object.entries(c.req.queries()).map(([name, values]) => [
    name,
    values.length === 1 ? values[0] : values,
  ]);
  const headerNames = Object.keys(parts.headers?.shape ?? {});
  const faults = [
    ...faultsIn(parts.query, Object.fromEntries(query), sayFault),
    ...faultsIn(parts.params, c.req.param(), sayFault),
    ...faultsIn(parts.headers, Object.fromEntries(headerNames.map((name) => [name, c.req.header(name)])), sayFault),
    ...(parts.body === undefined
      ? []
      : faultsIn(parts.body.content["application/json"].schema, await c.req.json(), sayFault)),
  ];
  // The first thing that is wrong with a field is what its maker can mend.
  const firsts = faults.filter(({ veld }, at) => faults.findIndex((fault) => fault.veld === veld) === at);
  return refuse(c, firsts);
}

function faultsIn(schema: z.ZodType | undefined, value: unknown, sayFault: SayFault): Fault[] {
  const parsed = schema?.safeParse(value);
  if (parsed === undefined || parsed.success) return [];
  return parsed.error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.slice(0, mostNamed).map((key) => ({ veld: key.slice(0, longestName), ...shape.unknownField }));
    const missing = issue.code === "invalid_type" && at(value, issue.path) === undefined;
    const veld = issue.path.length === 0 ? "inhoud" : issue.path.join(".");
    return [{ veld, ...(sayFault(issue.message) ?? (missing ? shape.missing : shapeOf(issue.code))) }];
  });
}

/** Somebody who sends a thousand fields we do not know needs no thousand sentences back. */
const mostNamed = 20;
const longestName = 60;

const at = (value: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (within, key) => (typeof within === "object" && within !== null ? Reflect.get(within, key) : undefined),
    value,
  );

/** What can be wrong with the shape of an input, whatever it is about. */
const shape = {
  missing: { code: "ontbreekt", uitleg: "Dit is verplicht." },
  unknownField: { code: "onbekend", uitleg: "Dit kennen wij hier niet. Kijk of de naam goed geschreven is." },
  otherType: { code: "verkeerdeSoort", uitleg: "Hier hoort een ander soort waarde. Welke, staat in openapi.json." },
  noChoice: { code: "geenKeuze", uitleg: "Dit is geen van de waarden waaruit u kunt kiezen." },
  otherForm: { code: "verkeerdeVorm", uitleg: "Dit is niet goed geschreven. Hoe het moet, staat in openapi.json." },
  outside: { code: "buitenGrenzen", uitleg: "Dit is te groot, te klein, te lang of te kort." },
  noJson: { code: "geenJson", uitleg: "De inhoud moet JSON zijn, met Content-Type: application/json." },
} as const satisfies Record<string, Omit<Fault, "veld">>;

function shapeOf(code: z.core.$ZodIssue["code"]): Omit<Fault, "veld"> {
  switch (code) {
    case "invalid_type":
      return shape.otherType;
    case "invalid_value":
      return shape.noChoice;
    case "too_big":
    case "too_small":
      return shape.outside;
    default:
      return shape.otherForm;
  }
}

/** Refuses what is not JSON, before anybody looks inside. */
export const readsJson: MiddlewareHandler<Env> = async (c, next) => {
  const notJson = () => refuse(c, [{ veld: "inhoud", ...shape.noJson }]);
  if (!/^application\/json *(;|$)/i.test(c.req.header("content-type") ?? "")) return notJson();
  try {
    await c.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) return notJson();
    throw error;
  }
  await next();
};
