import { describe, expect, test } from "vitest";
import { aMunicipality } from "../../../modules/access/make.ts";
import { anArea } from "../../../modules/directory/make.ts";
import type { Tenants } from "../../surroundings.ts";
import { findMunicipality } from "./find.ts";

const all = [
  aMunicipality({ id: "NL", slug: "nederland", name: "Nederland" }),
  aMunicipality({ id: "GM0344", slug: "utrecht", name: "Utrecht", otherNames: ["Vleuten"] }),
  aMunicipality({ id: "GM0796", slug: "s-hertogenbosch", name: "'s-Hertogenbosch" }),
  aMunicipality({ id: "GM1509", slug: "oude-ijsselstreek", name: "Oude IJsselstreek" }),
];
const elsewhere = (from: number, place: string, municipality: string) => ({
  ...anArea({ from, to: from, place }),
  municipalityId: null,
  elsewhere: municipality,
});
const own = [
  anArea({ from: 3511, to: 3515, municipalityId: "GM0344", place: "Utrecht" }),
  anArea({ from: 7070, to: 7070, municipalityId: "GM1509", place: "Etten" }),
];
const national = [
  elsewhere(1012, "Amsterdam", "Amsterdam"),
  elsewhere(2600, "Hengelo", "Bronckhorst"),
  ...own.slice(0, 1),
  elsewhere(4870, "Etten", "Etten-Leur"),
  ...own.slice(1),
  elsewhere(7391, "Twello", "Voorst"),
  elsewhere(7550, "Hengelo", "Hengelo"),
];
const tenants = (areas: Tenants["areas"]): Tenants => ({
  all,
  bySlug: new Map(all.map((one) => [one.slug, one])),
  byId: new Map(all.map((one) => [one.id, one])),
  areas,
  helpLanguages: new Map(),
});
const find = (typed: string, areas: Tenants["areas"] = national) => findMunicipality(typed, tenants(areas));

describe("where somebody lives", () => {
  test.each([
    ["3511 ab", { kind: "found", slug: "utrecht", pc4: 3511 }],
    ["vleuten", { kind: "found", slug: "utrecht" }],
    ["Den Bosch", { kind: "found", slug: "s-hertogenbosch" }],
    ["oude ijss", { kind: "found", slug: "oude-ijsselstreek" }],
  ])("%s is in a municipality that is here", (typed, wanted) => expect(find(typed)).toMatchObject(wanted));

  test.each([
    ["1012", { name: "Amsterdam", pc4: 1012, isKnown: true }],
    ["Amsterdam", { name: "Amsterdam", isKnown: true }],
    ["twello", { name: "Voorst", isKnown: true }],
    // A municipality goes before a village of that name.
    ["hengelo", { name: "Hengelo", isKnown: true }],
    ["9999 XX", { name: undefined, pc4: 9999, isKnown: false }],
  ])("%s is elsewhere, once the postcodes of the whole country are there", (typed, wanted) =>
    expect(find(typed)).toMatchObject({ kind: "elsewhere", ...wanted }),
  );

  test("a postcode elsewhere is no mistake either while only our own are there", () => {
    expect(find("1012", own)).toMatchObject({ kind: "elsewhere", name: undefined, isKnown: true });
    expect(find("Amsterdam", own)).toEqual({ kind: "notFound" });
  });

  test.each([
    ["", "empty"],
    ["  ", "empty"],
    ["أوترخت", "notFound"],
    ["Atlantis", "notFound"],
    ["0123", "notDutch"],
    ["48565", "notDutch"],
    ["B-2000", "belgian"],
    ["BE 1000", "belgian"],
    // Of ours, and elsewhere.
    ["Etten", "several"],
    // The country is a tenant, and no place to live in.
    ["Nederland", "notFound"],
  ])("%j gets the answer %s", (typed, kind) => expect(find(typed)).toEqual({ kind }));
});
