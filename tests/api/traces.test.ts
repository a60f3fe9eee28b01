import { expect, test } from "vitest";
import { rowsOf } from "../../src/jobs/processing-activities.ts";
import { testApp } from "../support/app.ts";
import { post, theLeast } from "./program.ts";

const site = testApp();
const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
const parentSpanId = "00f067aa0ba902b7";

/** Somebody's program asks for a call, and says in which trace; what was written down of it. */
async function eventsAfterAsking(traceparent?: string) {
  await site.database.admin.query("create table if not exists seen as select id from event");
  const body = await theLeast(site);
  const answer = await post(site, "/terugbelverzoeken?gemeente=utrecht", body, {
    "Idempotency-Key": crypto.randomUUID(),
    ...(traceparent === undefined ? {} : { traceparent }),
  });
  expect(answer.status).toBe(201);
  const { rows } = await site.database.admin.query(
    "select id, name, trace_id, parent_span_id from event where id not in (select id from seen)",
  );
  await site.database.admin.query("drop table seen");
  expect(rows.length).toBeGreaterThan(1);
  return { rows, requestId: String(answer.headers.get("x-request-id")) };
}

test("what a request does is of the trace that the program says it is in", async () => {
  const { rows } = await eventsAfterAsking(`00-${traceId}-${parentSpanId}-01`);
  expect(new Set(rows.map((row) => `${row.trace_id} ${row.parent_span_id}`))).toEqual(
    new Set([`${traceId} ${parentSpanId}`]),
  );
});

test.each([
  ["says nothing of a trace", undefined],
  ["says something else there", "00-Roos-Voorbeeld-01"],
])("what a request does that %s is of a trace of its own: the id that a page shows", async (_, traceparent) => {
  const { rows, requestId } = await eventsAfterAsking(traceparent);
  expect(new Set(rows.map((row) => `${row.trace_id} ${row.parent_span_id}`))).toEqual(
    new Set([`${requestId.replaceAll("-", "")} null`]),
  );
});

test("the processing log says the trace, and what had asked for it when there is such a thing", () => {
  const event = {
    municipalityId: "GM0344",
    id: crypto.randomUUID(),
    at: Temporal.Instant.from("2026-11-24T09:00:00Z"),
    name: "casework.reopened",
    subjectRef: crypto.randomUUID(),
    facts: {},
  };
  const asked = rowsOf("a secret", { ...event, trace: { id: traceId, parentSpanId } }, new Map());
  expect(asked).toMatchObject([{ trace_id: traceId, parent_span_id: parentSpanId }]);
  const [own] = rowsOf("a secret", { ...event, trace: { id: traceId, parentSpanId: null } }, new Map());
  expect(own).not.toHaveProperty("parent_span_id");
  // What the clock sets off is of no request: each event is a trace of its own.
  const [clock] = rowsOf("a secret", { ...event, trace: undefined }, new Map());
  expect(clock?.trace_id).toBe(event.id.replaceAll("-", ""));
});
