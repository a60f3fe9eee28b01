/** A value, or the reason why there is none: for what a screen must show. */
export type Result<Value, Problem> = { ok: true; value: Value } | { ok: false; problem: Problem };
