import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { bsnMask } from "../../kernel/bsn.ts";
import { type Ctx, inTransaction } from "../../kernel/context.ts";
import { type Permit, permit } from "../access/index.ts";
import { aTown, dutch, type PersonName, type Town } from "../contact/make.ts";
import {
  addEntry,
  changePhone,
  closeCase,
  countCases,
  getCase,
  getResident,
  listCases,
  listEntries,
  markNotSafe,
  openCase,
  type Resident,
} from "./index.ts";
import { aResident } from "./make.ts";

const database = testDatabase();

const opened = (there: Town, over: Partial<Resident> = {}, theme = "wonen") =>
  inTransaction(there.team("raadslieden"), (ctx) =>
    openCase(ctx, { teamId: there.teams.raadslieden.id, theme, channel: "resident", resident: aResident(over) }),
  );
type Inside = Parameters<typeof getCase>[0];
/** Does something to a case as a helper of its team. */
const onCase = <T>(
  ctx: Ctx,
  caseId: string,
  act: (ctx: Inside, leave: Permit<"case.write">) => Promise<T>,
): Promise<T | undefined> =>
  inTransaction(ctx, async (ctx) => {
    const leave = await permit(ctx, "case.write", caseId);
    return leave && act(ctx, leave);
  });
const listFor = (there: Town, name: PersonName, asked: { status?: "open" | "closed" } = {}) =>
  listCases(there.helper(name), { ...asked, page: 1, perPage: 50 });
const eventsOf = async (there: Town) =>
  (
    await database.admin.query("select name, facts from event where municipality_id = $1 order by id", [
      there.municipality.id,
    ])
  ).rows;

describe("a question at a team", () => {
  test("is opened with who asked it, and the log begins", async () => {
    const there = await aTown(database.db, { at: "2026-11-24T10:00" });
    const { file } = await opened(there, {
      name: "Fatima",
      mail: "f@example.org",
      language: "Arabisch",
      interpreter: true,
    });
    expect(file).toMatchObject({
      status: "open",
      theme: "wonen",
      channel: "resident",
      openedAt: dutch("2026-11-24T10:00"),
    });
    const seen = await onCase(there.helper("elif"), file.id, async (ctx, leave) => ({
      file: await getCase(ctx, leave),
      resident: await getResident(ctx, leave),
      entries: await listEntries(ctx, leave),
    }));
    expect(seen?.file).toEqual(file);
    expect(seen?.resident).toEqual(
      aResident({ name: "Fatima", mail: "f@example.org", language: "Arabisch", interpreter: true }),
    );
    expect(seen?.entries).toMatchObject([{ kind: "opened", text: "", byPersonId: null }]);
    expect(await eventsOf(there)).toEqual([
      { name: "casework.opened", facts: { theme: "wonen", channel: "resident" } },
    ]);
  });

  test("does not exist for another team", async () => {
    const there = await aTown(database.db);
    const { file } = await opened(there);
    expect(await onCase(there.helper("bram"), file.id, getResident)).toBeUndefined();
    expect(await onCase(there.visitor(), file.id, getResident)).toBeUndefined();
    expect(await onCase(there.helper("elif"), file.id, getResident)).toBeDefined();
  });

  test("when the act that opened it fails, nothing was opened", async () => {
    const there = await aTown(database.db);
    const failing = inTransaction(there.team("raadslieden"), async (ctx) => {
      await openCase(ctx, {
        teamId: there.teams.raadslieden.id,
        theme: "wonen",
        channel: "desk",
        resident: aResident(),
      });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await listFor(there, "elif")).toEqual([]);
    expect(await eventsOf(there)).toEqual([]);
  });

  test("can only be opened for a team by whoever stands in for that team", async () => {
    const there = await aTown(database.db);
    const asOther = inTransaction(there.team("rechtswinkel"), (ctx) =>
      openCase(ctx, { teamId: there.teams.raadslieden.id, theme: "wonen", channel: "desk", resident: aResident() }),
    );
    await expect(asOther).rejects.toThrow("row-level security");
  });
});

describe("the contact log", () => {
  test("stands in order of time, with who wrote it; only notes and words are events", async () => {
    const there = await aTown(database.db);
    const { file } = await opened(there);
    there.later({ minutes: 1 });
    await onCase(there.helper("elif"), file.id, (ctx, leave) => addEntry(ctx, leave, "note", "Belt liever na vijven."));
    there.later({ minutes: 1 });
    await onCase(there.team("raadslieden"), file.id, (ctx, leave) =>
      addEntry(ctx, leave, "resident-word", "Het is dringend."),
    );
    there.later({ minutes: 1 });
    await onCase(there.helper("samira"), file.id, (ctx, leave) => addEntry(ctx, leave, "dayparts-changed", ""));
    const entries = await onCase(there.helper("elif"), file.id, listEntries);
    expect(entries?.map(({ kind, byPersonId }) => [kind, byPersonId])).toEqual([
      ["opened", null],
      ["note", there.people.elif],
      ["resident-word", null],
      ["dayparts-changed", there.people.samira],
    ]);
    expect((await eventsOf(there)).slice(1)).toEqual([
      { name: "casework.noted", facts: { by: "helper" } },
      { name: "casework.noted", facts: { by: "resident" } },
    ]);
  });

  test("keeps no burgerservicenummer, whoever writes it down", async () => {
    const there = await aTown(database.db);
    const { file } = await opened(there);
    await onCase(there.helper("elif"), file.id, (ctx, leave) => addEntry(ctx, leave, "note", "Bsn 1234.56.782."));
    const stored = await database.admin.query("select text from contact_entry where kind = 'note'");
    expect(stored.rows.map(({ text }) => text)).toContain(`Bsn ${bsnMask}.`);
    expect(JSON.stringify(stored.rows)).not.toContain("1234.56.782");
  });
});

describe("a number that is not safe", () => {
  test("keeps the first moment at which that was known, until there is another number", async () => {
    const there = await aTown(database.db, { at: "2026-11-24T10:00" });
    const { file } = await opened(there);
    const since = async () => (await onCase(there.helper("elif"), file.id, getResident))?.notSafeSince;
    await onCase(there.helper("elif"), file.id, markNotSafe);
    there.later({ hours: 1 });
    await onCase(there.helper("elif"), file.id, markNotSafe);
    expect(await since()).toEqual(dutch("2026-11-24T10:00"));
    await onCase(there.helper("elif"), file.id, (ctx, leave) =>
      changePhone(ctx, leave, "+31600009999", { isSafe: true }),
    );
    expect(await since()).toBeNull();
    expect((await onCase(there.helper("elif"), file.id, getResident))?.phone).toBe("+31600009999");
  });
});

describe("closing", () => {
  test("happens once: the second time nothing changes and nothing is told", async () => {
    const there = await aTown(database.db, { at: "2026-11-24T10:00" });
    const { file } = await opened(there);
    const close = (result: "answered" | "not-reached") =>
      onCase(there.helper("elif"), file.id, (ctx, leave) => closeCase(ctx, leave, result));
    expect(await close("answered")).toBe(true);
    there.later({ hours: 1 });
    expect(await close("not-reached")).toBe(false);
    expect(await onCase(there.helper("elif"), file.id, getCase)).toMatchObject({
      status: "closed",
      result: "answered",
      closedAt: dutch("2026-11-24T10:00"),
    });
    expect((await eventsOf(there)).filter((event) => event.name === "casework.closed")).toEqual([
      { name: "casework.closed", facts: { result: "answered", theme: "wonen" } },
    ]);
    expect((await onCase(there.helper("elif"), file.id, listEntries))?.map((entry) => entry.kind)).toEqual([
      "opened",
      "closed",
    ]);
  });

  test("at the very same moment: one closes it, the other hears that it was closed", async () => {
    const there = await aTown(database.db);
    for (const _ of Array.from({ length: 8 })) {
      const { file } = await opened(there);
      const close = (name: PersonName) =>
        onCase(there.helper(name), file.id, (ctx, leave) => closeCase(ctx, leave, "answered"));
      expect((await Promise.all([close("elif"), close("samira")])).toSorted()).toEqual([false, true]);
    }
  });
});

describe("lists", () => {
  test("hold the cases of my teams and no other, newest first, with who asked", async () => {
    const there = await aTown(database.db);
    const older = await opened(there, { name: "Eerst" });
    there.later({ minutes: 1 });
    const newer = await opened(there, { name: "Later" });
    expect((await listFor(there, "elif")).map(({ file, resident }) => [file.id, resident.name])).toEqual([
      [newer.file.id, "Later"],
      [older.file.id, "Eerst"],
    ]);
    expect(await listFor(there, "bram")).toEqual([]);
    expect(await listCases(there.visitor(), { page: 1, perPage: 50 })).toEqual([]);
    expect(await listCases(there.team("raadslieden"), { page: 1, perPage: 50 })).toEqual([]);
  });

  test("can be narrowed to some cases; to none means none, not all", async () => {
    const there = await aTown(database.db);
    const { file } = await opened(there);
    await opened(there);
    const narrowed = (caseIds: string[]) => listCases(there.helper("elif"), { caseIds, page: 1, perPage: 50 });
    expect((await narrowed([file.id])).map((line) => line.file.id)).toEqual([file.id]);
    expect(await narrowed([])).toEqual([]);
  });

  test("somebody in two teams sees both, each team only its own", async () => {
    const there = await aTown(database.db);
    await opened(there);
    await inTransaction(there.team("rechtswinkel"), (ctx) =>
      openCase(ctx, { teamId: there.teams.rechtswinkel.id, theme: "werk", channel: "desk", resident: aResident() }),
    );
    const both = there.helper("elif");
    if (both.actor.kind !== "person") throw new Error("Elif is a person.");
    const teamIds = [there.teams.raadslieden.id, there.teams.rechtswinkel.id];
    const ctx: Ctx = { ...both, actor: { ...both.actor, teamIds } };
    expect(await countCases(ctx)).toEqual({ open: 2, closed: 0 });
    expect(await countCases(there.helper("elif"))).toEqual({ open: 1, closed: 0 });
    expect((await listCases(there.helper("bram"), { page: 1, perPage: 50 })).map((line) => line.file.theme)).toEqual([
      "werk",
    ]);
  });

  test("count what is open and what is closed", async () => {
    const there = await aTown(database.db);
    const { file } = await opened(there);
    await opened(there);
    await onCase(there.helper("elif"), file.id, (ctx, leave) => closeCase(ctx, leave, "answered"));
    expect(await countCases(there.helper("samira"))).toEqual({ open: 1, closed: 1 });
    expect((await listFor(there, "elif", { status: "closed" })).map((line) => line.file.id)).toEqual([file.id]);
    expect(await countCases(there.helper("bram"))).toEqual({ open: 0, closed: 0 });
    expect(await countCases(there.visitor())).toEqual({ open: 0, closed: 0 });
  });
});
