import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { askAboutOwnData, withdrawOwnRequest, writeDownRequest } from "../../casework/index.ts";
import { addNote, copyAsJson, logAttempt, openOwnCopy, openRequestPage } from "../index.ts";
import { aTown, byMail, review, type Town } from "../make.ts";
import { answerRequest, listRequestLines } from "./usecases.ts";

/* One copy for one person at one controller, however many questions they asked there, and at however many teams. */

const database = testDatabase();
const roos = { name: "Roos", phone: "06-00001234", mail: "roos@example.org" };
const yes = { outcome: "granted", answer: "Dit is wat wij bewaren." } as const;

/** Somebody with a question at each of two teams. */
async function twoQuestions(town: Town, over: Record<string, unknown> = {}) {
  const first = await town.ask({ ...roos, word: "Mijn huur is te hoog" });
  town.later({ hours: 1 });
  const second = await town.ask({
    ...roos,
    servicePointId: town.points.rechtswinkel.id,
    word: "De deurwaarder komt",
    ...over,
  });
  return { first, second };
}
const askCopy = async (question: Awaited<ReturnType<Town["ask"]>>, ownWords = "") => {
  const made = await askAboutOwnData(byMail(question.own()), { kind: "access", ownWords });
  if (made?.kind !== "made") throw new Error("Nobody wrote it down.");
  return made;
};
/** What stands in this team's list of requests, open ones alone. */
const openAt = async (town: Town, lead: "samira" | "lotte") =>
  (await listRequestLines(town.helper(lead))).map(({ request }) => request).filter(({ state }) => state === "asked");
const copyFor = async (question: Awaited<ReturnType<Town["ask"]>>) => {
  const opened = await openOwnCopy(byMail(question.own()), "file");
  if (opened?.kind !== "copy") throw new Error("There is no copy.");
  return copyAsJson(opened);
};
const facts = async (town: Town, name: string) =>
  (
    await database.admin.query("select facts from event where municipality_id = $1 and name = $2 order by at, id", [
      town.municipality.id,
      name,
    ])
  ).rows.map(({ facts }) => facts);

describe("asking for a copy with one question", () => {
  test("asks it of the team of the other question too, with its own promise, and without what was said", async () => {
    const town = await aTown(database.db, { together: "welfare" });
    const { first, second } = await twoQuestions(town);
    const made = await askCopy(first, "Vooral wat de raadslieden schreven.");
    expect(made.together).toBe(1);
    expect(await openAt(town, "samira")).toMatchObject([{ id: made.request.id, caseId: first.caseId }]);
    const [other] = await openAt(town, "lotte");
    expect(other).toMatchObject({ caseId: second.caseId, ownWords: "", answerBy: made.request.answerBy });
    expect(await facts(town, "casework.requestMade")).toMatchObject([
      { requestId: made.request.id },
      { requestId: other?.id, askedWith: made.request.id },
    ]);
    const { rows } = await database.admin.query(
      "select team_id from promise where municipality_id = $1 and kind = 'answer-request' and state = 'open'",
      [town.municipality.id],
    );
    expect(rows.map(({ team_id }) => team_id).sort()).toEqual(
      [town.teams.raadslieden.id, town.teams.rechtswinkel.id].sort(),
    );
  });

  test("twice, from either question and at once, is one request for each", async () => {
    const town = await aTown(database.db, { together: "welfare" });
    const { first, second } = await twoQuestions(town);
    await Promise.all([askCopy(first), askCopy(second), askCopy(first)]);
    expect(await openAt(town, "samira")).toHaveLength(1);
    expect(await openAt(town, "lotte")).toHaveLength(1);
  });

  test("is written down for both when a helper heard it, who learns nothing of the other", async () => {
    const town = await aTown(database.db, { together: "welfare" });
    const { first, second } = await twoQuestions(town);
    const asked = { kind: "access", askedBy: "telephone", ownWords: "" } as const;
    await writeDownRequest(town.helper("jeroen"), first.caseId, asked);
    const [other] = await openAt(town, "lotte");
    expect(other).toMatchObject({ caseId: second.caseId, askedBy: "telephone" });
    expect(await openRequestPage(town.helper("jeroen"), other?.id ?? "")).toBeUndefined();
    expect(await openAt(town, "samira")).toHaveLength(1);
  });

  test("asks nothing else of the other team: correcting and taking away go by question", async () => {
    const town = await aTown(database.db, { together: "welfare" });
    const { first } = await twoQuestions(town);
    for (const kind of ["correction", "erasure", "objection"] as const)
      await askAboutOwnData(byMail(first.own()), { kind, ownWords: "Dit wil ik." });
    expect(await openAt(town, "lotte")).toEqual([]);
  });

  test.each([
    ["with another address", { mail: "iemand@example.org" }],
    ["with another number", { phone: "06-00009234" }],
    ["without an address", { mail: "" }],
  ])("leaves a question %s alone", async (_, over) => {
    const town = await aTown(database.db, { together: "welfare" });
    const { first, second } = await twoQuestions(town, over);
    expect((await askCopy(first)).together).toBe(0);
    expect(await openAt(town, "lotte")).toEqual([]);
    expect((await copyOfBoth(town, first, second)).hulpvragen).toHaveLength(1);
  });

  test("leaves a question alone whose number only ends the same", async () => {
    const town = await aTown(database.db, { together: "welfare" });
    const { first, second } = await twoQuestions(town);
    await database.admin.query("update resident set phone = '+31600011234' where case_id = $1", [second.caseId]);
    expect((await askCopy(first)).together).toBe(0);
  });

  test("knows an address however its capitals are", async () => {
    const town = await aTown(database.db, { together: "welfare" });
    const { first } = await twoQuestions(town, { mail: "Roos@Example.ORG" });
    expect((await askCopy(first)).together).toBe(1);
  });

  test("without an address is about that question alone, also when the number is the same", async () => {
    const town = await aTown(database.db, { together: "welfare" });
    const { first } = await twoQuestions(town, { mail: "" });
    const alone = await town.ask({ ...roos, mail: "" });
    expect((await askCopy(alone)).together).toBe(0);
    expect((await askCopy(first)).together).toBe(0);
  });

  test("leaves a question alone where a call was found not safe: that copy is given by a person", async () => {
    const town = await aTown(database.db, { together: "welfare" });
    const { first, second } = await twoQuestions(town);
    await logAttempt(town.helper("bram"), second.caseId, { outcome: "not-safe", note: "" });
    expect((await askCopy(first)).together).toBe(0);
    expect(await openAt(town, "lotte")).toEqual([]);
  });

  test("leaves another organisation alone, for that answers for itself", async () => {
    const town = await aTown(database.db);
    const { first } = await twoQuestions(town);
    expect((await askCopy(first)).together).toBe(0);
    expect(await openAt(town, "lotte")).toEqual([]);
  });

  test.each([
    ["both are of the municipality", "update organisation set kind = 'municipality' where id = any ($1::uuid[])", 1],
    [
      "both name the same controller",
      "update organisation set controller = 'Stichting Voorbeeld' where id = any ($1::uuid[])",
      1,
    ],
    ["one is of the municipality", "update organisation set kind = 'municipality' where id = ($1::uuid[])[1]", 0],
    [
      "one names a controller",
      "update organisation set controller = 'Stichting Voorbeeld' where id = ($1::uuid[])[1]",
      0,
    ],
  ])("of two organisations, when %s", async (_, change, together) => {
    const town = await aTown(database.db);
    const { raadslieden, rechtswinkel } = town.teams;
    await database.admin.query(change, [[raadslieden.organisation.id, rechtswinkel.organisation.id]]);
    const { first } = await twoQuestions(town);
    expect((await askCopy(first)).together).toBe(together);
  });

  test("leaves another municipality alone", async () => {
    const town = await aTown(database.db, { together: "municipality" });
    const elsewhere = await aTown(database.db, { together: "municipality" });
    const { first } = await twoQuestions(town);
    await twoQuestions(elsewhere);
    expect((await askCopy(first)).together).toBe(1);
    expect(await openAt(elsewhere, "samira")).toEqual([]);
    expect(await openAt(elsewhere, "lotte")).toEqual([]);
  });
});

/** Both teams look through their file and answer what was asked. */
async function answerBoth(town: Town) {
  for (const lead of ["samira", "lotte"] as const)
    for (const { id } of await openAt(town, lead)) {
      await review(town.helper(lead), id, "Fluitenkruid");
      expect(await answerRequest(town.helper(lead), id, yes)).toEqual({ kind: "answered" });
    }
}
const copyOfBoth = async (town: Town, ...[first]: Awaited<ReturnType<Town["ask"]>>[]) => {
  if (first === undefined) throw new Error("Nobody asked anything.");
  await answerBoth(town);
  return copyFor(first);
};

describe("the copy", () => {
  test("holds both questions, with what each team left out, and opens with the code of either", async () => {
    const town = await aTown(database.db, { together: "welfare" });
    const { first, second } = await twoQuestions(town);
    await addNote(town.helper("elif"), first.caseId, "Roos heeft een schuld bij de woningbouw.");
    await addNote(town.helper("bram"), second.caseId, "Buurman Fluitenkruid drinkt, zegt zij.");
    await askCopy(first);
    const json = await copyOfBoth(town, first);
    expect(json.hulpvragen.map(({ team }) => team.naam)).toEqual([
      town.teams.raadslieden.name,
      town.teams.rechtswinkel.name,
    ]);
    expect(json.nogNietBeantwoord).toEqual([]);
    const bytes = JSON.stringify(json);
    expect(bytes).toContain("Roos heeft een schuld");
    expect(bytes).not.toContain("Fluitenkruid");
    expect((await copyFor(second)).hulpvragen.map(({ team }) => team.naam)).toEqual([
      town.teams.rechtswinkel.name,
      town.teams.raadslieden.name,
    ]);
  });

  test("says of what is not answered yet by when it comes, and is written down for each question that it holds", async () => {
    const town = await aTown(database.db, { together: "welfare", at: "2026-11-24T10:00" });
    const { first, second } = await twoQuestions(town);
    const made = await askCopy(first);
    await review(town.helper("samira"), made.request.id);
    await answerRequest(town.helper("samira"), made.request.id, yes);
    const json = await copyFor(first);
    expect(json.hulpvragen).toHaveLength(1);
    expect(json.nogNietBeantwoord).toEqual([{ gesteldOp: "2026-11-24T10:00:00Z", antwoordUiterlijk: "2026-12-24" }]);
    // With the code of the other they see what there is, too.
    expect((await copyFor(second)).hulpvragen.map(({ team }) => team.naam)).toEqual([town.teams.raadslieden.name]);
    expect(await facts(town, "casework.copyTaken")).toEqual([
      { requestId: made.request.id, as: "file" },
      { requestId: made.request.id, as: "file" },
    ]);
    await answerBoth(town);
    await copyFor(first);
    expect(await facts(town, "casework.copyTaken")).toHaveLength(4);
  });

  test("without the proof by mail holds nothing of either, and says nothing of the other", async () => {
    const town = await aTown(database.db, { together: "welfare" });
    const { first, second } = await twoQuestions(town);
    await askCopy(first);
    const [other] = await openAt(town, "lotte");
    await review(town.helper("lotte"), other?.id ?? "");
    await answerRequest(town.helper("lotte"), other?.id ?? "", yes);
    expect(await openOwnCopy(first.own(), "page")).toEqual({ kind: "none" });
    expect(await openOwnCopy(second.own(), "page")).toEqual({ kind: "proofMissing" });
    expect(await openOwnCopy(byMail(first.own()), "page")).toMatchObject({ kind: "copy" });
  });

  test("loses a question whose number or address is another by then, or where a call was found not safe", async () => {
    const town = await aTown(database.db, { together: "welfare" });
    const { first, second } = await twoQuestions(town);
    await askCopy(first);
    await answerBoth(town);
    expect((await copyFor(first)).hulpvragen).toHaveLength(2);
    await logAttempt(town.helper("bram"), second.caseId, { outcome: "not-safe", note: "" });
    expect((await copyFor(first)).hulpvragen).toHaveLength(1);
    // And with its own code nothing is given at all, nor of the other.
    expect(await openOwnCopy(byMail(second.own()), "page")).toEqual({ kind: "notSafe" });
  });

  test("is each team's own to answer: no lead answers, reads or withdraws for the other, and no resident but with its code", async () => {
    const town = await aTown(database.db, { together: "welfare" });
    const { first } = await twoQuestions(town);
    await askCopy(first);
    const [other] = await openAt(town, "lotte");
    const id = other?.id ?? "";
    expect(await openRequestPage(town.helper("samira"), id)).toBeUndefined();
    expect(await answerRequest(town.helper("samira"), id, yes)).toEqual({ kind: "gone" });
    expect(await withdrawOwnRequest(byMail(first.own()), id)).toBeUndefined();
    expect(await openAt(town, "lotte")).toHaveLength(1);
  });
});
