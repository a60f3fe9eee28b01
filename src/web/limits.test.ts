import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { databaseSecret, testDatabase } from "../../tests/support/database.ts";
import { rounds } from "../../tests/support/rounds.ts";
import { connect } from "../db/connect.ts";
import { limits, networkOf } from "./limits.ts";

describe("the network of an address", () => {
  test.each([
    ["192.0.2.7", "192.0.2.7", "an IPv4 address is one house"],
    ["::ffff:192.0.2.7", "192.0.2.7", "the same, as IPv6 writes it"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2", "neighbours in one house share their first 64 bits"],
    ["2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2", "another machine in the same house"],
    ["2001:db8:1:2::1", "2001:db8:1:2", "zeros left out at the end"],
    ["2001:db8::1", "2001:db8:0:0", "zeros left out in the middle"],
    ["2001:db8::", "2001:db8:0:0", "zeros to the end"],
    ["::1", "0:0:0:0", "this machine"],
    ["fe80::1%eth0", "fe80:0:0:0", "on one wire"],
    ["", "", "an address that is not known"],
  ])("%s is %s: %s", (address, network, _why) => {
    expect(networkOf(address)).toBe(network);
  });

  test("does not depend on the last 64 bits", () => {
    const group = fc.integer({ min: 1, max: 0xffff }).map((value) => value.toString(16));
    const four = fc.array(group, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(four, four, four, (house, one, other) => {
        expect(networkOf([...house, ...one].join(":"))).toBe(networkOf([...house, ...other].join(":")));
        expect(networkOf([...house, ...one].join(":"))).toBe(house.join(":"));
        expect(networkOf(`${house.join(":")}::1`)).toBe(house.join(":"));
      }),
      rounds(64, 200),
    );
  });
});

describe("how often somebody may ask in a minute", () => {
  const database = testDatabase();
  const minute = Temporal.Instant.from("2026-11-24T09:00:10Z");
  const most = { pages: 3, requests: 2, codes: 2, oneCode: 2 };
  const counting = () => limits(database.db, "secret", most);
  const stored = async () => (await database.admin.query("select who, minute, count from request_limit")).rows;
  beforeEach(async () => {
    await database.admin.query("delete from request_limit");
  });

  test("so often and no oftener; in the next minute again", async () => {
    const { allows } = counting();
    const ask = (at = minute) => allows("requests", "192.0.2.7", at);
    expect([await ask(), await ask(), await ask()]).toEqual([true, true, false]);
    expect(await ask(minute.add({ seconds: 49 }))).toBe(false);
    expect(await ask(minute.add({ seconds: 50 }))).toBe(true);
  });

  test("counted apart for each house and each kind of question", async () => {
    const { allows } = counting();
    for (const kind of ["requests", "codes", "requests", "codes"] as const)
      expect(await allows(kind, "192.0.2.7", minute)).toBe(true);
    expect(await allows("requests", "192.0.2.7", minute)).toBe(false);
    expect(await allows("requests", "192.0.2.8", minute)).toBe(true);
    expect(await allows("codes", "2001:db8:1:2::1", minute)).toBe(true);
    expect(await allows("codes", "2001:db8:1:2::2", minute)).toBe(true);
    expect(await allows("codes", "2001:db8:1:2::3", minute)).toBe(false);
  });

  test("over all processes together: two of them, at the very same moment", async () => {
    const another = connect(database.urls.appUrl, 5, () => undefined, databaseSecret);
    const one = counting();
    const two = limits(another.db, "secret", most);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? one : two).allows("codes", "192.0.2.7", minute)),
    );
    expect(answers.filter(Boolean)).toHaveLength(2);
    await another.pool.end();
  });

  test("pages are counted in this process, without the database", async () => {
    const { allows } = counting();
    const ask = (at = minute) => allows("pages", "192.0.2.7", at);
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([true, true, true, false]);
    expect(await ask(minute.add({ minutes: 1 }))).toBe(true);
    expect(await stored()).toEqual([]);
  });

  test("no address is stored, only a fingerprint of this minute, and that is gone after two", async () => {
    const { allows } = counting();
    await allows("codes", "192.0.2.7", minute);
    const [row] = await stored();
    expect(row.who).toMatch(/^[0-9a-f]{64}$/);
    await allows("codes", "192.0.2.7", minute.add({ minutes: 1 }));
    expect(await stored()).toHaveLength(2);
    await allows("codes", "192.0.2.8", minute.add({ minutes: 2 }));
    expect((await stored()).map((each) => each.who)).not.toContain(row.who);
  });
});

describe("how often one code may be tried wrong in an hour", () => {
  const database = testDatabase();
  const moment = Temporal.Instant.from("2026-11-24T09:20:10Z");
  const most = { pages: 1, requests: 1, codes: 1, oneCode: 2 };
  const counting = () => limits(database.db, "secret", most);
  const stored = async () => (await database.admin.query("select who, minute, count from request_limit")).rows;
  beforeEach(async () => {
    await database.admin.query("delete from request_limit");
  });

  test("so often and no oftener, until the hour is over; another code is another", async () => {
    const { tryCode } = counting();
    const ask = async (code: string, at = moment) => (await tryCode(code, at)).allowed;
    expect([await ask("K7PXM2HR"), await ask("K7PXM2HR"), await ask("K7PXM2HR")]).toEqual([true, true, false]);
    expect(await ask("K7PXM2HS")).toBe(true);
    expect(await ask("K7PXM2HR", moment.add({ minutes: 39 }))).toBe(false);
    expect(await tryCode("K7PXM2HR", moment)).toEqual({ allowed: false, isFirst: false, waitSeconds: 2400 });
    expect(await ask("K7PXM2HR", moment.add({ minutes: 40 }))).toBe(true);
  });

  test("what was right does not count", async () => {
    const { tryCode } = counting();
    for (let at = 0; at < 5; at++) {
      const tried = await tryCode("K7PXM2HR", moment);
      if (!tried.allowed) throw new Error("A right code was counted.");
      await tried.wasRight();
    }
    expect(await stored()).toMatchObject([{ count: 0 }]);
  });

  test("over all processes together, at the very same moment", async () => {
    const [one, two] = [counting(), counting()];
    const tries = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? one : two).tryCode("K7PXM2HR", moment));
    const answers = await Promise.all(tries);
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(2);
    expect(answers.filter((tried) => !tried.allowed && tried.isFirst)).toHaveLength(1);
  });

  test("a link to one mail address is counted apart, however its capitals are", async () => {
    const { askByMail, tryCode } = counting();
    const ask = async (mail: string, at = moment) => (await askByMail(mail, at)).allowed;
    expect([await ask("roos@example.org"), await ask("Roos@Example.org")]).toEqual([true, true]);
    expect((await tryCode("roos@example.org", moment)).allowed).toBe(true);
    expect(await askByMail("roos@example.org", moment)).toEqual({ allowed: false, isFirst: true, waitSeconds: 2400 });
    expect(await ask("roos@example.com")).toBe(true);
    expect(await ask("roos@example.org", moment.add({ minutes: 40 }))).toBe(true);
    expect(JSON.stringify(await stored())).not.toContain("roos");
  });

  test("no code is stored, only a fingerprint of this hour, and that is gone soon after", async () => {
    const { tryCode, allows } = counting();
    await tryCode("K7PXM2HR", moment);
    const [row] = await stored();
    expect(row.who).toMatch(/^[0-9a-f]{64}$/);
    const has = async (at: Temporal.Instant) => {
      await allows("codes", "192.0.2.7", at);
      return (await stored()).some(({ who }) => who === row.who);
    };
    expect(await has(moment.add({ minutes: 39 }))).toBe(true);
    expect(await has(moment.add({ minutes: 42 }))).toBe(false);
  });
});
