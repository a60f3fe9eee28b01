import { idFor, newId } from "../../../src/kernel/id.ts";
import type { Form } from "../../support/browser.ts";
import { resident, workForms } from "../work-forms.ts";
import { type Actor, type Subject, teams } from "./world.ts";

/* One request of the matrix: this actor asks at this address about this subject, as well as a page could send it. */

export type Asked = { method: string; path: string; headers: Record<string, string>; body?: string };

/** What stands in the place of `:id`, where that is no case. */
const idOf = (path: string, subject: Subject, municipality: string, { service }: Place): string => {
  const { caseId, colleagueId, organisationId, teamId, requestId, lookId, entryId, suggestionId, listId } = subject;
  if (path.includes("/lijsten/:id")) return listId;
  if (path.includes("/voorstellen/:id")) return suggestionId;
  if (/\/routekaart\/:id|^\/werk\/.*\/hulp\/:id/.test(path)) return entryId;
  if (path.includes("/verzoeken/:id")) return requestId;
  if (path.includes("/te-bekijken/:id")) return lookId;
  if (path.includes("/collegas/:id")) return colleagueId;
  if (path.includes("/organisaties/:id")) return organisationId;
  if (path.includes("/teams/:id")) return teamId;
  if (path.includes("/organisatie/:id")) return idFor(`organisation:voorbeeld-sociaal-raadslieden-${municipality}`);
  return path.startsWith("/werk/") ? caseId : service;
};

/** A service and a desk of each municipality, for what is asked of nobody in particular. */
export type Place = { service: string; point: string };

/** Whether it matters at this address what is asked about. */
export const isAbout = (route: string): boolean =>
  /(hulpvragen|verzoeken|te-bekijken|collegas|organisaties|teams|routekaart|voorstellen|lijsten)\/:id|hulp\/:id\/contact|vandaag\/neem|noodtoegang$|POST .*(lijst|lijst\/erbij|overdracht|programmas|programmas\/stop|(collegas|hulpvragen|routekaart)\/nieuw)$/.test(
    route,
  );

const made = { code: "K7PX-M2HR", digits: "1234" };

/** What residents and strangers type, on the pages that take a form without signing in. */
const publicForms: Record<string, (actor: Actor, place: Place) => Form> = {
  "POST /:gemeente/hulp": () => ({ woorden: resident.word }),
  "POST /:gemeente/hulp/van-elders": () => ({ woorden: resident.word }),
  "POST /:gemeente/vragen/:slug": () => ({ vraag: "wat", antwoord: "rekeningen" }),
  "POST /:gemeente/hulp/aanvullen": () => ({ begin: resident.word }),
  "POST /:gemeente/hulp/:id/klopt-niet": () => ({ words: "Dit is verhuisd.", formKey: newId(), mail: "" }),
  "POST /:gemeente/bel-mij-terug": (_, { point }) => ({ ...resident, formKey: newId(), servicePointId: point }),
  "POST /:gemeente/bel-mij-terug/nakijken": () => ({ formKey: newId() }),
  "POST /:gemeente/volg": ({ code = made }) => code,
  "POST /:gemeente/volg/code-kwijt": ({ code = made }) => ({
    mail: `roos.${code.digits}@example.org`,
    digits: code.digits,
  }),
  "POST /:gemeente/volg/mail/:token": () => ({ formKey: newId() }),
  "POST /:gemeente/volg/vraag": () => ({ change: "cancel" }),
  "POST /:gemeente/volg/gegevens": () => ({ kind: "correction", ownWords: resident.word }),
  "POST /:gemeente/volg/gegevens/intrekken": () => ({ request: newId() }),
  "POST /werk/uitnodiging/:woord": () => ({ provider: "voorbeeld" }),
};

const callback = (point: string) => ({
  hulppuntId: point,
  telefoonnummer: "06-00007788",
  dagdelen: ["ochtend"],
  dringend: false,
  thema: "wonen",
});

const formType = "application/x-www-form-urlencoded";

/** In which municipality this actor asks: where they work, or where their code was given. */
export const placeOf = ({ team }: Actor): "utrecht" | "almere" =>
  team === undefined ? "utrecht" : teams[team].municipality;

/** @param place what is there in the municipality that stands in the address. */
export function asking(route: string, actor: Actor, subject: Subject, municipality: string, place: Place): Asked {
  const [method = "GET", pattern = ""] = route.split(" ");
  const path = pattern
    .replace(":gemeente", municipality)
    .replace(":id", idOf(pattern, subject, municipality, place))
    .replace(":plaats", subject.entryPointId)
    .replace("/vragen/:slug", "/vragen/schulden")
    .replace(":slug", "wonen")
    .replace(/:file\{.*/, "nergens.svg")
    .replace(/:(aanbieder|uid|woord|token)/, "nergens");
  const headers = { host: "localhost", "sec-fetch-site": "same-origin", ...actor.headers };
  if (path.startsWith("/api/")) return askingAsProgram({ method, path, headers }, actor, municipality, place);
  if (method === "GET") return { method, path, headers };
  const body = new URLSearchParams();
  const form = publicForms[route]?.(actor, place) ?? workForms[route]?.(subject) ?? {};
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
  return { method, path, headers: { ...headers, "content-type": formType }, body: body.toString() };
}

function askingAsProgram(
  { method, path, headers }: Asked,
  { code = made, secret, kind }: Actor,
  municipality: string,
  { point }: Place,
): Asked {
  if (path.endsWith("/oauth/token")) {
    const { id, secret: word } = secret ?? { id: newId(), secret: "nergens" };
    const authorization = `Basic ${Buffer.from(`${id}:${word}`).toString("base64")}`;
    const body = "grant_type=client_credentials";
    return { method, path, headers: { ...headers, authorization, "content-type": formType }, body };
  }
  const address = /(\.json|\/gemeenten)$/.test(path) ? path : `${path}?gemeente=${municipality}`;
  if (path.endsWith("/actueel")) {
    const own = kind === "resident" ? code : made;
    const shown = { "rechtspoor-code": own.code, "rechtspoor-cijfers": own.digits };
    return { method, path: address, headers: { ...headers, ...shown } };
  }
  if (method === "GET") return { method, path: address, headers };
  const type = { "content-type": "application/json" };
  const told = path.endsWith("/herkenningen") ? { tekst: resident.word } : callback(point);
  return { method, path: address, headers: { ...headers, ...type }, body: JSON.stringify(told) };
}
