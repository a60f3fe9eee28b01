import { accessSync, constants, mkdirSync } from "node:fs";
import type pg from "pg";
import { type Job, type JobResult, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { z } from "zod";
import type { Config } from "../config/config.ts";
import { as, type Ctx, errorCode, type Pool, reading } from "../kernel/context.ts";
import { zone } from "../kernel/day.ts";
import type { EventName } from "../kernel/event.ts";
import { listMunicipalities } from "../modules/access/index.ts";
import { outboxOnly, post, sendMail, smtp } from "./mail.ts";
import { type Held, schedule } from "./schedule.ts";
import { type Given, subscriptions } from "./subscriptions.ts";

const EventJob = z.object({ municipality: z.string(), event: z.uuid() });
const MailJob = z.object({ municipality: z.string(), mail: z.uuid() });
const SweepJob = z.object({ name: z.string() });

export type WorkerSurroundings = {
  db: Pool;
  pool: pg.Pool;
  config: Config;
  secret: string;
  publicUrl: () => string;
  now: () => Temporal.Instant;
  log: Logger;
};

export type Worker = {
  stop: () => Promise<void>;
  /** Runs everything the clock sets off, now: for tests with a clock of their own. */
  sweep: () => Promise<void>;
};

/** Starts taking jobs: what follows from events, the post, and the clock. */
export async function startWorker(around: WorkerSurroundings): Promise<Worker> {
  const { config, log } = around;
  const boss = new PgBoss({
    db: { executeSql: (text, values) => around.pool.query(text, values) },
    migrate: false,
    createSchema: false,
    // Jobs of a worker that died are found this often.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  // A log that cannot be written must be heard of at the start, and not by whoever asks for it later.
  if (config.processingLog !== undefined) {
    mkdirSync(config.processingLog, { recursive: true, mode: 0o750 });
    accessSync(config.processingLog, constants.W_OK);
  }
  boss.on("error", (error) => log.error({ err: error }, "job queue"));
  await boss.start();
  const transport = config.smtpUrl === undefined ? outboxOnly : smtp(config.smtpUrl);
  const ctxFor = (municipalityId: string): Ctx => ({
    db: around.db,
    actor: { kind: "visitor" },
    now: around.now(),
    municipalityId,
  });
  const slugs = new Map(
    (await listMunicipalities(ctxFor("NL"))).map((municipality) => [municipality.id, municipality.slug]),
  );
  const linksFor = (municipalityId: string): Given => {
    const slug = slugs.get(municipalityId) ?? "";
    return {
      secret: around.secret,
      followLink: `${around.publicUrl()}/${slug}/volg`,
      todayLink: `${around.publicUrl()}/werk/${slug}/vandaag`,
      invitationLink: `${around.publicUrl()}/werk/uitnodiging`,
      lookLink: `${around.publicUrl()}/werk/${slug}/inzage/te-bekijken`,
      handOverLink: `${around.publicUrl()}/werk/${slug}/overdracht`,
      checkLink: `${around.publicUrl()}/${slug}/klopt-nog`,
      entryLink: `${around.publicUrl()}/werk/${slug}/routekaart`,
    };
  };
  const often = { pollingIntervalSeconds: 0.5, batchSize: 50, perJobResults: true } as const;

  await boss.work("event", often, (jobs) =>
    eachOnItsOwn(jobs, log, async (data) => {
      const { municipality, event } = EventJob.parse(data);
      await follow(ctxFor(municipality), event, linksFor(municipality), new URL(around.publicUrl()).hostname);
    }),
  );
  await boss.work("mail", often, (jobs) =>
    eachOnItsOwn(jobs, log, async (data) => {
      const { municipality, mail } = MailJob.parse(data);
      await sendMail(ctxFor(municipality), mail, transport, config.mailFrom);
    }),
  );
  await boss.work("sweep", { pollingIntervalSeconds: 5 }, async (jobs) => {
    for (const job of jobs) await runScheduled(SweepJob.parse(job.data).name, ctxFor("NL"), around);
  });
  for (const { name, cron } of schedule) await boss.schedule("sweep", cron, { name }, { tz: zone, key: name });

  return {
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
    sweep: async () => {
      for (const { name } of schedule) await runScheduled(name, ctxFor("NL"), around);
    },
  };
}

/** The trigger makes jobs of these events only. Before the first request, also in a process without a worker. */
export async function keepFollowedEvents(db: Pool): Promise<void> {
  const names = Object.keys(subscriptions);
  await db
    .insertInto("followed_event")
    .values(names.map((name) => ({ name })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db.deleteFrom("followed_event").where("name", "not in", names).execute();
}

/** One job that fails does not take the others of its batch with it: it alone is tried again. */
async function eachOnItsOwn(
  jobs: Job<unknown>[],
  log: Logger,
  run: (data: unknown) => Promise<void>,
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  for (const { id, name, data } of jobs) {
    try {
      await run(data);
      results.push({ id, status: "completed" });
    } catch (error) {
      log.warn({ job: id, queue: name, code: errorCode(error) }, "a job failed and will be tried again");
      results.push({ id, status: "failed" });
    }
  }
  return results;
}

async function runScheduled(name: string, ctx: Ctx, held: Held): Promise<void> {
  await schedule.find((entry) => entry.name === name)?.run(ctx, held);
}

/** Carries out what follows from one event. */
export async function follow(ctx: Ctx, eventId: string, given: Given, domain: string): Promise<void> {
  const event = await reading(as(ctx, { kind: "system", purpose: "follow-up" }), (ctx) =>
    ctx.db
      .selectFrom("event")
      .select(["name", "facts", "subject_ref"])
      .where("municipality_id", "=", ctx.municipalityId)
      .where("id", "=", eventId)
      .executeTakeFirst(),
  );
  if (event === undefined) return;
  // The name and its facts were written together by `record`, which types them.
  const followUp = subscriptions[event.name as EventName] as
    | ((ctx: Ctx, facts: unknown, given: Given, eventRef: string) => Promise<Parameters<typeof post>[1]>)
    | undefined;
  const mails = (await followUp?.(ctx, event.facts, given, event.subject_ref)) ?? [];
  if (mails.length > 0) await post(ctx, mails, domain);
}
