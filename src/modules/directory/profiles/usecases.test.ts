import { beforeAll, describe, expect, test } from "vitest";
import { loadExampleWorld } from "../../../../example/load.ts";
import { personId, teamId } from "../../../../example/places.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { as, type Ctx, inTransaction } from "../../../kernel/context.ts";
import { idFor, newId } from "../../../kernel/id.ts";
import { dutch } from "../../contact/make.ts";
import { aService, aServicePoint } from "../make.ts";
import { addService, findService } from "../usecases.ts";
import type { ProfileContent } from "./profile.ts";
import { changeProfile, findOrganisation, listHousemates, openProfile, undoProfile } from "./usecases.ts";

const database = testDatabase();
const now = dutch("2026-11-24T10:00");
const utrecht = "GM0344";
beforeAll(() => loadExampleWorld(database.db, now, "a secret of no installation", { callbacks: false }));

const rechtswinkel = idFor("organisation:voorbeeld-rechtswinkel-utrecht");
const raadslieden = idFor("organisation:voorbeeld-sociaal-raadslieden-utrecht");
const wijkteam = idFor("organisation:voorbeeld-wijkteam-utrecht");
const gemeente = idFor("organisation:gemeente-utrecht");
const editorOf = (organisationId: string, municipalityId = utrecht): Ctx => ({
  db: database.db,
  now,
  municipalityId,
  actor: {
    kind: "person",
    personId: personId("stefan-molenaar"),
    teamIds: [],
    duties: [{ role: "directory-editor", teamId: teamId("team-beleid-utrecht"), organisationId }],
  },
});
const visitor = (): Ctx => ({ db: database.db, now, municipalityId: utrecht, actor: { kind: "visitor" } });
const publish = (...services: Parameters<typeof addService>[1][]) =>
  inTransaction(as(visitor(), { kind: "system", purpose: "editing" }), async (ctx) => {
    for (const service of services) await addService(ctx, service);
  });

const versionOf = async (id: string): Promise<number> => (await openProfile(editorOf(id), id))?.profile.version ?? -1;
const say = async (ctx: Ctx, id: string, over: Partial<ProfileContent>, version?: number) =>
  changeProfile(ctx, id, {
    version: version ?? (await versionOf(id)),
    reason: "Zo is het nu.",
    edit: (base) => ({ ...base, ...over }),
  });

describe("what an organisation tells of itself", () => {
  test("is read by everybody where it offers something, and is not there where it does not", async () => {
    const found = await findOrganisation(visitor(), [utrecht, "NL"], rechtswinkel);
    expect(found?.profile.content.doesNot.nl).toContain("niet met u naar de rechter");
    expect(found?.offer.map(({ name }) => name.nl)).toEqual(["Voorbeeld Gratis juridisch spreekuur"]);
    expect(await findOrganisation(visitor(), ["GM0034", "NL"], rechtswinkel)).toBeUndefined();
    expect(await findOrganisation(visitor(), [utrecht, "NL"], newId())).toBeUndefined();
  });

  test("is changed with its history by its own editor, and a change is taken back", async () => {
    const ctx = editorOf(rechtswinkel);
    const before = await versionOf(rechtswinkel);
    expect(await say(ctx, rechtswinkel, { kvk: "12345678" })).toEqual({ kind: "done", version: before + 1 });
    expect(await say(ctx, rechtswinkel, { kvk: "12345678" })).toEqual({ kind: "nothing" });
    const opened = await openProfile(ctx, rechtswinkel);
    expect(opened?.revisions[0]).toMatchObject({
      by: "Stefan Molenaar",
      reason: "Zo is het nu.",
      changes: [{ field: "kvk", before: null, after: "12345678" }],
    });
    const back = { version: before + 1, reason: "Terug." };
    expect(await undoProfile(ctx, rechtswinkel, back)).toBe("done");
    expect((await openProfile(ctx, rechtswinkel))?.profile.content.kvk).toBeNull();
    expect(await undoProfile(ctx, rechtswinkel, back)).toBe("changedSince");
  });

  test("of two who write at once, the second sees the first's change with their own, and nothing is stored yet", async () => {
    const ctx = editorOf(rechtswinkel);
    const version = await versionOf(rechtswinkel);
    await say(ctx, rechtswinkel, { chain: { nl: "Eerste uitleg." } }, version);
    const came = await say(ctx, rechtswinkel, { website: "https://example.org" }, version);
    expect(came).toMatchObject({
      kind: "meanwhile",
      version: version + 1,
      content: { chain: { nl: "Eerste uitleg." }, website: "https://example.org" },
      conflicts: [],
    });
    expect((await openProfile(ctx, rechtswinkel))?.profile.content.website).toBeNull();
    const both = await say(ctx, rechtswinkel, { chain: { nl: "Iets anders." } }, version);
    expect(both).toMatchObject({ conflicts: [{ field: "chain", after: { nl: "Eerste uitleg." } }] });
  });

  test("two who begin something new at the same moment do not overwrite each other", async () => {
    const version = await versionOf(raadslieden);
    const outcomes = await Promise.all(
      ["11111111", "22222222"].map((kvk) => say(editorOf(raadslieden), raadslieden, { kvk }, version)),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["done", "meanwhile"]);
  });

  test("is kept by nobody else: another organisation's editor, a visitor, an editor of another municipality", async () => {
    for (const ctx of [editorOf(raadslieden), visitor(), editorOf(gemeente, "GM0034")]) {
      expect(await openProfile(ctx, rechtswinkel)).toBeUndefined();
      expect(await say(ctx, rechtswinkel, { kvk: "87654321" })).toEqual({ kind: "gone" });
      expect(await undoProfile(ctx, rechtswinkel, { version: 1, reason: "" })).toBe("gone");
    }
  });

  test("is kept by the municipality's own editor as long as the organisation is in that municipality alone", async () => {
    expect(await openProfile(editorOf(gemeente), wijkteam)).toBeDefined();
    const organisation = { id: wijkteam, name: "", independence: "unknown", reason: { nl: "" } } as const;
    await publish(aService({ municipalityId: "GM0034", organisation }));
    expect(await openProfile(editorOf(gemeente), wijkteam)).toBeUndefined();
    expect(await say(editorOf(gemeente), wijkteam, { kvk: "87654321" })).toEqual({ kind: "gone" });
    expect(await openProfile(editorOf(wijkteam), wijkteam)).toBeDefined();
  });
});

describe("several parties under one roof", () => {
  const at = (place: Partial<{ under: string; street: string; town: string }>, over = {}) => {
    const { under = "", street = "", town = "Utrecht" } = place;
    const organisation = { id: raadslieden, name: "", independence: "unknown", reason: { nl: "" } } as const;
    return aService({
      municipalityId: utrecht,
      organisation,
      points: [aServicePoint({ under, place: { name: "Hier", street, town } })],
      ...over,
    });
  };
  const housematesOf = async ({ id }: { id: string }) => {
    const service = await findService(visitor(), [utrecht], id);
    return service === undefined ? [] : (await listHousemates(visitor(), service)).map(({ serviceId }) => serviceId);
  };

  test("stand with each other, by the name of the house or by its street and town, however that is written", async () => {
    const [one, two, three, four] = [
      at({ under: "Wijkcentrum De Brug", street: "Dwarsstraat 1" }),
      at({ under: "wijkcentrum de brug", street: "Dwarsstraat 3" }),
      at({ street: "DWARSSTRAAT 1" }),
      at({ street: "Dwarsstraat 1", town: "Amersfoort" }),
    ];
    await publish(one, two, three, four);
    expect((await housematesOf(one)).sort()).toEqual([two.id, three.id].sort());
    expect(await housematesOf(two)).toEqual([one.id]);
    expect(await housematesOf(four)).toEqual([]);
  });

  test("not what was withdrawn, what is only for professionals, or what has no address", async () => {
    const [one, gone, hidden] = [
      at({ street: "Langestraat 1" }),
      at({ street: "Langestraat 1" }, { withdrawn: true }),
      at({ street: "Langestraat 1" }, { forProfessionals: true }),
    ];
    await publish(one, gone, hidden, at({}), at({}));
    expect(await housematesOf(one)).toEqual([]);
    expect(await housematesOf(at({}))).toEqual([]);
  });
});
