import { sql } from "kysely";
import type { Pool } from "../kernel/context.ts";
import { fingerprint } from "../kernel/id.ts";

/** What is counted apart: pages are generous, asking for a call and trying codes are not. */
export type LimitKind = "pages" | "requests" | "codes";

export type Limits = {
  /** False when this address asked too much in this minute. */
  allows: (kind: LimitKind, address: string, now: Temporal.Instant) => Promise<boolean>;
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

/**
 * Counts requests a minute for an address. Pages are counted in this process; requests and codes in the database,
 * because they must hold over all processes together. Addresses are kept as a fingerprint of the day, for two minutes.
 */
export function limits(db: Pool, secret: string, most: Record<LimitKind, number>): Limits {
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
  const inDatabase = async (kind: LimitKind, address: string, minute: number): Promise<number> => {
    const who = fingerprint(secret, `limit:${kind}:${minute}:${address}`);
    const { rows } = await sql<{ count: number }>`
      with gone as (delete from request_limit where minute < ${minute - 1})
      insert into request_limit (who, minute, count) values (${who}, ${minute}, 1)
      on conflict (who) do update set count = request_limit.count + 1 returning count`.execute(db);
    return rows[0]?.count ?? 1;
  };
  return {
    allows: async (kind, address, now) => {
      const network = networkOf(address);
      const minute = minuteOf(now);
      const count = kind === "pages" ? inProcess(network, minute) : await inDatabase(kind, network, minute);
      return count <= most[kind];
    },
  };
}
