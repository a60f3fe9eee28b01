import { OpenAPIHono } from "@hono/zod-openapi";
import type { Env, Surroundings } from "../web/surroundings.ts";
import { municipalityApi } from "./access.ts";
import { clientApi } from "./clients.ts";
import { contactApi } from "./contact.ts";
import { directoryApi } from "./directory.ts";
import { describe } from "./openapi.ts";
import { apiVersion } from "./problem.ts";
import { promiseApi } from "./promises.ts";
import { recognitionApi } from "./recognition.ts";

/** The REST interface under /api/v1, as the Dutch API Design Rules ask for it. */
export function api(app: Surroundings): OpenAPIHono<Env> {
  const hono = new OpenAPIHono<Env>();
  hono.use(async (c, next) => {
    await next();
    c.header("API-Version", apiVersion);
  });
  hono.route("/", municipalityApi());
  hono.route("/", directoryApi(app));
  hono.route("/", recognitionApi());
  hono.route("/", contactApi(app));
  hono.route("/", promiseApi(app));
  hono.route("/", clientApi(app));
  const made: { description?: ReturnType<typeof describe> } = {};
  // The one answer that any site may read: a description of the interface, nothing of anybody.
  hono.get("/openapi.json", (c) => {
    // Not before it is asked: only a server that listens knows its own address.
    made.description ??= describe(hono, app);
    return c.json(made.description, 200, { "Access-Control-Allow-Origin": "*" });
  });
  return hono;
}
