import { describe, expect, test } from "vitest";
import { as, type Ctx } from "../../src/kernel/context.ts";
import { closeCallback, logAttempt } from "../../src/modules/contact/index.ts";
import { sweepAlarms } from "../../src/modules/promises/index.ts";
import { testApp, tuesdayMorning } from "../support/app.ts";
import { askCallback, callingPoint, faultsOf, follow, get, post, problemOf, Receipt, theLeast } from "./program.ts";

const site = testApp();

const receiptOf = async (answer: Response) => {
  expect(answer.status).toBe(201);
  return Receipt.parse(await answer.json());
};
const ask = async (over: Record<string, unknown> = {}, key?: string) => receiptOf(await askCallback(site, over, key));
const countCallbacks = async (): Promise<number> =>
  (await site.database.admin.query("select count(*) from callback")).rows[0]?.count;
const standing = async (code: string, digits = "1234"): Promise<unknown> => {
  const answer = await follow(site, code, digits);
  expect(answer.status).toBe(200);
  return answer.json();
};

/** The last callback that came in, and a colleague of its team at work now. */
async function atTheDesk(now = tuesdayMorning): Promise<{ ctx: Ctx; caseId: string }> {
  const { rows } = await site.database.admin.query(
    `select c.case_id, c.team_id, m.person_id from callback c join team_member m using (municipality_id, team_id)
     order by c.id desc limit 1`,
  );
  const ctx: Ctx = {
    db: site.database.db,
    now,
    municipalityId: "GM0344",
    actor: { kind: "person", personId: rows[0]?.person_id, teamIds: [rows[0]?.team_id] },
  };
  return { ctx, caseId: rows[0]?.case_id };
}

describe("asking", () => {
  test("a program asks for a resident to be called, and gets what the resident must know", async () => {
    const answer = await askCallback(site);
    expect(answer.headers.get("location")).toBe("http://localhost/api/v1/terugbelverzoeken/actueel?gemeente=utrecht");
    expect(await receiptOf(answer)).toEqual({
      code: expect.any(String),
      belVoor: "2026-11-26T09:00:00Z",
      klok: "werkdagen",
      bellenVanaf: "+31600000101",
      team: "Voorbeeld Team Raadslieden Utrecht",
      organisatie: "Voorbeeld Sociaal Raadslieden Utrecht",
    });
  });

  test("what was asked reaches the team as it would from the form, marked as coming through a program", async () => {
    await ask({
      telefoonnummer: "+31 6 0000 4321",
      dagdelen: ["middag", "ochtend"],
      dringend: true,
      magInspreken: true,
      magZeggenWieBelt: false,
      naam: "  Voorbeeld Inwoner ",
      mailadres: "inwoner@example.org",
      taal: "Turks",
      tolkNodig: true,
      voorIemandAnders: true,
      thema: "schulden",
      eigenWoorden: "Mijn huur\u0000 is te hoog.",
    });
    const { rows } = await site.database.admin.query(
      `select f.channel, f.theme, r.*, c.dayparts, c.harm, e.text from callback c
       join case_file f on f.id = c.case_id join resident r using (case_id) join contact_entry e using (case_id)
       where e.kind = 'resident-word' order by c.id desc limit 1`,
    );
    expect(rows[0]).toMatchObject({
      channel: "api",
      theme: "schulden",
      name: "Voorbeeld Inwoner",
      phone: "+31600004321",
      mail: "inwoner@example.org",
      language: "Turks",
      site_language: "nl",
      interpreter: true,
      may_leave_message: "yes",
      may_say_who: "no",
      asked_for: "someone-else",
      dayparts: ["afternoon", "morning"],
      harm: true,
      text: "Mijn huur is te hoog.",
    });
  });

  test("what a program leaves out is not known, and never taken for a yes", async () => {
    await ask({ telefoonnummer: "06-00007777" });
    const { rows } = await site.database.admin.query("select * from resident where phone = '+31600007777'");
    expect(rows[0]).toMatchObject({
      name: "",
      mail: null,
      language: "",
      interpreter: false,
      may_leave_message: "unknown",
      may_say_who: "unknown",
      asked_for: "self",
    });
  });

  test("the same question with the same key gives the same code and is one callback", async () => {
    const key = crypto.randomUUID();
    const before = await countCallbacks();
    const first = await ask({}, key);
    site.at(tuesdayMorning.add({ hours: 1 }));
    expect(await ask({}, key)).toEqual(first);
    expect(await countCallbacks()).toBe(before + 1);
  });

  test("the same key at the same moment from ten impatient tries is one callback", async () => {
    const key = crypto.randomUUID();
    const before = await countCallbacks();
    const receipts = await Promise.all(Array.from({ length: 10 }, () => ask({}, key)));
    expect(new Set(receipts.map(({ code }) => code)).size).toBe(1);
    expect(await countCallbacks()).toBe(before + 1);
  });

  test("without a key, with another key or with another content it is a new question with its own code", async () => {
    const key = crypto.randomUUID();
    const receipts = [
      await ask(),
      await ask(),
      await ask({}, key),
      await ask({}, crypto.randomUUID()),
      await ask({ dringend: true }, key),
    ];
    expect(new Set(receipts.map(({ code }) => code)).size).toBe(5);
  });

  test("who asked before cannot be learnt from the answer", async () => {
    const first = await ask({ telefoonnummer: "06-00008888", naam: "Voorbeeld" });
    const again = await ask({ telefoonnummer: "06-00008888", naam: "Voorbeeld" });
    expect({ ...again, code: "" }).toEqual({ ...first, code: "" });
  });
});

describe("asking wrongly", () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ["no number", { telefoonnummer: undefined }, ["telefoonnummer telefoonnummerOntbreekt"]],
    ["an empty number", { telefoonnummer: " " }, ["telefoonnummer telefoonnummerOntbreekt"]],
    ["what is no number", { telefoonnummer: "bel maar" }, ["telefoonnummer telefoonnummerOngeldig"]],
    ["a number that costs extra", { telefoonnummer: "0900-8844" }, ["telefoonnummer telefoonnummerVanOrganisatie"]],
    ["a number that is no text", { telefoonnummer: 600001234 }, ["telefoonnummer verkeerdeSoort"]],
    ["no part of the day", { dagdelen: [] }, ["dagdelen dagdeelOntbreekt"]],
    ["parts of the day left out", { dagdelen: undefined }, ["dagdelen dagdeelOntbreekt"]],
    ["parts of the day as one word", { dagdelen: "ochtend" }, ["dagdelen verkeerdeSoort"]],
    ["an unknown part of the day", { dagdelen: ["ochtend", "nacht"] }, ["dagdelen.1 geenKeuze"]],
    ["more parts than a day has", { dagdelen: Array(4).fill("ochtend") }, ["dagdelen buitenGrenzen"]],
    ["a part of the day in which nobody works", { dagdelen: ["avond"] }, ["dagdelen dagdeelGesloten"]],
    ["whether it hurts left out", { dringend: undefined }, ["dringend dringendOntbreekt"]],
    ["whether it hurts as a word", { dringend: "ja" }, ["dringend verkeerdeSoort"]],
    ["a name too long", { naam: "a".repeat(81) }, ["naam naamTeLang"]],
    ["no mail address", { mailadres: "inwoner" }, ["mailadres mailadresOngeldig"]],
    ["a language too long", { taal: "a".repeat(41) }, ["taal taalTeLang"]],
    ["too many own words", { eigenWoorden: "a".repeat(1001) }, ["eigenWoorden eigenWoordenTeLang"]],
    ["an unknown life event", { thema: "geldzorgen" }, ["thema geenKeuze"]],
    ["leave to speak in as a word", { magInspreken: "ja" }, ["magInspreken verkeerdeSoort"]],
    ["an interpreter as a word", { tolkNodig: "ja" }, ["tolkNodig verkeerdeSoort"]],
    ["no point", { hulppuntId: undefined }, ["hulppuntId ontbreekt"]],
    ["a point that is no id", { hulppuntId: "raadslieden" }, ["hulppuntId verkeerdeVorm"]],
    ["a point that is not there", { hulppuntId: crypto.randomUUID() }, ["hulppuntId hulppuntBeltNiet"]],
    ["a field we do not know", { telefoon: "06-00001234" }, ["telefoon onbekend"]],
    [
      "everything wrong at once",
      { telefoonnummer: "x", dagdelen: "ochtend", dringend: null, naam: "a".repeat(81), mailadres: "x", bsn: "1" },
      [
        "telefoonnummer telefoonnummerOngeldig",
        "dagdelen verkeerdeSoort",
        "dringend verkeerdeSoort",
        "naam naamTeLang",
        "mailadres mailadresOngeldig",
        "bsn onbekend",
      ],
    ],
  ])("%s is refused with every fault in it, and nobody is called", async (_what, over, faults) => {
    const before = await countCallbacks();
    const answer = await askCallback(site, over);
    expect(answer.status).toBe(400);
    expect(await faultsOf(answer)).toEqual(faults);
    expect(await countCallbacks()).toBe(before);
  });

  test("faults in query, headers and content come together", async () => {
    const answer = await post(site, "/terugbelverzoeken?stad=utrecht", {}, { "Idempotency-Key": "1" });
    expect(answer.status).toBe(400);
    expect(await faultsOf(answer)).toEqual([
      "gemeente ontbreekt",
      "stad onbekend",
      "Idempotency-Key verkeerdeVorm",
      "hulppuntId ontbreekt",
      "telefoonnummer telefoonnummerOntbreekt",
      "dagdelen dagdeelOntbreekt",
      "dringend dringendOntbreekt",
    ]);
  });

  test("a fault is explained in the sentence that a resident reads beside the form", async () => {
    const { fouten } = await problemOf(await askCallback(site, { telefoonnummer: "" }));
    const form = new URLSearchParams({ servicePointId: await callingPoint(site), phone: "", step: "check" });
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const page = await site.app.request("/utrecht/bel-mij-terug", { method: "POST", body: form.toString(), headers });
    expect(await page.text()).toContain(fouten?.[0]?.uitleg);
  });

  test("a closed part of the day comes with those in which the team does call", async () => {
    const { fouten } = await problemOf(await askCallback(site, { dagdelen: ["avond"] }));
    expect(fouten?.[0]?.uitleg).toContain("ochtend, middag");
  });

  test("a limit of the form is the limit that the description promises", async () => {
    const limits = { naam: 80, taal: 40, eigenWoorden: 1000 };
    for (const [field, most] of Object.entries(limits)) {
      expect((await askCallback(site, { [field]: "a".repeat(most) })).status).toBe(201);
      expect((await askCallback(site, { [field]: "a".repeat(most + 1) })).status).toBe(400);
    }
  });

  test("a point in Utrecht cannot be asked for in Deurne", async () => {
    const answer = await post(site, "/terugbelverzoeken?gemeente=deurne", await theLeast(site));
    expect(await faultsOf(answer)).toEqual(["hulppuntId hulppuntBeltNiet"]);
  });

  test("nobody can be called in a municipality that is not there", async () => {
    expect((await post(site, "/terugbelverzoeken?gemeente=nergenshuizen", await theLeast(site))).status).toBe(404);
  });

  test.each([
    ["broken JSON", "{", "application/json"],
    ["nothing", "", "application/json"],
    ["a form", "telefoonnummer=06-00001234", "application/x-www-form-urlencoded"],
    ["JSON that says it is text", "{}", "text/plain"],
    ["JSON that says it is some other JSON", "{}", "application/jsonp"],
    ["brackets without an end", "[".repeat(100_000), "application/json"],
  ])("%s is refused as no JSON", async (_what, body, type) => {
    const answer = await post(site, "/terugbelverzoeken?gemeente=utrecht", body, { "Content-Type": type });
    expect(answer.status).toBe(400);
    expect(await faultsOf(answer)).toEqual(["inhoud geenJson"]);
  });

  test.each(["null", "[]", "5", '"tekst"', `${"[".repeat(50_000)}${"]".repeat(50_000)}`])(
    "JSON that is no object (%.10s) is refused",
    async (body) => {
      const answer = await post(site, "/terugbelverzoeken?gemeente=utrecht", body);
      expect(answer.status).toBe(400);
      expect(await faultsOf(answer)).toEqual(["inhoud verkeerdeSoort"]);
    },
  );

  test("a thousand unknown fields get twenty sentences, none longer than it must be", async () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`${at}`.padEnd(100, "x"), at]));
    const { fouten = [] } = await problemOf(await askCallback(site, many));
    expect(fouten).toHaveLength(20);
    expect(Math.max(...fouten.map(({ veld }) => veld.length))).toBe(60);
  });
});

describe("following", () => {
  test("a resident sees how their question stands, and nothing about anybody else", async () => {
    const { code } = await ask({
      naam: "Voorbeeld Volger",
      mailadres: "volger@example.org",
      taal: "Turks",
      eigenWoorden: "Ik snap de brief niet.",
    });
    expect(await standing(code)).toEqual({
      status: "wacht",
      aangevraagdOp: "2026-11-24T09:00:00Z",
      dagdelen: ["ochtend"],
      opgepakt: false,
      belVoor: "2026-11-26T09:00:00Z",
      staatStil: false,
      gemisteBeloften: 0,
      belpogingen: [],
      eigenWoorden: [{ geschrevenOp: "2026-11-24T09:00:00Z", tekst: "Ik snap de brief niet." }],
      bellenVanaf: "+31600000101",
      team: "Voorbeeld Team Raadslieden Utrecht",
      organisatie: "Voorbeeld Sociaal Raadslieden Utrecht",
      beeindigdOp: null,
      resultaat: null,
    });
  });

  test("a code is taken as people copy it: in small letters, with or without its hyphen", async () => {
    const { code } = await ask();
    await standing(code.toLowerCase().replace("-", ""));
    await standing(` ${code.replace("-", " - ")} `);
  });

  test("a call that was made shows with its moment, without who made it or what they noted", async () => {
    const { code } = await ask();
    const later = tuesdayMorning.add({ hours: 3 });
    const { ctx, caseId } = await atTheDesk(later);
    expect(await logAttempt(ctx, caseId, { outcome: "no-answer", note: "Klonk geschrokken" })).toMatchObject({
      kind: "done",
    });
    const stands = await standing(code);
    expect(stands).toMatchObject({
      status: "wacht",
      belpogingen: [{ gebeldOp: "2026-11-24T12:00:00Z", uitkomst: "nietOpgenomen" }],
      eigenWoorden: [],
    });
    expect(JSON.stringify(stands)).not.toMatch(/geschrokken|@example|Samira|Jeroen/);
  });

  test("a promise that was not kept is told, with the new one", async () => {
    const { code } = await ask();
    const friday = Temporal.Instant.from("2026-11-27T09:00:00Z");
    const { ctx } = await atTheDesk(friday);
    await sweepAlarms(as(ctx, { kind: "visitor" }));
    expect(await standing(code)).toMatchObject({ gemisteBeloften: 1, belVoor: "2026-12-01T09:00:00Z" });
  });

  test("a question that is finished says how it ended, and promises nothing any more", async () => {
    const { code } = await ask();
    const { ctx, caseId } = await atTheDesk(tuesdayMorning.add({ hours: 2 }));
    await closeCallback(ctx, caseId, { result: "answered", note: "" });
    expect(await standing(code)).toMatchObject({
      status: "klaar",
      belVoor: null,
      beeindigdOp: "2026-11-24T11:00:00Z",
      resultaat: "beantwoord",
    });
  });

  test("a code opens only its own submission, also when the same person asked twice", async () => {
    const first = await ask({ telefoonnummer: "06-00005555", eigenWoorden: "De eerste keer." });
    const second = await ask({ telefoonnummer: "06-00005555", eigenWoorden: "De tweede keer." });
    expect(JSON.stringify(await standing(first.code, "5555"))).not.toContain("tweede");
    expect(JSON.stringify(await standing(second.code, "5555"))).not.toContain("eerste");
  });

  test("wrong digits, a wrong code, no code at all and a code of another municipality look exactly the same", async () => {
    const { code } = await ask();
    const answers = [
      await follow(site, code, "4321"),
      await follow(site, "2222-2222", "1234"),
      await follow(site, "'; drop table callback; --", "1234"),
      await follow(site, code, "cijfers"),
      await follow(site, code, "1234", "deurne"),
    ];
    const seen = await Promise.all(
      answers.map(async (answer) => {
        const headers = new Headers(answer.headers);
        headers.delete("x-request-id");
        return { status: answer.status, headers: [...headers], body: await answer.text() };
      }),
    );
    expect(seen[0]?.status).toBe(404);
    for (const one of seen) expect(one).toEqual(seen[0]);
  });

  test("looking with a wrong code leaves no trace of the question that it nearly fitted", async () => {
    const { code } = await ask();
    // That a code was tried in vain is written down, about nothing: tests/security/codes.test.ts.
    const aboutQuestions = async () =>
      (await site.database.admin.query("select count(*) from event join case_file on event_ref = subject_ref")).rows[0]
        ?.count;
    const before = await aboutQuestions();
    await follow(site, code, "4321");
    expect(await aboutQuestions()).toBe(before);
  });

  test("a code in the address is not read, but refused", async () => {
    const { code } = await ask();
    const answer = await get(site, `/terugbelverzoeken/actueel?gemeente=utrecht&code=${code}&cijfers=1234`);
    expect(await faultsOf(answer)).toEqual([
      "code onbekend",
      "cijfers onbekend",
      "Rechtspoor-Code ontbreekt",
      "Rechtspoor-Cijfers ontbreekt",
    ]);
  });

  test("a code or digits of any length are refused before anybody looks", async () => {
    expect(await faultsOf(await follow(site, "A".repeat(41), "1".repeat(21)))).toEqual([
      "Rechtspoor-Code buitenGrenzen",
      "Rechtspoor-Cijfers buitenGrenzen",
    ]);
  });
});
