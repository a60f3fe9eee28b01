import type { Hono } from "hono";
import type { Env } from "./surroundings.ts";

/** Only in test mode: a browser test moves the clock and lets the alarms look, so that no test waits. */
export function testRoutes(
  app: Hono<Env>,
  hands: { moveClock: (to: Temporal.Instant) => void; sweep: (() => Promise<void>) | undefined },
): void {
  app.post("/proef/klok", async (c) => {
    hands.moveClock(Temporal.Instant.from(await c.req.text()));
    await hands.sweep?.();
    return c.text("ok");
  });
}
