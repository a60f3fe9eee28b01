import { beforeEach, describe, expect, test } from "vitest";
import { personId } from "../../../../example/places.ts";
import { testApp } from "../../../../tests/support/app.ts";
import { type Browser, type Form, openBrowser, signIn } from "../../../../tests/support/browser.ts";

const site = testApp();
const sql = (text: string, values: unknown[] = []) => site.database.admin.query(text, values);
const as = (slug: string): Promise<Browser> => signIn(site, openBrowser(site.app), personId(slug));
const page = "/werk/utrecht/routekaart/onderwerpen/wonen";
const form = (over: Form = {}): Form => ({
  paragraph: "wat-nu",
  version: "0",
  nl: "- Bel de huurbalie.",
  en: "- Call the desk.",
  state: "reviewed",
  reason: "Hier is een huurbalie.",
  ...over,
});
const read = async (path = "/utrecht/onderwerp/wonen") => (await openBrowser(site.app).ask(path)).body;

beforeEach(() => sql("delete from theme_text where theme = 'wonen'"));

describe("the editor of a municipality", () => {
  test("finds the subjects in the menu, writes a text, and residents read it at once, in both languages", async () => {
    const stefan = await as("stefan-molenaar");
    const list = await stefan.ask("/werk/utrecht/routekaart/onderwerpen");
    expect(list.body).toContain('href="/werk/utrecht/routekaart/onderwerpen"');
    const sent = await stefan.ask(page, { form: form() });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, page]);
    expect((await stefan.ask(page)).body).toContain("Bewaard. Inwoners lezen het meteen.");
    const dutch = await read();
    expect(dutch).toContain("Bel de huurbalie.");
    expect(dutch).toContain("Deze tekst is van de gemeente Utrecht.");
    const english = await read("/en/utrecht/onderwerp/wonen");
    expect(english).toContain("Call the desk.");
    expect(english).toContain("This text is by the municipality of Utrecht.");
    expect(await read("/wijk-bij-duurstede/onderwerp/wonen")).not.toContain("huurbalie");
  });

  test("empties a text, or takes it away, and the national one is back", async () => {
    const stefan = await as("stefan-molenaar");
    await stefan.ask(page, { form: form() });
    await stefan.ask(page, { form: form({ version: "1", nl: "", en: "" }) });
    expect((await stefan.ask(page)).body).toContain("De eigen tekst is weg.");
    expect(await read()).not.toContain("huurbalie");
    await stefan.ask(page, { form: form({ version: "2" }) });
    expect(await read()).toContain("huurbalie");
    await stefan.ask(page, { form: form({ version: "3", do: "take" }) });
    expect(await read()).not.toContain("huurbalie");
  });

  test.each<[what: string, over: Form, sentence: string]>([
    ["without a reason", { reason: " " }, "Schrijf op waarom u dit wijzigt."],
    ["too long", { nl: `- Begin ${"x".repeat(4000)}` }, "De Nederlandse tekst is te lang."],
    ["too long in English", { en: "x".repeat(4001) }, "De Engelse tekst is te lang."],
    ["in English alone", { nl: "" }, "Schrijf de tekst eerst in het Nederlands."],
  ])("hears what is wrong with a text %s, and keeps what was typed", async (_, over, sentence) => {
    const stefan = await as("stefan-molenaar");
    const answer = await stefan.ask(page, { form: form(over) });
    expect([answer.status, answer.body.includes(sentence)]).toEqual([400, true]);
    const typed = [form(over).nl, form(over).en, form(over).reason].map(String);
    for (const words of typed.filter((words) => words.trim() !== "")) expect(answer.body).toContain(words);
    expect((await sql("select from theme_text where theme = 'wonen'")).rowCount).toBe(0);
  });

  test("sees what a colleague wrote meanwhile, and keeps what they typed until they save once more", async () => {
    const stefan = await as("stefan-molenaar");
    await stefan.ask(page, { form: form() });
    await stefan.ask(page, { form: form({ version: "1", nl: "- Bel vóór tien uur.", reason: "Nieuwe tijden." }) });
    const answer = await stefan.ask(page, { form: form({ version: "1", nl: "- Mail de huurbalie." }) });
    expect(answer.status).toBe(409);
    for (const words of [
      "Een collega wijzigde deze tekst intussen",
      "Nieuwe tijden.",
      "Bel vóór tien uur.",
      "- Mail de huurbalie.",
      "U wijzigde allebei: het Nederlands",
      'name="version" value="2"',
    ])
      expect(answer.body).toContain(words);
    expect(await read()).toContain("Bel vóór tien uur.");
    await stefan.ask(page, { form: form({ version: "2", nl: "- Mail de huurbalie." }) });
    expect(await read()).toContain("Mail de huurbalie.");
  });

  test("moves a text that stands nowhere any more, or hears that they must say to where", async () => {
    await sql("insert into theme_text values ('GM0344', 'wonen', 'verdwenen', '{\"nl\": \"- Uit vroeger tijden.\"}')");
    const stefan = await as("stefan-molenaar");
    expect((await stefan.ask("/werk/utrecht/routekaart/onderwerpen")).body).toContain("verdwenen");
    expect((await stefan.ask(page)).body).toContain("Uit vroeger tijden.");
    expect(await read()).not.toContain("Uit vroeger tijden.");
    const moving = { paragraph: "verdwenen", version: "1", to: "", reason: "Heet nu anders." };
    const wrong = await stefan.ask(`${page}/verplaats`, { form: moving });
    expect([wrong.status, wrong.body.includes("Kies naar welk stuk de tekst gaat.")]).toEqual([400, true]);
    await stefan.ask(`${page}/verplaats`, { form: { ...moving, to: "eigen" } });
    const body = await read();
    expect(body).toContain("Uit vroeger tijden.");
    expect(body).toContain("Zo gaat het in Utrecht");
  });

  test("takes a change back, and what a theme that is gone said is still there", async () => {
    await sql("insert into theme_text values ('GM0344', 'vroeger', 'wat-nu', '{\"nl\": \"- Toen.\"}')");
    const stefan = await as("stefan-molenaar");
    await stefan.ask(page, { form: form() });
    const undone = { paragraph: "wat-nu", version: "1", reason: "Teruggedraaid." };
    await stefan.ask(`${page}/terug`, { form: undone });
    expect(await read()).not.toContain("huurbalie");
    const gone = "/werk/utrecht/routekaart/onderwerpen/vroeger";
    expect((await stefan.ask("/werk/utrecht/routekaart/onderwerpen")).body).toContain(gone);
    expect((await stefan.ask(gone)).body).toContain("Toen.");
    expect((await openBrowser(site.app).ask("/utrecht/onderwerp/vroeger")).status).toBe(404);
    await sql("delete from theme_text where theme = 'vroeger'");
  });
});

describe("a text that means no good", () => {
  const hostile = [
    "# Groot",
    "- <script>kwaad()</script><img src=x onerror=kwaad()>",
    "- [klik](javascript:kwaad()) [ook](data:text/html,kwaad) ![plaatje](https://elders.example/oog.png)",
    '- [x](https://elders.example/"onmouseover="kwaad()) <https://elders.example>',
    "<iframe src=https://elders.example></iframe>",
  ].join("\n");

  test("is inert where residents read it and where its editor does", async () => {
    const stefan = await as("stefan-molenaar");
    expect((await stefan.ask(page, { form: form({ nl: hostile, en: hostile }) })).status).toBe(303);
    for (const body of [
      await read(),
      await read("/en/utrecht/onderwerp/wonen"),
      (await stefan.ask(page)).body,
      (await stefan.ask(`${page}?alinea=wat-nu`)).body,
    ]) {
      expect(body).toContain("&lt;script&gt;kwaad()");
      expect(body).not.toMatch(
        /<script>kwaad|<img[^>]*(onerror|elders)|<iframe|href="(javascript|data):|\sonmouseover=/,
      );
      // One heading of the first level, and it is ours.
      expect(body.match(/<h1/g)).toHaveLength(1);
    }
  });
});

describe("a region", () => {
  const list = "/werk/voorbeeldregio-utrecht/routekaart/onderwerpen";

  test("has a workspace in which its editor writes for its municipalities, and no link to a site that is not there", async () => {
    const marit = await as("marit-kuiper");
    const { status, body } = await marit.ask(list);
    expect(status).toBe(200);
    expect(body).toContain("inwoners van Utrecht, Wijk bij Duurstede");
    await marit.ask(`${list}/wonen`, { form: form({ nl: "- Bel de regio." }) });
    for (const town of ["utrecht", "wijk-bij-duurstede"]) {
      const seen = await read(`/${town}/onderwerp/wonen`);
      expect(seen).toContain("Bel de regio.");
      expect(seen).toContain("Deze tekst is van Voorbeeldregio Utrecht.");
    }
    expect(await read("/almere/onderwerp/wonen")).not.toContain("Bel de regio.");
    const pages = ["", "/start", "/sessies", "/routekaart/onderwerpen", "/routekaart/onderwerpen/wonen", "/nergens"];
    for (const path of pages)
      expect((await marit.ask(`/werk/voorbeeldregio-utrecht${path}`)).body).not.toMatch(
        /href="(\/en)?\/voorbeeldregio-utrecht/,
      );
  });

  test("has no public site, and is nobody's town", async () => {
    for (const path of ["", "/hulp", "/onderwerp/schulden", "/privacy", "/bel-mij-terug"])
      expect((await openBrowser(site.app).ask(`/voorbeeldregio-utrecht${path}`)).status).toBe(404);
    for (const typed of ["Voorbeeldregio Utrecht", "voorbeeldregio", "Nederland"])
      expect((await openBrowser(site.app).ask(`/?plaats=${encodeURIComponent(typed)}`)).status).toBe(400);
    const chosen = openBrowser(site.app);
    chosen.cookies.set("gemeente", "voorbeeldregio-utrecht");
    expect((await chosen.ask("/")).body).not.toContain('href="/voorbeeldregio-utrecht"');
  });

  test("is not there for the editor of a municipality in it, nor a municipality for the editor of the region", async () => {
    const [stefan, marit] = [await as("stefan-molenaar"), await as("marit-kuiper")];
    for (const [browser, path] of [
      [stefan, list],
      [marit, "/werk/utrecht/routekaart/onderwerpen"],
      [marit, page],
    ] as const)
      expect((await browser.ask(path)).status).toBe(404);
    expect((await marit.ask(page, { form: form() })).status).toBe(404);
    expect((await openBrowser(site.app).ask(list)).status).toBe(401);
  });
});

describe("a translation that lags behind", () => {
  const told = (words: unknown) =>
    sql("insert into theme_text values ('GM0344', 'wonen', 'wat-nu', $1)", [JSON.stringify(words)]);

  test("shows the Dutch to who reads English, marked as Dutch, when there is none or only a draft", async () => {
    for (const words of [{ nl: "- Bel." }, { nl: "- Bel.", en: "- Perhaps call.", states: { en: "draft" } }]) {
      await sql("delete from theme_text where theme = 'wonen'");
      await told(words);
      const body = await read("/en/utrecht/onderwerp/wonen");
      expect(body).toContain('lang="nl"><ul>\n<li>Bel.');
      expect(body).toContain("This text is only there in Dutch.");
      expect(body).not.toContain("Perhaps");
    }
  });

  test("is shown when it is older, and says so; who changes the Dutch alone makes it so", async () => {
    const stefan = await as("stefan-molenaar");
    await stefan.ask(page, { form: form() });
    expect(await read("/en/utrecht/onderwerp/wonen")).not.toContain("newer than this translation");
    await stefan.ask(page, { form: form({ version: "1", nl: "- Bel vóór tien uur." }) });
    expect(await read("/en/utrecht/onderwerp/wonen")).toContain("The Dutch text is newer than this translation.");
    expect(await read()).not.toContain("nieuwer dan deze vertaling");
  });
});
