import { expect, type Page, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { isForEverybody } from "./for-everybody.ts";

/* What somebody may be about to type, under the box for a search word; and the box without it. */

const site = startSite();

async function begin(page: Page, typed: string) {
  await page.goto(`${site.url}/utrecht/hulp`);
  const box = page.getByLabel("Zoek met een ander woord");
  await box.pressSequentially(typed);
  const list = page.getByRole("listbox");
  // The filters on this page have options too.
  return { box, list, lines: list.getByRole("option"), said: page.getByRole("status") };
}

test("by keyboard: arrows choose, Enter puts it in the box and then searches, Escape closes", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  const { box, list, lines, said } = await begin(page, "huur");
  await expect(list).toBeVisible();
  expect(await lines.count()).toBeLessThanOrEqual(8);
  await expect(said).toHaveText(`${await lines.count()} suggesties`);
  await expect(box).toHaveRole("combobox");
  await expect(box).toHaveAttribute("aria-expanded", "true");
  await isForEverybody(page, "a search word with suggestions");

  await box.press("ArrowDown");
  await box.press("ArrowDown");
  await box.press("ArrowUp");
  await expect(lines.first()).toHaveAttribute("aria-selected", "true");
  await expect(box).toHaveAttribute("aria-activedescendant", (await lines.first().getAttribute("id")) ?? "");
  await expect(box).toBeFocused();
  await isForEverybody(page, "a search word with a suggestion chosen");
  const [chosen = ""] = await lines.allTextContents();
  await box.press("Enter");
  await expect(box).toHaveValue(chosen);
  await expect(list).toBeHidden();
  await expect(box).toHaveAttribute("aria-expanded", "false");
  expect(page.url()).toBe(`${site.url}/utrecht/hulp`);

  await box.press("Backspace");
  await expect(list).toBeVisible();
  await box.press("Escape");
  await expect(list).toBeHidden();
  await expect(box).toHaveValue(chosen.slice(0, -1));
  // What was typed is in no address until it is sent.
  expect(asked.filter((one) => one.startsWith("POST")).every((one) => one === "POST /utrecht/hulp/aanvullen")).toBe(
    true,
  );
  await box.press("Enter");
  await expect(page).toHaveURL(/\/utrecht\/hulp\?zoek=/);
});

test("by pointer: a press chooses, and a press elsewhere closes", async ({ page }) => {
  const { box, list, lines } = await begin(page, "schuld");
  await expect(list).toBeVisible();
  const [, second = ""] = await lines.allTextContents();
  await lines.nth(1).click();
  await expect(box).toHaveValue(second);
  await expect(box).toBeFocused();
  await box.press("Backspace");
  await expect(list).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();
  await expect(list).toBeHidden();
});

test("nothing to suggest is said; one letter asks nothing; and without the answer the box still searches", async ({
  page,
}) => {
  const { box, list, said } = await begin(page, "qqqq");
  await expect(said).toHaveText("Geen suggesties");
  await expect(list).toBeHidden();
  await box.fill("h");
  await expect(said).toHaveText("");
  await page.route("**/aanvullen", (route) => route.abort());
  await box.fill("huur");
  await box.press("Enter");
  await expect(page).toHaveURL(`${site.url}/utrecht/hulp?zoek=huur`);
});

test("without a script it is a box for a search word", async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${site.url}/utrecht/hulp`);
  await page.getByRole("searchbox", { name: "Zoek met een ander woord" }).fill("huur");
  await page.getByRole("search").getByRole("button").click();
  await expect(page).toHaveURL(`${site.url}/utrecht/hulp?zoek=huur`);
});
