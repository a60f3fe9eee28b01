import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { roundsOf } from "../support/rounds.ts";
import { openPostOffice, type PostOffice } from "../support/smtp.ts";
import {
  type Acknowledged,
  askAll,
  askOnce,
  buildHouse,
  type House,
  kill,
  newRequests,
  until,
} from "./surroundings.ts";

/*
 * Real faults under load: no acknowledged request is lost, none is doubled, and each mail goes out once, bar the one
 * gap that docs/operations.md names (killed between the mail server's "OK" and our commit: the same Message-ID twice).
 */

const rounds = roundsOf(2, 20);
const people = 60;

const made: { house?: House; post?: PostOffice } = {};
const folder = temporaryFolder("crash");
const house = () => {
  if (made.house === undefined) throw new Error("The house is only there inside a test.");
  return made.house;
};
const post = () => {
  if (made.post === undefined) throw new Error("The post office is only there inside a test.");
  return made.post;
};

beforeAll(async () => {
  made.post = await openPostOffice();
  made.house = await buildHouse(folder.path, made.post.url);
  await made.house.startServer();
  made.house.startWorker();
}, 60_000);

afterAll(async () => {
  await made.house?.close();
  await made.post?.stop();
  folder.remove();
}, 60_000);

const faults: [string, () => Promise<void>][] = [
  [
    "the server is killed",
    async () => {
      await kill(house().server());
      await house().startServer();
    },
  ],
  [
    "the worker is killed",
    async () => {
      await kill(house().worker());
      house().startWorker();
    },
  ],
  ["the database falls over", () => house().restartDatabase()],
  [
    "every connection to the database is cut",
    () =>
      house().admin(async (client) => {
        await client.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'rechtspoor_app'");
      }),
  ],
];

for (let round = 1; round <= rounds; round++)
  for (const [fault, cause] of faults)
    test(`round ${round}: ${fault} while ${people} people ask`, { timeout: 120_000 }, async () => {
      const requests = newRequests(people);
      // Another moment each round: early, in the middle, near the end.
      const harmAt = 3 + ((round * 17) % (people - 10));
      const harm: { done?: Promise<void> } = {};
      const acknowledged = await askAll(house(), requests, (count) => {
        if (count === harmAt) harm.done = cause();
      });
      await harm.done;
      await nothingLostNothingDoubled(acknowledged);
      await everyMailOnce(acknowledged);
    });

async function nothingLostNothingDoubled(acknowledged: Acknowledged[]): Promise<void> {
  expect(acknowledged).toHaveLength(people);
  const phones = acknowledged.map(({ phone }) => `+31${phone.replace("-", "").slice(1)}`);
  const rows = await house().admin(
    async (client) =>
      (
        await client.query<{ phone: string; times: number }>(
          "select phone, count(*)::int as times from resident join callback using (municipality_id, case_id) where phone = any ($1) group by phone",
          [phones],
        )
      ).rows,
  );
  expect(rows.filter((row) => row.times !== 1)).toEqual([]);
  expect(rows).toHaveLength(people);
  const cases = "select case_id from resident where phone = any ($1)";
  expect(
    await house().count(`select count(*) from promise where kind = 'callback' and case_id in (${cases})`, [phones]),
  ).toBe(people);
  const asked = `select count(*) from event where name = 'contact.callbackRequested'
    and subject_ref in (select event_ref from case_file where id in (${cases}))`;
  expect(await house().count(asked, [phones])).toBe(people);
  // Asking once more with the same key gives the same code, also after the fault.
  for (const request of acknowledged.slice(0, 5)) expect((await askOnce(house(), request))?.code).toBe(request.code);
}

async function everyMailOnce(acknowledged: Acknowledged[]): Promise<void> {
  const addresses = acknowledged.map(({ mail }) => mail);
  await until(
    async () =>
      (await house().count("select count(*) from mail where to_address = any ($1) and sent_at is not null", [
        addresses,
      ])) === people,
  );
  for (const address of addresses) {
    const ids = new Set(
      post()
        .received.filter((mail) => mail.to === address)
        .map((mail) => mail.messageId),
    );
    expect(ids.size, address).toBe(1);
  }
  const sent = post().received.filter((mail) => addresses.includes(mail.to)).length;
  // The one documented gap: at most the mails that were in flight when something was killed, each with its own id again.
  expect(sent - people).toBeLessThanOrEqual(2);
}
