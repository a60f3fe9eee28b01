import { sql } from "kysely";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Ctx } from "../kernel/context.ts";
import { countKeptTooLong } from "../modules/casework/index.ts";
import { countByState } from "../modules/promises/index.ts";

export type Metrics = {
  request: (route: string, method: string, status: number, seconds: number) => void;
  /** The page of figures in Prometheus' text format, with fresh counts of promises and jobs. */
  text: (ctx: Ctx) => Promise<{ type: string; body: string }>;
};

export function metrics(): Metrics {
  const registry = new Registry();
  const requests = new Counter({
    name: "rechtspoor_requests_total",
    help: "Requests by route pattern, method and status",
    labelNames: ["route", "method", "status"],
    registers: [registry],
  });
  const latency = new Histogram({
    name: "rechtspoor_request_seconds",
    help: "Time to answer, by route pattern",
    labelNames: ["route"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  const promises = new Gauge({
    name: "rechtspoor_promises",
    help: "Promises by kind and state",
    labelNames: ["kind", "state"],
    registers: [registry],
  });
  const keptTooLong = new Gauge({
    name: "rechtspoor_kept_too_long",
    help: "Closed cases that are there more than two days after their term, and are not held",
    registers: [registry],
  });
  const jobs = new Gauge({
    name: "rechtspoor_jobs",
    help: "Jobs by queue and state",
    labelNames: ["queue", "state"],
    registers: [registry],
  });
  return {
    request: (route, method, status, seconds) => {
      requests.inc({ route, method, status: String(status) });
      latency.observe({ route }, seconds);
    },
    text: async (ctx) => {
      promises.reset();
      for (const { kind, state, count } of await countByState(ctx)) promises.set({ kind, state }, count);
      keptTooLong.set(await countKeptTooLong(ctx));
      jobs.reset();
      const queued = await sql<{ name: string; state: string; count: number }>`
        select name, state::text as state, count(*) as count from pgboss.job group by 1, 2`.execute(ctx.db);
      for (const { name, state, count } of queued.rows) jobs.set({ queue: name, state }, count);
      return { type: registry.contentType, body: await registry.metrics() };
    },
  };
}
