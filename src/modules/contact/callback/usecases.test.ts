import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { rounds } from "../../../../tests/support/rounds.ts";
import { stored } from "../../../../tests/support/stored.ts";
import { type Ctx, inTransaction } from "../../../kernel/context.ts";
import { idFor, newId } from "../../../kernel/id.ts";
import { lastFourOf } from "../../access/index.ts";
import { addService } from "../../directory/index.ts";
import { aService, aServicePoint, servedBy } from "../../directory/make.ts";
import { listToday, sweepAlarms, takePromise } from "../../promises/index.ts";
import {
  type AttemptOutcome,
  addNote,
  addOwnWord,
  brokenPromiseMail,
  cancelOwnQuestion,
  changeOwnDayparts,
  changeOwnPhone,
  changeOwnSafety,
  closeCallback,
  correctPhone,
  findOwnQuestion,
  listCallbackLines,
  logAttempt,
  openCasePage,
  receiptMail,
  requestCallback,
} from "../index.ts";
import { aCallbackRequest, aTown, dutch, type Town } from "../make.ts";

const database = testDatabase();
const town = (choices?: Parameters<typeof aTown>[1]) => aTown(database.db, choices);

/** How many rows a town really has, whoever may see them. */
const countOf = async (there: Town, table: "callback" | "promise" | "resident_code" | "case_file" | "resident") =>
  (await database.admin.query(`select count(*)::int from ${table} where municipality_id = $1`, [there.municipality.id]))
    .rows[0].count;
const eventsOf = async (there: Town): Promise<{ name: string; facts: Record<string, unknown>; actor_kind: string }[]> =>
  (
    await database.admin.query("select name, facts, actor_kind from event where municipality_id = $1 order by id", [
      there.municipality.id,
    ])
  ).rows;
const followsOf = async (callbackId: string): Promise<string | null> =>
  (await database.admin.query("select follows_id from callback where id = $1", [callbackId])).rows[0].follows_id;
const { eventNames, promisesOf } = stored(database);
const call = (there: Town, caseId: string, outcome: AttemptOutcome, note = "") =>
  logAttempt(there.helper("elif"), caseId, { outcome, note });
const close = (there: Town, caseId: string) =>
  closeCallback(there.helper("elif"), caseId, { result: "answered", note: "" });

describe("asking to be called back", () => {
  test("opens one case with one promise and one code, and says by when, from which number and by whom", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    const { receipt, caseId, callbackId } = await there.ask();
    expect(receipt).toEqual({
      code: expect.stringMatching(/^[2-9A-HJKMNP-TV-Z]{8}$/),
      callBefore: dutch("2026-11-26T10:00"),
      clock: "working-days",
      callingNumber: there.teams.raadslieden.callingNumber,
      teamName: there.teams.raadslieden.name,
      organisationName: there.teams.raadslieden.organisation.name,
    });
    const [line, ...more] = await listCallbackLines(there.helper("elif"), { page: 1, perPage: 10 });
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      file: { id: caseId, status: "open", channel: "resident", theme: "iets-anders" },
      callback: { id: callbackId, status: "waiting", followsId: null, dayparts: ["morning", "afternoon"] },
      resident: { phone: "+31600001234", mayLeaveMessage: "unknown", maySayWho: "unknown", notSafeSince: null },
    });
    expect(await eventsOf(there)).toEqual([
      { name: "casework.opened", facts: { theme: "iets-anders", channel: "resident" }, actor_kind: "system" },
      {
        name: "contact.callbackRequested",
        facts: { channel: "resident", harm: false, again: false, callbackId },
        actor_kind: "system",
      },
      {
        name: "promises.made",
        facts: { kind: "callback", clock: "working-days", first: true, harm: false },
        actor_kind: "system",
      },
      { name: "access.fileRead", facts: { ground: "own-code" }, actor_kind: "code" },
    ]);
  });

  test("the code is stored nowhere", async () => {
    const there = await town();
    const { receipt } = await there.ask();
    const { rows } = await database.admin.query("select * from resident_code where municipality_id = $1", [
      there.municipality.id,
    ]);
    expect(rows[0].proof).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(rows)).not.toContain(receipt.code);
  });

  test("in a municipality that promises 48 hours on the clock, weekends count", async () => {
    const there = await town({ at: "2026-11-27T20:00", municipality: { callbackClock: "clock-hours" } });
    const { receipt } = await there.ask();
    expect(receipt).toMatchObject({ clock: "clock-hours", callBefore: dutch("2026-11-29T20:00") });
  });

  test("somebody who loses money, home or care by waiting stands on top", async () => {
    const there = await town();
    await there.ask({ phone: "06-00000001" });
    const urgent = await there.ask({ phone: "06-00000002", harm: "yes" });
    expect((await listToday(there.helper("elif"), 10))[0]).toMatchObject({ caseId: urgent.caseId, harm: true });
  });

  test("at a point that nobody calls back from, that is not there, or that is in another town: the point is gone", async () => {
    const there = await town();
    const elsewhere = await town();
    const ask = (servicePointId: string) =>
      requestCallback(there.visitor(), aCallbackRequest({ servicePointId }), there.given);
    expect(await ask(there.points.website.id)).toEqual({ kind: "pointGone" });
    expect(await ask(newId())).toEqual({ kind: "pointGone" });
    expect(await ask(elsewhere.points.raadslieden.id)).toEqual({ kind: "pointGone" });
    expect(await countOf(there, "case_file")).toBe(0);
  });

  test("for a part of the day in which the team does not work: says when it does, and nothing is stored", async () => {
    const there = await town();
    const request = aCallbackRequest({ servicePointId: there.points.raadslieden.id, dayparts: ["evening"] });
    expect(await requestCallback(there.visitor(), request, there.given)).toEqual({
      kind: "closedThen",
      open: ["morning", "afternoon"],
    });
    expect(await countOf(there, "callback")).toBe(0);
  });

  test("whatever name and words somebody writes come back the same", async () => {
    const there = await town();
    const scripts = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.constantFrom("فاطمة الزهراء", "דוד", "👩‍👩‍👧", "O’Neill", "'; drop table resident; --", "a\nb\tc"),
    );
    await fc.assert(
      fc.asyncProperty(scripts, scripts, scripts, async (name, language, word) => {
        const asked = await there.ask({ name, language, word, phone: "06-00004321" });
        const page = await openCasePage(there.helper("elif"), asked.caseId);
        expect(page?.resident).toMatchObject({ name: asked.request.name, language: asked.request.language });
        const words = page?.entries.filter((entry) => entry.kind === "resident-word").map((entry) => entry.text);
        expect(words).toEqual(asked.request.word === "" ? [] : [asked.request.word]);
      }),
      rounds(5, 40),
    );
  });

  test("a NUL in a name is no error of ours", async () => {
    const there = await town();
    const { caseId } = await there.ask({ name: "Fat\0ima", word: "\0" });
    expect((await openCasePage(there.helper("elif"), caseId))?.resident.name).toBe("Fatima");
  });
});

describe("asking twice (architecture, decision 11)", () => {
  test("the very same form three times at the very same moment: one callback, one promise, one code, one event", async () => {
    for (const _ of Array.from({ length: 8 })) {
      const there = await town();
      const request = aCallbackRequest({ servicePointId: there.points.raadslieden.id });
      const send = () => requestCallback(there.visitor(), request, there.given);
      const [first, ...others] = await Promise.all([send(), send(), send()]);
      expect(others).toEqual([first, first]);
      expect(first?.kind).toBe("accepted");
      for (const table of ["callback", "promise", "resident_code", "case_file", "resident"] as const)
        expect(await countOf(there, table)).toBe(1);
      expect((await eventNames(there)).filter((name) => name === "contact.callbackRequested")).toHaveLength(1);
    }
  });

  test("the very same form an hour later: the same code and the first moment", async () => {
    const there = await town();
    const request = aCallbackRequest({ servicePointId: there.points.raadslieden.id });
    const first = await requestCallback(there.visitor(), request, there.given);
    there.later({ hours: 1 });
    expect(await requestCallback(there.visitor(), request, there.given)).toEqual(first);
  });

  test("something changed in the form: a request of its own, tied to the first", async () => {
    const there = await town();
    const formKey = newId();
    const first = await there.ask({ formKey });
    const second = await there.ask({ formKey, word: "Ik heb nog iets vergeten." });
    expect(second.receipt.code).not.toBe(first.receipt.code);
    expect(await followsOf(second.callbackId)).toBe(first.callbackId);
  });

  test("the same number and name at the same point, however it is written, is tied; the screen is the same", async () => {
    const there = await town();
    const first = await there.ask({ name: "Fatima", phone: "06-00001234" });
    const second = await there.ask({ name: "FATIMA ", phone: "0031 6 0000 1234" });
    expect(await followsOf(second.callbackId)).toBe(first.callbackId);
    expect({ ...second.receipt, code: "" }).toEqual({ ...first.receipt, code: "" });
    expect((await eventsOf(there)).filter((event) => event.name === "contact.callbackRequested")).toMatchObject([
      { facts: { again: false } },
      { facts: { again: true } },
    ]);
  });

  test("another point, another name or another number is somebody else's request", async () => {
    const there = await town();
    await there.ask({ name: "Fatima" });
    for (const other of [
      { name: "Fatima", servicePointId: there.points.buurthuis.id },
      { name: "Fatima", servicePointId: there.points.rechtswinkel.id },
      { name: "Karim" },
      { name: "Fatima", phone: "06-00009999" },
    ])
      expect(await followsOf((await there.ask(other)).callbackId)).toBeNull();
  });

  test("after the question was closed it is a new one", async () => {
    const there = await town();
    const first = await there.ask();
    await close(there, first.caseId);
    expect(await followsOf((await there.ask()).callbackId)).toBeNull();
  });

  test("after the first was cancelled, what still waits is tied all the same", async () => {
    const there = await town();
    const first = await there.ask();
    const second = await there.ask();
    await cancelOwnQuestion(first.own());
    const third = await there.ask();
    const tied = async (caseId: string) =>
      (await openCasePage(there.helper("elif"), caseId))?.tied.map((callback) => callback.id);
    expect(await tied(third.caseId)).toEqual([first.callbackId, second.callbackId]);
    expect(await tied(second.caseId)).toEqual([first.callbackId, third.callbackId]);
  });

  test("two forms of one person at the very same moment are tied as well", async () => {
    const there = await town();
    for (const at of Array.from({ length: 10 }, (_, at) => at)) {
      const phone = `06-0000${1000 + at}`;
      const [a, b] = await Promise.all([there.ask({ phone }), there.ask({ phone })]);
      const follows = [await followsOf(a.callbackId), await followsOf(b.callbackId)];
      expect([
        [null, a.callbackId],
        [b.callbackId, null],
      ]).toContainEqual(follows);
    }
  });
});

describe("with a code", () => {
  test("somebody sees their own question, and not what helpers write about it", async () => {
    const there = await town();
    const { own, callbackId } = await there.ask({ word: "Mijn huur is opgezegd.", name: "Fatima" });
    const other = await there.ask({ phone: "06-00009999", word: "Van iemand anders." });
    await addNote(there.helper("elif"), (await findOwnQuestion(own()))?.file.id ?? "", "Belt na vijven liever niet.");
    const question = await findOwnQuestion(own());
    expect(question).toMatchObject({ callback: { id: callbackId }, taken: false, broken: 0, attempts: [] });
    expect(question?.words.map((word) => word.text)).toEqual(["Mijn huur is opgezegd."]);
    expect(JSON.stringify(question)).not.toContain("liever niet");
    expect((await findOwnQuestion(other.own()))?.callback.id).toBe(other.callbackId);
  });

  test("a code with other digits, another code, or the same code in another town opens nothing", async () => {
    const there = await town();
    const elsewhere = await town();
    const { receipt, request } = await there.ask();
    const digits = lastFourOf(request.phone);
    const typed = `${receipt.code.slice(0, 4).toLowerCase()} - ${receipt.code.slice(4)}`;
    expect(await findOwnQuestion(there.withCode(typed, digits))).toBeDefined();
    for (const ctx of [
      there.withCode(receipt.code, "4321"),
      there.withCode(receipt.code, ""),
      there.withCode("K7PXM2HR", digits),
      there.withCode("", digits),
      elsewhere.withCode(receipt.code, digits),
      there.visitor(),
    ]) {
      expect(await findOwnQuestion(ctx)).toBeUndefined();
      expect(await cancelOwnQuestion(ctx)).toBeUndefined();
      expect(await changeOwnDayparts(ctx, ["morning"])).toBeUndefined();
      expect(await addOwnWord(ctx, "Hallo")).toBeUndefined();
      expect(await changeOwnPhone(ctx, "+31600007777", there.secret)).toBeUndefined();
      expect(await changeOwnSafety(ctx, { mayLeaveMessage: "yes", maySayWho: "yes" })).toBeUndefined();
    }
  });

  test("cancelling ends this question and what was promised, and no other of the same person", async () => {
    const there = await town();
    const first = await there.ask();
    const second = await there.ask();
    expect(await cancelOwnQuestion(first.own())).toBe("done");
    expect((await findOwnQuestion(first.own()))?.callback.status).toBe("cancelled");
    expect((await findOwnQuestion(second.own()))?.callback.status).toBe("waiting");
    expect(await promisesOf(first.caseId)).toEqual(["callback withdrawn"]);
    expect(await promisesOf(second.caseId)).toEqual(["callback open"]);
  });

  test("cancelling twice, also at the very same moment, does nothing more", async () => {
    const there = await town();
    const { own } = await there.ask();
    expect(await Promise.all([cancelOwnQuestion(own()), cancelOwnQuestion(own())])).toEqual(["done", "done"]);
    expect(await cancelOwnQuestion(own())).toBe("done");
    const names = await eventNames(there);
    for (const name of ["contact.callbackCancelled", "promises.withdrawn", "casework.closed"])
      expect(names.filter((each) => each === name)).toHaveLength(1);
  });

  test("once closed it is too late to cancel, change or add", async () => {
    const there = await town();
    const { own, caseId } = await there.ask();
    await close(there, caseId);
    expect(await cancelOwnQuestion(own())).toBe("tooLate");
    expect(await changeOwnDayparts(own(), ["morning"])).toBe("tooLate");
    expect(await addOwnWord(own(), "Toch nog iets")).toBe("tooLate");
    expect(await changeOwnPhone(own(), "+31600007777", there.secret)).toBe("tooLate");
    expect(await changeOwnSafety(own(), { mayLeaveMessage: "yes", maySayWho: "yes" })).toBe("tooLate");
    expect(await findOwnQuestion(own())).toMatchObject({ callback: { status: "closed", result: "answered" } });
  });

  test("other parts of the day can be chosen, if the team works then", async () => {
    const there = await town();
    const { own } = await there.ask();
    expect(await changeOwnDayparts(own(), ["evening"])).toEqual({ open: ["morning", "afternoon"] });
    expect((await findOwnQuestion(own()))?.callback.dayparts).toEqual(["morning", "afternoon"]);
    expect(await changeOwnDayparts(own(), ["afternoon"])).toBe("done");
    expect((await findOwnQuestion(own()))?.callback.dayparts).toEqual(["afternoon"]);
  });

  test("a word added later stands with the first one, in order", async () => {
    const there = await town();
    const { own } = await there.ask({ word: "Eerst dit." });
    there.later({ minutes: 5 });
    expect(await addOwnWord(own(), "En dan dit.")).toBe("done");
    expect((await findOwnQuestion(own()))?.words.map((word) => word.text)).toEqual(["Eerst dit.", "En dan dit."]);
  });

  test("a word sent twice with the same form stands there once", async () => {
    const there = await town();
    const { own } = await there.ask();
    const formKey = newId();
    const add = () => addOwnWord(own(), "Er kwam weer een brief.", formKey);
    expect(await Promise.all([add(), add()])).toEqual(["done", "done"]);
    expect((await findOwnQuestion(own()))?.words).toHaveLength(1);
  });

  test("another number of one's own is called from then on, and opens the question with its own digits", async () => {
    const there = await town();
    const { own, receipt, caseId } = await there.ask({ phone: "06-00001234" });
    const changed = await changeOwnPhone(own(), "+31600007777", there.secret);
    if (typeof changed !== "object") throw new Error("The number could not be changed.");
    expect(await findOwnQuestion(own())).toBeUndefined();
    for (const ctx of [
      there.withCode(receipt.code, "7777"),
      { ...own(), actor: { kind: "code", ...changed } } as const,
    ])
      expect(await findOwnQuestion(ctx)).toMatchObject({ file: { id: caseId }, reach: { lastFour: "7777" } });
    const page = await openCasePage(there.helper("elif"), caseId);
    expect(page?.resident.phone).toBe("+31600007777");
    expect(page?.entries.at(-1)).toMatchObject({ kind: "number-changed", byPersonId: null });
    expect(await changeOwnPhone(own(), "+31600008888", there.secret), "the old digits").toBeUndefined();
  });

  test("a number found not safe stays marked when the code changes it: it may be in the wrong hands", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    const { own, caseId } = await there.ask();
    await call(there, caseId, "not-safe");
    await changeOwnPhone(own(), "+31600007777", there.secret);
    const resident = async () => (await openCasePage(there.helper("elif"), caseId))?.resident;
    expect(await resident()).toMatchObject({ phone: "+31600007777", notSafeSince: dutch("2026-11-24T10:00") });
  });

  test("what they say about safe calling replaces what they said, and no other answer", async () => {
    const there = await town();
    const { own, caseId } = await there.ask({ mayLeaveMessage: "yes", name: "Fatima" });
    expect(await changeOwnSafety(own(), { mayLeaveMessage: "no", maySayWho: "yes" })).toBe("done");
    expect((await findOwnQuestion(own()))?.reach).toEqual({
      mayLeaveMessage: "no",
      maySayWho: "yes",
      lastFour: "1234",
      isSafe: true,
    });
    const page = await openCasePage(there.helper("elif"), caseId);
    expect(page?.resident).toMatchObject({ mayLeaveMessage: "no", maySayWho: "yes", name: "Fatima" });
    expect(page?.entries.at(-1)?.kind).toBe("safety-changed");
  });

  test("somebody sees that their question was taken on, was tried, and was late", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    const { own, caseId, promise } = await there.ask();
    await takePromise(there.helper("elif"), promise.id);
    expect(await findOwnQuestion(own())).toMatchObject({ taken: true, broken: 0 });
    there.moveTo("2026-11-26T10:00");
    await sweepAlarms(there.visitor());
    expect(await findOwnQuestion(own())).toMatchObject({ taken: true, broken: 1, promise: { state: "open" } });
    await call(there, caseId, "voicemail");
    expect(await findOwnQuestion(own())).toMatchObject({
      attempts: [{ outcome: "voicemail" }],
      promise: { kind: "call-again", state: "open" },
    });
  });
});

describe("who may not", () => {
  test("for a helper of another team, another town, or nobody, a case looks as if it were not there", async () => {
    const there = await town();
    const elsewhere = await town();
    const { caseId, callbackId } = await there.ask({ word: "Alleen voor de raadslieden." });
    const before = await eventNames(there);
    const strangers: [string, Ctx][] = [
      ["a helper of another team", there.helper("bram")],
      ["the lead of another team", there.helper("lotte")],
      ["a visitor", there.visitor()],
      ["somebody in another town", elsewhere.helper("elif")],
      [
        "somebody of this team who stands in another town",
        { ...there.helper("elif"), municipalityId: elsewhere.municipality.id },
      ],
      ["the system without a team", { ...there.visitor(), actor: { kind: "system", purpose: "intake" } }],
    ];
    for (const [who, ctx] of strangers) {
      expect(await openCasePage(ctx, caseId), who).toBeUndefined();
      expect(await listCallbackLines(ctx, { page: 1, perPage: 10 }), who).toEqual([]);
      expect(await listCallbackLines(ctx, { caseIds: [caseId], page: 1, perPage: 10 }), who).toEqual([]);
      expect(await logAttempt(ctx, caseId, { outcome: "reached", note: "x" }), who).toEqual({ kind: "gone" });
      expect(await addNote(ctx, caseId, "x"), who).toEqual({ kind: "gone" });
      expect(await correctPhone(ctx, caseId, "+31600007777", there.secret), who).toEqual({ kind: "gone" });
      expect(await closeCallback(ctx, caseId, { result: "answered", note: "" }), who).toEqual({ kind: "gone" });
      expect(await openCasePage(ctx, idFor("a case that never was")), who).toBeUndefined();
    }
    expect(await eventNames(there)).toEqual(before);
    expect(await openCasePage(there.helper("elif"), caseId)).toMatchObject({
      callback: { id: callbackId, status: "waiting" },
    });
  });

  test("opening a case as a colleague is written down, with its ground", async () => {
    const there = await town();
    const { caseId } = await there.ask();
    await openCasePage(there.helper("elif"), caseId);
    expect((await eventsOf(there)).at(-1)).toEqual({
      name: "access.fileRead",
      facts: { ground: "own-team" },
      actor_kind: "person",
    });
  });

  test("events hold codes and ids: no name, number, mail address or word of anybody", async () => {
    const there = await town();
    const said = { name: "Fatima Voorbeeld", mail: "fatima@example.org", word: "Mijn huur is opgezegd." };
    const { caseId, own } = await there.ask(said);
    await call(there, caseId, "voicemail", "Zei dat ze bang is.");
    await addOwnWord(own(), "Nog iets.");
    await close(there, caseId);
    const told = JSON.stringify(await eventsOf(there));
    for (const text of [...Object.values(said), "00001234", "bang", "Nog iets"]) expect(told).not.toContain(text);
  });
});

describe("at a desk", () => {
  const atDesk = (there: Town, ctx: Ctx) =>
    requestCallback(ctx, aCallbackRequest({ servicePointId: there.points.raadslieden.id }), {
      ...there.given,
      channel: "desk",
    });

  test("a colleague of the team writes it down as themselves", async () => {
    const there = await town();
    expect((await atDesk(there, there.helper("marijke"))).kind).toBe("accepted");
    const opened = (await eventsOf(there)).find((event) => event.name === "casework.opened");
    expect(opened).toMatchObject({ facts: { channel: "desk" }, actor_kind: "person" });
    const [line] = await listCallbackLines(there.helper("elif"), { page: 1, perPage: 10 });
    const page = await openCasePage(there.helper("elif"), line?.file.id ?? "");
    expect(page?.entries).toMatchObject([{ kind: "opened", byPersonId: there.people.marijke }]);
  });

  test("a colleague of another team can ask for somebody, and cannot look afterwards", async () => {
    const there = await town();
    expect((await atDesk(there, there.helper("bram"))).kind).toBe("accepted");
    expect(await listCallbackLines(there.helper("bram"), { page: 1, perPage: 10 })).toEqual([]);
    expect(await listCallbackLines(there.helper("elif"), { page: 1, perPage: 10 })).toHaveLength(1);
  });
});

describe("mail to a resident", () => {
  const given = (there: Town) => ({ secret: there.secret, followLink: "https://example.org/volg" });

  test("with an address given: moment, number and code, in the language of the site", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    const { callbackId, receipt, caseId } = await there.ask({ mail: "fatima@example.org" });
    const mail = await receiptMail(there.visitor(), callbackId, given(there));
    expect(mail).toMatchObject({ to: "fatima@example.org", caseId, key: `receipt:${callbackId}` });
    expect(mail?.text).toContain("Wij bellen u vóór donderdag 26\u00a0november 10.00\u00a0uur.");
    expect(mail?.text).toContain(`${receipt.code.slice(0, 4)}-${receipt.code.slice(4)}`);
    expect(mail?.text).toContain("https://example.org/volg");
    expect(`${mail?.subject} ${mail?.text}`).not.toContain("Fatima");
  });

  test("in English when the site was read in English", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    const request = aCallbackRequest({ servicePointId: there.points.raadslieden.id, mail: "x@example.org" });
    await requestCallback(there.visitor(), request, { ...there.given, siteLanguage: "en" });
    const [line] = await listCallbackLines(there.helper("elif"), { page: 1, perPage: 1 });
    const mail = await receiptMail(there.visitor(), line?.callback.id ?? "", given(there));
    expect(mail?.subject).toBe("We will call you back");
    expect(mail?.text).toContain("before Thursday 26\u00a0November 10:00.");
  });

  test("none without an address, none for a question that was cancelled, none for one that is not there", async () => {
    const there = await town();
    const without = await there.ask();
    const cancelled = await there.ask({ mail: "x@example.org" });
    await cancelOwnQuestion(cancelled.own());
    for (const id of [without.callbackId, cancelled.callbackId, newId()])
      expect(await receiptMail(there.visitor(), id, given(there))).toBeUndefined();
  });

  test("a broken promise is never silent: what we promise now, once per promise", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    const { callbackId, promise } = await there.ask({ mail: "fatima@example.org" });
    there.moveTo("2026-11-26T10:00");
    await sweepAlarms(there.visitor());
    const broken = { promiseId: promise.id, followLink: "https://example.org/volg" };
    const mail = await brokenPromiseMail(there.visitor(), callbackId, broken);
    expect(mail).toMatchObject({ key: `broken:${promise.id}`, to: "fatima@example.org" });
    expect(mail?.text).toContain("wij bellen u vóór maandag 30\u00a0november 10.00\u00a0uur.");
    expect(await brokenPromiseMail(there.visitor(), callbackId, broken)).toEqual(mail);
  });

  test("nothing is said about a broken promise once nobody is waiting any more", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    const { callbackId, caseId, promise } = await there.ask({ mail: "fatima@example.org" });
    there.moveTo("2026-11-26T10:00");
    await sweepAlarms(there.visitor());
    await call(there, caseId, "reached");
    const broken = { promiseId: promise.id, followLink: "https://example.org/volg" };
    expect(await brokenPromiseMail(there.visitor(), callbackId, broken)).toBeUndefined();
  });
});

describe("a point of a team that works in the evening", () => {
  test("can be asked to call in the evening", async () => {
    const officeHours = [{ weekday: 1, from: "18:00", until: "21:00" }];
    const there = await town({ at: "2026-11-24T10:00", team: { officeHours } });
    const evening = aServicePoint({ teamId: there.teams.raadslieden.id });
    await inTransaction({ ...there.visitor(), actor: { kind: "system", purpose: "example" } }, (ctx) =>
      addService(
        ctx,
        aService({
          municipalityId: there.municipality.id,
          organisation: servedBy(there.teams.raadslieden.organisation),
          points: [evening],
        }),
      ),
    );
    const { receipt } = await there.ask({ servicePointId: evening.id, dayparts: ["evening"] });
    expect(receipt.callBefore).toEqual(dutch("2026-12-02T18:00"));
  });
});
