import { z } from "zod";
import type { TestApp } from "../support/app.ts";

/* What a program of somebody else does with the interface. */

export const get = (site: TestApp, path: string, headers: Record<string, string> = {}) =>
  site.app.request(`/api/v1${path}`, { headers });

/** Sends JSON, or a text as it is. */
export const post = async (site: TestApp, path: string, body: unknown, headers: Record<string, string> = {}) =>
  site.app.request(`/api/v1${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const Problem = z.strictObject({
  status: z.number(),
  title: z.string().min(1),
  detail: z.string().min(1),
  fouten: z.array(z.strictObject({ veld: z.string(), code: z.string(), uitleg: z.string().min(1) })).optional(),
});

/** The problem that an answer tells, or an error when it tells none. */
export async function problemOf(answer: Response): Promise<z.infer<typeof Problem>> {
  if (answer.headers.get("content-type") !== "application/problem+json") throw new Error("This is no problem+json.");
  const problem = Problem.parse(await answer.json());
  if (problem.status !== answer.status) throw new Error("The problem names another status than the answer.");
  return problem;
}

/** Every fault in the input, as "field code". */
export const faultsOf = async (answer: Response): Promise<string[]> =>
  ((await problemOf(answer)).fouten ?? []).map(({ veld, code }) => `${veld} ${code}`);

export const Receipt = z.strictObject({
  code: z.string().regex(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/),
  belVoor: z.iso.datetime(),
  klok: z.string(),
  bellenVanaf: z.string(),
  team: z.string(),
  organisatie: z.string(),
});

const HelpList = z.object({
  hulpaanbod: z.array(
    z.object({
      id: z.string(),
      naam: z.string(),
      hulppunten: z.array(z.object({ id: z.string(), beltTerug: z.boolean() })),
    }),
  ),
  volgende: z.string().nullable(),
});

export const listHelp = async (site: TestApp, query: string) =>
  HelpList.parse(await (await get(site, `/hulpaanbod?${query}`)).json());

/** A point in a municipality where somebody calls back. */
export async function callingPoint(site: TestApp, municipality = "utrecht"): Promise<string> {
  const { hulpaanbod } = await listHelp(site, `gemeente=${municipality}`);
  const point = hulpaanbod.flatMap(({ hulppunten }) => hulppunten).find(({ beltTerug }) => beltTerug);
  if (point === undefined) throw new Error(`Nobody calls back in ${municipality}.`);
  return point.id;
}

/** The least a program can ask: a number, a point, when, and whether it hurts now. */
export const theLeast = async (site: TestApp) => ({
  hulppuntId: await callingPoint(site),
  telefoonnummer: "06-00001234",
  dagdelen: ["ochtend"],
  dringend: false,
});

export const askCallback = async (site: TestApp, over: Record<string, unknown> = {}, key?: string) =>
  post(
    site,
    "/terugbelverzoeken?gemeente=utrecht",
    { ...(await theLeast(site)), ...over },
    key === undefined ? {} : { "Idempotency-Key": key },
  );

/** Looks how a callback stands, as whoever holds this code. */
export const follow = (site: TestApp, code: string, digits: string, municipality = "utrecht") =>
  get(site, `/terugbelverzoeken/actueel?gemeente=${municipality}`, {
    "Rechtspoor-Code": code,
    "Rechtspoor-Cijfers": digits,
  });
