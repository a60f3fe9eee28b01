import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { as, type Ctx, inTransaction } from "../../../kernel/context.ts";
import { newId } from "../../../kernel/id.ts";
import { aTown } from "../../contact/make.ts";
import { addService } from "../index.ts";
import { aService, servedBy } from "../make.ts";
import type { ListEntry } from "./resident-list.ts";
import { endList, forgetLists, type ListMade, listLists, makeList, openList } from "./usecases.ts";

const database = testDatabase();
const secret = "a secret of the tests of lists";

/** A town with three kinds of help for residents and one for professionals alone, and a helper of each of two teams. */
async function aTownWithHelp() {
  const town = await aTown(database.db);
  const municipalityId = town.municipality.id;
  const { raadslieden, rechtswinkel } = town.teams;
  const of = { municipalityId, organisation: servedBy(raadslieden.organisation) };
  const services = [1, 2, 3].map(() => aService(of));
  const hidden = aService({ ...of, forProfessionals: true });
  await inTransaction(as(town.visitor(), { kind: "system", purpose: "example" }), async (ctx) => {
    for (const service of [...services, hidden]) await addService(ctx, service);
  });
  const chain = [municipalityId, "NL"];
  const entries = services.map(({ id }): ListEntry => ({ serviceId: id, advice: null, line: "" }));
  const given = (over: Partial<ListMade> = {}): ListMade => ({
    ...{ teamId: raadslieden.id, toldIn: "nl", lasts: 30, entries, formKey: newId() },
    ...over,
  });
  const helper = town.helper("jeroen");
  const make = (over: Partial<ListMade> = {}, who: Ctx = helper) => makeList(who, chain, given(over), secret);
  return {
    ...{ town, chain, services, hidden, entries, helper, raadslieden, rechtswinkel, make },
    colleague: town.helper("samira"),
    other: town.helper("lotte"),
    /** Makes one, and returns its word. */
    given: async (over: Partial<ListMade> = {}): Promise<string> => {
      const came = await make(over);
      if (came.kind !== "made") throw new Error(came.kind);
      return came.word;
    },
    open: (word: string, who: Ctx = town.visitor()) => openList(who, chain, word),
    made: async (who: Ctx) => (await listLists(who, chain, { page: 1, perPage: 10 })).lists,
    stored: async () =>
      (await database.admin.query("select * from resident_list where municipality_id = $1", [municipalityId])).rows,
    events: async () =>
      (
        await database.admin.query(
          "select name, facts, actor_kind from event where municipality_id = $1 and name like 'directory.list%' order by at, id",
          [municipalityId],
        )
      ).rows,
    withdraw: (id: string) => database.admin.query("update service set withdrawn = true where id = $1", [id]),
  };
}
const later = (ctx: Ctx, moment: string): Ctx => ({
  ...ctx,
  now: Temporal.PlainDateTime.from(moment).toZonedDateTime("Europe/Amsterdam").toInstant(),
});

describe("a list that a helper gave", () => {
  test("opens for whoever holds its word, in its order, with what the route map says now; nothing says that it was opened", async () => {
    const { given, open, services, entries, town, events, raadslieden } = await aTownWithHelp();
    const [first, second, third] = entries;
    if (first === undefined || second === undefined || third === undefined) return;
    const word = await given({ entries: [third, { ...first, advice: "call-first", line: "Bel dinsdag." }, second] });
    await database.admin.query(`update service set name = '{"nl": "Nu anders"}' where id = $1`, [third.serviceId]);
    const opened = await open(word.toUpperCase());
    if (opened?.state !== "open") throw new Error(opened?.state);
    expect(opened.entries.map(({ serviceId }) => serviceId)).toEqual([2, 0, 1].map((at) => services[at]?.id));
    expect(opened.entries[0]?.service?.name.nl).toBe("Nu anders");
    expect(opened.entries[1]).toMatchObject({ advice: "call-first", line: "Bel dinsdag." });
    expect(opened.team.name).toBe(raadslieden.name);
    expect(await events()).toEqual([
      { name: "directory.listMade", actor_kind: "person", facts: { teamId: raadslieden.id, entries: 3, lasts: 30 } },
    ]);
    // Whoever is signed in opens it as anybody does.
    expect((await open(word, town.helper("lotte")))?.state).toBe("open");
  });

  test("is kept without its word, and without a person", async () => {
    const { given, stored } = await aTownWithHelp();
    const word = await given();
    const [row] = await stored();
    expect(JSON.stringify(row)).not.toContain(word);
    expect(JSON.stringify(row)).not.toContain(word.replaceAll("-", ""));
    expect(Object.keys(row).sort()).toEqual(
      ["ended_at", "entries", "id", "last_day", "made_at", "municipality_id", "team_id", "told_in", "word_hash"].sort(),
    );
  });

  test("is not there for a made-up word, in another municipality, or by its id", async () => {
    const { given, open, stored } = await aTownWithHelp();
    const word = await given();
    const elsewhere = (await aTownWithHelp()).town.visitor();
    const [{ id, word_hash }] = await stored();
    for (const wrong of ["", "k7px-m2hr-k7px-m2hr", word.slice(0, -1), `${word}2`, id, word_hash, "\0", "%"])
      expect(await open(wrong)).toBeUndefined();
    expect(await open(word, elsewhere)).toBeUndefined();
  });

  test("says of help that was withdrawn, or is for professionals alone by now, that it is not there", async () => {
    const { given, open, services, withdraw } = await aTownWithHelp();
    const word = await given();
    await withdraw(services[0]?.id ?? "");
    await database.admin.query("update service set for_professionals = true where id = $1", [services[1]?.id]);
    const opened = await open(word);
    expect(opened?.state === "open" && opened.entries.map(({ service }) => service?.id)).toEqual([
      undefined,
      undefined,
      services[2]?.id,
    ]);
  });

  test("is over from midnight in the Netherlands after its last day, and shows no help from then on", async () => {
    const { given, open, town } = await aTownWithHelp();
    const word = await given();
    const at = (moment: string) => open(word, later(town.visitor(), moment));
    expect((await at("2026-12-24T23:59:59.999"))?.state).toBe("open");
    const over = await at("2026-12-25T00:00");
    expect(over?.state).toBe("over");
    expect(over).not.toHaveProperty("entries");
  });
});

describe("making a list", () => {
  test("with the same form twice, also at the same moment, makes one with one word", async () => {
    const { make, stored, events } = await aTownWithHelp();
    const formKey = newId();
    const came = await Promise.all([make({ formKey }), make({ formKey }), make({ formKey })]);
    came.push(await make({ formKey }));
    expect(new Set(came.map((one) => (one.kind === "made" ? one.word : one.kind))).size).toBe(1);
    expect([(await stored()).length, (await events()).length]).toEqual([1, 1]);
    // Another list from the same form, after going back, is another.
    await make({ formKey, lasts: 7 });
    expect(await stored()).toHaveLength(2);
  });

  test("is refused where a line holds what looks personal, and nothing is kept", async () => {
    const { make, entries, stored } = await aTownWithHelp();
    const [first, ...rest] = entries;
    if (first === undefined) return;
    const came = await make({ entries: [{ ...first, line: "Bel 06-12345678" }, ...rest] });
    expect(came.kind === "wrong" && [...came.problems]).toEqual([[first.serviceId, "number"]]);
    expect(await stored()).toEqual([]);
  });

  test("holds from one to twenty kinds of help that residents may be sent to", async () => {
    const { make, entries, hidden, services, withdraw, stored } = await aTownWithHelp();
    const never = newId();
    const on = (serviceId: string): ListEntry => ({ serviceId, advice: null, line: "" });
    expect(await make({ entries: [] })).toEqual({ kind: "empty" });
    expect(await make({ entries: Array.from({ length: 21 }, () => on(never)) })).toEqual({ kind: "tooMany" });
    await withdraw(services[1]?.id ?? "");
    expect(await make({ entries: [...entries, on(hidden.id), on(never)] })).toEqual({
      kind: "notThere",
      ids: [services[1]?.id, hidden.id, never],
    });
    expect(await stored()).toEqual([]);
  });

  test("is for whoever works on files of that team, and for nobody else", async () => {
    const { make, town, other, rechtswinkel, stored } = await aTownWithHelp();
    const elsewhere: Ctx = { ...(await aTownWithHelp()).helper, municipalityId: town.municipality.id };
    for (const who of [town.visitor(), other, elsewhere]) expect(await make({}, who)).toEqual({ kind: "notYours" });
    expect(await make({ teamId: rechtswinkel.id })).toEqual({ kind: "notYours" });
    expect(await make({ teamId: "" })).toEqual({ kind: "notYours" });
    expect(await stored()).toEqual([]);
  });

  test("what is markup or turns text around stays text", async () => {
    const { given, open, entries } = await aTownWithHelp();
    const line = `<script>alert(1)</script> "' ﷺ 👩‍👩‍👧`;
    const word = await given({ entries: entries.map((entry) => ({ ...entry, line })) });
    const opened = await open(word);
    expect(opened?.state === "open" && opened.entries[0]?.line).toBe(line);
  });
});

describe("the lists of a team", () => {
  test("are seen by each colleague, and by no other team, program or visitor", async () => {
    const { given, made, helper, colleague, other, town } = await aTownWithHelp();
    await given();
    await given({ lasts: 7 });
    for (const who of [helper, colleague]) expect(await made(who)).toHaveLength(2);
    for (const who of [other, town.visitor(), (await aTownWithHelp()).helper]) expect(await made(who)).toEqual([]);
  });

  test("are ended by any colleague, once, and are over at that moment", async () => {
    const { given, made, open, helper, colleague, events, raadslieden } = await aTownWithHelp();
    const word = await given();
    const [list] = await made(helper);
    expect(await endList(colleague, list?.id ?? "")).toBe("done");
    expect(await endList(helper, list?.id ?? "")).toBe("done");
    expect((await open(word))?.state).toBe("over");
    expect((await made(helper)).map(({ isOver }) => isOver)).toEqual([true]);
    expect((await events()).slice(1)).toEqual([
      { name: "directory.listEnded", actor_kind: "person", facts: { teamId: raadslieden.id } },
    ]);
  });

  test("of another team are as ones that are not there", async () => {
    const { given, made, open, helper, other, town } = await aTownWithHelp();
    const word = await given();
    const id = (await made(helper))[0]?.id ?? "";
    for (const who of [other, town.visitor(), (await aTownWithHelp()).helper])
      expect(await endList(who, id)).toBe("gone");
    expect(await endList(helper, newId())).toBe("gone");
    expect((await open(word))?.state).toBe("open");
  });

  test("go by pages, the newest first", async () => {
    const { town, chain, given, helper } = await aTownWithHelp();
    for (const lasts of [7, 30, 90] as const) await given({ lasts });
    const lasted = async (page: number) => {
      const { lists, more } = await listLists(helper, chain, { page, perPage: 2 });
      return [lists.length, more];
    };
    expect([await lasted(1), await lasted(2), await lasted(3)]).toEqual([
      [2, true],
      [1, false],
      [0, false],
    ]);
    expect(town.municipality.id).toBe(chain[0]);
  });
});

describe("by night", () => {
  test("a list goes thirty days after its last day or after it was ended, and leaves that one went", async () => {
    const { given, made, open, town, helper, events, stored } = await aTownWithHelp();
    const [running, ended] = [await given({ lasts: 7 }), await given({ lasts: 90 })];
    const lists = await made(helper);
    await endList(helper, lists.find(({ lastDay }) => lastDay.toString() === "2027-02-22")?.id ?? "");
    const forget = async (moment: string, dryRun = false) =>
      forgetLists(later(town.visitor(), moment), { dryRun }).then(({ failed }) => {
        expect(failed).toEqual([]);
      });
    // Ended on 24 November; the other opens until and including 1 December.
    await forget("2026-12-24T23:59");
    expect(await stored()).toHaveLength(2);
    await forget("2026-12-25T00:01", true);
    expect(await stored()).toHaveLength(2);
    await forget("2026-12-25T00:01");
    expect(await open(ended)).toBeUndefined();
    await forget("2026-12-31T23:59");
    expect((await open(running, later(town.visitor(), "2026-12-31T23:59")))?.state).toBe("over");
    await forget("2027-01-01T00:01");
    expect(await stored()).toEqual([]);
    expect((await events()).slice(-2).map(({ name, actor_kind }) => [name, actor_kind])).toEqual([
      ["directory.listForgotten", "system"],
      ["directory.listForgotten", "system"],
    ]);
  });
});
