import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { as, type Ctx, inTransaction } from "../../../kernel/context.ts";
import { dayOf } from "../../../kernel/day.ts";
import { aTown, dutch } from "../../contact/make.ts";
import { changeEntry, findEntry, listHistory } from "../editing/usecases.ts";
import { addService, findService } from "../index.ts";
import { aService, aServicePoint, servedBy } from "../make.ts";
import { freshnessOf, nextStep, wordOfCheck } from "./check.ts";
import {
  askForChecks,
  changeCheckedEntry,
  checkEntry,
  checkMails,
  confirmCheck,
  findCheck,
  findOwner,
  listSuggestions,
  nameOwner,
  settleSuggestion,
  suggestByOwner,
  suggestChange,
  thanksMail,
  unansweredMail,
} from "./usecases.ts";

const database = testDatabase();
const secret = "a secret of this test";
const day = (text: string) => Temporal.PlainDate.from(text);
const links = { secret, checkLink: "https://example.org/klopt-nog" };
const owner = {
  role: "coördinator",
  mail: "c@example.org",
  deputyRole: "teamleider",
  deputyMail: "t@example.org",
  language: "nl",
};

/** A town with one entry that was checked on this day, and its editor. */
async function aTownWithEntry(checkedOn: string | null) {
  const town = await aTown(database.db);
  const { organisation } = town.teams.raadslieden;
  const service = aService({
    municipalityId: town.municipality.id,
    organisation: servedBy(organisation),
    checkedOn,
    points: [aServicePoint()],
  });
  await inTransaction(as(town.visitor(), { kind: "system", purpose: "example" }), (ctx) => addService(ctx, service));
  const somebody = town.helper("jeroen");
  if (somebody.actor.kind !== "person") throw new Error("A helper is a person.");
  const editor: Ctx = {
    ...somebody,
    actor: {
      ...somebody.actor,
      duties: [{ role: "directory-editor", teamId: town.teams.raadslieden.id, organisationId: organisation.id }],
    },
  };
  const asked = async () => {
    const { rows } = await database.admin.query(
      "select facts from event where municipality_id = $1 and name = 'directory.checkAsked' order by at",
      [town.municipality.id],
    );
    return rows.map((row) => row.facts as { checkId: string; serviceId: string; endsAt: string });
  };
  const events = async (name: string) =>
    (
      await database.admin.query(
        "select facts, subject_ref from event where municipality_id = $1 and name = $2 order by at",
        [town.municipality.id, name],
      )
    ).rows;
  return { town, service, editor, asked, events, visitor: town.visitor() };
}
const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: ctx.now.add({ hours: 24 * days }) });

describe("how fresh an entry is", () => {
  test("fresh for six months, due until twelve, then not checked; what nobody ever asked is not checked", () => {
    const today = day("2026-11-24");
    expect(
      ["2026-11-24", "2026-05-25", "2026-05-24", "2025-11-25", "2025-11-24"].map((on) => freshnessOf(on, today)),
    ).toEqual(["fresh", "fresh", "due", "due", "stale"]);
    expect(freshnessOf(null, today)).toBe("stale");
  });

  test("the owner is asked, asked again after thirty days, and then whoever keeps the map hears of it", () => {
    const now = Temporal.Instant.from("2026-11-24T05:47:00Z");
    const step = (times: number, days: number) =>
      nextStep("2026-01-01", { times, last: now.subtract({ hours: 24 * days }) }, now);
    expect(nextStep("2026-06-01", { times: 0, last: null }, now)).toBe("wait");
    expect(nextStep("2026-01-01", { times: 0, last: null }, now)).toBe("ask");
    expect([step(1, 29), step(1, 30), step(2, 29), step(2, 30)]).toEqual(["wait", "ask", "wait", "tell"]);
  });
});

describe("asking whether it is right still", () => {
  test("by mail to the role and its deputy, with one link; one press makes it checked today; a second finds it answered", async () => {
    const { service, editor, asked, visitor } = await aTownWithEntry("2026-01-01");
    expect(await nameOwner(editor, service.id, owner)).toBe("done");
    await askForChecks(visitor, secret);
    // The same night again: nobody is asked twice.
    await askForChecks(visitor, secret);
    const [check, ...others] = await asked();
    if (check === undefined) throw new Error("It was asked.");
    expect(others).toEqual([]);
    const mails = await checkMails(visitor, check, links);
    expect(mails.map(({ to }) => to)).toEqual(["c@example.org", "t@example.org"]);
    const word = wordOfCheck(secret, check.checkId);
    expect(mails.every(({ text }) => text.includes(`https://example.org/klopt-nog/${word}`))).toBe(true);
    // Opening it changes nothing.
    expect((await findCheck(visitor, word))?.state).toBe("open");
    expect((await findService(visitor, [visitor.municipalityId], service.id))?.checkedOn).toBe("2026-01-01");
    const both = await Promise.all([confirmCheck(visitor, word), confirmCheck(visitor, word)]);
    expect(both.map((one) => one?.state)).toEqual(["answered", "answered"]);
    expect((await findService(visitor, [visitor.municipalityId], service.id))?.checkedOn).toBe("2026-11-24");
    expect((await findCheck(visitor, word))?.state).toBe("answered");
    await askForChecks(later(visitor, 40), secret);
    expect(await asked()).toHaveLength(1);
  });

  test("a link that is over, of another municipality or made up opens nothing", async () => {
    const { service, editor, asked, visitor } = await aTownWithEntry(null);
    await nameOwner(editor, service.id, owner);
    await askForChecks(visitor, secret);
    const word = wordOfCheck(secret, (await asked())[0]?.checkId ?? "");
    const over = later(visitor, 61);
    expect((await findCheck(over, word))?.state).toBe("ended");
    expect((await confirmCheck(over, word))?.state).toBe("ended");
    expect(await suggestByOwner(over, word, { words: "Anders.", edit: (it) => it, mail: null, language: "nl" })).toBe(
      "over",
    );
    expect((await findEntry(editor, service.id))?.checkedOn).toBeNull();
    const elsewhere = await aTown(database.db);
    expect(await findCheck(elsewhere.visitor(), word)).toBeUndefined();
    expect(await confirmCheck(visitor, "0".repeat(32))).toBeUndefined();
  });

  test("two mails without an answer: the team of the editor hears of it, once", async () => {
    const { town, service, editor, events, visitor } = await aTownWithEntry(null);
    await nameOwner(editor, service.id, owner);
    for (const days of [0, 30, 60, 61, 62]) await askForChecks(later(visitor, days), secret);
    const [told, ...again] = await events("directory.checkUnanswered");
    expect(again).toEqual([]);
    const mail = await unansweredMail(visitor, told.facts, told.subject_ref, "https://example.org/routekaart");
    expect(mail).toMatchObject({ to: town.teams.raadslieden.mail, teamId: town.teams.raadslieden.id });
    expect(mail?.text).toContain(`https://example.org/routekaart/${service.id}`);
  });

  test("without an owner nobody is asked; a stranger names none, and does not see who it is", async () => {
    const { service, asked, editor, visitor } = await aTownWithEntry(null);
    await askForChecks(visitor, secret);
    expect(await asked()).toEqual([]);
    const other = (await aTownWithEntry(null)).editor;
    expect(await nameOwner({ ...other, municipalityId: visitor.municipalityId }, service.id, owner)).toBe("gone");
    expect(await nameOwner(visitor, service.id, owner)).toBe("gone");
    await nameOwner(editor, service.id, owner);
    expect(await findOwner(visitor, service.id)).toBeUndefined();
    expect((await findOwner(editor, service.id))?.mail).toBe("c@example.org");
  });

  test("an editor who looked answers it too", async () => {
    const { service, editor, asked, visitor } = await aTownWithEntry(null);
    await nameOwner(editor, service.id, owner);
    await askForChecks(visitor, secret);
    expect(await checkEntry(editor, service.id)).toBe("done");
    expect((await findCheck(visitor, wordOfCheck(secret, (await asked())[0]?.checkId ?? "")))?.state).toBe("answered");
  });
});

test("half a year after the last day of a long month is the last day of a shorter one", async () => {
  const { service, editor, visitor, asked } = await aTownWithEntry("2026-08-31");
  await nameOwner(editor, service.id, owner);
  const on = (text: string) => ({ ...visitor, now: dutch(`${text}T06:00`) });
  await askForChecks(on("2027-02-27"), secret);
  expect(await asked()).toEqual([]);
  await askForChecks(on("2027-02-28"), secret);
  expect(await asked()).toMatchObject([{ serviceId: service.id }]);
});

test("who changes it and says that it is right today, does both or neither", async () => {
  const { service, editor, visitor } = await aTownWithEntry(null);
  const say = (nl: string, version: number) =>
    changeCheckedEntry(editor, service.id, {
      version,
      reason: "",
      edit: (base) => ({ ...base, service: { ...base.service, sentence: { nl } } }),
    });
  const checkedOn = async () => (await findService(visitor, [service.municipalityId], service.id))?.checkedOn;
  await changeEntry(editor, service.id, {
    version: 1,
    reason: "",
    edit: (base) => ({ ...base, service: { ...base.service, cost: "unknown" } }),
  });
  // Who began before that change must look at it first.
  expect((await say("Wij lezen met u.", 1)).kind).toBe("meanwhile");
  expect(await checkedOn()).toBeNull();
  expect((await say("Wij lezen met u.", 2)).kind).toBe("done");
  expect(await checkedOn()).toBe(dayOf(editor.now).toString());
});

describe("somebody says that something is wrong", () => {
  const suggested = (sentence: string) => ({
    words: "Zij doen dit nu anders.",
    edit: (base: Parameters<Parameters<typeof changeEntry>[2]["edit"]>[0]) => ({
      ...base,
      service: { ...base.service, sentence: { nl: sentence } },
    }),
    mail: "iemand@example.org",
    language: "nl",
  });

  test("nothing changes before an editor approves; then it stands in the history, and whoever left an address is thanked", async () => {
    const { service, editor, events, visitor } = await aTownWithEntry("2026-11-01");
    expect(await suggestChange(visitor, service.id, suggested("Wij helpen met brieven."))).toBe("done");
    expect((await findEntry(editor, service.id))?.sentence).toEqual(service.sentence);
    const [open] = await listSuggestions(editor);
    expect(open?.suggestion.changes.map(({ field }) => field)).toEqual(["sentence"]);
    expect(await listSuggestions(visitor)).toEqual([]);
    const id = open?.suggestion.id ?? "";
    const approve = (ctx: Ctx) =>
      settleSuggestion(ctx, id, { outcome: "approved", version: 1, reason: "Uit een voorstel." });
    expect(await approve(visitor)).toEqual({ kind: "gone" });
    expect(await approve(editor)).toEqual({ kind: "done", version: 2 });
    expect(await approve(editor)).toEqual({ kind: "settledBefore" });
    expect((await findEntry(editor, service.id))?.sentence.nl).toBe("Wij helpen met brieven.");
    expect((await listHistory(editor, service.id))?.revisions[0]?.reason).toBe("Uit een voorstel.");
    const [settled] = await events("directory.suggestionSettled");
    const thanks = await thanksMail(visitor, settled.facts);
    expect(thanks).toMatchObject({ to: "iemand@example.org" });
    expect(thanks?.text).toContain("Wij hebben het aangepast.");
    expect(thanks?.subject).not.toContain(service.name.nl);
  });

  test("declined it changes nothing; who sent nothing said nothing; the same form twice is one", async () => {
    const { service, editor, visitor } = await aTownWithEntry("2026-11-01");
    const nothing = { ...suggested(service.sentence.nl), words: "" };
    expect(await suggestChange(visitor, service.id, nothing)).toBe("empty");
    const formKey = crypto.randomUUID();
    for (const _ of [1, 2]) await suggestChange(visitor, service.id, { ...suggested("Anders."), formKey });
    expect(await listSuggestions(editor)).toHaveLength(1);
    const settled = await settleSuggestion(editor, formKey, { outcome: "declined", version: 1, reason: "" });
    expect(settled).toEqual({ kind: "nothing" });
    expect((await findEntry(editor, service.id))?.version).toBe(1);
    expect(await listSuggestions(editor)).toEqual([]);
  });

  test("when the entry changed meanwhile, the editor sees it before anything is taken over", async () => {
    const { service, editor, visitor } = await aTownWithEntry("2026-11-01");
    await suggestChange(visitor, service.id, suggested("Van iemand."));
    const [open] = await listSuggestions(editor);
    await changeEntry(editor, service.id, {
      version: 1,
      reason: "",
      edit: (base) => ({ ...base, service: { ...base.service, website: "https://example.org" } }),
    });
    const id = open?.suggestion.id ?? "";
    expect((await settleSuggestion(editor, id, { outcome: "approved", version: 1, reason: "" })).kind).toBe(
      "meanwhile",
    );
    expect((await settleSuggestion(editor, id, { outcome: "approved", version: 2, reason: "" })).kind).toBe("done");
    expect(await findEntry(editor, service.id)).toMatchObject({
      sentence: { nl: "Van iemand." },
      website: "https://example.org",
    });
  });

  test("an editor sees what taking it over would change now, not what it would have changed when it was made", async () => {
    const { service, editor, visitor } = await aTownWithEntry("2026-11-01");
    await suggestChange(visitor, service.id, suggested("Van iemand."));
    const saying = (sentence: string, version: number) =>
      changeEntry(editor, service.id, { version, reason: "", edit: suggested(sentence).edit });
    await saying("Van ons.", 1);
    expect((await listSuggestions(editor))[0]?.changes).toEqual([
      { field: "sentence", before: { nl: "Van ons." }, after: { nl: "Van iemand." } },
    ]);
    await saying("Van iemand.", 2);
    expect((await listSuggestions(editor))[0]?.changes).toEqual([]);
  });

  test("a burgerservicenummer in somebody's words is not kept", async () => {
    const { service, editor, visitor } = await aTownWithEntry("2026-11-01");
    await suggestChange(visitor, service.id, { ...suggested("Anders."), words: "Mijn bsn is 111222333, bel mij." });
    expect((await listSuggestions(editor))[0]?.suggestion.words).toBe("Mijn bsn is •••••••••, bel mij.");
  });

  test("an owner's, with the link of the mail: it answers the question, and approved it counts as checked", async () => {
    const { service, editor, asked, visitor } = await aTownWithEntry("2026-01-01");
    await nameOwner(editor, service.id, owner);
    await askForChecks(visitor, secret);
    const word = wordOfCheck(secret, (await asked())[0]?.checkId ?? "");
    expect(await suggestByOwner(visitor, word, { ...suggested("Van ons."), mail: null })).toBe("done");
    expect((await findCheck(visitor, word))?.state).toBe("answered");
    const [open] = await listSuggestions(editor);
    expect(open?.suggestion.by).toBe("owner");
    await settleSuggestion(editor, open?.suggestion.id ?? "", { outcome: "approved", version: 1, reason: "" });
    expect(await findEntry(editor, service.id)).toMatchObject({
      sentence: { nl: "Van ons." },
      checkedOn: "2026-11-24",
    });
  });

  test("what was dealt with thirty days ago is gone, and the address with it", async () => {
    const { town, service, editor, visitor } = await aTownWithEntry("2026-11-01");
    await suggestChange(visitor, service.id, suggested("Anders."));
    const [open] = await listSuggestions(editor);
    await settleSuggestion(editor, open?.suggestion.id ?? "", { outcome: "declined", version: 1, reason: "" });
    const left = async () =>
      (await database.admin.query("select 1 from entry_suggestion where municipality_id = $1", [town.municipality.id]))
        .rowCount;
    await askForChecks(later(visitor, 29), secret);
    expect(await left()).toBe(1);
    await askForChecks(later(visitor, 31), secret);
    expect(await left()).toBe(0);
  });
});
