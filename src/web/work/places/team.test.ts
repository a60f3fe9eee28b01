import { expect, test } from "vitest";
import { personId, teamId } from "../../../../example/places.ts";
import { testApp } from "../../../../tests/support/app.ts";
import { openBrowser } from "../../../../tests/support/browser.ts";

const site = testApp();

const page = `/werk/utrecht/gemeente/teams/${teamId("team-rechtswinkel-utrecht")}`;
const typed = {
  teamName: "Voorbeeld Spreekuurteam Utrecht",
  function: "rechtswinkel",
  phone: "06-00000899",
  teamMail: "team@example.org",
};
const hours = async () =>
  (await site.database.admin.query("select office_hours from team where id = $1", [page.split("/").at(-1)])).rows[0]
    .office_hours;

test("a team with other times on other days keeps them when the days and times stay empty", async () => {
  const differing = [
    { weekday: 1, from: "09:00", until: "12:00" },
    { weekday: 1, from: "13:00", until: "17:00" },
    { weekday: 4, from: "10:00", until: "20:00" },
  ];
  await site.database.admin.query("update team set office_hours = $1 where id = $2", [
    JSON.stringify(differing),
    page.split("/").at(-1),
  ]);
  const { name, token } = await site.signIn(personId("pim-bosch"));
  const browser = openBrowser(site.app);
  browser.cookies.set(name, token);
  expect((await browser.ask(page)).body).toContain("Laat de dagen en de tijden leeg als dat zo blijft");
  expect((await browser.ask(page, { form: { ...typed, from: "", until: "" } })).status).toBe(303);
  expect(await hours()).toEqual(differing);
  // Half of it is not a choice.
  expect((await browser.ask(page, { form: { ...typed, day: ["2"], from: "", until: "" } })).status).toBe(400);
  expect((await browser.ask(page, { form: { ...typed, day: ["2"], from: "9", until: "12" } })).status).toBe(303);
  expect(await hours()).toEqual([{ weekday: 2, from: "09:00", until: "12:00" }]);
  // From here on it is like every other team: nothing may stay empty.
  expect((await browser.ask(page, { form: { ...typed, from: "", until: "" } })).status).toBe(400);
});
