import { timingSafeEqual } from "node:crypto";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, type Handler, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { HTTPException } from "hono/http-exception";
import { routePath } from "hono/route";
import { api } from "./api/api.ts";
import * as forPrograms from "./api/problem.ts";
import { errorCode } from "./kernel/context.ts";
import { hashOf } from "./kernel/id.ts";
import { readTraceparent, traceOf } from "./kernel/trace.ts";
import {
  type Action,
  actorAt,
  listMunicipalities,
  maySomewhere,
  type SignedIn,
  type SwitchableModule,
} from "./modules/access/index.ts";
import { listPostcodeAreas } from "./modules/directory/index.ts";
import { clientFolder } from "./web/assets.ts";
import { municipalityLogo, municipalityStyle } from "./web/house-style.ts";
import { limitRequests } from "./web/limit-requests.ts";
import { hasSite, hasWorkspace, splitLanguage, uses } from "./web/place.ts";
import { keptForm } from "./web/public/problem/kept.tsx";
import { type ProblemKind, problemPage } from "./web/public/problem/page.tsx";
import { type Area, routes } from "./web/routes.ts";
import { securityHeaders } from "./web/security-headers.ts";
import { securityText } from "./web/security-txt.ts";
import { readSession } from "./web/session.ts";
import { robotsText } from "./web/sitemap.ts";
import type { Env, Surroundings, Tenants } from "./web/surroundings.ts";
import { isForOtherSites, widgetScript } from "./web/widget.ts";
import { workProblemPage } from "./web/work/frame/problem.tsx";

/** Pages are small; a form with the longest texts allowed stays far below this. */
const bodyMost = 256 * 1024;
/** A municipality that was added or changed shows within this time. */
const tenantsFreshFor = { seconds: 60 };

/** The whole app: headers, world, API and pages. Pure of starting anything, so that a test can ask it directly. */
export function createApp(app: Surroundings): Hono<Env> {
  const hono = new Hono<Env>({ getPath: (request) => splitLanguage(new URL(request.url).pathname).rest });

  hono.use(requestWorld(app));
  hono.use(securityHeaders(app));
  hono.use(
    "/assets/*",
    serveStatic({
      root: clientFolder,
      precompressed: true,
      onFound: (_path, c) => {
        c.header("Cache-Control", "public, max-age=31536000, immutable");
        if (isForOtherSites(c.req.path)) c.header("Access-Control-Allow-Origin", "*");
      },
    }),
  );
  hono.use(compress(), saysThatItCompresses);
  hono.get("/health/live", (c) => c.text("ok"));
  hono.get("/health/ready", async (c) => {
    await app.db.selectNoFrom((eb) => eb.lit(1).as("one")).execute();
    return c.text("ok");
  });
  hono.get("/metrics", async (c) => {
    const token = app.config.metricsToken;
    if (token !== undefined && !isSame(c.req.header("authorization") ?? "", `Bearer ${token}`))
      return c.text("", 401, { "WWW-Authenticate": "Bearer" });
    const { type, body } = await app.metrics.text(c.var.ctx);
    return c.text(body, 200, { "Content-Type": type });
  });
  hono.get("/robots.txt", robotsText);
  hono.get("/.well-known/security.txt", securityText);
  hono.get("/widget.js", widgetScript);
  hono.get("/assets/huisstijl/:file{.+\\.css}", withTenants(), municipalityStyle);
  hono.get("/assets/huisstijl/:file{.+\\.svg}", withTenants(), municipalityLogo);

  hono.use(limitRequests("pages", tooMany));
  hono.use(bodyLimit({ maxSize: bodyMost, onError: (c) => problem(c, "tooLarge") }));
  hono.use(withTenants());
  hono.route("/api/v1", api(app));
  for (const [path, there] of Map.groupBy(hono.routes.filter(isAnswer), ({ path }) => path))
    hono.all(path, otherMethod(there));
  const visible = routes.filter(({ area }) => area !== "example" || app.config.mode !== "production");
  // An address answers in every way before a wider pattern, which fits it as well, gets its turn.
  for (const [path, there] of Map.groupBy(visible, ({ path }) => path)) {
    for (const { method, area, page, limit, module, needs, from } of there) {
      const guards: MiddlewareHandler<Env>[] = [
        ...(method === "POST" ? [from === "anywhere" ? inTheirOwnWindow : sameOrigin] : []),
        ...(limit === undefined ? [] : [limitRequests(limit, tooMany)]),
        ...guardsOf[area],
        ...(needs === undefined ? [] : [whoMay(needs)]),
        ...(module === undefined ? [] : [whereUsed(module)]),
      ];
      hono.on(method, [path], ...guards, page);
    }
    const areas = new Set(there.map(({ area }) => area));
    const needs = new Set(there.flatMap(({ needs }) => needs ?? []));
    const guards = [...[...areas].flatMap((area) => unseenWithout[area]), ...[...needs].map(whoMay)];
    hono.on("ALL", [path], ...guards, otherMethod(there));
  }
  hono.notFound(async (c) => {
    const { pathname, search } = new URL(c.req.url);
    // A phone puts a capital first and a slash last by itself.
    const tidy = pathname.toLowerCase().replace(/\/+$/, "") || "/";
    if (c.req.method === "GET" && tidy !== pathname && !isForPrograms(c) && !tidy.startsWith("//"))
      return c.redirect(tidy + search, 301);
    if (isWork(c)) await recognise(c);
    return problem(c, "notFound");
  });
  hono.onError((error, c) => {
    // A form that is not as we made it is asked again; anything else that cannot be is not there.
    if (error instanceof HTTPException && error.status < 500)
      return error.status === 400 && !isForPrograms(c) ? pageOf(c, "stale") : problem(c, "notFound");
    const away = databaseIsAway(error);
    // A database error may quote a row: only its code is written down, never its message.
    const code = errorCode(error);
    app.log.error(
      { requestId: c.var.requestId, code, err: code === "" ? error : undefined },
      away ? "the database is away" : "a request failed",
    );
    return problem(c, away ? "away" : "broken");
  });
  return hono;
}

/** Errors look the same from everywhere: pages for people, problem+json for programs. */
function problem(c: Context<Env>, kind: forPrograms.ProblemKind & ProblemKind): Response | Promise<Response> {
  return isForPrograms(c) ? forPrograms.problem(c, kind) : pageOf(c, kind);
}

function pageOf(c: Context<Env>, kind: ProblemKind): Response | Promise<Response> {
  setPlaceFromPath(c);
  return isWork(c) ? workProblemPage(c, kind) : problemPage(c, kind);
}

const isWork = (c: Context<Env>): boolean => /^\/werk(\/|$)/.test(c.req.path);

const isForPrograms = (c: Context<Env>): boolean => /^\/api(\/|$)/.test(c.req.path);

const tooMany = (c: Context<Env>) => problem(c, "tooMany");

/** Compared as digests of one length: how long it takes tells nothing of how much was right. */
const isSame = (given: string, secret: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(secret)));

/** Middleware is for every method; what answers is for one. */
const isAnswer = ({ method }: { method: string }): boolean => method !== "ALL";

/** What is asked in a way that this address does not know: it says which it does. No other site may ask in ours. */
function otherMethod(there: { method: string }[]): Handler<Env> {
  const known = new Set(there.map(({ method }) => method));
  const allow = [...known, ...(known.has("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  return (c) => {
    c.header("Allow", allow);
    return c.req.method === "OPTIONS" ? c.body(null, 204) : problem(c, "wrongMethod");
  };
}

const connectionCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08003",
  "53300",
  "53100",
]);
const databaseIsAway = (error: unknown): boolean =>
  connectionCodes.has(errorCode(error)) ||
  (error instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/.test(
      error.message,
    ));

/** The world of this request, fixed when it begins, and one line in the log when it ends. */
const requestWorld =
  (app: Surroundings): MiddlewareHandler<Env> =>
  async (c, next) => {
    const began = performance.now();
    const { language, mirrored } = splitLanguage(new URL(c.req.url).pathname);
    c.set("app", app);
    c.set("requestId", crypto.randomUUID());
    c.set("language", language);
    c.set("mirrored", mirrored && app.config.mode !== "production");
    const trace = readTraceparent(c.req.header("traceparent")) ?? traceOf(c.var.requestId);
    c.set("ctx", { db: app.db, actor: { kind: "visitor" }, now: app.now(), municipalityId: "NL", trace });
    await next();
    c.res.headers.set("X-Request-Id", c.var.requestId);
    const route = routePath(c);
    const milliseconds = performance.now() - began;
    app.metrics.request(route, c.req.method, c.res.status, milliseconds / 1000);
    // The pattern of the route, never the address: an address may hold a search word.
    app.log.info(
      { requestId: c.var.requestId, method: c.req.method, route, status: c.res.status, ms: Math.round(milliseconds) },
      "request",
    );
  };

/** Said before the answer is made: afterwards `compress` would copy the whole response to say it. */
const saysThatItCompresses: MiddlewareHandler<Env> = async (c, next) => {
  c.header("Vary", "Accept-Encoding");
  await next();
};

const withTenants = (): MiddlewareHandler<Env> => {
  const kept: { tenants?: Tenants; at?: Temporal.Instant } = {};
  /** A clock that was set back must not keep what is old for as long. */
  const isFresh = (now: Temporal.Instant): boolean =>
    kept.at !== undefined &&
    Temporal.Instant.compare(kept.at, now) <= 0 &&
    Temporal.Instant.compare(now, kept.at.add(tenantsFreshFor)) < 0;
  return async (c, next) => {
    const { ctx } = c.var;
    if (kept.tenants === undefined || !isFresh(ctx.now)) {
      const all = await listMunicipalities(ctx);
      kept.tenants = {
        all,
        bySlug: new Map(all.map((municipality) => [municipality.slug, municipality])),
        byId: new Map(all.map((municipality) => [municipality.id, municipality])),
        areas: await listPostcodeAreas(ctx),
        helpLanguages: new Map(),
      };
      kept.at = ctx.now;
    }
    c.set("tenants", kept.tenants);
    await next();
  };
};

/** Forms are only taken from our own pages: browsers say where a post comes from. */
const sameOrigin: MiddlewareHandler<Env> = async (c, next) => {
  const site = c.req.header("sec-fetch-site");
  const origin = c.req.header("origin");
  const ours =
    site === undefined
      ? origin === undefined || (URL.canParse(origin) && new URL(origin).host === c.req.header("host"))
      : site === "same-origin" || site === "none";
  if (!ours) return pageOf(c, "stale");
  await next();
};

/** From any site, when whoever sends it goes along: not behind their back, nor in a frame. */
const inTheirOwnWindow: MiddlewareHandler<Env> = async (c, next) => {
  const says = (name: string, wanted: string) => (c.req.header(`sec-fetch-${name}`) ?? wanted) === wanted;
  if (!says("mode", "navigate") || !says("dest", "document")) return pageOf(c, "stale");
  await next();
};

/** A page that is not there still knows in which municipality it is not, and so whom to call. */
function setPlaceFromPath(c: Context<Env>): void {
  const { tenants, language, mirrored } = c.var;
  const [, first = "", second = ""] = c.req.path.split("/");
  const municipality = tenants?.bySlug.get(first === "werk" ? second : first);
  const isThere = first === "werk" ? hasWorkspace : hasSite;
  if (c.var.place === undefined && municipality !== undefined && isThere(municipality))
    c.set("place", { language, mirrored, municipality });
}

/** Sets the municipality in the address as the place of the request; unknown ones are not there. */
const inMunicipality =
  (isThere: typeof hasSite): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { tenants, language, mirrored, ctx } = c.var;
    const municipality = tenants.bySlug.get(c.req.param("gemeente") ?? "");
    if (municipality === undefined || !isThere(municipality)) return c.notFound();
    c.set("place", { language, mirrored, municipality });
    c.set("ctx", { ...ctx, municipalityId: municipality.id });
    await next();
  };

/** Only for whoever is signed in and has a team in this municipality; for others it is not there. */
const atWork =
  (toStrangers: "signIn" | "notFound"): MiddlewareHandler<Env> =>
  async (c, next) => {
    const person = await recognise(c);
    if (person === undefined)
      return toStrangers === "signIn" && c.req.method === "POST" ? keptForm(c) : pageOf(c, toStrangers);
    if (c.var.atWork === undefined) return problem(c, "notFound");
    await next();
  };

/** Only for whoever may do this in a team or organisation of theirs here: for others it is not there. */
const whoMay =
  (needs: Action): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (!maySomewhere(c.var.ctx, needs)) return problem(c, "notFound");
    await next();
  };

/** Only where the municipality uses this module. */
const whereUsed =
  (module: SwitchableModule): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (!uses(c.var.place, module)) return c.notFound();
    await next();
  };

/** Who is signed in; with a team in this municipality, they are at work from now on, also on the page that says what is not there. */
async function recognise(c: Context<Env>): Promise<SignedIn | undefined> {
  if (c.var.atWork !== undefined) return c.var.atWork.person;
  setPlaceFromPath(c);
  const { place, ctx } = c.var;
  const person = await readSession(c);
  const actor = person && place && actorAt(person, place.municipality.id);
  if (person === undefined || actor === undefined) return person;
  c.set("atWork", { person, teamIds: actor.teamIds });
  c.set("ctx", { ...ctx, actor });
  return person;
}

const guardsOf: Record<Area, MiddlewareHandler<Env>[]> = {
  site: [],
  example: [],
  public: [inMunicipality(hasSite)],
  work: [inMunicipality(hasWorkspace), atWork("signIn")],
};

/** The same for whoever asks in another way than a page or form does: what they may not see is simply not there. */
const unseenWithout: typeof guardsOf = { ...guardsOf, work: [inMunicipality(hasWorkspace), atWork("notFound")] };
