import { createServer, type Server } from "node:http";
import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { isForEverybody } from "./for-everybody.ts";

/* The site of a municipality with our box in it: another host, with a content policy, and one script. */

const site = startSite();

const host: { server?: Server; url: string; asked: string[] } = { url: "", asked: [] };
const policy = () =>
  `default-src 'none'; script-src ${site.url}; form-action ${site.url}; style-src 'none'; frame-ancestors 'none'`;
const page = (language: string, attributes: string) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>Gemeente Voorbeeld</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script type="module" src="${site.url}/widget.js"></script></head>
<body><main><h1>Gemeente Voorbeeld</h1>
<rechtspoor-zoek ${attributes}><a href="${site.url}/utrecht">Zoek hulp bij Rechtspoor</a></rechtspoor-zoek>
</main></body></html>`;

test.beforeAll(async () => {
  host.server = createServer((request, response) => {
    host.asked.push(`${request.method} ${request.url}`);
    const isEnglish = request.url === "/en";
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", policy());
    response.end(page(isEnglish ? "en" : "nl", request.url === "/zonder" ? "" : 'gemeente="utrecht"'));
  });
  await new Promise<void>((resolve) => host.server?.listen(0, "127.0.0.1", resolve));
  const address = host.server.address();
  // Not `localhost`: only another host is another site to a browser.
  host.url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
test.afterAll(() => {
  host.server?.close();
});

test("words typed there lead to the answer here, in the same tab, in no address and without a cookie before that", async ({
  page,
  context,
}) => {
  const [asked, refused]: [string[], string[]] = [[], []];
  page.on("request", (request) => asked.push(`${request.method()} ${request.url()}`));
  page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
  await page.goto(host.url);
  const box = page.getByLabel("Waar hebt u hulp bij nodig?");
  await expect(box).toBeVisible();
  await expect(page.getByRole("link", { name: "Zoek hulp bij Rechtspoor" })).toBeVisible();
  // Two to one script: the address that stays, and where it leads now.
  const ofOurs = asked.filter((one) => one.includes(site.url));
  expect(ofOurs).toEqual([
    `GET ${site.url}/widget.js`,
    expect.stringMatching(/^GET .*\/assets\/search-widget-.*\.js$/),
  ]);
  expect(await context.cookies()).toEqual([]);
  await isForEverybody(page, "the box on another site");

  await page.keyboard.press("Tab");
  await expect(box).toBeFocused();
  await page.keyboard.type("Ik kan mijn huur niet betalen");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${site.url}/utrecht/hulp/antwoord`);
  await expect(page.locator("main")).toContainText("U schreef over");
  expect([...asked, ...host.asked].filter((one) => /huur/.test(one))).toEqual([]);
  expect(refused).toEqual([]);
  expect((await context.cookies()).every(({ domain }) => domain === "localhost")).toBe(true);
  await page.goBack();
  await expect(page).toHaveURL(`${host.url}/`);
});

test("it is small, speaks the language of the page, and stays a link where it cannot be a box", async ({
  page,
  browser,
  request,
}) => {
  const script = await request.get(`${site.url}/widget.js`);
  expect(script.headers()["access-control-allow-origin"]).toBe("*");
  expect(script.headers()["cross-origin-resource-policy"]).toBe("cross-origin");
  expect((await script.body()).length).toBeLessThan(5_000);
  await page.goto(`${host.url}/en`);
  await page.getByLabel("What do you need help with?").fill("I cannot pay the rent");
  await page.getByRole("button", { name: "Find help" }).click();
  await expect(page).toHaveURL(`${site.url}/en/utrecht/hulp/antwoord`);

  await page.goto(`${host.url}/zonder`);
  await expect(page.getByRole("link", { name: "Zoek hulp bij Rechtspoor" })).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(host.url);
  await plain.getByRole("link", { name: "Zoek hulp bij Rechtspoor" }).click();
  await expect(plain).toHaveURL(`${site.url}/utrecht`);
});
