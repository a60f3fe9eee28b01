import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aClient } from "../../../tests/support/clients.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { rounds } from "../../../tests/support/rounds.ts";
import { as, type Ctx, inTransaction, reading } from "../../kernel/context.ts";
import type { Scope } from "../access/index.ts";
import { aTown, dutch, type PersonName } from "../contact/make.ts";
import {
  byUrgency,
  countToday,
  findOpenPromise,
  keepPromise,
  listNextOfCases,
  listToday,
  listWatched,
  makePromise,
  movePromise,
  type NewPromise,
  type OpenPromise,
  pausePromise,
  releasePromise,
  resumePromise,
  takePromise,
  withdrawPromise,
} from "./index.ts";
import { aNewPromise, promised, seenBy } from "./make.ts";

const database = testDatabase();
const town = (choices?: Parameters<typeof aTown>[1]) => aTown(database.db, choices);

/** What is really there, whoever may see it. */
const rowOf = async (id: string) => (await database.admin.query("select * from promise where id = $1", [id])).rows[0];
const changesOf = async (id: string): Promise<string[]> =>
  (await database.admin.query("select change from promise_change where promise_id = $1 order by id", [id])).rows.map(
    (row) => row.change,
  );
const historyOf = async (id: string) =>
  (await database.admin.query("select change, due_at, reason from promise_change where promise_id = $1", [id])).rows;
const eventsOf = async (promise: OpenPromise) =>
  (await database.admin.query("select name, facts from event where subject_ref = $1 order by id", [promise.eventRef]))
    .rows;

describe("making and settling", () => {
  test("a promise that was made stands on the list of its team, and nowhere else", async () => {
    const there = await town();
    const made = await promised(there);
    expect(await seenBy(there, "elif", made.id)).toMatchObject({ kind: "callback", state: "open", followsId: null });
    expect(await listToday(there.helper("bram"), 500)).toEqual([]);
    expect(await listToday(there.visitor(), 500)).toEqual([]);
  });

  test("a kept promise leaves the list, and tells how much time was left", async () => {
    const there = await town();
    const made = await promised(there);
    there.later({ hours: 47 });
    await inTransaction(there.helper("elif"), (ctx) => keepPromise(ctx, made));
    expect(await seenBy(there, "elif", made.id)).toBeUndefined();
    expect(await rowOf(made.id)).toMatchObject({ state: "kept" });
    expect(await changesOf(made.id)).toEqual(["made", "kept"]);
    expect(await eventsOf(made)).toEqual([
      { name: "promises.made", facts: { kind: "callback", clock: "working-days", first: true, harm: false } },
      { name: "promises.kept", facts: { kind: "callback", first: true, minutesLeft: 60 } },
    ]);
  });

  test("a withdrawn promise is neither kept nor broken", async () => {
    const there = await town();
    const made = await promised(there);
    await inTransaction(there.helper("elif"), (ctx) => withdrawPromise(ctx, made));
    expect(await rowOf(made.id)).toMatchObject({ state: "withdrawn" });
    expect((await eventsOf(made)).map((event) => event.name)).toEqual(["promises.made", "promises.withdrawn"]);
  });

  test("about one thing there is one open promise of a kind: a second is refused by the database", async () => {
    const there = await town();
    const made = await promised(there);
    await expect(promised(there, { subjectId: made.subjectId })).rejects.toMatchObject({ code: "23505" });
    await expect(promised(there, { subjectId: made.subjectId, kind: "letter" })).resolves.toBeDefined();
  });

  test("what is owed about something is found by its kind, until it is settled", async () => {
    const there = await town();
    const made = await promised(there);
    const find = () =>
      reading(there.helper("elif"), (ctx) => findOpenPromise(ctx, "callback", made.subjectId)).then(
        (found) => found?.id,
      );
    expect(await find()).toBe(made.id);
    await inTransaction(there.helper("elif"), (ctx) => keepPromise(ctx, made));
    expect(await find()).toBeUndefined();
  });

  test("when the act that promised fails, nothing was promised", async () => {
    const there = await town();
    const failing = inTransaction(there.team("raadslieden"), async (ctx) => {
      await makePromise(ctx, aNewPromise({ teamId: there.teams.raadslieden.id }));
      throw new Error("the letter could not be stored");
    });
    await expect(failing).rejects.toThrow("the letter could not be stored");
    expect(await countToday(there.helper("samira"))).toEqual({ open: 0, late: 0 });
  });
});

describe("taking", () => {
  test("whoever takes a promise owns it, with their own deputy beside them", async () => {
    const there = await town();
    const made = await promised(there);
    expect(await takePromise(there.helper("jeroen"), made.id)).toEqual({ kind: "taken" });
    expect(await seenBy(there, "samira", made.id)).toMatchObject({
      owner: { role: "helper", personId: there.people.jeroen },
      deputy: { personId: there.people.elif },
    });
  });

  test("without a deputy of one's own, the team lead stands in", async () => {
    const there = await town();
    const made = await promised(there);
    await takePromise(there.helper("marijke"), made.id);
    expect(await seenBy(there, "samira", made.id)).toMatchObject({ deputy: { personId: there.people.samira } });
  });

  test("the second hears who was first, and nothing changes", async () => {
    const there = await town();
    const made = await promised(there);
    await takePromise(there.helper("jeroen"), made.id);
    expect(await takePromise(there.helper("elif"), made.id)).toEqual({ kind: "alreadyTaken", by: there.people.jeroen });
    expect(await rowOf(made.id)).toMatchObject({ owner_id: there.people.jeroen });
  });

  test("taking what is mine already is no second act", async () => {
    const there = await town();
    const made = await promised(there);
    await takePromise(there.helper("jeroen"), made.id);
    expect(await takePromise(there.helper("jeroen"), made.id)).toEqual({ kind: "taken" });
    expect(await changesOf(made.id)).toEqual(["made", "taken"]);
  });

  test("two helpers at the very same moment: one wins, the other hears who", async () => {
    const there = await town();
    for (const _ of Array.from({ length: 40 })) {
      const made = await promised(there);
      const [jeroen, elif] = await Promise.all([
        takePromise(there.helper("jeroen"), made.id),
        takePromise(there.helper("elif"), made.id),
      ]);
      const owner = (await rowOf(made.id)).owner_id;
      expect([there.people.jeroen, there.people.elif]).toContain(owner);
      const lost = { kind: "alreadyTaken", by: owner };
      expect([jeroen, elif]).toEqual(
        owner === there.people.jeroen ? [{ kind: "taken" }, lost] : [lost, { kind: "taken" }],
      );
      expect(await changesOf(made.id)).toEqual(["made", "taken"]);
    }
  });

  test("a whole team at the very same moment: still one", async () => {
    const there = await town();
    const made = await promised(there);
    const names = ["samira", "jeroen", "elif", "marijke"] as const;
    const outcomes = await Promise.all(
      [...names, ...names].map((name) =>
        takePromise(there.helper(name), made.id).then((outcome) => ({ name, outcome })),
      ),
    );
    const winners = new Set(outcomes.filter(({ outcome }) => outcome.kind === "taken").map(({ name }) => name));
    expect(winners.size).toBe(1);
    expect(await changesOf(made.id)).toEqual(["made", "taken"]);
  });

  test("a colleague of another team, a visitor and the system take nothing", async () => {
    const there = await town();
    const made = await promised(there);
    for (const ctx of [there.helper("bram"), there.helper("lotte"), there.visitor(), there.team("raadslieden")])
      expect(await takePromise(ctx, made.id)).toEqual({ kind: "gone" });
    expect(await rowOf(made.id)).toMatchObject({ owner_id: null });
  });

  test("what is settled cannot be taken", async () => {
    const there = await town();
    const made = await promised(there);
    await inTransaction(there.helper("elif"), (ctx) => keepPromise(ctx, made));
    expect(await takePromise(there.helper("elif"), made.id)).toEqual({ kind: "gone" });
  });

  test("put back, it is the team's again; only its owner can do that", async () => {
    const there = await town();
    const made = await promised(there);
    await takePromise(there.helper("jeroen"), made.id);
    await releasePromise(there.helper("elif"), made.id);
    expect(await rowOf(made.id)).toMatchObject({ owner_id: there.people.jeroen });
    await releasePromise(there.helper("jeroen"), made.id);
    expect(await rowOf(made.id)).toMatchObject({ owner_id: null, deputy_id: null });
    expect(await takePromise(there.helper("elif"), made.id)).toEqual({ kind: "taken" });
  });
});

describe("a pause", () => {
  test("has a reason, and the time it lasted is added to the end", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    const made = await promised(there);
    there.moveTo("2026-11-25T10:00");
    expect(await pausePromise(there.helper("elif"), made.id, "resident-asked")).toMatchObject({ ok: true });
    expect(await seenBy(there, "elif", made.id)).toMatchObject({ pause: { reason: "resident-asked" } });
    expect(await historyOf(made.id)).toContainEqual({ change: "paused", due_at: null, reason: "resident-asked" });
    there.moveTo("2026-11-30T10:00");
    expect(await resumePromise(there.helper("elif"), made.id)).toEqual({ ok: true, value: dutch("2026-12-01T10:00") });
    expect(await seenBy(there, "elif", made.id)).toMatchObject({
      pause: null,
      dueAt: dutch("2026-12-01T10:00"),
      warnAt: dutch("2026-11-30T16:00"),
      promisedAt: dutch("2026-12-01T10:00"),
    });
    expect(await changesOf(made.id)).toEqual(["made", "paused", "resumed"]);
  });

  test("asked for twice, by a second press or a colleague, is one pause with the first reason; so is going on", async () => {
    const there = await town();
    const made = await promised(there);
    for (const reason of ["force-majeure", "resident-asked"] as const)
      expect(await pausePromise(there.helper("elif"), made.id, reason)).toMatchObject({ ok: true });
    expect(await rowOf(made.id)).toMatchObject({ pause_reason: "force-majeure" });
    const moments = [];
    for (const _ of [1, 2]) moments.push(await resumePromise(there.helper("elif"), made.id));
    expect(moments[1]).toEqual(moments[0]);
    const changes = (await database.admin.query("select change from promise_change where promise_id = $1", [made.id]))
      .rows;
    expect(changes.map(({ change }) => change).toSorted()).toEqual(["made", "paused", "resumed"]);
  });

  test("is not for another team", async () => {
    const there = await town();
    const made = await promised(there);
    expect(await pausePromise(there.helper("bram"), made.id, "resident-asked")).toEqual({ ok: false, problem: "gone" });
    expect(await rowOf(made.id)).toMatchObject({ paused_at: null });
  });

  test("ends when the promise does", async () => {
    const there = await town();
    const made = await promised(there);
    await pausePromise(there.helper("elif"), made.id, "resident-asked");
    await inTransaction(there.helper("elif"), (ctx) => keepPromise(ctx, made));
    expect(await rowOf(made.id)).toMatchObject({ state: "kept", paused_at: null, pause_reason: null });
  });
});

describe("moving", () => {
  test("a new moment supersedes the old promise; the moment first promised stays known", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    const made = await promised(there);
    const moved = await movePromise(there.helper("samira"), made.id, dutch("2026-11-30T10:00"));
    if (!moved.ok) throw new Error(moved.problem);
    expect(await rowOf(made.id)).toMatchObject({ state: "superseded" });
    expect(await seenBy(there, "elif", moved.value.id)).toMatchObject({
      followsId: made.id,
      dueAt: dutch("2026-11-30T10:00"),
      promisedAt: dutch("2026-11-26T10:00"),
      warnAt: dutch("2026-11-27T10:00"),
    });
    const due_at = "2026-11-30 09:00:00+00";
    expect(await historyOf(made.id)).toContainEqual({ change: "superseded", due_at, reason: null });
  });

  test("only to a moment at which somebody is at work: not at night, in a weekend, on a holiday or a closing day", async () => {
    const there = await town({ at: "2026-12-21T10:00" });
    const made = await promised(there);
    const move = (to: string) => movePromise(there.helper("samira"), made.id, dutch(to));
    const { officeHours } = there.teams.raadslieden;
    for (const to of ["2026-12-22T03:00", "2026-12-22T17:01", "2026-12-26T10:00", "2026-12-25T10:00"])
      expect(await move(to)).toEqual({ ok: false, problem: "closed", officeHours });
    expect(await rowOf(made.id)).toMatchObject({ state: "open" });
    expect(await move("2026-12-28T17:00")).toMatchObject({ ok: true });
  });

  test("not to a moment that has passed or is more than a year away, not for another team", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    const made = await promised(there);
    expect(await movePromise(there.helper("samira"), made.id, dutch("2126-12-01T10:00"))).toEqual({
      ok: false,
      problem: "tooFar",
    });
    expect(await movePromise(there.helper("samira"), made.id, there.clock.now)).toEqual({ ok: false, problem: "past" });
    expect(await movePromise(there.helper("lotte"), made.id, dutch("2026-12-01T10:00"))).toEqual({
      ok: false,
      problem: "gone",
    });
  });
});

describe("what is owed first in a case", () => {
  test("is the promise that must be kept first, with its owner; a case in which nothing is owed is not there", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    const [one, other] = [await there.ask(), await there.ask({ phone: "06-00004321" })];
    const first = (): NewPromise => ({
      ...aNewPromise({ teamId: there.teams.raadslieden.id, caseId: one.caseId, kind: "letter" }),
      span: { clock: "clock-hours", begins: there.clock.now, due: dutch("2026-11-24T16:00"), warn: there.clock.now },
    });
    const letter = await inTransaction(there.team("raadslieden"), (ctx) => makePromise(ctx, first()));
    await takePromise(there.helper("jeroen"), letter.id);
    const settled = await seenBy(there, "elif", other.promise.id);
    if (settled === undefined) throw new Error("What was promised is not on the list.");
    await inTransaction(there.helper("elif"), (ctx) => withdrawPromise(ctx, settled));
    const next = (name: PersonName) => listNextOfCases(there.helper(name), [one.caseId, other.caseId]);
    expect([...(await next("elif"))].map(([id, { kind, owner }]) => [id, kind, owner.personId])).toEqual([
      [one.caseId, "letter", there.people.jeroen],
    ]);
    await pausePromise(there.helper("elif"), letter.id, "resident-asked");
    expect((await next("elif")).get(one.caseId)?.kind).toBe("callback");
    expect(await next("bram")).toEqual(new Map());
    expect(await listNextOfCases(there.visitor(), [one.caseId])).toEqual(new Map());
  });
});

describe("the list of today", () => {
  test("stands in the order in which it must be done, also over pages and ties", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ harm: fc.boolean(), rests: fc.boolean(), hours: fc.integer({ min: 0, max: 5 }) }), {
          maxLength: 12,
        }),
        fc.integer({ min: 1, max: 12 }),
        async (wanted, limit) => {
          const there = await town();
          const made: OpenPromise[] = [];
          for (const { harm, rests, hours } of wanted) {
            const due = there.clock.now.add({ hours: 1 + hours });
            const span = { clock: "clock-hours", begins: there.clock.now, due, warn: due } as const;
            const promise = await promised(there, { harm, span });
            if (rests) await pausePromise(there.helper("elif"), promise.id, "resident-asked");
            made.push(rests ? { ...promise, pause: { since: there.clock.now, reason: "resident-asked" } } : promise);
          }
          const order = made.toSorted(byUrgency).map((promise) => promise.id);
          expect((await listToday(there.helper("elif"), 100)).map((promise) => promise.id)).toEqual(order);
          expect((await listToday(there.helper("elif"), limit)).map((promise) => promise.id)).toEqual(
            order.slice(0, limit),
          );
        },
      ),
      rounds(7, 15),
    );
  });

  test("counts what is open and what is late, for my teams only", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    await promised(there);
    there.moveTo("2026-11-25T10:00");
    const kept = await promised(there);
    await inTransaction(there.helper("elif"), (ctx) => keepPromise(ctx, kept));
    await promised(there);
    there.moveTo("2026-11-26T10:00");
    expect(await countToday(there.helper("elif"))).toEqual({ open: 2, late: 1 });
    expect(await countToday(there.helper("bram"))).toEqual({ open: 0, late: 0 });
    expect(await countToday(there.visitor())).toEqual({ open: 0, late: 0 });
  });

  test("is watched by a program of the organisation, in the same order, with nothing of whom or by whom", async () => {
    const there = await town({ at: "2026-11-24T10:00" });
    const teamId = there.teams.raadslieden.id;
    const late = await promised(there);
    await takePromise(there.helper("elif"), late.id);
    there.moveTo("2026-11-26T09:00");
    const rests = await promised(there);
    await pausePromise(there.helper("elif"), rests.id, "resident-asked");
    await promised(there, { harm: true, kind: "letter" });
    there.moveTo("2026-11-26T10:00");
    const program = async (scope: Scope, team: "raadslieden" | "rechtswinkel" = "raadslieden"): Promise<Ctx> => {
      const ctx = there.visitor();
      const { client } = await aClient(ctx, { organisationId: there.teams[team].organisation.id, scopes: [scope] });
      const ids = { clientId: client.id, organisationId: client.organisationId, teamIds: [there.teams[team].id] };
      return as(ctx, { kind: "client", ...ids, scopes: [scope] });
    };
    const page = { number: 1, size: 2 };
    const ctx = await program("toezeggingen.lezen");
    const moments = { beganAt: dutch("2026-11-26T09:00"), dueAt: rests.dueAt, promisedAt: rests.dueAt };
    expect(await listWatched(ctx, teamId, page)).toEqual({
      promises: [
        { ...moments, kind: "letter", harm: true, taken: false, rests: false, late: false },
        {
          kind: "callback",
          beganAt: dutch("2026-11-24T10:00"),
          dueAt: dutch("2026-11-26T10:00"),
          promisedAt: dutch("2026-11-26T10:00"),
          harm: false,
          taken: true,
          rests: false,
          late: true,
        },
      ],
      more: true,
    });
    expect(await listWatched(ctx, teamId, { number: 2, size: 2 })).toEqual({
      promises: [{ ...moments, kind: "callback", harm: false, taken: false, rests: true, late: false }],
      more: false,
    });
    // Nobody else, not even somebody of the team: they have Vandaag.
    const others = [
      there.visitor(),
      there.helper("elif"),
      there.helper("samira"),
      there.team("raadslieden"),
      await program("terugbelverzoeken.maken"),
      await program("toezeggingen.lezen", "rechtswinkel"),
    ];
    for (const other of others) expect(await listWatched(other, teamId, page)).toBeUndefined();
    // Whoever claims the team in their world gets through the first lock, and not through the second.
    const { actor } = await program("toezeggingen.lezen", "rechtswinkel");
    if (actor.kind !== "client") throw new Error("This is no program.");
    const claiming = as(there.visitor(), { ...actor, teamIds: [teamId] });
    expect(await listWatched(claiming, teamId, page)).toEqual({ promises: [], more: false });
  });

  test("whoever claims another team's name in their world sees no more than their own municipality's", async () => {
    const there = await town();
    const elsewhere = await town();
    await promised(there);
    const stranger: Ctx = { ...there.helper("elif"), municipalityId: elsewhere.municipality.id };
    expect(await listToday(stranger, 500)).toEqual([]);
  });
});
