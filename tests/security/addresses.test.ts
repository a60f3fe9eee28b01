import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { languages } from "../../src/kernel/language.ts";
import { reservedSlugs } from "../../src/modules/access/index.ts";
import { mirrorPrefix } from "../../src/web/place.ts";
import { routes } from "../../src/web/routes.ts";
import type { Env } from "../../src/web/surroundings.ts";
import { testRoutes } from "../../src/web/test-routes.ts";
import { testApp } from "../support/app.ts";

/* What an address may be: read from the app itself, so that a route that is added is looked at here without a word. */

const site = testApp();

/** What an address begins with, when that is fixed and could be the name of a municipality: no dot, no place holder. */
const firstSegments = (paths: string[]): string[] =>
  [...new Set(paths.map((path) => path.split("/")[1] ?? ""))].filter((segment) => /^[a-z][a-z0-9-]*$/.test(segment));

describe("no municipality can be called", () => {
  test("as any page, file or interface of ours is", () => {
    const forTests = new Hono<Env>();
    testRoutes(forTests, { moveClock: () => undefined, sweep: undefined });
    const paths = [...site.app.routes, ...forTests.routes, ...routes].map(({ path }) => path);
    const segments = firstSegments(paths);
    // The test looks at all of it: pages, what is beside them, and what only tests have.
    expect(segments).toEqual(expect.arrayContaining(["werk", "over", "api", "health", "metrics", "assets", "proef"]));
    expect(segments.filter((segment) => !reservedSlugs.has(segment))).toEqual([]);
  });

  test("as a language, the mirrored site, or the interface that others expect at /hsds", () => {
    const segments = [...Object.keys(languages), mirrorPrefix, "hsds"];
    expect(segments.filter((segment) => !reservedSlugs.has(segment))).toEqual([]);
  });
});
