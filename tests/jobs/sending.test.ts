import { createServer, connect as dial, type Server, type Socket } from "node:net";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import { keepFollowedEvents, startWorker } from "../../src/jobs/worker.ts";
import { newId } from "../../src/kernel/id.ts";
import { testDatabase } from "../support/database.ts";
import { openPostOffice, type PostOffice } from "../support/smtp.ts";
import { closedOffice, hostname, letterbox, openPostRoom, sender } from "./post-room.ts";

const database = testDatabase();
beforeAll(() => keepFollowedEvents(database.db));

const asked = { mail: "roos@example.org", name: "Roos" };
/** A room with one mail in the post. */
async function roomWithMail() {
  const room = await openPostRoom(database);
  await room.town.ask(asked);
  await room.follow();
  const [mail] = await room.mails();
  if (mail === undefined) throw new Error("No mail was written.");
  return { room, mail, isSent: async () => (await room.mails())[0]?.sent };
}

describe("one mail", () => {
  test("is sent once, from us, with a name of its own, and remembers when", async () => {
    const { room, mail } = await roomWithMail();
    const box = letterbox();
    await room.send(mail.id, box);
    await room.send(mail.id, box);
    expect(box.sent).toEqual([
      { from: sender, to: asked.mail, subject: mail.subject, text: mail.text, messageId: expect.anything() },
    ]);
    expect(box.sent[0]?.messageId).toMatch(new RegExp(`^<[0-9a-f-]{36}@${hostname}>$`));
    const { rows } = await database.admin.query("select sent_at = $2 as at_this_moment from mail where id = $1", [
      mail.id,
      room.town.clock.now.toString(),
    ]);
    expect(rows).toEqual([{ at_this_moment: true }]);
  });

  test("that two workers take at the very same moment is sent by one; the other goes on", async () => {
    const { room, mail, isSent } = await roomWithMail();
    const box = letterbox();
    const halfway = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const slow = room.send(mail.id, {
      keepsText: false,
      send: async (letter) => {
        halfway.resolve();
        await goOn.promise;
        await box.send(letter);
      },
    });
    await halfway.promise;
    await room.send(mail.id, box);
    expect(box.sent).toEqual([]);
    goOn.resolve();
    await slow;
    expect([box.sent.length, await isSent()]).toEqual([1, true]);
  });

  test("that ten workers take at once is sent once", async () => {
    const { room, mail, isSent } = await roomWithMail();
    const box = letterbox();
    await Promise.all(Array.from({ length: 10 }, () => room.send(mail.id, box)));
    expect([box.sent.length, await isSent()]).toEqual([1, true]);
  });

  test("that the mail server refuses stays unsent, and goes out later as the same mail", async () => {
    const { room, mail, isSent } = await roomWithMail();
    await expect(room.send(mail.id, closedOffice)).rejects.toThrow("421");
    expect(await isSent()).toBe(false);
    const box = letterbox();
    await room.send(mail.id, box);
    const { rows } = await database.admin.query("select message_id from mail where id = $1", [mail.id]);
    expect([box.sent.map(({ messageId }) => messageId), await isSent()]).toEqual([[rows[0].message_id], true]);
  });

  test("that the server took, when our own database fell away, is sent again with the same name", async () => {
    const { room, mail, isSent } = await roomWithMail();
    const box = letterbox();
    const cut = room.send(mail.id, {
      keepsText: false,
      send: async (letter) => {
        await box.send(letter);
        await database.admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and usename = 'rechtspoor_app' and state = 'idle in transaction'`,
        );
      },
    });
    await expect(cut).rejects.toThrow();
    expect(await isSent()).toBe(false);
    await room.send(mail.id, box);
    const [first, second, ...more] = box.sent;
    expect(more).toEqual([]);
    expect(first?.messageId).toBe(second?.messageId);
  });

  test("that is not there, or is another town's, is nobody's to send", async () => {
    const { mail, isSent } = await roomWithMail();
    const other = await openPostRoom(database);
    const box = letterbox();
    await other.send(mail.id, box);
    await other.send(newId(), box);
    expect([box.sent, await isSent()]).toEqual([[], false]);
  });
});

// ── the real worker, over a real SMTP connection ────────────────────────────────────────────────────────────────

/** A door before the post office: shut, it sends everybody away; `knocked` hears of it. */
async function openDoor(office: PostOffice) {
  const behind = Number(new URL(office.url).port);
  const state = { open: true, knocked: Promise.withResolvers<void>() };
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket.on("error", () => undefined).on("close", () => sockets.delete(socket)));
    return socket;
  };
  const server: Server = createServer((socket) => {
    keep(socket);
    if (state.open) {
      const inside = keep(dial(behind, "127.0.0.1"));
      socket.pipe(inside).pipe(socket);
      return;
    }
    socket.end("421 closed\r\n");
    state.knocked.resolve();
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    shut: () => {
      state.open = false;
      state.knocked = Promise.withResolvers<void>();
    },
    open: () => {
      state.open = true;
    },
    knocked: () => state.knocked.promise,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

describe("the worker, over a real connection to a mail server", () => {
  const made: { office?: PostOffice; door?: Awaited<ReturnType<typeof openDoor>>; stop?: () => Promise<void> } = {};
  const office = () => made.office ?? never();
  const door = () => made.door ?? never();
  const never = () => {
    throw new Error("The post office is only there inside a test.");
  };
  const secret = "a secret of the tests of the post, known to everybody";

  beforeAll(async () => {
    made.office = await openPostOffice();
    made.door = await openDoor(made.office);
    const read = readConfig({ RECHTSPOOR_MODE: "test", SECRET: secret, SMTP_URL: made.door.url, MAIL_FROM: sender });
    if (!read.ok) throw new Error(read.problems.join(" "));
    const worker = await startWorker({
      db: database.db,
      pool: database.pool,
      config: read.config,
      secret,
      publicUrl: () => `https://${hostname}`,
      now: () => Temporal.Instant.from("2026-11-24T09:00:00Z"),
      log: pino({ level: "silent" }),
    });
    made.stop = worker.stop;
  });
  afterAll(async () => {
    await made.stop?.();
    made.door?.close();
    await made.office?.stop();
  });

  const soon = { timeout: 15_000, interval: 20 };
  const receivedBy = (to: string) => office().received.filter((mail) => mail.to === to);
  const jobsAbout = async (municipality: string): Promise<{ name: string; state: string }[]> =>
    (
      await database.admin.query(
        "select name, state::text from pgboss.job where data->>'municipality' = $1 order by name",
        [municipality],
      )
    ).rows;

  test("whoever asks to be called has a mail in their box, with nothing done by hand", async () => {
    const { town } = await openPostRoom(database);
    await town.ask({ ...asked, mail: "een@example.org" });
    await expect.poll(() => receivedBy("een@example.org").length, soon).toBe(1);
    const [mail] = receivedBy("een@example.org");
    expect(mail?.subject).toBe("Wij bellen u terug");
    expect(mail?.messageId).toMatch(new RegExp(`^<[0-9a-f-]{36}@${hostname}>$`));
    await expect
      .poll(() => jobsAbout(town.municipality.id), soon)
      .toEqual([
        { name: "event", state: "completed" },
        { name: "mail", state: "completed" },
      ]);
  });

  test("a mail server that is shut gets the mail when it opens, once", async () => {
    const { town, mails } = await openPostRoom(database);
    door().shut();
    await town.ask({ ...asked, mail: "twee@example.org" });
    await door().knocked();
    const mailJob = async () => (await jobsAbout(town.municipality.id)).find(({ name }) => name === "mail");
    await expect.poll(mailJob, soon).toEqual({ name: "mail", state: "retry" });
    expect((await mails()).map(({ sent }) => sent)).toEqual([false]);
    expect(receivedBy("twee@example.org")).toEqual([]);
    door().open();
    // Nobody waits in a test: the moment of trying again is now.
    await database.admin.query("update pgboss.job set start_after = created_on where state = 'retry'");
    await expect.poll(mailJob, soon).toEqual({ name: "mail", state: "completed" });
    expect((await mails()).map(({ sent }) => sent)).toEqual([true]);
    expect(receivedBy("twee@example.org")).toHaveLength(1);
  });

  test("a job that makes no sense fails alone: what stands behind it is done", async () => {
    const { town } = await openPostRoom(database);
    const { id } = town.municipality;
    await database.admin.query("insert into pgboss.job (name, data, retry_limit) values ('event', $1, 0)", [
      { municipality: id, event: "no id" },
    ]);
    await town.ask({ ...asked, mail: "drie@example.org" });
    await expect.poll(() => receivedBy("drie@example.org").length, soon).toBe(1);
    await expect
      .poll(() => jobsAbout(id), soon)
      .toEqual(
        expect.arrayContaining([
          { name: "event", state: "failed" },
          { name: "mail", state: "completed" },
        ]),
      );
  });

  test("a job that keeps failing ends in the queue of what failed", async () => {
    const { town } = await openPostRoom(database);
    await town.ask({ ...asked, mail: "" });
    const { rows } = await database.admin.query(
      "select distinct dead_letter from pgboss.job where name = 'event' and data->>'municipality' = $1",
      [town.municipality.id],
    );
    expect(rows).toEqual([{ dead_letter: "failed" }]);
  });
});
