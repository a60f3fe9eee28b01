import { execFileSync } from "node:child_process";
import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { mayMount, mountDisk } from "../support/disk.ts";
import { temporaryFolder } from "../support/folder.ts";
import { openPostOffice } from "../support/smtp.ts";
import { type Acknowledged, askOnce, buildHouse, newRequests, until } from "./surroundings.ts";

/*
 * The database on a disk of its own that runs full. Needs root for the mount; elsewhere it is skipped, and says so in
 * the closing line.
 */

const megabytes = 160;

const disk = temporaryFolder("disk");
const cleanUp: (() => unknown)[] = [];

afterAll(async () => {
  for (const step of cleanUp.toReversed()) await step();
  disk.remove();
});

test.skipIf(!mayMount())(
  "a full disk gives a clear answer, loses nothing that was acknowledged, and heals when there is room",
  { timeout: 120_000 },
  async () => {
    cleanUp.push(mountDisk(disk.path, `size=${megabytes}m`));
    chmodSync(disk.path, 0o711);
    const post = await openPostOffice();
    cleanUp.push(() => post.stop());
    const house = await buildHouse(disk.path, post.url);
    cleanUp.push(() => house.close());
    await house.startServer();

    const requests = newRequests(400);
    const acknowledged: Acknowledged[] = [];
    const before = await askOnce(house, requests[0] ?? { key: "", phone: "", mail: "" });
    expect(before?.status).toBe(201);

    // Everything that is left is taken, so that not even the log of the next write fits.
    const ballast = join(disk.path, "ballast");
    execFileSync("sh", ["-c", `dd if=/dev/zero of=${ballast} bs=64k 2>/dev/null || true`]);
    const refused = { seen: 0 };
    for (const request of requests.slice(1)) {
      const answer = await askOnce(house, request);
      if (answer?.code !== undefined) {
        acknowledged.push({ ...request, code: answer.code });
        continue;
      }
      refused.seen++;
      if (answer !== undefined) {
        expect([500, 503]).toContain(answer.status);
        expect(answer.type).toContain("application/problem+json");
      }
      if (refused.seen >= 20) break;
    }
    expect(refused.seen).toBeGreaterThan(0);

    const page = await fetch(`${house.url}/utrecht`).catch(() => undefined);
    if (page !== undefined && !page.ok)
      expect(await page.text()).toMatch(/Even niet bereikbaar|Er gaat iets mis bij ons/);

    rmSync(ballast);
    writeFileSync(join(disk.path, "room"), "");
    await house.restartDatabase().catch(() => undefined);
    const [last] = newRequests(1);
    if (last === undefined) throw new Error("There is no request.");
    await until(async () => (await askOnce(house, last))?.status === 201);
    for (const request of acknowledged) {
      const again = await askOnce(house, request);
      expect(again?.code).toBe(request.code);
    }
    expect(await house.count("select count(*) from callback")).toBe(acknowledged.length + 2);
  },
);
