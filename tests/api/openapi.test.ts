import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { root } from "../../src/config/root.ts";
import { testApp } from "../support/app.ts";
import { type Change, changed } from "../support/changed.ts";
import { get } from "./program.ts";

const site = testApp();

const ruleset = join(root, "tests/api/ruleset.yaml");
const Findings = z.array(z.object({ code: z.string(), severity: z.number(), source: z.string(), message: z.string() }));
const OpenApi = z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) });

const folder = mkdtempSync(join(tmpdir(), "rechtspoor-openapi-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the linter finds, by the name of the document. It ends with 1 when there are errors: those are the answer. */
async function lint(documents: Record<string, unknown>): Promise<Map<string, z.infer<typeof Findings>>> {
  const files = Object.entries(documents).map(([name, document]) => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(document));
    return file;
  });
  const found = await new Promise<string>((resolve, reject) =>
    execFile(
      process.execPath,
      [join(root, "node_modules/.bin/spectral"), "lint", "--quiet", "--format", "json", "--ruleset", ruleset, ...files],
      { maxBuffer: 50_000_000 },
      (error, stdout, stderr) => (stdout === "" ? reject(error ?? new Error(stderr)) : resolve(stdout)),
    ),
  );
  const bySource = Map.groupBy(Findings.parse(JSON.parse(found)), ({ source }) => basename(source, ".json"));
  return new Map(Object.keys(documents).map((name) => [name, bySource.get(name) ?? []]));
}

const served: { document: z.infer<typeof OpenApi> } = { document: { openapi: "", paths: {} } };
beforeAll(async () => {
  served.document = OpenApi.parse(await (await get(site, "/openapi.json")).json());
});

test("the description that is served keeps the Dutch API design rules, without so much as a warning", async () => {
  expect((await lint({ served: served.document })).get("served")).toEqual([]);
});

test("everybody may read the description, also a page of another site", async () => {
  const answer = await get(site, "/openapi.json");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
});

test("the description holds every way to ask, and says where", () => {
  expect(served.document).toMatchObject({
    openapi: "3.1.0",
    servers: [{ url: "http://localhost/api/v1" }],
    paths: {
      "/gemeenten": { get: {} },
      "/hulpaanbod": { get: {} },
      "/hulpaanbod/{id}": { get: {} },
      "/terugbelverzoeken": { post: {} },
      "/terugbelverzoeken/actueel": { get: {} },
      "/teams/{id}/toezeggingen": { get: { security: [{ programma: ["toezeggingen.lezen"] }] } },
    },
    components: {
      securitySchemes: {
        programma: {
          type: "oauth2",
          flows: { clientCredentials: { tokenUrl: "http://localhost/api/v1/oauth/token" } },
        },
      },
    },
  });
});

test("no code, digits or number is ever part of an address", () => {
  const inAddress = Object.values(served.document.paths)
    .flatMap((path) => Object.values(z.record(z.string(), z.looseObject({})).parse(path)))
    .flatMap(
      ({ parameters }) =>
        z
          .array(z.object({ in: z.string(), name: z.string() }))
          .optional()
          .parse(parameters) ?? [],
    )
    .filter((parameter) => parameter.in !== "header")
    .map(({ name }) => name);
  expect(new Set(inAddress)).toEqual(new Set(["gemeente", "thema", "zoek", "pagina", "id"]));
});

// ── the test of the test: each rule fires on a document that breaks it, and on nothing else ───────────────────────

const versioned = { description: "Goed.", headers: { "API-Version": { schema: { type: "string" } } } };
const answers = { 200: versioned };
const plain = { get: { operationId: "kaal", tags: ["Gemeenten"], description: "Kaal.", responses: answers } };
const withResponses = (responses: object) => ({ get: { ...plain.get, responses: { ...answers, ...responses } } });
const withProperties = (properties: object) =>
  withResponses({
    200: { ...versioned, content: { "application/json": { schema: { type: "object", properties } } } },
  });
const problemOfType = (type: string, properties: object) =>
  withResponses({ 404: { description: "Mis.", content: { [type]: { schema: { type: "object", properties } } } } });
const told = { status: { type: "integer" }, title: { type: "string" }, detail: { type: "string" } };

const path = (name: string, item: unknown): Change => ({ at: ["paths", name], is: item });

/** By rule, ways to break it: each changes one thing of the description that is served. */
const breaks: Record<string, Change[]> = {
  "core-doc-openapi": [{ at: ["openapi"], is: "3.1" }],
  "core-doc-openapi-contact": [
    { at: ["info", "contact"], is: undefined },
    { at: ["info", "contact", "name"], is: "" },
    { at: ["info", "contact", "email"], is: undefined },
    { at: ["info", "contact", "url"], is: undefined },
  ],
  "core-uri-version": [
    { at: ["servers", "0", "url"], is: "https://rechtspoor.example/api" },
    { at: ["servers", "0", "url"], is: "https://rechtspoor.example/api/v1/" },
    { at: ["servers"], is: undefined },
  ],
  "core-uri-version-not-in-path": [path("/v1/gemeenten", plain)],
  "core-transport-tls": [{ at: ["servers", "0", "url"], is: "http://rechtspoor.example/api/v1" }],
  "core-semver": [
    { at: ["info", "version"], is: "1" },
    { at: ["info", "version"], is: "v1.0.0" },
  ],
  "core-version-header": [
    path("/kaal", withResponses({ 200: { description: "Goed." } })),
    path("/kaal", withResponses({ 303: { description: "Elders." } })),
  ],
  "core-no-trailing-slash": [path("/kaal/", plain)],
  "core-path-segments-kebab-case": [path("/hulpAanbod", plain), path("/hulp_aanbod", plain)],
  "core-query-keys-camel-case": [
    path("/kaal", {
      get: {
        ...plain.get,
        parameters: [{ in: "query", name: "team__uuid", schema: { type: "string" } }],
        responses: {
          ...answers,
          400: {
            description: "Mis.",
            content: { "application/problem+json": { schema: { type: "object", properties: told } } },
          },
        },
      },
    }),
  ],
  "core-property-names-camel-case": [
    path("/kaal", withProperties({ bel_voor: { type: "string" } })),
    path("/kaal", withProperties({ BelVoor: { type: "string" } })),
  ],
  "core-date-time-date": [
    path("/kaal", withProperties({ sluitingsDatum: { type: "string" } })),
    path("/kaal", withProperties({ datum: { type: "string", format: "date-time" } })),
  ],
  "core-date-time-moment": [
    path("/kaal", withProperties({ gecontroleerdOp: { type: "string" } })),
    path("/kaal", withProperties({ gecontroleerdOp: { type: "string", format: "time-local" } })),
  ],
  "core-date-time-time-local": [path("/kaal", withProperties({ van: { type: "string", format: "time" } }))],
  "core-error-handling-invalid-input": [
    path("/kaal", { get: { ...plain.get, parameters: [{ in: "query", name: "zoek", schema: { type: "string" } }] } }),
    path("/kaal", { post: { ...plain.get, requestBody: { content: { "application/json": { schema: {} } } } } }),
  ],
  "core-error-handling-no-422": [
    path(
      "/kaal",
      withResponses({
        422: {
          description: "Mis.",
          content: { "application/problem+json": { schema: { type: "object", properties: told } } },
        },
      }),
    ),
  ],
  "core-error-handling-problem-details": [
    path("/kaal", withResponses({ 404: { description: "Mis." } })),
    ...Object.keys(told).map((missing) =>
      path("/kaal", problemOfType("application/problem+json", { ...told, [missing]: undefined })),
    ),
  ],
  "core-error-handling-problem-media-type": [
    path("/kaal", {
      get: {
        ...plain.get,
        responses: {
          ...answers,
          404: {
            description: "Mis.",
            content: {
              "application/problem+json": { schema: { type: "object", properties: told } },
              "text/html": { schema: { type: "string" } },
            },
          },
        },
      },
    }),
  ],
};

test("each rule fires on a description that breaks it, and on no other", async () => {
  const broken = Object.entries(breaks).flatMap(([rule, changes]) =>
    changes.map((change, at) => ({ name: `${rule}.${at}`, rule, document: changed(served.document, change) })),
  );
  const found = await lint(Object.fromEntries(broken.map(({ name, document }) => [name, document])));
  const fired = broken.map(({ name }) => [
    name,
    [...new Set(found.get(name)?.flatMap(({ code }) => (code.startsWith("core-") ? [code] : [])))],
  ]);
  expect(fired).toEqual(broken.map(({ name, rule }) => [name, [rule]]));
  // Dozens of whole descriptions in one go: on a busy machine that takes its time.
}, 120_000);

test("every rule of our own has a description that breaks it, and stops a release", () => {
  const Rules = z.object({ rules: z.record(z.string(), z.object({ severity: z.literal("error") })) });
  const { rules } = Rules.parse(parse(readFileSync(ruleset, "utf8")));
  expect(Object.keys(rules).toSorted()).toEqual(Object.keys(breaks).toSorted());
});
