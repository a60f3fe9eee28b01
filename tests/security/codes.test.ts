import type { KyselyPlugin } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/app.tsx";
import { markEventsOf, type Pool } from "../../src/kernel/context.ts";
import { appSecret, type TestApp, testApp, tuesdayMorning } from "../support/app.ts";
import { twoMunicipalities, type World } from "./two-municipalities.ts";

/* What somebody leaves behind who tries a code: one event, whatever the code, and nothing that helps the next guess. */

const site = testApp();
const strict = testApp({ LIMIT_CODES: "2" });
const made: { world?: World } = {};
beforeAll(async () => {
  made.world = await twoMunicipalities(site.database, tuesdayMorning, appSecret);
});
const own = () => {
  if (made.world === undefined) throw new Error("The world is only there inside a test.");
  return made.world.raadslieden.cases[0];
};

type Try = { code: string; digits: string };
type Ask = (app: TestApp["app"], tried: Try, municipality?: string) => Promise<Response>;

const onThePage: Ask = async (app, { code, digits }, municipality = "utrecht") =>
  app.request(`/${municipality}/volg`, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ code, digits }),
  });
const byProgram: Ask = async (app, { code, digits }, municipality = "utrecht") =>
  app.request(`/api/v1/terugbelverzoeken/actueel?gemeente=${municipality}`, {
    headers: { "Rechtspoor-Code": code, "Rechtspoor-Cijfers": digits },
  });
const doors: [where: string, ask: Ask][] = [
  ["on the page", onThePage],
  ["by a program", byProgram],
];

const right = (): Try => ({ code: own().code, digits: own().phone.slice(-4) });
/** Each opens nothing: never given, the digits of somebody else, no code at all. */
const wrong = (): Try[] => [
  { code: "K7PX-M2HR", digits: own().phone.slice(-4) },
  { code: own().code, digits: "0000" },
  { code: "geen code", digits: "geen" },
];

type Event = {
  municipality_id: string;
  name: string;
  subject_ref: string;
  facts: unknown;
  actor_kind: string;
  actor_person_id: string | null;
};
/** The events that this adds, in the order in which they came. */
async function eventsOf({ database }: TestApp, act: () => Promise<unknown>): Promise<Event[]> {
  const all = async () => (await database.admin.query<Event & { id: string }>("select * from event order by id")).rows;
  const before = new Set((await all()).map(({ id }) => id));
  await act();
  return (await all()).filter(({ id }) => !before.has(id));
}

describe.each(doors)("a code that is tried %s", (_, ask) => {
  test("and opens a question is one reading of it, by whoever has the code", async () => {
    const events = await eventsOf(site, async () => expect((await ask(site.app, right())).status).toBeLessThan(400));
    const { rows } = await site.database.admin.query("select event_ref from case_file where id = $1", [own().caseId]);
    expect(events).toMatchObject([
      {
        municipality_id: "GM0344",
        name: "access.fileRead",
        subject_ref: rows[0].event_ref,
        facts: { ground: "own-code" },
        actor_kind: "code",
        actor_person_id: null,
      },
    ]);
  });

  test("and opens nothing is one refusal, about nothing that anybody can find", async () => {
    const { rows } = await site.database.admin.query("select event_ref from case_file");
    const known = new Set(rows.map((row) => row.event_ref));
    const subjects = new Set<string>();
    for (const tried of wrong()) {
      const events = await eventsOf(site, () => ask(site.app, tried));
      expect(events).toMatchObject([
        { municipality_id: "GM0344", name: "access.codeRefused", facts: {}, actor_kind: "code", actor_person_id: null },
      ]);
      for (const { subject_ref: subject } of events) {
        expect(known.has(subject)).toBe(false);
        subjects.add(subject);
      }
      const told = JSON.stringify(events);
      for (const word of [tried.code, tried.code.replace("-", ""), own().proof, own().caseId])
        expect(told).not.toContain(word);
    }
    expect(subjects.size).toBe(3);
  });

  test("of another municipality is refused there, and that municipality writes it down", async () => {
    const events = await eventsOf(site, () => ask(site.app, right(), "almere"));
    expect(events).toMatchObject([{ municipality_id: "GM0034", name: "access.codeRefused", facts: {} }]);
  });

  test("asks the database the same, whether there is such a code or not", async () => {
    const asked: string[] = [];
    const listening: KyselyPlugin = {
      transformQuery: ({ node }) => {
        asked.push(JSON.stringify(node, (key, value: unknown) => (key === "value" ? "…" : value)));
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    };
    const db: Pool = site.database.db.withPlugin(listening);
    markEventsOf(db, appSecret);
    const app = createApp({ ...site.surroundings, db });
    expect((await ask(app, right())).status).toBeLessThan(400);
    const steps = [];
    for (const tried of wrong()) {
      asked.length = 0;
      expect((await ask(app, tried)).status).toBeLessThan(500);
      // The fingerprint of what was tried, fresh ids, the mark of the event and the trace of the request are all that differs.
      steps.push(
        asked.map((step) =>
          step.replace(/\[\d+(,\d+){31}\]|[0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "…"),
        ),
      );
    }
    expect(steps[0]?.length).toBeGreaterThan(2);
    expect(steps[1]).toEqual(steps[0]);
    expect(steps[2]).toEqual(steps[0]);
  });
});

test("who left the digits out has tried nothing", async () => {
  const events = await eventsOf(site, async () => {
    expect((await onThePage(site.app, { code: "K7PX-M2HR", digits: " " })).status).toBe(400);
    expect((await byProgram(site.app, { code: "K7PX-M2HR", digits: "" })).status).toBe(400);
  });
  expect(events).toEqual([]);
});

test("whoever tries too often waits a minute, on the page and by program together, and nothing is written of it", async () => {
  const tried = { code: "K7PX-M2HR", digits: "1234" };
  const statuses: number[] = [];
  const twice = await eventsOf(strict, async () => {
    for (const ask of [onThePage, byProgram]) statuses.push((await ask(strict.app, tried)).status);
  });
  const more = await eventsOf(strict, async () => {
    for (const ask of [byProgram, onThePage]) statuses.push((await ask(strict.app, tried)).status);
  });
  expect(statuses).toEqual([400, 404, 429, 429]);
  expect([twice.length, more.length]).toEqual([2, 0]);
  strict.at(tuesdayMorning.add({ minutes: 1 }));
  expect((await byProgram(strict.app, tried)).status).toBe(404);
});
