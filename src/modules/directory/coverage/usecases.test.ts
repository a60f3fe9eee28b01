import { beforeAll, expect, test } from "vitest";
import { loadExampleWorld } from "../../../../example/load.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { as, type Ctx, inTransaction } from "../../../kernel/context.ts";
import { idFor } from "../../../kernel/id.ts";
import { dutch } from "../../contact/make.ts";
import { aService, aServicePoint } from "../make.ts";
import { addService, listThemes } from "../usecases.ts";
import { readYardstick } from "./store.ts";
import { checkCoverage } from "./usecases.ts";

const database = testDatabase();
const utrecht = "GM0344";
const visitor = (): Ctx => ({
  db: database.db,
  now: dutch("2026-11-24T10:00"),
  municipalityId: utrecht,
  actor: { kind: "visitor" },
});
beforeAll(() => loadExampleWorld(database.db, visitor().now, "a secret of no installation", { callbacks: false }));

const check = () => checkCoverage(visitor(), { chain: [utrecht, "NL"], reach: 5 });
const cell = async (theme: string, name: string) =>
  (await check()).themes.find((one) => one.theme === theme)?.cells.find((one) => one.function === name);

test("the example world of Utrecht has help with letters for a benefit, and a lawyer in the country", async () => {
  expect(await cell("uitkering", "eerstelijns-hulp")).toMatchObject({ found: "here", isGap: false });
  expect(await cell("scheiding", "rechtsbijstand")).toMatchObject({ isGap: false });
});

test("what is withdrawn or only for professionals fills no gap, and what everybody may use does", async () => {
  const organisation = {
    id: idFor("organisation:voorbeeld-rechtswinkel-utrecht"),
    name: "",
    independence: "unknown",
    reason: { nl: "" },
  } as const;
  const mediator = (over: Parameters<typeof aService>[0]) =>
    aService({
      municipalityId: utrecht,
      organisation,
      themes: ["kopen-en-contract"],
      functions: ["pre-mediation"],
      points: [aServicePoint()],
      ...over,
    });
  const publish = (service: ReturnType<typeof aService>) =>
    inTransaction(as(visitor(), { kind: "system", purpose: "editing" }), (ctx) => addService(ctx, service));
  await publish(mediator({ withdrawn: true }));
  await publish(mediator({ forProfessionals: true }));
  expect((await cell("kopen-en-contract", "pre-mediation"))?.found).not.toBe("here");
  await publish(mediator({}));
  expect((await cell("kopen-en-contract", "pre-mediation"))?.found).toBe("here");
});

test("every life event of the yardstick is one of ours, and each has a reason in both languages", () => {
  const yardstick = readYardstick();
  for (const { slug } of listThemes()) {
    const { wanted, because } = yardstick(slug);
    expect(wanted.size, slug).toBeGreaterThan(0);
    for (const { nl, en } of because) expect([nl.length > 10, en.length > 10], slug).toEqual([true, true]);
  }
});
