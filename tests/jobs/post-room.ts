import { sendMail, type Transport } from "../../src/jobs/mail.ts";
import { follow } from "../../src/jobs/worker.ts";
import { aTown } from "../../src/modules/contact/make.ts";
import { sweepAlarms } from "../../src/modules/promises/index.ts";
import type { TestDatabase } from "../support/database.ts";

/* A town, and by hand what the worker does: follow events and send mails, one at a time. */

export type Written = { id: string; key: string; to: string; subject: string; text: string; sent: boolean };
type SentMail = Parameters<Transport["send"]>[0];

export const hostname = "rechtspoor.example";
export const sender = "rechtspoor@example.org";

export async function openPostRoom(database: TestDatabase, choices?: Parameters<typeof aTown>[1]) {
  const town = await aTown(database.db, choices);
  const links = {
    followLink: `https://${hostname}/volg`,
    todayLink: `https://${hostname}/vandaag`,
    invitationLink: `https://${hostname}/uitnodiging`,
    lookLink: `https://${hostname}/inzage/te-bekijken`,
    handOverLink: `https://${hostname}/overdracht`,
    checkLink: "https://example.org/klopt-nog",
    entryLink: "https://example.org/routekaart",
  };
  const eventsOf = async (name: string): Promise<string[]> =>
    (
      await database.admin.query(
        "select id from event where municipality_id = $1 and (name = $2 or $2 = '') order by at, id",
        [town.municipality.id, name],
      )
    ).rows.map((row) => row.id);
  const followed = async (name = ""): Promise<void> => {
    for (const id of await eventsOf(name))
      await follow(town.visitor(), id, { secret: town.secret, ...links }, hostname);
  };
  return {
    town,
    /** Follows every event of this name, or every event there is, once more. */
    follow: followed,
    /** The alarms look at this moment, and what follows is written. */
    sweep: async (moment: string): Promise<void> => {
      town.moveTo(moment);
      await sweepAlarms(town.visitor());
      await followed();
    },
    /** The mails in the post, in the order in which they were written. */
    mails: async (): Promise<Written[]> =>
      (
        await database.admin.query(
          `select id, key, to_address as to, subject, text, sent_at is not null as sent from mail
           where municipality_id = $1 order by id`,
          [town.municipality.id],
        )
      ).rows,
    send: (id: string, transport: Transport) => sendMail(town.visitor(), id, transport, sender),
  };
}
export type PostRoom = Awaited<ReturnType<typeof openPostRoom>>;

/** Takes every mail and remembers it: where SMTP would begin. */
export function letterbox(): Transport & { sent: SentMail[] } {
  const sent: SentMail[] = [];
  return {
    sent,
    keepsText: false,
    send: async (mail) => {
      sent.push(mail);
    },
  };
}

/** A mail server that is down. */
export const closedOffice: Transport = {
  keepsText: false,
  send: () => Promise.reject(new Error("421 come back later")),
};
