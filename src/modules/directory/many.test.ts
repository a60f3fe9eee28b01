import { beforeAll, expect, test } from "vitest";
import { loadExampleWorld } from "../../../example/load.ts";
import { personId, teamId } from "../../../example/places.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { roundsOf } from "../../../tests/support/rounds.ts";
import type { Ctx } from "../../kernel/context.ts";
import { idFor } from "../../kernel/id.ts";
import { dutch } from "../contact/make.ts";
import { checkCoverage } from "./coverage/usecases.ts";
import { listEntries } from "./editing/usecases.ts";
import { findHelp, listListed } from "./usecases.ts";

/* Twenty thousand kinds of help in one municipality, each at a place of its own: more than any has. In a short run a tenth. */

const many = roundsOf(2_000, 20_000);
const utrecht = "GM0344";
const database = testDatabase();
const visitor = (): Ctx => ({
  db: database.db,
  now: dutch("2026-11-24T10:00"),
  municipalityId: utrecht,
  actor: { kind: "visitor" },
});
const editor = (): Ctx => ({
  ...visitor(),
  actor: {
    kind: "person",
    personId: personId("stefan-molenaar"),
    teamIds: [],
    duties: [
      {
        role: "directory-editor",
        teamId: teamId("team-beleid-utrecht"),
        organisationId: idFor("organisation:gemeente-utrecht"),
      },
    ],
  },
});

beforeAll(async () => {
  await loadExampleWorld(database.db, visitor().now, "a secret of no installation", { callbacks: false });
  const of = idFor("service:hulp-rechtswinkel-utrecht");
  await database.admin.query(
    `insert into service select (jsonb_populate_record(s, jsonb_build_object(
       'id', gen_random_uuid(), 'name', jsonb_build_object('nl', 'Spreekuur ' || n)))).*
     from service s, generate_series(1, $2) n where s.id = $1`,
    [of, many],
  );
  await database.admin.query(
    `insert into service_point select (jsonb_populate_record(p, jsonb_build_object(
       'id', gen_random_uuid(), 'service_id', s.id, 'team_id', null))).*
     from service s, service_point p where p.service_id = $1 and s.name ->> 'nl' like 'Spreekuur %' and s.municipality_id = $2`,
    [of, utrecht],
  );
});

test("finding help shows a page, and what fits best is on it", async () => {
  const asked = { chain: [utrecht, "NL"], perPage: 10 };
  const first = await findHelp(visitor(), { ...asked, words: "gratis juridisch spreekuur", page: 1 });
  expect([first.services.length, first.more]).toEqual([10, true]);
  const named = await findHelp(visitor(), { ...asked, words: "Voorbeeld Gratis juridisch spreekuur", page: 1 });
  expect(named.services[0]?.name.nl).toBe("Voorbeeld Gratis juridisch spreekuur");
  const last = await findHelp(visitor(), { ...asked, themes: ["werk"], page: many / 10 });
  expect(last.services).toHaveLength(10);
});

test("its editor gets the list page by page, and finds one by name", async () => {
  const page = await listEntries(editor(), { page: many / 50, perPage: 50 });
  expect(page?.entries).toHaveLength(50);
  expect(page?.count).toBeGreaterThan(many);
  const found = await listEntries(editor(), { name: `Spreekuur ${many - 1}`, page: 1, perPage: 50 });
  expect(found?.entries.map(({ service }) => service.name.nl)).toEqual([`Spreekuur ${many - 1}`]);
});

test("the coverage check counts all of it, and search engines get it part by part", async () => {
  const { offered } = await checkCoverage(visitor(), { chain: [utrecht, "NL"], reach: 5 });
  expect(offered.here).toBeGreaterThan(many);
  expect(await listListed(visitor(), utrecht, { after: undefined, limit: 1000 })).toHaveLength(1000);
});
