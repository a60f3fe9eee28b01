import type { KyselyPlugin } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/app.tsx";
import { markEventsOf } from "../../src/kernel/context.ts";
import { newId } from "../../src/kernel/id.ts";
import { appSecret, testApp } from "../support/app.ts";
import { read } from "../support/browser.ts";
import { type Asked, asking } from "./matrix/asking.ts";
import { type Actor, type MatrixWorld, matrixWorld, pointOf, type Subject } from "./matrix/world.ts";

/*
 * What is there and not yours takes the same steps as what never was: the same statements, and as many of them. A clock that runs longer, or a query more, would tell what the page does not. Codes and lost codes are counted in
 * codes.test.ts and lost-code.test.ts.
 */

const site = testApp();
const made: { world?: MatrixWorld; app?: ReturnType<typeof createApp> } = {};
const asked: string[] = [];
/** Ids, fingerprints and the like differ from one request to the next; what is asked with them does not. */
const filledIn = (key: string, value: unknown): unknown =>
  key === "value" || key === "values" || key === "parameters" ? "…" : value;
const listening: KyselyPlugin = {
  transformQuery: ({ node }) => {
    asked.push(
      JSON.stringify(node, filledIn).replace(
        /[0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
        "…",
      ),
    );
    return node;
  },
  transformResult: ({ result }) => Promise.resolve(result),
};
beforeAll(async () => {
  made.world = await matrixWorld(site);
  const db = site.database.db.withPlugin(listening);
  markEventsOf(db, appSecret);
  made.app = createApp({ ...site.surroundings, db });
});
const world = (): MatrixWorld => {
  if (made.world === undefined) throw new Error("The world is only there inside a test.");
  return made.world;
};
const actor = (name: string): Actor => {
  const found = world().actors.find((one) => one.name === name);
  if (found === undefined) throw new Error(`Nobody is called ${name}.`);
  return found;
};
const about = (team: Subject["team"]): Subject => {
  const found = world().subjects.find((one) => one.team === team);
  if (found === undefined) throw new Error(`There is nothing of ${team}.`);
  return found;
};

/** What this request asks of the database, and what comes of it. */
async function stepsOf({ method, path, headers, body }: Asked): Promise<{ steps: string[]; status: number }> {
  asked.length = 0;
  const answer = await made.app?.request(path, { method, headers, ...(body === undefined ? {} : { body }) });
  const { status } = await read(answer ?? new Response());
  // Two reads that a page begins together arrive in either order.
  return { steps: asked.toSorted(), status };
}

type Door = { route: string; by: string; there: Subject["team"][]; status: number; fewest: number };
/** Who knocks where, about whose; and how many statements there are at the least, so that something is really counted. */
const doors: Record<string, Door> = {
  "opening a case": {
    route: "GET /werk/:gemeente/hulpvragen/:id",
    by: "other: helper",
    there: ["own", "beside", "host", "elsewhere"],
    status: 404,
    fewest: 3,
  },
  "writing in a case": {
    route: "POST /werk/:gemeente/hulpvragen/:id/notitie",
    by: "other: helper",
    there: ["own", "beside", "host", "elsewhere"],
    status: 404,
    fewest: 3,
  },
  "taking a question": {
    route: "POST /werk/:gemeente/vandaag/neem",
    by: "other: helper",
    there: ["own", "host", "elsewhere"],
    status: 303,
    fewest: 3,
  },
  "holding a case that one does not lead": {
    route: "POST /werk/:gemeente/hulpvragen/:id/vasthouden",
    by: "other: team-lead",
    there: ["own", "elsewhere"],
    status: 404,
    fewest: 3,
  },
  "breaking the glass of another organisation": {
    route: "POST /werk/:gemeente/noodtoegang",
    by: "other: helper",
    there: ["own", "host", "elsewhere"],
    status: 400,
    fewest: 4,
  },
  "a colleague of another organisation": {
    route: "GET /werk/:gemeente/collegas/:id",
    by: "other: organisation-admin",
    there: ["own", "host", "elsewhere"],
    status: 404,
    fewest: 3,
  },
  "giving a duty to somebody of another organisation": {
    route: "POST /werk/:gemeente/collegas/:id/taak",
    by: "other: organisation-admin",
    there: ["own", "host", "elsewhere"],
    status: 404,
    fewest: 3,
  },
  "inviting somebody of another organisation": {
    route: "POST /werk/:gemeente/collegas/:id/uitnodiging",
    by: "other: organisation-admin",
    there: ["own", "host", "elsewhere"],
    status: 404,
    fewest: 3,
  },
  "what a team of another organisation owes": {
    route: "GET /api/v1/teams/:id/toezeggingen",
    by: "program of other: toezeggingen.lezen",
    there: ["own", "host", "elsewhere"],
    status: 404,
    fewest: 3,
  },
};

describe("what is there and not yours asks the database the same as what never was", () => {
  test.each(Object.entries(doors))("%s", async (_, { route, by, there, status, fewest }) => {
    const stepsAbout = (subject: Subject) =>
      stepsOf(asking(route, actor(by), subject, "utrecht", { point: pointOf("own"), service: newId() }));
    // Once before: what a process learns at its first request is asked no second time.
    await stepsAbout(about("never"));
    const never = await stepsAbout(about("never"));
    expect(never.status).toBe(status);
    expect(never.steps.length).toBeGreaterThanOrEqual(fewest);
    for (const team of there) expect([team, await stepsAbout(about(team))]).toEqual([team, never]);
  });

  test("but opening one's own asks more: what is counted here would be seen", async () => {
    const route = "GET /werk/:gemeente/hulpvragen/:id";
    const place = { point: pointOf("own"), service: newId() };
    const own = await stepsOf(asking(route, actor("other: helper"), about("other"), "utrecht", place));
    const never = await stepsOf(asking(route, actor("other: helper"), about("never"), "utrecht", place));
    expect(own.steps.length).toBeGreaterThan(never.steps.length);
  });
});

describe("an invitation", () => {
  test("that ran out, was never sent, or was used is looked for in the same way", async () => {
    const word = "a".repeat(64);
    const steps = async (path: string) => stepsOf({ method: "GET", path, headers: { host: "localhost" } });
    const inviting = asking(
      "POST /werk/:gemeente/collegas/:id/uitnodiging",
      actor("own: organisation-admin"),
      about("own"),
      "utrecht",
      { point: pointOf("own"), service: newId() },
    );
    expect((await stepsOf(inviting)).status).toBe(303);
    const { rows } = await site.database.admin.query(
      "update person_invitation set ends_at = '2026-01-01' returning token_hash",
    );
    expect(rows).toHaveLength(1);
    // The hash of a word that we know, so that it can be asked for.
    await site.database.admin.query("update person_invitation set token_hash = encode(sha256($1::bytea), 'hex')", [
      word,
    ]);
    const overdue = await steps(`/werk/uitnodiging/${word}`);
    const never = await steps(`/werk/uitnodiging/${"b".repeat(64)}`);
    expect([overdue.status, never.status]).toEqual([404, 404]);
    expect(never.steps.length).toBeGreaterThanOrEqual(3);
    expect(overdue.steps).toEqual(never.steps);
  });
});

describe("a token", () => {
  test("for a program that ended, with another's secret, or that never was takes the same statements", async () => {
    const route = "POST /api/v1/oauth/token";
    const place = { point: pointOf("own"), service: newId() };
    const steps = (one: Actor) => stepsOf(asking(route, one, about("own"), "utrecht", place));
    const never = await steps({ ...actor("visitor"), secret: { id: newId(), secret: "x".repeat(43) } });
    const good = actor("program of own: toezeggingen.lezen");
    const wrong = await steps({ ...good, secret: { id: good.secret?.id ?? "", secret: "x".repeat(43) } });
    const ended = await steps(actor("program that was ended"));
    expect([never.status, wrong.status, ended.status]).toEqual([401, 401, 401]);
    expect(never.steps.length).toBeGreaterThanOrEqual(3);
    expect(wrong.steps).toEqual(never.steps);
    expect(ended.steps).toEqual(never.steps);
  });
});
