import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { stored } from "../../../../tests/support/stored.ts";
import { newId } from "../../../kernel/id.ts";
import { listToday, sweepAlarms, takePromise } from "../../promises/index.ts";
import {
  type AttemptOutcome,
  addNote,
  cancelOwnQuestion,
  closeCallback,
  correctPhone,
  fillInLater,
  findOwnQuestion,
  type LaterDetails,
  listCallbackLines,
  logAttempt,
  markSafeAgain,
  openCasePage,
  renewCode,
  reopenCallback,
  requestCallback,
} from "../index.ts";
import { aTown, dutch, type Town } from "../make.ts";

const database = testDatabase();
const town = (choices?: Parameters<typeof aTown>[1]) => aTown(database.db, choices);

const { eventNames, promisesOf } = stored(database);
const call = (there: Town, caseId: string, outcome: AttemptOutcome, note = "") =>
  logAttempt(there.helper("elif"), caseId, { outcome, note });
const close = (there: Town, caseId: string) =>
  closeCallback(there.helper("elif"), caseId, { result: "answered", note: "" });

describe("after a call", () => {
  test.each<[AttemptOutcome, string[]]>([
    ["reached", ["callback kept", "finish open"]],
    ["no-answer", ["callback kept", "call-again open"]],
    ["voicemail", ["callback kept", "call-again open"]],
    // No call that reached the resident's own phone: the promise to call stands.
    ["wrong-number", ["callback open"]],
    ["not-safe", ["callback open"]],
  ])("%s: %j", async (outcome, promises) => {
    const there = await town();
    const { caseId } = await there.ask();
    expect(await call(there, caseId, outcome)).toMatchObject({ kind: "done" });
    expect(await promisesOf(caseId)).toEqual(promises);
  });

  test("what follows belongs to whoever called, within two working days", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    const { caseId } = await there.ask();
    there.later({ hours: 1 });
    await call(there, caseId, "no-answer");
    expect(await listToday(there.helper("samira"), 10)).toMatchObject([
      {
        kind: "call-again",
        toWhom: "resident",
        owner: { personId: there.people.elif },
        dueAt: dutch("2026-11-26T11:00"),
      },
    ]);
  });

  test("who cannot wait is called again on the next working day: not two days later, over a weekend", async () => {
    const there = await town({ at: "2026-11-27T10:00" });
    const { caseId } = await there.ask({ harm: "yes" });
    await call(there, caseId, "no-answer");
    expect(await listToday(there.helper("samira"), 10)).toMatchObject([
      { kind: "call-again", harm: true, dueAt: dutch("2026-11-30T10:00") },
    ]);
  });

  test("on a question that a colleague had taken, the caller hears whose it was", async () => {
    const there = await town();
    const { caseId, promise } = await there.ask();
    await takePromise(there.helper("jeroen"), promise.id);
    expect(await call(there, caseId, "no-answer")).toMatchObject({ tookFrom: there.people.jeroen });
    expect(await call(there, caseId, "reached")).toMatchObject({ tookFrom: null });
  });

  test.each([
    ["yes", false],
    ["no", true],
    ["unknown", true],
  ])("a message left when the answer to that was %s is against their wish: %s", async (mayLeaveMessage, against) => {
    const there = await town();
    const { caseId } = await there.ask({ mayLeaveMessage });
    expect(await call(there, caseId, "voicemail")).toMatchObject({ againstWish: against });
    expect(await call(there, caseId, "no-answer")).toMatchObject({ againstWish: false });
  });

  test("three attempts in different parts of the day on two days: then a letter", async () => {
    const there = await town({ at: "2026-11-24T09:30" });
    const { caseId } = await there.ask();
    for (const at of ["2026-11-24T10:00", "2026-11-24T14:00"]) {
      there.moveTo(at);
      await call(there, caseId, "no-answer");
    }
    expect(await promisesOf(caseId)).toEqual(["callback kept", "call-again kept", "call-again open"]);
    there.moveTo("2026-11-25T10:00");
    await call(there, caseId, "voicemail");
    expect(await promisesOf(caseId)).toEqual(["callback kept", "call-again kept", "call-again kept", "letter open"]);
    there.moveTo("2026-11-25T15:00");
    await call(there, caseId, "no-answer");
    expect((await promisesOf(caseId)).filter((promise) => promise === "letter open")).toHaveLength(1);
  });

  test("somebody who is reached after all needs no letter any more", async () => {
    const there = await town({ at: "2026-11-24T09:30" });
    const { caseId } = await there.ask();
    for (const at of ["2026-11-24T10:00", "2026-11-24T14:00", "2026-11-25T10:00"]) {
      there.moveTo(at);
      await call(there, caseId, "no-answer");
    }
    there.moveTo("2026-11-25T11:00");
    await call(there, caseId, "reached");
    expect((await promisesOf(caseId)).slice(3)).toEqual(["letter withdrawn", "finish open"]);
  });

  test("after a wrong number the resident's new number is called, and the promise is kept then", async () => {
    const there = await town();
    const { caseId } = await there.ask();
    await call(there, caseId, "wrong-number");
    expect(await correctPhone(there.helper("elif"), caseId, "+31600007777", there.secret)).toEqual({ kind: "done" });
    await call(there, caseId, "reached");
    expect((await openCasePage(there.helper("elif"), caseId))?.resident.phone).toBe("+31600007777");
    expect(await promisesOf(caseId)).toEqual(["callback kept", "finish open"]);
  });

  test("a number that is not safe stands marked from then on; a new number is not", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    const { caseId } = await there.ask();
    await call(there, caseId, "not-safe");
    const since = async () => (await openCasePage(there.helper("elif"), caseId))?.resident.notSafeSince;
    expect(await since()).toEqual(dutch("2026-11-24T10:00"));
    there.later({ hours: 3 });
    await call(there, caseId, "not-safe");
    expect(await since()).toEqual(dutch("2026-11-24T10:00"));
    await correctPhone(there.helper("elif"), caseId, "+31600007777", there.secret);
    expect(await since()).toBeNull();
  });

  test("two people who call at the very same moment leave one promise for what comes next", async () => {
    const there = await town();
    for (const at of Array.from({ length: 8 }, (_, at) => at)) {
      const { caseId } = await there.ask({ phone: `06-0000${2000 + at}` });
      await Promise.all([call(there, caseId, "no-answer"), call(there, caseId, "no-answer")]);
      expect(await promisesOf(caseId)).toEqual(["callback kept", "call-again kept", "call-again open"]);
    }
  });

  test("a call at the very same moment as the alarm: nothing stays open that was done", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    for (const at of Array.from({ length: 8 }, (_, at) => at)) {
      const { caseId, promise } = await there.ask({ phone: `06-0000${3000 + at}` });
      there.clock.now = promise.dueAt;
      await Promise.all([sweepAlarms(there.visitor()), call(there, caseId, "reached")]);
      expect([
        ["callback kept", "finish open"],
        ["callback broken", "callback kept", "finish open"],
      ]).toContainEqual(await promisesOf(caseId));
      await close(there, caseId);
    }
  });
});

describe("closing", () => {
  test("finishes what was ours to finish, and withdraws the call that was not made any more", async () => {
    const there = await town();
    const talked = await there.ask({ phone: "06-00000001" });
    await call(there, talked.caseId, "reached");
    await close(there, talked.caseId);
    expect(await promisesOf(talked.caseId)).toEqual(["callback kept", "finish kept"]);
    const walkedIn = await there.ask({ phone: "06-00000002" });
    await close(there, walkedIn.caseId);
    expect(await promisesOf(walkedIn.caseId)).toEqual(["callback withdrawn"]);
    expect(await listToday(there.helper("elif"), 10)).toEqual([]);
  });

  test("a letter that was written is kept when the question is closed", async () => {
    const there = await town({ at: "2026-11-24T09:30" });
    const { caseId } = await there.ask();
    for (const at of ["2026-11-24T10:00", "2026-11-24T14:00", "2026-11-25T10:00"]) {
      there.moveTo(at);
      await call(there, caseId, "no-answer");
    }
    await closeCallback(there.helper("elif"), caseId, { result: "not-reached", note: "Brief gestuurd." });
    expect((await promisesOf(caseId)).at(-1)).toBe("letter kept");
  });

  test("happens once: a second time, or another number finds it closed", async () => {
    const there = await town();
    const { caseId } = await there.ask();
    const both = await Promise.all([close(there, caseId), close(there, caseId)]);
    expect(both.map((outcome) => outcome.kind).toSorted()).toEqual(["closed", "done"]);
    expect(await correctPhone(there.helper("elif"), caseId, "+31600007777", there.secret)).toEqual({ kind: "closed" });
    expect((await eventNames(there)).filter((name) => name === "contact.callbackClosed")).toHaveLength(1);
  });

  test("while somebody was on the telephone: the call and what was typed are kept, and nothing follows from them", async () => {
    const there = await town();
    const { caseId, own } = await there.ask();
    await cancelOwnQuestion(own());
    const form = { outcome: "not-safe", note: "De buurman nam op.", formKey: newId() } as const;
    const logged = await logAttempt(there.helper("elif"), caseId, form);
    expect(logged).toEqual({ kind: "done", againstWish: false, tookFrom: null, isClosed: true });
    expect(await logAttempt(there.helper("elif"), caseId, form)).toEqual({ kind: "done" });
    const page = await openCasePage(there.helper("elif"), caseId);
    expect(page?.attempts.map(({ outcome }) => outcome)).toEqual(["not-safe"]);
    expect(page?.entries.filter(({ kind }) => kind === "note").map(({ text }) => text)).toEqual(["De buurman nam op."]);
    // Also for whoever calls about another question: this number is not safe.
    expect(page?.resident.notSafeSince).toEqual(there.clock.now);
    expect(page?.callback.status).toBe("cancelled");
    expect(await promisesOf(caseId)).toEqual(["callback withdrawn"]);
  });

  test("while the resident cancels at the very same moment: one of both, and nothing stays promised", async () => {
    const there = await town();
    for (const at of Array.from({ length: 8 }, (_, at) => at)) {
      const { caseId, own } = await there.ask({ phone: `06-0000${4000 + at}` });
      const [cancelled, closed] = await Promise.all([cancelOwnQuestion(own()), close(there, caseId)]);
      expect([
        ["done", "closed"],
        ["tooLate", "done"],
      ]).toContainEqual([cancelled, closed.kind]);
      expect(await promisesOf(caseId)).toEqual(["callback withdrawn"]);
    }
  });

  test("a note can still be written afterwards", async () => {
    const there = await town();
    const { caseId } = await there.ask();
    await close(there, caseId);
    expect(await addNote(there.helper("elif"), caseId, "Bedankje gekregen.")).toEqual({ kind: "done", isClosed: true });
  });
});

describe("the list of cases", () => {
  test("is bounded, newest first, and can be narrowed to what is open or closed", async () => {
    const there = await town();
    const asked: string[] = [];
    for (const at of [1, 2, 3, 4, 5]) {
      there.later({ minutes: 1 });
      asked.unshift((await there.ask({ phone: `06-0000500${at}` })).caseId);
    }
    await close(there, asked[4] ?? "");
    const ids = async (narrow: { status?: "open" | "closed"; page: number }) =>
      (await listCallbackLines(there.helper("elif"), { ...narrow, perPage: 2 })).map((line) => line.file.id);
    expect([await ids({ page: 1 }), await ids({ page: 2 }), await ids({ page: 3 })].flat()).toEqual(asked);
    expect(await ids({ status: "closed", page: 1 })).toEqual([asked[4]]);
    expect(await ids({ status: "open", page: 2 })).toEqual([asked[2], asked[3]]);
  });
});

describe("the same form sent again", () => {
  test("a call and a note, three times at the very same moment, stand there once", async () => {
    for (const _ of Array.from({ length: 6 })) {
      const there = await town();
      const { caseId } = await there.ask();
      const [callKey, noteKey] = [newId(), newId()];
      const call = () =>
        logAttempt(there.helper("elif"), caseId, { outcome: "no-answer", note: "Geen gehoor.", formKey: callKey });
      const note = () => addNote(there.helper("elif"), caseId, "Belt liever na vijven.", noteKey);
      const done = { kind: "done" };
      expect(await Promise.all([call(), call(), call(), note(), note(), note()])).toMatchObject(Array(6).fill(done));
      const page = await openCasePage(there.helper("elif"), caseId);
      expect(page?.attempts).toHaveLength(1);
      expect(page?.entries.flatMap(({ kind, text }) => (kind === "note" ? [text] : [])).toSorted()).toEqual([
        "Belt liever na vijven.",
        "Geen gehoor.",
      ]);
      expect(await promisesOf(caseId)).toEqual(["callback kept", "call-again open"]);
    }
  });

  test("gone back to and changed, it is another note: nothing that was typed is lost", async () => {
    const there = await town();
    const { caseId } = await there.ask();
    const formKey = newId();
    for (const text of ["Belt na vijven.", "Belt na vijven, niet op maandag."])
      await addNote(there.helper("elif"), caseId, text, formKey);
    const page = await openCasePage(there.helper("elif"), caseId);
    expect(page?.entries.filter((entry) => entry.kind === "note")).toHaveLength(2);
  });

  test("the same key on another case is another call", async () => {
    const there = await town();
    const [one, other] = [await there.ask(), await there.ask({ phone: "06-00009999" })];
    const formKey = newId();
    for (const { caseId } of [one, other])
      await logAttempt(there.helper("elif"), caseId, { outcome: "voicemail", note: "", formKey });
    for (const { caseId } of [one, other])
      expect((await openCasePage(there.helper("elif"), caseId))?.attempts).toHaveLength(1);
  });
});

describe("opening again what was closed too soon", () => {
  test("the question waits again, and whoever opened it owes a call within two working days", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    const { caseId, own } = await there.ask();
    await close(there, caseId);
    there.moveTo("2026-11-24T11:00");
    expect(await reopenCallback(there.helper("jeroen"), caseId)).toEqual({ kind: "done" });
    expect(await promisesOf(caseId)).toEqual(["callback withdrawn", "call-again open"]);
    expect(await findOwnQuestion(own())).toMatchObject({
      file: { status: "open" },
      callback: { status: "waiting" },
      taken: true,
      promise: { kind: "call-again", owner: { personId: there.people.jeroen }, dueAt: dutch("2026-11-26T11:00") },
    });
    const entries = (await openCasePage(there.helper("elif"), caseId))?.entries.map((entry) => entry.kind);
    expect(entries).toEqual(["opened", "closed", "reopened"]);
  });

  test("twice, also at the very same moment, is once", async () => {
    for (const _ of Array.from({ length: 8 })) {
      const there = await town();
      const { caseId } = await there.ask();
      await close(there, caseId);
      const reopen = () => reopenCallback(there.helper("elif"), caseId);
      expect(await Promise.all([reopen(), reopen()])).toEqual([{ kind: "done" }, { kind: "done" }]);
      expect(await promisesOf(caseId)).toEqual(["callback withdrawn", "call-again open"]);
      expect((await eventNames(there)).filter((name) => name === "contact.callbackReopened")).toHaveLength(1);
    }
  });

  test("and then closed anew, as often as it takes", async () => {
    const there = await town();
    const { caseId } = await there.ask();
    await close(there, caseId);
    await reopenCallback(there.helper("elif"), caseId);
    await call(there, caseId, "reached");
    expect(await close(there, caseId)).toEqual({ kind: "done" });
    expect(await promisesOf(caseId)).toEqual(["callback withdrawn", "call-again kept", "finish kept"]);
  });

  test("what the resident stopped is theirs: it is not opened again", async () => {
    const there = await town();
    const { caseId, own } = await there.ask();
    await cancelOwnQuestion(own());
    expect(await reopenCallback(there.helper("elif"), caseId)).toEqual({ kind: "closed" });
    expect((await findOwnQuestion(own()))?.callback.status).toBe("cancelled");
  });

  test("not for another team, another town, or nobody: it looks as if it were not there", async () => {
    const there = await town();
    const elsewhere = await town();
    const { caseId } = await there.ask();
    await close(there, caseId);
    for (const ctx of [there.helper("bram"), elsewhere.helper("elif"), there.visitor(), there.team("rechtswinkel")])
      expect(await reopenCallback(ctx, caseId)).toEqual({ kind: "gone" });
    expect(await promisesOf(caseId)).toEqual(["callback withdrawn"]);
  });
});

describe("another number", () => {
  test("heard by a helper: the code asks for the digits of the new one, and no longer for the old", async () => {
    const there = await town();
    const { caseId, receipt } = await there.ask({ phone: "06-00001234" });
    await correctPhone(there.helper("elif"), caseId, "+31600007777", there.secret);
    expect(await findOwnQuestion(there.withCode(receipt.code, "7777"))).toMatchObject({ file: { id: caseId } });
    expect(await findOwnQuestion(there.withCode(receipt.code, "1234"))).toBeUndefined();
  });

  test("that is the same one is no other number: what is known of it stays", async () => {
    const there = await town();
    const { caseId } = await there.ask({ phone: "06-00001234" });
    await call(there, caseId, "not-safe");
    const same = correctPhone(there.helper("elif"), caseId, "+31600001234", there.secret);
    expect(await same).toEqual({ kind: "sameNumber" });
    expect((await openCasePage(there.helper("elif"), caseId))?.resident.notSafeSince).not.toBeNull();
  });

  test("whoever asks again with it is tied to this question", async () => {
    const there = await town();
    const { caseId, callbackId } = await there.ask({ phone: "06-00001234", name: "Fatima" });
    await correctPhone(there.helper("elif"), caseId, "+31600007777", there.secret);
    const again = await there.ask({ phone: "06-00007777", name: "fatima" });
    const tied = (await openCasePage(there.helper("elif"), again.caseId))?.tied.map((callback) => callback.id);
    expect(tied).toEqual([callbackId]);
  });
});

describe("what was promised about trying", () => {
  const end = (there: Town, caseId: string) =>
    closeCallback(there.helper("elif"), caseId, { result: "not-reached", note: "" });

  test("is kept before a question ends as not reached", async () => {
    const there = await town({ at: "2026-11-24T09:30" });
    const { caseId } = await there.ask();
    expect(await end(there, caseId)).toEqual({ kind: "tooSoon" });
    for (const at of ["2026-11-24T10:00", "2026-11-24T14:00"]) {
      there.moveTo(at);
      await call(there, caseId, "no-answer");
      expect(await end(there, caseId)).toEqual({ kind: "tooSoon" });
    }
    there.moveTo("2026-11-25T10:00");
    await call(there, caseId, "no-answer");
    expect(await end(there, caseId)).toEqual({ kind: "done" });
  });

  test.each<AttemptOutcome>(["wrong-number", "not-safe"])(
    "but not when the number leads to nobody: %s",
    async (outcome) => {
      const there = await town();
      const { caseId } = await there.ask();
      await call(there, caseId, outcome);
      expect(await end(there, caseId)).toEqual({ kind: "done" });
    },
  );
});

describe("a number that was wrong", () => {
  test("is no reason to give up once there is another: that one is called first", async () => {
    const there = await town();
    const { caseId } = await there.ask();
    await call(there, caseId, "wrong-number");
    await correctPhone(there.helper("elif"), caseId, "+31600007777", there.secret);
    const end = () => closeCallback(there.helper("elif"), caseId, { result: "not-reached", note: "" });
    expect(await end()).toEqual({ kind: "tooSoon" });
    there.later({ minutes: 1 });
    await call(there, caseId, "wrong-number");
    expect(await end()).toEqual({ kind: "done" });
  });
});

describe("who stands in for whoever called", () => {
  test("is their own deputy, not only the role of one", async () => {
    const there = await town();
    const { caseId } = await there.ask();
    await call(there, caseId, "no-answer");
    expect(await listToday(there.helper("elif"), 10)).toMatchObject([
      { owner: { personId: there.people.elif }, deputy: { personId: there.people.marijke } },
    ]);
  });
});

describe("calling that is safe again", () => {
  const asked = async () => {
    const there = await town();
    const { caseId, own } = await there.ask();
    await call(there, caseId, "not-safe");
    return { there, caseId, own, page: () => openCasePage(there.helper("elif"), caseId) };
  };

  test("is said by a helper with the reason, and both stay in the log", async () => {
    const { there, caseId, page, own } = await asked();
    expect((await findOwnQuestion(own()))?.reach.isSafe).toBe(false);
    const lift = () => markSafeAgain(there.helper("elif"), caseId, "Zij woont nu ergens anders.");
    expect(await lift()).toEqual({ kind: "done" });
    expect((await page())?.resident.notSafeSince).toBeNull();
    expect((await findOwnQuestion(own()))?.reach.isSafe).toBe(true);
    // A second press finds nothing to lift any more.
    expect(await lift()).toEqual({ kind: "done" });
    expect((await page())?.entries.map(({ kind, text }) => `${kind} ${text}`.trim())).toEqual([
      "opened",
      "safe-again",
      "note Zij woont nu ergens anders.",
    ]);
  });

  test("not for another team, and not when the question is closed", async () => {
    const { there, caseId, page } = await asked();
    expect(await markSafeAgain(there.helper("bram"), caseId, "Echt.")).toEqual({ kind: "gone" });
    await close(there, caseId);
    expect(await markSafeAgain(there.helper("elif"), caseId, "Echt.")).toEqual({ kind: "closed" });
    expect((await page())?.resident.notSafeSince).not.toBeNull();
  });
});

describe("what is filled in later", () => {
  const later = (over: Partial<LaterDetails> = {}): LaterDetails => ({
    name: "Fatima",
    mail: null,
    language: "Tarifit",
    interpreter: true,
    mayLeaveMessage: "no",
    maySayWho: "yes",
    askedFor: "self",
    dayparts: ["morning", "afternoon"],
    ...over,
  });

  test("stands on the page; the log says what changed, by whom, and not from what", async () => {
    const there = await town();
    const { caseId } = await there.ask();
    expect(await fillInLater(there.helper("elif"), caseId, later(), there.secret)).toEqual({ kind: "done" });
    const page = await openCasePage(there.helper("elif"), caseId);
    const { dayparts, ...details } = later();
    expect(page).toMatchObject({ resident: details, callback: { dayparts } });
    expect(page?.entries.slice(1)).toMatchObject([
      { kind: "safety-changed", text: "", byPersonId: there.people.elif },
      { kind: "details-changed", text: "name language interpreter", byPersonId: there.people.elif },
    ]);
  });

  test("the same once more, or nothing new, adds nothing", async () => {
    const there = await town();
    const { caseId } = await there.ask();
    for (const _ of [1, 2]) await fillInLater(there.helper("elif"), caseId, later(), there.secret);
    expect((await openCasePage(there.helper("elif"), caseId))?.entries).toHaveLength(3);
  });

  test("whoever asks again under the name that is known now is tied to this question", async () => {
    const there = await town();
    const { caseId, callbackId } = await there.ask({ phone: "06-00001234" });
    await fillInLater(there.helper("elif"), caseId, later({ name: "Fatima" }), there.secret);
    const again = await there.ask({ phone: "06-00001234", name: "Fatima" });
    const tied = (await openCasePage(there.helper("elif"), again.caseId))?.tied.map((callback) => callback.id);
    expect(tied).toEqual([callbackId]);
  });

  test("times at which the team never works are refused, and then nothing changes", async () => {
    const there = await town();
    const { caseId } = await there.ask();
    const outcome = await fillInLater(there.helper("elif"), caseId, later({ dayparts: ["evening"] }), there.secret);
    expect(outcome).toMatchObject({ kind: "closedThen" });
    expect((await openCasePage(there.helper("elif"), caseId))?.resident.name).toBe("");
  });

  test("not for another team", async () => {
    const there = await town();
    const { caseId } = await there.ask();
    expect(await fillInLater(there.helper("bram"), caseId, later(), there.secret)).toEqual({ kind: "gone" });
  });
});

describe("a lost code", () => {
  test("is replaced: the new one opens the question, the old one nothing", async () => {
    const there = await town();
    const { caseId, receipt } = await there.ask({ phone: "06-00001234" });
    const renewed = await renewCode(there.helper("elif"), caseId, { seen: 1, secret: there.secret });
    if (renewed.kind !== "renewed") throw new Error("There is no new code.");
    expect(renewed.code).not.toBe(receipt.code);
    expect(renewed.callBefore).toEqual(receipt.callBefore);
    expect(await findOwnQuestion(there.withCode(renewed.code, "1234"))).toMatchObject({ file: { id: caseId } });
    expect(await findOwnQuestion(there.withCode(receipt.code, "1234"))).toBeUndefined();
    expect((await openCasePage(there.helper("elif"), caseId))?.entries.at(-1)).toMatchObject({
      kind: "code-renewed",
      byPersonId: there.people.elif,
    });
  });

  test("twice, or by two colleagues at the very same moment, is one new code", async () => {
    for (const _ of Array.from({ length: 6 })) {
      const there = await town();
      const { caseId } = await there.ask();
      const renew = (name: "elif" | "jeroen") =>
        renewCode(there.helper(name), caseId, { seen: 1, secret: there.secret });
      const given = await Promise.all([renew("elif"), renew("elif"), renew("jeroen")]);
      expect(new Set(given.map((one) => (one.kind === "renewed" ? one.code : "none"))).size).toBe(1);
      expect((await eventNames(there)).filter((name) => name === "contact.codeRenewed")).toHaveLength(1);
    }
  });

  test("asks for the digits of another number as well, when that changes afterwards", async () => {
    const there = await town();
    const { caseId } = await there.ask({ phone: "06-00001234" });
    const renewed = await renewCode(there.helper("elif"), caseId, { seen: 1, secret: there.secret });
    await correctPhone(there.helper("elif"), caseId, "+31600007777", there.secret);
    const code = renewed.kind === "renewed" ? renewed.code : "";
    expect(await findOwnQuestion(there.withCode(code, "7777"))).toMatchObject({ file: { id: caseId } });
  });

  test("the form that asked the question, sent once more, shows the code that is good now", async () => {
    const there = await town();
    const { caseId, request } = await there.ask();
    const renewed = await renewCode(there.helper("elif"), caseId, { seen: 1, secret: there.secret });
    const again = await requestCallback(there.visitor(), request, there.given);
    expect(again).toMatchObject({ receipt: { code: renewed.kind === "renewed" ? renewed.code : "" } });
  });

  test("not for another team, another town, a resident or nobody", async () => {
    const there = await town();
    const elsewhere = await town();
    const { caseId, own } = await there.ask();
    for (const ctx of [there.helper("bram"), elsewhere.helper("elif"), there.visitor(), own()])
      expect(await renewCode(ctx, caseId, { seen: 1, secret: there.secret })).toEqual({ kind: "gone" });
    expect((await eventNames(there)).filter((name) => name === "contact.codeRenewed")).toEqual([]);
  });
});
