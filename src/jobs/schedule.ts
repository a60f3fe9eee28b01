import type { Ctx } from "../kernel/context.ts";
import { forgetEndedSessions } from "../modules/access/index.ts";
import { handBackOfLeavers, sweepAlarms } from "../modules/promises/index.ts";

/** What the clock sets off, and when (cron, in the Netherlands' time). */
export const schedule: { name: string; cron: string; run: (ctx: Ctx) => Promise<unknown> }[] = [
  { name: "alarms", cron: "* * * * *", run: sweepAlarms },
  { name: "leavers", cron: "*/5 * * * *", run: handBackOfLeavers },
  { name: "sessions", cron: "17 * * * *", run: forgetEndedSessions },
];
