import { beforeAll, describe, expect, test } from "vitest";
import { loadExampleWorld } from "../../../../example/load.ts";
import { personId, teamId } from "../../../../example/places.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import type { Ctx } from "../../../kernel/context.ts";
import { idFor, newId } from "../../../kernel/id.ts";
import { dutch } from "../../contact/make.ts";
import { checkEntry } from "../freshness/usecases.ts";
import { findHelp, findService } from "../index.ts";
import { aServicePoint } from "../make.ts";
import type { Entry } from "./change.ts";
import { pointContentOf } from "./entry.ts";
import {
  addEntry,
  changeEntry,
  findEntry,
  listEditedOrganisations,
  listEntries,
  listHistory,
  undoChange,
} from "./usecases.ts";

const database = testDatabase();
const now = dutch("2026-11-24T10:00");
const utrecht = "GM0344";

beforeAll(() => loadExampleWorld(database.db, now, "a secret of no installation", { callbacks: false }));

const organisationId = {
  rechtswinkel: idFor("organisation:voorbeeld-rechtswinkel-utrecht"),
  raadslieden: idFor("organisation:voorbeeld-sociaal-raadslieden-utrecht"),
  gemeente: idFor("organisation:gemeente-utrecht"),
};
const somebody = (
  organisation: keyof typeof organisationId,
  role = "directory-editor",
  municipalityId = utrecht,
): Ctx => ({
  db: database.db,
  now,
  municipalityId,
  actor: {
    kind: "person",
    personId: personId("stefan-molenaar"),
    teamIds: [],
    duties: [{ role, teamId: teamId("team-beleid-utrecht"), organisationId: organisationId[organisation] }],
  },
});
const editor = () => somebody("rechtswinkel");
const municipal = () => somebody("gemeente");
const visitor = (): Ctx => ({ db: database.db, now, municipalityId: utrecht, actor: { kind: "visitor" } });

const listAll = async (ctx: Ctx) => (await listEntries(ctx, { page: 1, perPage: 500 }))?.entries;
const entryOfOrganisation = async (organisation: keyof typeof organisationId, ctx = municipal()) => {
  const found = (await listAll(ctx))?.find(({ service }) => service.organisation.id === organisationId[organisation]);
  if (found === undefined) throw new Error(`${organisation} offers nothing.`);
  return found.service;
};
const say = (ctx: Ctx, id: string, version: number, nl: string) =>
  changeEntry(ctx, id, {
    version,
    reason: "Zo heet het nu.",
    edit: (base) => ({ ...base, service: { ...base.service, sentence: { nl } } }),
  });

describe("who keeps which entry", () => {
  test("an organisation's editor its own; the municipality's own editor all of that municipality", async () => {
    const own = (await listAll(editor()))?.filter(({ isMine }) => isMine).map(({ service }) => service.organisation.id);
    expect(own).toEqual([organisationId.rechtswinkel]);
    expect((await listAll(municipal()))?.every(({ isMine }) => isMine)).toBe(true);
    expect((await listEditedOrganisations(editor())).map(({ id }) => id)).toEqual([organisationId.rechtswinkel]);
    expect((await listEditedOrganisations(municipal())).length).toBeGreaterThan(5);
  });

  test("nobody else sees, changes or checks one, nor learns that it is there", async () => {
    const { id, version } = await entryOfOrganisation("raadslieden");
    for (const ctx of [
      editor(),
      visitor(),
      somebody("raadslieden", "policy"),
      somebody("gemeente", "directory-editor", "GM0034"),
    ]) {
      expect(await findEntry(ctx, id)).toBeUndefined();
      expect(await say(ctx, id, version, "Van mij.")).toEqual({ kind: "gone" });
      expect(await say(ctx, newId(), version, "Van mij.")).toEqual({ kind: "gone" });
      expect(await checkEntry(ctx, id)).toBe("gone");
      expect(await listHistory(ctx, id)).toBeUndefined();
      expect(await undoChange(ctx, id, 2, "")).toEqual({ kind: "gone" });
      expect(await addEntry(ctx, organisationId.raadslieden, (empty) => empty, { isChecked: true })).toEqual({
        kind: "gone",
      });
    }
    expect(await listAll(visitor())).toBeUndefined();
    expect((await findEntry(municipal(), id))?.version).toBe(version);
  });
});

describe("changing an entry", () => {
  test("shows at once to residents, is found by its new words, and stands in the history with who and why", async () => {
    const { id, version } = await entryOfOrganisation("rechtswinkel");
    expect(await say(editor(), id, version, "Wij lezen uw pannenkoekenbrief.")).toEqual({
      kind: "done",
      version: version + 1,
    });
    expect((await findService(visitor(), [utrecht], id))?.sentence.nl).toBe("Wij lezen uw pannenkoekenbrief.");
    const { services } = await findHelp(visitor(), {
      chain: [utrecht],
      words: "pannenkoekenbrief",
      page: 1,
      perPage: 5,
    });
    expect(services[0]?.id).toBe(id);
    const history = await listHistory(municipal(), id);
    expect(history?.revisions[0]).toMatchObject({
      version: version + 1,
      by: "Stefan Molenaar",
      reason: "Zo heet het nu.",
    });
    expect(history?.revisions[0]?.changes.map(({ field }) => field)).toEqual(["sentence"]);
  });

  test("that says what stood there already is no change", async () => {
    const { id, version, sentence } = await entryOfOrganisation("rechtswinkel");
    expect(await say(editor(), id, version, sentence.nl)).toMatchObject({ kind: "nothing" });
    expect((await findEntry(editor(), id))?.version).toBe(version);
  });

  test("two at once: one is stored, the other sees it with what they typed themselves", async () => {
    const { id, version } = await entryOfOrganisation("rechtswinkel");
    const website = (ctx: Ctx) =>
      changeEntry(ctx, id, {
        version,
        reason: "",
        edit: (base) => ({ ...base, service: { ...base.service, website: "https://example.org/nieuw" } }),
      });
    const both = await Promise.all([say(municipal(), id, version, "Van de gemeente."), website(editor())]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["done", "meanwhile"]);
    const late = both.find((outcome) => outcome.kind === "meanwhile");
    if (late?.kind !== "meanwhile") throw new Error("One came later.");
    expect(late.entry.service).toMatchObject({
      sentence: { nl: "Van de gemeente." },
      website: "https://example.org/nieuw",
    });
    expect(late).toMatchObject({ version: version + 1, conflicts: [] });
    expect(late.revisions).toHaveLength(1);
    // Saved once more, as they saw it, it stands.
    const again = await (late === both[1] ? website : (ctx: Ctx) => say(ctx, id, version, "Van de gemeente."))(
      editor(),
    );
    expect(again.kind).toBe("meanwhile");
    const saved = await changeEntry(editor(), id, { version: late.version, reason: "", edit: () => late.entry });
    expect(saved).toEqual({ kind: "done", version: version + 2 });
    const found = await findEntry(editor(), id);
    expect(found).toMatchObject({ sentence: { nl: "Van de gemeente." }, website: "https://example.org/nieuw" });
  });

  test("the same field by two: what the other wrote is told", async () => {
    const { id, version } = await entryOfOrganisation("rechtswinkel");
    await say(municipal(), id, version, "Van de gemeente, opnieuw.");
    const late = await say(editor(), id, version, "Van ons.");
    expect(late).toMatchObject({ kind: "meanwhile", entry: { service: { sentence: { nl: "Van ons." } } } });
    if (late.kind !== "meanwhile") throw new Error("It came later.");
    expect(late.conflicts.map(({ after }) => after)).toEqual([{ nl: "Van de gemeente, opnieuw." }]);
  });

  test("a version that never was is nobody's", async () => {
    const { id, version } = await entryOfOrganisation("rechtswinkel");
    expect(await say(editor(), id, version + 5, "Uit de toekomst.")).toEqual({ kind: "gone" });
  });

  test("hostile words stay words", async () => {
    const { id, version } = await entryOfOrganisation("rechtswinkel");
    const words = `<script>alert(1)</script> ' " \\ %s $1 {} [] <b>`;
    expect((await say(editor(), id, version, words)).kind).toBe("done");
    expect((await findService(visitor(), [utrecht], id))?.sentence.nl).toBe(words);
  });
});

describe("places of an entry", () => {
  const withPoint = (id: string) =>
    changeEntry(editor(), id, {
      version: 0,
      reason: "",
      edit: (base) => base,
    });

  test("come and go with their entry; what goes can come back", async () => {
    const { id, version, points } = await entryOfOrganisation("rechtswinkel");
    const extra = newId();
    const content = pointContentOf(
      aServicePoint({ pc4: 3512, place: { name: "Wijkcentrum", street: "Plein 2", town: "Utrecht" } }),
    );
    const added = await changeEntry(editor(), id, {
      version,
      reason: "",
      edit: (base) => ({ ...base, points: { ...base.points, [extra]: content } }),
    });
    expect(added).toEqual({ kind: "done", version: version + 1 });
    const seen = await findService(visitor(), [utrecht], id);
    expect(seen?.points.map((point) => point.id).sort()).toEqual([...points.map((point) => point.id), extra].sort());
    expect(seen?.points.find((point) => point.id === extra)).toMatchObject({ teamId: null, pc4: 3512 });

    const removed = await changeEntry(editor(), id, {
      version: version + 1,
      reason: "",
      edit: (base) => ({
        ...base,
        points: Object.fromEntries(Object.entries(base.points).filter(([other]) => other !== extra)),
      }),
    });
    expect(removed.kind).toBe("done");
    expect((await findService(visitor(), [utrecht], id))?.points).toHaveLength(points.length);
    expect((await undoChange(editor(), id, version + 2, "Toch niet.")).kind).toBe("done");
    expect((await findService(visitor(), [utrecht], id))?.points.find((point) => point.id === extra)?.pc4).toBe(3512);
  });

  test("one that calls residents back stays, and keeps its team when it is changed", async () => {
    const { id, version } = await entryOfOrganisation("raadslieden");
    expect(
      await changeEntry(municipal(), id, { version, reason: "", edit: (base) => ({ ...base, points: {} }) }),
    ).toEqual({ kind: "gone" });
    const [before] = (await findEntry(municipal(), id))?.points ?? [];
    if (before === undefined) throw new Error("It has a point.");
    const changed = await changeEntry(municipal(), id, {
      version,
      reason: "",
      edit: (base) => ({ ...base, points: { [before.id]: { ...pointContentOf(before), phone: null } } }),
    });
    expect(changed.kind).toBe("done");
    const [after] = (await findEntry(municipal(), id))?.points ?? [];
    expect(after).toMatchObject({ phone: null, teamId: before.teamId });
  });

  test("somebody who never saw a version saves nothing", async () => {
    const { id } = await entryOfOrganisation("rechtswinkel");
    expect((await withPoint(id)).kind).toBe("meanwhile");
  });
});

describe("taking back", () => {
  test("a change; what was changed once more since is left", async () => {
    const { id, version, sentence } = await entryOfOrganisation("raadslieden");
    await say(municipal(), id, version, "Eerste.");
    await say(municipal(), id, version + 1, "Tweede.");
    expect(await undoChange(municipal(), id, version + 1, "")).toEqual({ kind: "changedSince" });
    expect((await undoChange(municipal(), id, version + 2, "Terug.")).kind).toBe("done");
    expect((await findEntry(municipal(), id))?.sentence.nl).toBe("Eerste.");
    expect((await undoChange(municipal(), id, version + 1, "Terug.")).kind).toBe("done");
    expect((await findEntry(municipal(), id))?.sentence).toEqual(sentence);
    expect(await undoChange(municipal(), id, 999, "")).toEqual({ kind: "gone" });
  });
});

describe("something new, and something that is over", () => {
  test("is on the map at once, checked today, of that organisation", async () => {
    const came = await addEntry(
      editor(),
      organisationId.rechtswinkel,
      (empty) => ({
        ...empty,
        name: { nl: "Cursus omgaan met brieven" },
        sentence: { nl: "U leert brieven lezen." },
        kind: "course",
        themes: ["wonen"],
        functions: ["informatie-en-advies"],
      }),
      { isChecked: true },
    );
    if (came.kind !== "done") throw new Error("It was added.");
    expect(await findService(visitor(), [utrecht], came.id)).toMatchObject({
      kind: "course",
      checkedOn: "2026-11-24",
      version: 1,
      organisation: { independence: "independent" },
    });
  });

  test("the same form sent twice adds one; something else with that name is refused, in capitals too, until the first is withdrawn", async () => {
    const named = (nl: string) => (empty: Entry["service"]) => ({ ...empty, name: { nl }, themes: ["wonen"] });
    const add = (nl: string, formKey = newId()) =>
      addEntry(municipal(), organisationId.raadslieden, named(nl), { isChecked: false, formKey });
    const formKey = newId();
    const both = await Promise.all([add("Cursus huurrecht", formKey), add("Cursus huurrecht", formKey)]);
    const [first] = both;
    if (first?.kind !== "done") throw new Error("It was added.");
    expect(both).toEqual([first, first]);
    expect(await add("CURSUS HUURRECHT")).toEqual({ kind: "named", id: first.id });
    await changeEntry(municipal(), first.id, {
      version: 1,
      reason: "",
      edit: (base) => ({ ...base, service: { ...base.service, withdrawn: true } }),
    });
    expect(await add("Cursus huurrecht", formKey)).toEqual(first);
    expect((await add("Cursus huurrecht")).kind).toBe("done");
  });

  test("withdrawn it is shown to nobody but editors, and can come back", async () => {
    const { id, version } = await entryOfOrganisation("raadslieden");
    const withdraw = (version: number, withdrawn: boolean) =>
      changeEntry(municipal(), id, {
        version,
        reason: "",
        edit: (base) => ({ ...base, service: { ...base.service, withdrawn } }),
      });
    await withdraw(version, true);
    expect(await findService(visitor(), [utrecht], id)).toBeUndefined();
    const { services } = await findHelp(visitor(), { chain: [utrecht], page: 1, perPage: 100 });
    expect(services.map((service) => service.id)).not.toContain(id);
    expect((await findEntry(municipal(), id))?.withdrawn).toBe(true);
    await withdraw(version + 1, false);
    expect((await findService(visitor(), [utrecht], id))?.id).toBe(id);
  });
});

test("klopt nog: the day of today, and no new version", async () => {
  const { id, version } = await entryOfOrganisation("rechtswinkel");
  const later = { ...editor(), now: now.add({ hours: 24 * 10 }) };
  expect(await checkEntry(later, id)).toBe("done");
  expect(await findEntry(editor(), id)).toMatchObject({ checkedOn: "2026-12-04", version });
});

describe("the list of what is published", () => {
  const list = (ctx: Ctx, over: Partial<Parameters<typeof listEntries>[1]> = {}) =>
    listEntries(ctx, { page: 1, perPage: 3, ...over });
  const names = async (ctx: Ctx, over: Partial<Parameters<typeof listEntries>[1]> = {}) =>
    (await list(ctx, over))?.entries.map(({ service }) => service.name.nl);

  test("goes page by page, and says how many there are in all", async () => {
    const all = (await names(municipal(), { perPage: 100 })) ?? [];
    const pages = await Promise.all([1, 2, 3].map((page) => names(municipal(), { page })));
    expect(pages.flat()).toEqual(all.slice(0, 9));
    expect((await list(municipal()))?.count).toBe(all.length);
    expect(await names(municipal(), { page: 999 })).toEqual([]);
  });

  test("is narrowed by a part of a name, by whose it is, and by what nobody looked at for half a year", async () => {
    expect(await names(municipal(), { name: "JURIDISCH spreek" })).toEqual(["Voorbeeld Gratis juridisch spreekuur"]);
    // Something was added above.
    const own = ["Cursus omgaan met brieven", "Voorbeeld Gratis juridisch spreekuur"];
    expect(await names(municipal(), { name: "Voorbeeld Rechtswinkel" })).toEqual(own);
    expect(await names(editor(), { mine: true })).toEqual(own);
    const unchecked = (await list(municipal(), { unchecked: true, perPage: 100 }))?.entries ?? [];
    expect(unchecked.length).toBeGreaterThan(0);
    expect(unchecked.every(({ service }) => service.checkedOn === null)).toBe(true);
  });

  test("takes what is typed as it is: a sign that means something to the database finds that sign", async () => {
    for (const name of ["%", "_", "\\", "'; drop table service; --"])
      expect(await names(municipal(), { name })).toEqual([]);
  });
});
