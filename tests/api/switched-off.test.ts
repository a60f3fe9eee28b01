import { expect, test } from "vitest";
import { testApp, tuesdayMorning } from "../support/app.ts";
import { callingPoint, get, listHelp, post, problemOf } from "./program.ts";

const site = testApp();

test("where a municipality does not let residents ask to be called, a program cannot either, and hears so beforehand", async () => {
  const point = await callingPoint(site);
  const request = { hulppuntId: point, telefoonnummer: "06-00001234", dagdelen: ["ochtend"], dringend: false };
  await site.database.admin.query("update municipality set modules_off = '{contact}' where id = 'GM0344'");
  site.at(tuesdayMorning.add({ minutes: 2 }));

  const refused = await post(site, "/terugbelverzoeken?gemeente=utrecht", request);
  expect(await problemOf(refused)).toMatchObject({ status: 404 });
  const { hulpaanbod } = await listHelp(site, "gemeente=utrecht");
  expect(hulpaanbod.flatMap(({ hulppunten }) => hulppunten).some(({ beltTerug }) => beltTerug)).toBe(false);
  expect((await site.database.admin.query("select count(*)::int as count from callback")).rows).toEqual([{ count: 0 }]);
  // Another municipality notices nothing, and the route map stays.
  expect((await listHelp(site, "gemeente=almere")).hulpaanbod.flatMap((help) => help.hulppunten)).toContainEqual(
    expect.objectContaining({ beltTerug: true }),
  );
  expect((await get(site, "/hulpaanbod?gemeente=utrecht")).status).toBe(200);
});
