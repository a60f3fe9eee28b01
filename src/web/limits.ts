import { sql } from "kysely";
import type { Pool } from "../kernel/context.ts";
import { fingerprint } from "../kernel/id.ts";

/** What is counted apart: pages are generous, asking for a call and trying codes are not. */
export type LimitKind = "pages" | "requests" | "codes";

/**
 * How often is often: for each kind a minute from one address; an hour from all addresses, wrong tries of one code, and
 * links that are asked for to one mail address.
 */
export type Most = Record<LimitKind | "oneCode", number>;

type TooOften = { allowed: false /** Those before it were allowed. */; isFirst: boolean; waitSeconds: number };
type CodeTry = { allowed: true /** A right try is not counted after all. */; wasRight: () => Promise<void> } | TooOften;

export type Limits = {
  /** False when this address asked too much in this minute. */
  allows: (kind: LimitKind, address: string, now: Temporal.Instant) => Promise<boolean>;
  /** Counts a try of this code, whoever tries. */
  tryCode: (code: string, now: Temporal.Instant) => Promise<CodeTry>;
  /** Counts that a link to this mail address is asked for, whoever asks and whatever digits they try. */
  askByMail: (mail: string, now: Temporal.Instant) => Promise<{ allowed: true } | TooOften>;
};

/** Neighbours in one IPv6 house share their first 64 bits. */
export const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:/, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::", 2);
  const groups = head.split(":").filter((group) => group !== "");
  const after = tail === undefined ? [] : tail.split(":").filter((group) => group !== "");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  return [...groups, ...Array.from({ length: zeros }, () => "0"), ...after].slice(0, 4).join(":");
};

const minuteOf = (now: Temporal.Instant): number => Math.floor(now.epochMilliseconds / 60_000);

const minutesOfHour = 60;

/**
 * Counts requests a minute for an address, and tries an hour for a code or a mail address. Pages are counted in this process; requests and codes in the database,
 * because they must hold over all processes together. Addresses and codes are kept as fingerprints, until soon after
 * their minute or hour.
 */
export function limits(db: Pool, secret: string, most: Most): Limits {
  const counted = new Map<string, number>();
  const current = { minute: 0 };
  const inProcess = (address: string, minute: number): number => {
    if (minute !== current.minute) {
      counted.clear();
      current.minute = minute;
    }
    const count = (counted.get(address) ?? 0) + 1;
    counted.set(address, count);
    return count;
  };
  const inDatabase = async (who: string, minute: number, until: number): Promise<number> => {
    const { rows } = await sql<{ count: number }>`
      with gone as (delete from request_limit where minute < ${minute - 1})
      insert into request_limit (who, minute, count) values (${who}, ${until}, 1)
      on conflict (who) do update set count = request_limit.count + 1 returning count`.execute(db);
    return rows[0]?.count ?? 1;
  };
  const inThisHour = async (
    what: "code" | "mail",
    typed: string,
    now: Temporal.Instant,
  ): Promise<{ who: string } & ({ allowed: true } | TooOften)> => {
    const minute = minuteOf(now);
    const hour = Math.floor(minute / minutesOfHour);
    const who = fingerprint(secret, `limit:${what}:${hour}:${typed}`);
    const next = (hour + 1) * minutesOfHour;
    const count = await inDatabase(who, minute, next - 1);
    if (count <= most.oneCode) return { who, allowed: true };
    return { who, allowed: false, isFirst: count === most.oneCode + 1, waitSeconds: (next - minute) * 60 };
  };
  return {
    allows: async (kind, address, now) => {
      const network = networkOf(address);
      const minute = minuteOf(now);
      const count =
        kind === "pages"
          ? inProcess(network, minute)
          : await inDatabase(fingerprint(secret, `limit:${kind}:${minute}:${network}`), minute, minute);
      return count <= most[kind];
    },
    tryCode: async (code, now) => {
      const { who, ...tried } = await inThisHour("code", code, now);
      if (!tried.allowed) return tried;
      return {
        allowed: true,
        wasRight: async () => {
          await sql`update request_limit set count = count - 1 where who = ${who}`.execute(db);
        },
      };
    },
    askByMail: async (mail, now) => {
      const { who: _, ...asked } = await inThisHour("mail", mail.toLowerCase(), now);
      return asked;
    },
  };
}
