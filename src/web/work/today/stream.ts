import type { Handler } from "hono";
import { streamSSE } from "hono/streaming";
import type { Env } from "../../surroundings.ts";

/** So that nothing between here and the browser takes the silence for an end. */
const heartbeat = 25_000;

/** Says "changed" whenever something changes for these teams; the page then fetches itself again. */
export const todayStream: Handler<Env> = (c) => {
  const { app, place, atWork } = c.var;
  return streamSSE(c, async (stream) => {
    const ended = new Promise<void>((resolve) => stream.onAbort(resolve));
    const stop = app.changes.watch(place.municipality.id, atWork.teamIds, () => {
      stream.writeSSE({ event: "changed", data: "" }).catch(() => undefined);
    });
    const beat = setInterval(() => stream.writeSSE({ event: "here", data: "" }).catch(() => undefined), heartbeat);
    await ended;
    clearInterval(beat);
    stop();
  });
};
