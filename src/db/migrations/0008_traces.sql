-- Which request an event is of, and what of another system had asked for it (W3C Trace Context): kernel/trace.ts.
alter table event add column trace_id text check (trace_id ~ '^[0-9a-f]{32}$');
alter table event add column parent_span_id text check (parent_span_id ~ '^[0-9a-f]{16}$');
