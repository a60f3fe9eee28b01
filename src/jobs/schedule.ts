import type { Config } from "../config/config.ts";
import type { Ctx } from "../kernel/context.ts";
import {
  forgetEndedSessions,
  forgetEndedTokens,
  forgetMailProofs,
  sealEvents,
  watchReadings,
} from "../modules/access/index.ts";
import { askForChecks } from "../modules/directory/index.ts";
import { handBackOfLeavers, sweepAlarms } from "../modules/promises/index.ts";
import { writeProcessingLog } from "./processing-log.ts";
import { keepToTermsByNight } from "./retention.ts";

/** What a task of the clock needs besides the world. */
export type Held = { secret: string; config: Pick<Config, "processingLog"> };

/** What the clock sets off, and when (cron, in the Netherlands' time). */
export const schedule: { name: string; cron: string; run: (ctx: Ctx, held: Held) => Promise<unknown> }[] = [
  { name: "alarms", cron: "* * * * *", run: sweepAlarms },
  { name: "leavers", cron: "*/5 * * * *", run: handBackOfLeavers },
  { name: "mail-proofs", cron: "23 * * * *", run: forgetMailProofs },
  { name: "sessions", cron: "17 * * * *", run: forgetEndedSessions },
  { name: "retention", cron: "23 3 * * *", run: keepToTermsByNight },
  // Owners find it in their post in the morning.
  { name: "freshness", cron: "47 5 * * *", run: (ctx, { secret }) => askForChecks(ctx, secret) },
  { name: "tokens", cron: "37 * * * *", run: forgetEndedTokens },
  { name: "readings", cron: "*/5 * * * *", run: watchReadings },
  // What waits can still be taken away unseen: not long.
  { name: "sealing", cron: "*/2 * * * *", run: (ctx, { secret }) => sealEvents(ctx, { secret }) },
  {
    name: "processing-log",
    cron: "* * * * *",
    run: (ctx, { secret, config }) => writeProcessingLog(ctx, { secret, folder: config.processingLog }),
  },
];
