import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { inTransaction } from "../../../kernel/context.ts";
import { aTown, dutch, type Town } from "../../contact/make.ts";
import {
  alarmMails,
  callbackInClockHours,
  countByState,
  findOpenPromise,
  handBackOfLeavers,
  keepPromise,
  listToday,
  makePromise,
  pausePromise,
  resumePromise,
  sweepAlarms,
  takePromise,
} from "../index.ts";
import { aNewPromise, promised } from "../make.ts";

const database = testDatabase();
// The alarms look in every municipality, so each test begins in an empty country.
beforeEach(async () => {
  await database.admin.query("truncate municipality, organisation, person, event cascade");
});

const town = (choices?: Parameters<typeof aTown>[1]) => aTown(database.db, { at: "2026-11-24T10:00", ...choices });
const sweep = (there: Town) => sweepAlarms(there.visitor());
const rowOf = async (id: string) => (await database.admin.query("select * from promise where id = $1", [id])).rows[0];
const eventNames = async (): Promise<string[]> =>
  (await database.admin.query("select name from event order by id")).rows.map((row) => row.name);
/** What is open now for the raadslieden. */
const open = async (there: Town) => {
  const [promise, ...more] = await listToday(there.helper("samira"), 500);
  if (promise === undefined || more.length > 0) throw new Error("Exactly one open promise was expected.");
  return promise;
};

describe("the alarms", () => {
  test("keep silent until three quarters of the time are gone, warn once, and break at the end", async () => {
    const there = await town();
    const made = await promised(there);
    there.moveTo("2026-11-25T13:59");
    expect(await sweep(there)).toEqual({ warned: 0, broken: 0 });
    there.moveTo("2026-11-25T14:00");
    expect(await sweep(there)).toEqual({ warned: 1, broken: 0 });
    there.moveTo("2026-11-26T09:59");
    expect(await sweep(there)).toEqual({ warned: 0, broken: 0 });
    there.moveTo("2026-11-26T10:00");
    expect(await sweep(there)).toEqual({ warned: 0, broken: 1 });
    expect(await rowOf(made.id)).toMatchObject({ state: "broken" });
    expect(await eventNames()).toEqual(["promises.made", "promises.warned", "promises.broken", "promises.made"]);
  });

  test("after a breach a new promise follows at once, of the same owner, on top where the first one stood", async () => {
    const there = await town();
    const made = await promised(there, { harm: true });
    await takePromise(there.helper("jeroen"), made.id);
    there.moveTo("2026-11-26T10:00");
    await sweep(there);
    const next = await open(there);
    expect(next).toMatchObject({
      kind: "callback",
      subjectId: made.subjectId,
      followsId: made.id,
      owner: { role: "helper", personId: there.people.jeroen },
      harm: true,
      warnedAt: null,
    });
    // Waiting costs them something: this time it is the next working day.
    expect([next.dueAt, next.promisedAt]).toEqual([dutch("2026-11-27T10:00"), dutch("2026-11-26T10:00")]);
  });

  test("a second breach makes it the team lead's own task, and the first moment is still known", async () => {
    const there = await town();
    const made = await promised(there);
    await takePromise(there.helper("jeroen"), made.id);
    there.moveTo("2026-11-26T10:00");
    await sweep(there);
    there.moveTo("2026-11-30T10:00");
    expect(await sweep(there)).toEqual({ warned: 0, broken: 1 });
    expect(await open(there)).toMatchObject({
      owner: { role: "team-lead", personId: null },
      promisedAt: made.promisedAt,
      dueAt: dutch("2026-12-02T10:00"),
    });
    const { rows } = await database.admin.query("select facts from event where name = 'promises.broken' order by id");
    expect(rows.map(({ facts }) => facts.first)).toEqual([true, false]);
  });

  test("a promise on the clock is followed by one on the clock", async () => {
    const there = await town();
    await promised(there, { span: callbackInClockHours(there.clock.now) });
    there.moveTo("2026-11-26T10:00");
    await sweep(there);
    expect(await open(there)).toMatchObject({ clock: "clock-hours", dueAt: dutch("2026-11-28T10:00") });
  });

  test("a breach in the weekend: the new promise counts from Monday's opening", async () => {
    const there = await town();
    await promised(there);
    there.moveTo("2026-11-28T11:00");
    expect(await sweep(there)).toEqual({ warned: 0, broken: 1 });
    expect((await open(there)).dueAt).toEqual(dutch("2026-12-02T09:00"));
  });

  test("looking twice does nothing twice", async () => {
    const there = await town();
    await promised(there);
    there.moveTo("2026-11-25T22:00");
    await sweep(there);
    expect(await sweep(there)).toEqual({ warned: 0, broken: 0 });
    there.moveTo("2026-11-26T10:00");
    await sweep(there);
    expect(await sweep(there)).toEqual({ warned: 0, broken: 0 });
    expect((await eventNames()).filter((name) => name !== "promises.made")).toEqual([
      "promises.warned",
      "promises.broken",
    ]);
  });

  test("several workers at the very same moment do each thing once", async () => {
    const there = await town();
    for (const _ of Array.from({ length: 12 })) await promised(there);
    const together = async () => {
      const looks = await Promise.all([sweep(there), sweep(there), sweep(there), sweep(there)]);
      const sum = (of: "warned" | "broken") => looks.reduce((total, look) => total + look[of], 0);
      return { warned: sum("warned"), broken: sum("broken") };
    };
    there.moveTo("2026-11-25T22:00");
    expect(await together()).toEqual({ warned: 12, broken: 0 });
    there.moveTo("2026-11-26T10:00");
    expect(await together()).toEqual({ warned: 0, broken: 12 });
    expect(await listToday(there.helper("samira"), 500)).toHaveLength(12);
  });

  test("more than one look can hold are all done in one sweep", async () => {
    const there = await town();
    const made = await promised(there);
    // Two hundred go in one look; the copies differ in nothing but what they are about.
    await database.admin.query(
      `insert into promise select (json_populate_record(p, json_build_object('id', gen_random_uuid(), 'subject_id', gen_random_uuid()))).*
       from promise p, generate_series(1, 250) where p.id = $1`,
      [made.id],
    );
    there.moveTo("2026-11-26T10:00");
    expect(await sweep(there)).toEqual({ warned: 0, broken: 251 });
    expect(await sweep(there)).toEqual({ warned: 0, broken: 0 });
  });

  test("look in every municipality and team", async () => {
    const there = await town();
    const elsewhere = await town();
    await promised(there);
    await promised(elsewhere);
    await inTransaction(elsewhere.team("rechtswinkel"), (ctx) =>
      makePromise(ctx, aNewPromise({ teamId: elsewhere.teams.rechtswinkel.id })),
    );
    there.moveTo("2026-11-26T10:00");
    expect(await sweep(there)).toEqual({ warned: 0, broken: 3 });
  });

  test("let a resting promise rest, and count on from where it was", async () => {
    const there = await town();
    const made = await promised(there);
    await pausePromise(there.helper("elif"), made.id, "waiting-for-resident");
    there.moveTo("2026-12-01T10:00");
    expect(await sweep(there)).toEqual({ warned: 0, broken: 0 });
    await resumePromise(there.helper("elif"), made.id);
    expect(await sweep(there)).toEqual({ warned: 0, broken: 0 });
    there.moveTo("2026-12-03T10:00");
    expect(await sweep(there)).toEqual({ warned: 0, broken: 1 });
  });

  test("leave alone what is settled", async () => {
    const there = await town();
    const made = await promised(there);
    await inTransaction(there.helper("elif"), (ctx) => keepPromise(ctx, made));
    there.moveTo("2027-01-01T10:00");
    expect(await sweep(there)).toEqual({ warned: 0, broken: 0 });
  });

  test("keeping it while the alarm goes: what was broken stays broken, and what followed is kept instead", async () => {
    const there = await town();
    const made = await promised(there);
    there.clock.now = made.dueAt;
    const looks = { done: 0 };
    await inTransaction(there.helper("elif"), async (ctx) => {
      const owed = await findOpenPromise(ctx, "callback", made.subjectId);
      if (owed === undefined) throw new Error("Nothing is owed.");
      // Between reading and keeping, another process looks.
      if (looks.done++ === 0) await sweep(there);
      await keepPromise(ctx, owed);
    });
    expect(looks.done).toBe(2);
    expect(await rowOf(made.id)).toMatchObject({ state: "broken" });
    expect(await listToday(there.helper("elif"), 500)).toEqual([]);
    expect((await eventNames()).filter((name) => name === "promises.kept")).toHaveLength(1);
  });

  test("taking it while the alarm goes: it is broken once, and whoever took it in time owns what follows", async () => {
    const there = await town();
    for (const _ of Array.from({ length: 15 })) {
      const made = await promised(there);
      there.clock.now = made.dueAt;
      const look = sweep(there);
      const taking = takePromise(there.helper("elif"), made.id);
      const [{ broken }, taken] = await Promise.all([look, taking]);
      expect(broken).toBe(1);
      expect(["taken", "gone"]).toContain(taken.kind);
      const next = await open(there);
      expect(next.followsId).toBe(made.id);
      expect(next.owner.personId).toBe(taken.kind === "taken" ? there.people.elif : null);
      await inTransaction(there.helper("elif"), (ctx) => keepPromise(ctx, next));
    }
  });

  test("are counted by kind and state, over all municipalities, and nothing else is told", async () => {
    const there = await town();
    await promised(there);
    there.moveTo("2026-11-26T10:00");
    await sweep(there);
    const counts = (await countByState(there.visitor())).toSorted((a, b) => a.state.localeCompare(b.state));
    expect(counts).toEqual([
      { kind: "callback", state: "broken", count: 1 },
      { kind: "callback", state: "open", count: 1 },
    ]);
  });
});

const links = { todayLink: "https://example.org/vandaag", lookLink: "https://example.org/inzage/te-bekijken" };

describe("the mail of an alarm", () => {
  test("goes to the owner, the deputy and the team lead, once each, and names nobody", async () => {
    const there = await town();
    const made = await promised(there);
    await takePromise(there.helper("jeroen"), made.id);
    const mails = await alarmMails(there.visitor(), made.id, "warned", links);
    const local = (mail: { to: string }) => mail.to.split("-")[0] ?? "";
    expect(mails.map(local).toSorted()).toEqual(["elif", "jeroen", "samira"]);
    expect(new Set(mails.map((mail) => mail.key)).size).toBe(3);
    for (const mail of mails) {
      expect(mail.teamId).toBe(there.teams.raadslieden.id);
      expect(mail.subject).toBe("Een toezegging loopt bijna af");
      expect(mail.text).toContain("Terugbellen: dit is beloofd vóór donderdag 26\u00a0november 10.00\u00a0uur.");
      expect(mail.text).toContain("https://example.org/vandaag");
    }
  });

  test("of a promise nobody took goes to the team lead", async () => {
    const there = await town();
    const made = await promised(there);
    const mails = await alarmMails(there.visitor(), made.id, "broken", links);
    expect(mails.map((mail) => mail.to.split("-")[0])).toEqual(["samira"]);
    expect(mails[0]?.subject).toBe("Een toezegging is te laat");
  });

  test("is written again with the same key, so that posting it twice posts it once", async () => {
    const there = await town();
    const made = await promised(there);
    const keys = async () => (await alarmMails(there.visitor(), made.id, "warned", links)).map((mail) => mail.key);
    expect(await keys()).toEqual(await keys());
  });

  test("of a promise that is not there is none", async () => {
    const there = await town();
    expect(await alarmMails(there.visitor(), crypto.randomUUID(), "warned", links)).toEqual([]);
  });
});

describe("somebody who left a team", () => {
  const leaves = (there: Town, name: "jeroen" | "elif") =>
    database.admin.query("delete from team_member where person_id = $1", [there.people[name]]);

  test("owes nothing there any more: what they had taken is the team's again, and the history says why", async () => {
    const there = await town();
    const made = await promised(there);
    await takePromise(there.helper("jeroen"), made.id);
    expect(await handBackOfLeavers(there.visitor())).toBe(0);
    await leaves(there, "jeroen");
    expect(await handBackOfLeavers(there.visitor())).toBe(1);
    expect(await open(there)).toMatchObject({ owner: { personId: null }, deputy: { personId: null } });
    const changes = await database.admin.query("select change from promise_change where promise_id = $1 order by id", [
      made.id,
    ]);
    expect(changes.rows.map(({ change }) => change)).toEqual(["made", "taken", "owner-left"]);
    expect(await handBackOfLeavers(there.visitor())).toBe(0);
  });

  test("takes nothing from who stayed, nor from another team or town", async () => {
    const [there, elsewhere] = [await town(), await town()];
    const [mine, stays, far] = [await promised(there), await promised(there), await promised(elsewhere)];
    await takePromise(there.helper("jeroen"), mine.id);
    await takePromise(there.helper("elif"), stays.id);
    await takePromise(elsewhere.helper("elif"), far.id);
    await leaves(there, "jeroen");
    expect(await handBackOfLeavers(there.visitor())).toBe(1);
    expect(await rowOf(stays.id)).toMatchObject({ owner_id: there.people.elif });
    expect(await rowOf(far.id)).toMatchObject({ owner_id: elsewhere.people.elif });
  });
});
