import { sql } from "kysely";
import nodemailer from "nodemailer";
import { type Ctx, inTransaction, reading } from "../kernel/context.ts";
import { dayOf, zone } from "../kernel/day.ts";
import { newId } from "../kernel/id.ts";
import type { Mail, PostedMail } from "../kernel/mail.ts";

/*
 * The post: one row per key, and a job per row (trigger `mail_send`). A mail is sent once, with one gap that no
 * system without two-phase SMTP can close: a process killed between the server's "OK" and our commit sends it again,
 * with the same Message-ID, which receiving servers use to drop the second.
 */

const mailman = { kind: "system", purpose: "mail" } as const;

/** Puts mails in the post in one transaction. A mail with a key that is there already is the same mail. */
export function post(ctx: Ctx, mails: Mail[], domain: string): Promise<void> {
  return inTransaction({ ...ctx, actor: mailman }, async (ctx) => {
    for (const mail of mails) {
      const id = newId();
      await ctx.db
        .insertInto("mail")
        .values({
          municipality_id: ctx.municipalityId,
          id,
          team_id: mail.teamId,
          case_id: mail.caseId,
          key: mail.key,
          message_id: `<${id}@${domain}>`,
          to_address: mail.to,
          subject: mail.subject,
          text: mail.text,
          made_at: ctx.now.toString(),
        })
        .onConflict((conflict) => conflict.columns(["municipality_id", "key"]).doNothing())
        .execute();
    }
  });
}

export type Transport = {
  send: (mail: { from: string; to: string; subject: string; text: string; messageId: string }) => Promise<void>;
  /** The text stays readable here after sending: only where nothing is really sent. */
  keepsText: boolean;
};

/** Real SMTP. */
export function smtp(url: string): Transport {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: 8_000,
    greetingTimeout: 8_000,
    socketTimeout: 12_000,
  });
  return {
    keepsText: false,
    send: async (mail) => {
      await transport.sendMail(mail);
    },
  };
}

/** Without SMTP_URL, in the example world: mails stay in the outbox page and count as sent. */
export const outboxOnly: Transport = { send: () => Promise.resolve(), keepsText: true };

/**
 * Sends one mail unless it was sent before. The row stays locked meanwhile, so two workers cannot both send it.
 * Throws when the mail server refuses: the job then tries again later.
 */
export function sendMail(ctx: Ctx, mailId: string, transport: Transport, from: string): Promise<void> {
  return inTransaction({ ...ctx, actor: mailman }, async (ctx) => {
    const mail = await ctx.db
      .selectFrom("mail")
      .selectAll()
      .where("municipality_id", "=", ctx.municipalityId)
      .where("id", "=", mailId)
      .where("sent_at", "is", null)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (mail === undefined) return;
    await transport.send({
      from,
      to: mail.to_address,
      subject: mail.subject,
      text: mail.text,
      messageId: mail.message_id,
    });
    await ctx.db
      .updateTable("mail")
      // What was sent is not kept: it holds the resident's code. The outbox page of the example world needs it.
      .set({ sent_at: ctx.now.toString(), ...(transport.keepsText ? {} : { text: "" }) })
      .where("municipality_id", "=", ctx.municipalityId)
      .where("id", "=", mailId)
      .execute();
  });
}

/**
 * Mails that were sent, or could not be sent, so many days ago go: address, subject and, where it was not sent, text.
 * @returns how many went (in a dry run: would go).
 */
export function forgetMails(ctx: Ctx, given: { days: number; dryRun: boolean }): Promise<number> {
  const before = dayOf(ctx.now)
    .subtract({ days: given.days - 1 })
    .toZonedDateTime(zone)
    .toInstant();
  return inTransaction({ ...ctx, actor: mailman }, async (ctx) => {
    const over = sql<boolean>`coalesce(sent_at, made_at) < ${before.toString()}::timestamptz`;
    if (given.dryRun) {
      const select = ctx.db.selectFrom("mail").where(over);
      return (await select.select((eb) => eb.fn.countAll<number>().as("count")).executeTakeFirstOrThrow()).count;
    }
    return Number((await ctx.db.deleteFrom("mail").where(over).executeTakeFirst()).numDeletedRows);
  });
}

/** The newest mails, for the outbox page of the example world. */
export const listOutbox = (ctx: Ctx): Promise<PostedMail[]> =>
  reading({ ...ctx, actor: mailman }, async (ctx) => {
    const rows = await ctx.db
      .selectFrom("mail")
      .select(["to_address", "subject", "text", "made_at"])
      .orderBy("made_at", "desc")
      .orderBy("id", "desc")
      .limit(50)
      .execute();
    return rows.map(({ to_address: to, subject, text, made_at: at }) => ({
      to,
      subject,
      text,
      madeAt: Temporal.Instant.from(at),
    }));
  });
