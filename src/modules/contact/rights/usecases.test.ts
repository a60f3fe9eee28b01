import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { newId } from "../../../kernel/id.ts";
import { readRegister } from "../../access/index.ts";
import {
  askAboutOwnData,
  extendRequest,
  forgetCases,
  forgetRequests,
  holdCase,
  liftHold,
  type RequestKind,
  reviewRequest,
  withdrawOwnRequest,
  withdrawRequest,
  writeDownRequest,
} from "../../casework/index.ts";
import { beAway, movePromise, pausePromise, takePromise } from "../../promises/index.ts";
import {
  addNote,
  closeCallback,
  copyAsJson,
  findOwnQuestion,
  logAttempt,
  openCasePage,
  openCopy,
  openOwnCopy,
  openRequestPage,
  requestMail,
} from "../index.ts";
import { aTown, byMail, review, type Town } from "../make.ts";
import { answerRequest, listRequestLines } from "./usecases.ts";

const database = testDatabase();
const link = "https://example.org/volg";

/** Somebody without a mail address, asked about a week before, who asks this about their own data. */
async function asked(town: Town, kind: RequestKind = "access", over: Record<string, unknown> = {}) {
  const question = await town.ask({ word: "Mijn huur is te hoog", name: "Roos", ...over });
  const made = await askAboutOwnData(byMail(question.own()), { kind, ownWords: "Graag alles." });
  if (made?.kind !== "made") throw new Error("Nobody wrote it down.");
  return { ...question, requestId: made.request.id, request: made.request };
}

/** Everything that is written about this town, but who read it. */
async function written(town: Town) {
  const rows = [];
  for (const table of ["privacy_request", "privacy_omission", "promise", "contact_entry", "case_file", "callback"])
    rows.push(
      (
        await database.admin.query(`select to_jsonb(t) as row from ${table} t where municipality_id = $1 order by 1`, [
          town.municipality.id,
        ])
      ).rows,
    );
  return rows;
}
const events = async (town: Town, name: string) =>
  (
    await database.admin.query("select facts from event where municipality_id = $1 and name = $2 order by at, id", [
      town.municipality.id,
      name,
    ])
  ).rows.map(({ facts }) => facts);
const promisesOf = async (requestId: string) =>
  (
    await database.admin.query(
      "select state, clock, owner_role, deputy_role, to_char(due_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI') as due from promise where subject_id = $1 order by began_at, state desc",
      [requestId],
    )
  ).rows;
const holdOf = async (caseId: string) =>
  (await database.admin.query("select hold_reason from case_file where id = $1", [caseId])).rows[0]?.hold_reason;
const yes = { outcome: "granted", answer: "Wij doen wat u vroeg." } as const;
const no = { outcome: "refused", answer: "Dat kan niet." } as const;

describe("whoever answers, and is not there", () => {
  const keepersOf = async (requestId: string) =>
    (
      await database.admin.query("select owner_id, deputy_id from promise where subject_id = $1 and state = 'open'", [
        requestId,
      ])
    ).rows[0];
  const promiseOf = async (requestId: string): Promise<string> =>
    (await database.admin.query("select id from promise where subject_id = $1 and state = 'open'", [requestId])).rows[0]
      .id;

  test("has no deputy in somebody who may not answer, although that colleague stands in for the rest", async () => {
    const town = await aTown(database.db);
    const { requestId, promise } = await asked(town);
    await takePromise(town.helper("samira"), await promiseOf(requestId));
    await takePromise(town.helper("samira"), promise.id);
    expect(await keepersOf(requestId)).toEqual({ owner_id: town.people.samira, deputy_id: null });
    await beAway(town.helper("samira"), Temporal.PlainDate.from("2026-11-30"));
    // The call is Marijke's; the answer waits for whoever leads the team.
    expect(await keepersOf(requestId)).toEqual({ owner_id: null, deputy_id: null });
    const { rows } = await database.admin.query("select owner_id from promise where id = $1", [promise.id]);
    expect(rows).toEqual([{ owner_id: town.people.marijke }]);
  });

  test("has a deputy in another who leads the team", async () => {
    const town = await aTown(database.db);
    const { requestId } = await asked(town);
    await database.admin.query("update team_member set role = 'team-lead' where person_id = $1", [town.people.marijke]);
    await takePromise(town.helper("samira"), await promiseOf(requestId));
    expect(await keepersOf(requestId)).toEqual({ owner_id: town.people.samira, deputy_id: town.people.marijke });
    await beAway(town.helper("samira"), Temporal.PlainDate.from("2026-11-30"));
    expect(await keepersOf(requestId)).toMatchObject({ owner_id: town.people.marijke });
  });
});

describe("asking", () => {
  test("makes a request with its last day, a promise of the lead by the end of that day, and a hold on the file", async () => {
    const town = await aTown(database.db, { at: "2026-11-24T10:00" });
    const { requestId, request, caseId } = await asked(town);
    expect(request).toMatchObject({ kind: "access", state: "asked", askedBy: "resident", ownWords: "Graag alles." });
    expect(request.answerBy.toString()).toBe("2026-12-24");
    expect(await promisesOf(requestId)).toEqual([
      {
        state: "open",
        clock: "months",
        owner_role: "team-lead",
        deputy_role: "privacy-officer",
        due: "2026-12-24 17:00",
      },
    ]);
    expect(await holdOf(caseId)).toBe("access-request");
    expect(await events(town, "casework.requestMade")).toEqual([
      { requestId, kind: "access", askedBy: "resident", answerBy: "2026-12-24" },
    ]);
  });

  test("twice, and three times at once, is one request with one promise; what is said the second time is kept", async () => {
    const town = await aTown(database.db);
    const { own, caseId, requestId } = await asked(town, "correction");
    const again = [1, 2, 3].map(() =>
      askAboutOwnData(own(), { kind: "correction", ownWords: "Mijn naam is met een z." }),
    );
    for (const made of await Promise.all(again))
      expect(made).toMatchObject({ kind: "made", isNew: false, request: { id: requestId } });
    expect(await promisesOf(requestId)).toHaveLength(1);
    const { rows } = await database.admin.query(
      "select text from contact_entry where case_id = $1 and kind = 'resident-word'",
      [caseId],
    );
    expect(rows.map(({ text }) => text)).toContain("Mijn naam is met een z.");
    // Something else is another request.
    expect(await askAboutOwnData(own(), { kind: "objection", ownWords: "Bel mij niet." })).toMatchObject({
      isNew: true,
    });
  });

  test("for a copy, whoever gave an address shows first that they read it; for anything else the code is enough", async () => {
    const town = await aTown(database.db);
    const { own } = await town.ask({ mail: "roos@example.org" });
    expect(await askAboutOwnData(own(), { kind: "access", ownWords: "" })).toEqual({ kind: "proofMissing" });
    expect(await askAboutOwnData(own(), { kind: "erasure", ownWords: "" })).toMatchObject({ kind: "made" });
    expect(await askAboutOwnData(byMail(own()), { kind: "access", ownWords: "" })).toMatchObject({ kind: "made" });
    expect((await findOwnQuestion(own()))?.requests).toHaveLength(2);
  });

  test("by telephone or on paper is written down by a helper, and a letter counts from the day it came in", async () => {
    const town = await aTown(database.db, { at: "2026-11-24T10:00" });
    const { caseId } = await town.ask();
    const receivedOn = Temporal.PlainDate.from("2026-11-13");
    const made = await writeDownRequest(town.helper("jeroen"), caseId, {
      kind: "access",
      askedBy: "paper",
      ownWords: "",
      receivedOn,
    });
    // 13 December is a Sunday.
    expect(made).toMatchObject({ kind: "made", isNew: true, request: { askedBy: "paper" } });
    expect(made.kind === "made" && made.request.answerBy.toString()).toBe("2026-12-14");
  });

  test("is not there for another team, for another municipality and with a code of nobody", async () => {
    const town = await aTown(database.db);
    const { caseId } = await town.ask();
    const elsewhere = await aTown(database.db);
    const before = await written(town);
    const paper = { kind: "access", askedBy: "paper", ownWords: "" } as const;
    for (const stranger of [town.helper("lotte"), elsewhere.helper("samira"), town.visitor()])
      expect(await writeDownRequest(stranger, caseId, paper)).toEqual({ kind: "gone" });
    expect(await askAboutOwnData(town.withCode("K7PX-M2HR", "1234"), { kind: "access", ownWords: "" })).toBeUndefined();
    expect(await written(town)).toEqual(before);
  });

  test("a burgerservicenummer in the words is taken out", async () => {
    const town = await aTown(database.db);
    const { own } = await town.ask();
    const made = await askAboutOwnData(own(), { kind: "correction", ownWords: "Mijn nummer is 123456782." });
    expect(made).toMatchObject({ request: { ownWords: "Mijn nummer is •••••••••." } });
  });

  test("leaves the call that was promised as it was, for the resident and for whoever closes", async () => {
    const town = await aTown(database.db);
    const { own, caseId, requestId } = await asked(town, "objection");
    expect((await findOwnQuestion(own()))?.promise).toMatchObject({ kind: "callback", state: "open" });
    await logAttempt(town.helper("elif"), caseId, { outcome: "reached", note: "" });
    await closeCallback(town.helper("elif"), caseId, { result: "answered", note: "" });
    expect(await promisesOf(requestId)).toMatchObject([{ state: "open" }]);
  });
});

describe("the promise to answer", () => {
  test("does not rest, and nobody agrees on another moment: it is the law's", async () => {
    const town = await aTown(database.db);
    const { requestId } = await asked(town);
    const { rows } = await database.admin.query("select id from promise where subject_id = $1", [requestId]);
    const samira = town.helper("samira");
    expect(await pausePromise(samira, rows[0].id, "resident-asked")).toEqual({ ok: false, problem: "gone" });
    const later = town.clock.now.add({ hours: 24 * 9 });
    expect(await movePromise(samira, rows[0].id, later)).toEqual({ ok: false, problem: "gone" });
  });

  test("is made longer once by the lead within the first month, and the resident hears why", async () => {
    const town = await aTown(database.db, { at: "2026-11-24T10:00" });
    const { requestId } = await asked(town, "access", { mail: "roos@example.org" });
    expect(await extendRequest(town.helper("jeroen"), requestId, "complex")).toEqual({ kind: "gone" });
    town.moveTo("2026-12-24T16:00");
    expect(await extendRequest(town.helper("samira"), requestId, "complex")).toEqual({ kind: "done" });
    expect(await promisesOf(requestId)).toMatchObject([
      { state: "superseded", due: "2026-12-24 17:00" },
      { state: "open", due: "2027-02-24 17:00" },
    ]);
    expect(await extendRequest(town.helper("samira"), requestId, "many")).toEqual({ kind: "tooLate" });
    const mail = await requestMail(town.visitor(), requestId, "extended", link);
    expect(mail?.text).toContain("uw verzoek is ingewikkeld.");
    expect(mail?.text).toContain("woensdag 24\u00a0februari");
  });

  test("too late it is not made longer", async () => {
    const town = await aTown(database.db, { at: "2026-11-24T10:00" });
    const { requestId } = await asked(town);
    town.moveTo("2026-12-25T00:00");
    const before = await written(town);
    expect(await extendRequest(town.helper("samira"), requestId, "complex")).toEqual({ kind: "tooLate" });
    expect(await written(town)).toEqual(before);
  });
});

describe("the copy", () => {
  /** A question about which much was written, of which one line is about the neighbour. */
  async function much(town: Town) {
    const one = await asked(town, "access");
    const helper = town.helper("elif");
    await addNote(helper, one.caseId, "Roos heeft een schuld bij de woningbouw.");
    await addNote(helper, one.caseId, "Buurman Fluitenkruid drinkt, zegt zij.");
    await logAttempt(helper, one.caseId, { outcome: "no-answer", note: "" });
    const other = await town.ask({ name: "Zonnebloem", phone: "06-00007391", word: "De deurwaarder komt" });
    await addNote(helper, other.caseId, "Kwikstaart belt terug.");
    town.later({ minutes: 1 });
    return one;
  }

  test("holds all that is kept of them, and nothing of another case", async () => {
    const town = await aTown(database.db);
    const { requestId, own } = await much(town);
    await review(town.helper("jeroen"), requestId, "Fluitenkruid");
    expect(await answerRequest(town.helper("samira"), requestId, yes)).toEqual({ kind: "answered" });
    const opened = await openOwnCopy(own(), "file");
    if (opened?.kind !== "copy") throw new Error("There is no copy.");
    const json = copyAsJson(opened);
    const bytes = JSON.stringify(json);
    const [question] = json.hulpvragen;
    if (question === undefined) throw new Error("There is no question in the copy.");
    expect(json.hulpvragen).toHaveLength(1);
    expect(question.inwoner).toMatchObject({ naam: "Roos", telefoon: "+31600001234", mail: null });
    expect(question.watIsOpgeschreven.map(({ tekst }) => tekst)).toContain("Roos heeft een schuld bij de woningbouw.");
    expect(question.belpogingen).toHaveLength(1);
    expect(question.toezeggingen.map(({ wat }) => wat)).toContain("callback");
    expect(question.wieKeek.map(({ grond }) => grond)).toEqual(expect.arrayContaining(["own-team", "own-code"]));
    expect(question.verzoeken).toMatchObject([{ soort: "access", eigenWoorden: "Graag alles.", status: "partly" }]);
    expect(json.verwerkingen).toHaveLength(readRegister().length);
    expect(json.verantwoordelijke.organisatie).toBe(town.teams.raadslieden.organisation.name);
    // Left out, and said to be.
    expect(bytes).toContain("hier is iets weggelaten over iemand anders");
    expect(bytes).toContain("AVG 15 lid 4");
    for (const word of ["Fluitenkruid", "Buurman", "Zonnebloem", "deurwaarder", "Kwikstaart", "00007391"])
      expect(bytes).not.toContain(word);
    // Nor who works there.
    for (const name of ["elif", "samira", "jeroen", ...Object.values(town.people)]) expect(bytes).not.toContain(name);
  });

  test("holds nothing that was written after it was released, and is gone after thirty days", async () => {
    const town = await aTown(database.db);
    const { requestId, own, caseId } = await much(town);
    await review(town.helper("samira"), requestId);
    await answerRequest(town.helper("samira"), requestId, yes);
    town.later({ hours: 1 });
    await addNote(town.helper("elif"), caseId, "Zwager Langkous belde later.");
    const opened = await openOwnCopy(own(), "page");
    expect(opened?.kind === "copy" && JSON.stringify(copyAsJson(opened))).not.toContain("Langkous");
    town.later({ hours: 24 * 30 });
    expect(await openOwnCopy(own(), "page")).toEqual({ kind: "none" });
    expect(await events(town, "casework.copyTaken")).toEqual([{ requestId, as: "page" }]);
  });

  test("is not given before somebody looked through all of it, nor when something was written since", async () => {
    const town = await aTown(database.db);
    const { requestId, caseId, own } = await much(town);
    expect(await answerRequest(town.helper("samira"), requestId, yes)).toEqual({ kind: "notReviewed" });
    const page = await openRequestPage(town.helper("elif"), requestId);
    const [first] = page?.entries ?? [];
    expect(await reviewRequest(town.helper("elif"), requestId, { seen: [first?.id ?? ""], omissions: [] })).toEqual({
      kind: "notAllSeen",
    });
    await review(town.helper("elif"), requestId);
    town.later({ minutes: 1 });
    await addNote(town.helper("elif"), caseId, "Nog iets.");
    expect(await answerRequest(town.helper("samira"), requestId, yes)).toEqual({ kind: "notReviewed" });
    expect(await openOwnCopy(own(), "page")).toEqual({ kind: "none" });
  });

  test("holds no note that was begun before somebody looked, or before the answer, and stored after", async () => {
    const town = await aTown(database.db);
    const { requestId, own, caseId } = await much(town);
    const begun = town.helper("elif");
    town.later({ minutes: 1 });
    await review(town.helper("samira"), requestId);
    await addNote(begun, caseId, "Zwager Langkous belde.");
    expect(await answerRequest(town.helper("samira"), requestId, yes)).toEqual({ kind: "notReviewed" });
    await review(town.helper("samira"), requestId, "Langkous");
    const begunAgain = town.helper("elif");
    town.later({ minutes: 1 });
    expect(await answerRequest(town.helper("samira"), requestId, yes)).toEqual({ kind: "answered" });
    await addNote(begunAgain, caseId, "Nicht Duizendblad ook.");
    const opened = await openOwnCopy(own(), "file");
    if (opened?.kind !== "copy") throw new Error("There is no copy.");
    expect(JSON.stringify(copyAsJson(opened))).not.toMatch(/Langkous|Duizendblad/);
  });

  test("asks for the proof by mail, and is given to nobody by code when a call was found not safe", async () => {
    const town = await aTown(database.db);
    const { requestId, caseId, own } = await asked(town, "access", { mail: "roos@example.org" });
    await review(town.helper("samira"), requestId);
    await answerRequest(town.helper("samira"), requestId, yes);
    expect(await openOwnCopy(own(), "page")).toEqual({ kind: "proofMissing" });
    expect(await openOwnCopy(byMail(own()), "page")).toMatchObject({ kind: "copy" });
    await logAttempt(town.helper("elif"), caseId, { outcome: "not-safe", note: "" });
    expect(await openOwnCopy(byMail(own()), "page")).toEqual({ kind: "notSafe" });
    expect(await requestMail(town.visitor(), requestId, "answered", link)).toBeUndefined();
    // A person gives it, on paper.
    expect(await openCopy(town.helper("elif"), requestId)).toMatchObject({ request: { id: requestId } });
  });

  test("and its request are not there for another team, another municipality, or with the code of another case", async () => {
    const town = await aTown(database.db);
    const { requestId } = await much(town);
    const elsewhere = await aTown(database.db);
    const other = await town.ask({ phone: "06-00001999" });
    await review(town.helper("samira"), requestId);
    const before = await written(town);
    for (const stranger of [town.helper("lotte"), town.helper("bram"), elsewhere.helper("samira"), town.visitor()]) {
      expect(await openRequestPage(stranger, requestId)).toBeUndefined();
      expect(await openCopy(stranger, requestId)).toBeUndefined();
      expect(await reviewRequest(stranger, requestId, { seen: [], omissions: [] })).toEqual({ kind: "gone" });
      expect(await answerRequest(stranger, requestId, yes)).toEqual({ kind: "gone" });
      expect(await extendRequest(stranger, requestId, "many")).toEqual({ kind: "gone" });
      expect(await withdrawRequest(stranger, requestId)).toEqual({ kind: "gone" });
      expect((await listRequestLines(stranger)).map(({ request }) => request.id)).not.toContain(requestId);
    }
    expect(await withdrawOwnRequest(other.own(), requestId)).toBeUndefined();
    expect(await openOwnCopy(other.own(), "page")).toEqual({ kind: "none" });
    expect(await openOwnCopy(town.withCode("K7PX-M2HR", "1999"), "page")).toBeUndefined();
    expect((await findOwnQuestion(other.own()))?.requests).toEqual([]);
    // A helper of the team prepares, and does not decide.
    expect(await answerRequest(town.helper("elif"), requestId, yes)).toEqual({ kind: "gone" });
    expect(await written(town)).toEqual(before);
  });
});

describe("answering", () => {
  test("keeps the promise, lets go of the file, and tells the resident by mail that the answer is there", async () => {
    const town = await aTown(database.db);
    const { requestId, caseId } = await asked(town, "correction", { mail: "roos@example.org" });
    expect(await answerRequest(town.helper("samira"), requestId, yes)).toEqual({ kind: "answered" });
    expect(await promisesOf(requestId)).toMatchObject([{ state: "kept" }]);
    expect(await holdOf(caseId)).toBeNull();
    expect(await events(town, "casework.requestAnswered")).toEqual([
      { requestId, kind: "correction", outcome: "granted", refusal: "none" },
    ]);
    const mail = await requestMail(town.visitor(), requestId, "answered", link);
    expect([mail?.to, mail?.text.includes(link), mail?.text.includes(yes.answer)]).toEqual([
      "roos@example.org",
      true,
      false,
    ]);
  });

  test("at the same moment by two people is one answer", async () => {
    const town = await aTown(database.db);
    const { requestId } = await asked(town, "objection");
    const both = await Promise.all([
      answerRequest(town.helper("samira"), requestId, yes),
      answerRequest(town.helper("samira"), requestId, { ...no, refusal: "overriding" }),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["alreadyAnswered", "answered"]);
    expect(await events(town, "casework.requestAnswered")).toHaveLength(1);
  });

  test("one of two requests keeps the file held; what a lead held for another reason stays so", async () => {
    const town = await aTown(database.db);
    const { requestId, caseId, own } = await asked(town, "objection");
    const second = await askAboutOwnData(own(), { kind: "correction", ownWords: "Mijn naam." });
    await answerRequest(town.helper("samira"), requestId, yes);
    expect(await holdOf(caseId)).toBe("access-request");
    if (second?.kind !== "made") throw new Error("Nobody wrote it down.");
    await withdrawOwnRequest(own(), second.request.id);
    expect(await holdOf(caseId)).toBeNull();
    expect(await promisesOf(second.request.id)).toMatchObject([{ state: "withdrawn" }]);

    const held = await town.ask({ phone: "06-00001888" });
    await holdCase(town.helper("samira"), held.caseId, "complaint");
    const third = await askAboutOwnData(held.own(), { kind: "access", ownWords: "" });
    if (third?.kind !== "made") throw new Error("Nobody wrote it down.");
    await withdrawRequest(town.helper("jeroen"), third.request.id);
    expect(await holdOf(held.caseId)).toBe("complaint");
  });

  test("as long as one is not answered, no lead lets go of the file", async () => {
    const town = await aTown(database.db);
    const { requestId, caseId } = await asked(town, "correction");
    const lead = town.helper("samira");
    await liftHold(lead, caseId);
    expect(await holdOf(caseId)).toBe("access-request");
    await holdCase(lead, caseId, "objection");
    await liftHold(lead, caseId);
    expect(await holdOf(caseId)).toBe("access-request");
    await withdrawRequest(town.helper("jeroen"), requestId);
    expect(await holdOf(caseId)).toBeNull();
  });

  test("no is said with its reason, and stays: nobody answers what was answered", async () => {
    const town = await aTown(database.db);
    const { requestId, own } = await asked(town, "erasure");
    expect(await answerRequest(town.helper("samira"), requestId, no)).toEqual({ kind: "refusalMissing" });
    expect(await answerRequest(town.helper("samira"), requestId, { ...no, refusal: "still-needed" })).toEqual({
      kind: "answered",
    });
    expect(await answerRequest(town.helper("samira"), requestId, yes)).toEqual({ kind: "alreadyAnswered" });
    expect(await withdrawRequest(town.helper("samira"), requestId)).toEqual({ kind: "settled" });
    expect((await findOwnQuestion(own()))?.requests).toMatchObject([{ state: "refused", refusal: "still-needed" }]);
  });
});

describe("taking it all away", () => {
  const tonight = (town: Town) => forgetCases(town.visitor(), { dryRun: false });

  test("closes the question, and the job of the night takes the file with the same sign of it; the request stays and names nobody", async () => {
    const town = await aTown(database.db, { at: "2026-11-24T10:00" });
    const { requestId, caseId, eventRef } = await asked(town, "erasure", { mail: "roos@example.org" });
    expect((await tonight(town)).forgotten).not.toContain(caseId);
    expect(await answerRequest(town.helper("samira"), requestId, yes)).toEqual({ kind: "answered" });
    const mail = await requestMail(town.visitor(), requestId, "answered", link);
    expect(mail?.text).toContain("Dat gebeurt vannacht");
    expect(mail?.text).toContain(yes.answer);
    expect((await openCasePage(town.helper("elif"), caseId))?.retention).toMatchObject({ kind: "due", erased: true });
    expect((await forgetCases(town.visitor(), { dryRun: true })).forgotten).toContain(caseId);
    expect(await tonight(town)).toMatchObject({ forgotten: [caseId], failed: [] });
    expect(await openCasePage(town.helper("elif"), caseId)).toBeUndefined();
    const told = await database.admin.query(
      "select facts from event where name = 'casework.forgotten' and subject_ref = $1",
      [eventRef],
    );
    expect(told.rows).toEqual([
      {
        facts: {
          teamId: town.teams.raadslieden.id,
          rule: "hulpvraag-afgebroken",
          ground: "erasure",
          goesOn: "2026-11-24",
        },
      },
    ]);
    const { rows } = await database.admin.query(
      "select case_id, own_words, answer, state from privacy_request where id = $1",
      [requestId],
    );
    expect(rows).toEqual([{ case_id: null, own_words: "", answer: "", state: "granted" }]);
    expect(await listRequestLines(town.helper("samira"))).toMatchObject([{ request: { id: requestId }, name: "" }]);
  });

  test("is not done while it is held for a complaint, nor by the municipality: that is refused with the article", async () => {
    const town = await aTown(database.db);
    const { requestId, caseId } = await asked(town, "erasure");
    await holdCase(town.helper("samira"), caseId, "complaint");
    expect(await answerRequest(town.helper("samira"), requestId, yes)).toEqual({ kind: "held" });
    const hall = await aTown(database.db, { together: "municipality" });
    const there = await asked(hall, "erasure");
    expect((await openRequestPage(hall.helper("samira"), there.requestId))?.keptBy).toBe("archiveLaw");
    expect(await answerRequest(hall.helper("samira"), there.requestId, yes)).toEqual({ kind: "archiveLaw" });
    const refused = { ...no, refusal: "archive-law" } as const;
    expect(await answerRequest(hall.helper("samira"), there.requestId, refused)).toEqual({ kind: "answered" });
    expect((await tonight(town)).forgotten).toEqual([]);
  });

  test("waits for what else was asked", async () => {
    const town = await aTown(database.db);
    const { requestId, caseId, own } = await asked(town, "erasure");
    const copy = await askAboutOwnData(own(), { kind: "access", ownWords: "" });
    await answerRequest(town.helper("samira"), requestId, yes);
    expect((await tonight(town)).forgotten).not.toContain(caseId);
    if (copy?.kind !== "made") throw new Error("Nobody wrote it down.");
    await withdrawOwnRequest(own(), copy.request.id);
    expect((await tonight(town)).forgotten).toContain(caseId);
  });
});

test("a request goes two years after it was answered; one that is open never does", async () => {
  const town = await aTown(database.db, { at: "2026-11-24T10:00" });
  const { requestId, own } = await asked(town, "correction");
  await askAboutOwnData(own(), { kind: "objection", ownWords: "Liever niet." });
  await answerRequest(town.helper("samira"), requestId, yes);
  town.moveTo("2028-11-23T23:59");
  expect((await forgetRequests(town.visitor(), { dryRun: false })).forgotten).toBe(0);
  town.moveTo("2028-11-24T03:00");
  expect(await forgetRequests(town.visitor(), { dryRun: true })).toMatchObject({ failed: [] });
  expect(await forgetRequests(town.visitor(), { dryRun: false })).toMatchObject({ failed: [] });
  const { rows } = await database.admin.query("select kind from privacy_request where municipality_id = $1", [
    town.municipality.id,
  ]);
  expect(rows).toEqual([{ kind: "objection" }]);
  expect(await withdrawOwnRequest(own(), newId())).toBeUndefined();
});
