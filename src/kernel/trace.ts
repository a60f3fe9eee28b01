/** What belongs together: an id for everything one request sets off, and the step of another system that asked for it. */
export type Trace = { id: string; parentSpanId: string | null };

const unset = /^0+$/;

/** The trace that another system says it is in (W3C Trace Context); undefined when it says none that can be followed. */
export function readTraceparent(header: string | undefined): Trace | undefined {
  // A later version may say more after what this one says; version ff does not exist.
  const [, version, id, parentSpanId, more] =
    /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/.exec(header ?? "") ?? [];
  if (id === undefined || parentSpanId === undefined || version === "ff") return undefined;
  if (unset.test(id) || unset.test(parentSpanId) || (version === "00" && more !== undefined)) return undefined;
  return { id, parentSpanId };
}

/** A trace that begins here, of an id that is a UUID. */
export const traceOf = (id: string): Trace => ({ id: id.replaceAll("-", ""), parentSpanId: null });
