import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { connect } from "../src/db/connect.ts";
import type { Ctx } from "../src/kernel/context.ts";
import { findHelp } from "../src/modules/directory/index.ts";

/* The limit to compare with: the same query in the same transaction as the same role, and nothing around it. */

const { db } = connect(process.env.DATABASE_URL ?? "", 20, () => undefined, "");
const app = new Hono();

app.get("/text", (c) => c.text("ok"));
app.get("/json", async (c) => {
  const ctx: Ctx = { db, actor: { kind: "visitor" }, now: Temporal.Now.instant(), municipalityId: "GM0344" };
  return c.json(
    await findHelp(ctx, { chain: ["GM0344", "NL"], themes: ["schulden"], words: undefined, page: 1, perPage: 20 }),
  );
});

serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(process.env.PORT) });
process.once("SIGTERM", () => process.exit(0));
