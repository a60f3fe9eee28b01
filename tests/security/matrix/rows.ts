import type { TeamRole } from "../../../src/modules/access/index.ts";

/*
 * Who gets what at every address, written by hand and not made from the table of rights: that is what it is held against.
 * A route without a row fails, and so does a row without a route. To add one: say which door it has, who gets in, how near
 * what it is about must be to them, and what they get.
 */

/**
 * How near what is asked about must be: of one's own team, of another team of one's organisation, of one's organisation, of
 * one's municipality; of one's organisation or, for who works for the municipality itself, of that municipality; or it does
 * not matter. Or it is of nobody, and who asks must be of the municipality itself.
 */
export type Near = "team" | "beside" | "organisation" | "here" | "kept" | "host" | "anything";

export type Row =
  /** The same answer for everybody, whoever they are; or another for whoever is signed in. */
  | { door: "open"; get: number; signedIn?: number }
  /** Of whoever holds a code: they get this, and everybody else that. */
  | { door: "code"; get: number; others: number }
  /** At work: strangers are asked to sign in (401); for whoever is not among these it is not there (404). */
  | {
      door: "work";
      roles: readonly TeamRole[];
      near: Near;
      get: number;
      shared?: number;
      ofTeam?: number;
      lead?: number;
      far: number;
    }
  /** Of programs with this scope: without a token 401 or as for everybody, with a token for something else 403. */
  | { door: "token"; scope: string; near: Near; get: number; without: number }
  /** Of programs that prove who they are. */
  | { door: "proof"; get: number; others: number };

const open = (get = 200): Row => ({ door: "open", get });
const code = (get: number, others: number): Row => ({ door: "code", get, others });
/** @param more `far`: about what is not so near; `shared`: for whom the file is shared now; `ofTeam`: for others who work on the files of its team; `lead`: for who leads it. */
const work = (
  roles: readonly TeamRole[],
  near: Near,
  get: number,
  more: { shared?: number; ofTeam?: number; lead?: number; far?: number } = {},
): Row => ({ door: "work", roles, near, get, far: 404, ...more });

const files: TeamRole[] = ["helper", "team-lead", "objection-officer"];
const lead: TeamRole[] = ["team-lead"];
const privacy: TeamRole[] = ["privacy-officer"];
const admin: TeamRole[] = ["organisation-admin"];
const editor: TeamRole[] = ["directory-editor"];
const platform: TeamRole[] = ["platform-admin"];
const everyRole: TeamRole[] = [
  ...files,
  ...admin,
  ...platform,
  "directory-editor",
  "chair",
  "policy",
  "project-lead",
  "researcher",
  "privacy-officer",
];

export const rows: Record<string, Row> = {
  // ── for everybody ─────────────────────────────────────────────────────────────────────────────────────────────
  "GET /health/live": open(),
  "GET /health/ready": open(),
  "GET /metrics": open(),
  "GET /robots.txt": open(),
  "GET /.well-known/security.txt": open(),
  "GET /widget.js": open(302),
  "GET /assets/huisstijl/:file{.+\\.css}": open(404),
  "GET /assets/huisstijl/:file{.+\\.svg}": open(404),
  "GET /": open(),
  "GET /over": open(),
  "GET /sitemap.xml": open(),
  "GET /:gemeente/sitemap.xml": open(),
  "GET /:gemeente": open(),
  "GET /:gemeente/hulp": open(),
  "POST /:gemeente/hulp": open(303),
  "GET /:gemeente/hulp/antwoord": open(303),
  "POST /:gemeente/hulp/aanvullen": open(),
  "POST /:gemeente/hulp/van-elders": open(303),
  "GET /:gemeente/hulp/:id": open(),
  "GET /:gemeente/hulp/:id/professional": open(),
  "GET /:gemeente/hulp/:id/klopt-niet": open(),
  "POST /:gemeente/hulp/:id/klopt-niet": open(303),
  "GET /:gemeente/hulp/:id/klopt-niet/bedankt": open(),
  // With a word that no mail held.
  "GET /:gemeente/klopt-nog/:token": open(404),
  "POST /:gemeente/klopt-nog/:token": open(404),
  "POST /:gemeente/klopt-nog/:token/anders": open(404),
  "GET /:gemeente/hulp/:id/inloop.ics": open(),
  "GET /:gemeente/hulp/:id/poster": open(),
  // With a word that no team gave.
  "GET /:gemeente/lijst/:woord": open(404),
  "GET /:gemeente/organisatie/:id": open(),
  "GET /:gemeente/onderwerp/:slug": open(),
  "GET /:gemeente/onderwerp/:slug/poster": open(),
  "GET /:gemeente/vragen/:slug": open(),
  "POST /:gemeente/vragen/:slug": open(303),
  "GET /:gemeente/bel-mij-terug": open(),
  "POST /:gemeente/bel-mij-terug": open(303),
  "GET /:gemeente/bel-mij-terug/nakijken": open(303),
  "POST /:gemeente/bel-mij-terug/nakijken": open(303),
  "GET /:gemeente/bel-mij-terug/gelukt": open(303),
  "GET /:gemeente/verlaat": open(303),
  "GET /:gemeente/privacy": open(),
  "GET /:gemeente/toegankelijkheid": open(),
  "GET /:gemeente/klacht": open(),

  // ── of whoever holds a code ───────────────────────────────────────────────────────────────────────────────────
  "GET /:gemeente/volg": open(),
  "POST /:gemeente/volg": code(303, 400),
  "GET /:gemeente/volg/code-kwijt": open(),
  "POST /:gemeente/volg/code-kwijt": open(303),
  "GET /:gemeente/volg/mail/:token": open(404),
  "POST /:gemeente/volg/mail/:token": open(404),
  "GET /:gemeente/volg/nieuwe-code": open(303),
  "GET /:gemeente/volg/vraag": code(200, 303),
  "GET /:gemeente/volg/wie-keek": code(200, 303),
  "POST /:gemeente/volg/vraag": code(303, 303),
  "GET /:gemeente/volg/gegevens": code(200, 303),
  "POST /:gemeente/volg/gegevens": code(303, 303),
  "POST /:gemeente/volg/gegevens/intrekken": code(303, 303),
  // Nothing was answered yet: there is no copy, and the page says so.
  "GET /:gemeente/volg/mijn-gegevens": code(404, 303),
  "GET /:gemeente/volg/mijn-gegevens.json": code(303, 303),
  "POST /:gemeente/volg/weg": open(303),

  // ── the way in ────────────────────────────────────────────────────────────────────────────────────────────────
  "GET /werk": { door: "open", get: 200, signedIn: 303 },
  "GET /werk/inloggen/terug": open(303),
  "GET /werk/inloggen/:aanbieder": open(404),
  "GET /werk/uitnodiging/:woord": open(404),
  "POST /werk/uitnodiging/:woord": open(404),
  "POST /werk/uitloggen": open(303),
  "GET /werk/uitloggen/ook": open(303),
  "GET /voorbeeld/inloggen/:uid": open(404),
  "POST /voorbeeld/inloggen/:uid": open(404),
  "GET /voorbeeld/post": open(),
  "GET /onderdelen": open(),

  // ── at work ───────────────────────────────────────────────────────────────────────────────────────────────────
  "GET /werk/:gemeente": work(everyRole, "anything", 303),
  "GET /werk/:gemeente/start": work(everyRole, "anything", 200),
  "GET /werk/:gemeente/sessies": work(everyRole, "anything", 200),
  "POST /werk/:gemeente/sessies": work(everyRole, "anything", 303),
  "POST /werk/:gemeente/blijf": work(everyRole, "anything", 200),

  "GET /werk/:gemeente/hulp": work(everyRole, "anything", 200),
  "POST /werk/:gemeente/hulp": work(everyRole, "anything", 303),
  "GET /werk/:gemeente/oefenen": work(everyRole, "anything", 200),
  "GET /werk/:gemeente/vragen/:slug": work(everyRole, "anything", 200),
  "POST /werk/:gemeente/vragen/:slug": work(everyRole, "anything", 303),
  // Whom to call directly: for whoever refers somebody, in their own municipality alone.
  "GET /werk/:gemeente/hulp/:id/contact": work(files, "here", 200),
  // A list of help to give along: made in the name of one's own team, and ended by it.
  "GET /werk/:gemeente/lijst": work(files, "anything", 200),
  "POST /werk/:gemeente/lijst": work(files, "team", 303),
  "POST /werk/:gemeente/lijst/erbij": work(files, "here", 303),
  "GET /werk/:gemeente/lijst/gelukt": work(files, "anything", 200),
  "GET /werk/:gemeente/lijsten": work(files, "anything", 200),
  "POST /werk/:gemeente/lijsten/:id/stop": work(files, "team", 303),

  "GET /werk/:gemeente/vandaag": work(files, "anything", 200),
  "GET /werk/:gemeente/vandaag/stroom": work(files, "anything", 200),
  "POST /werk/:gemeente/vandaag/neem": work(files, "team", 303, { far: 303 }),
  "GET /werk/:gemeente/hulpvragen": work(files, "anything", 200),
  "GET /werk/:gemeente/hulpvragen.csv": work(files, "anything", 200),
  "GET /werk/:gemeente/hulpvragen/zoek": work(files, "anything", 200),
  "POST /werk/:gemeente/hulpvragen/zoek": work(files, "anything", 200),
  "GET /werk/:gemeente/hulpvragen/nieuw": work(files, "anything", 200),
  // A desk takes in what is for another desk of its municipality too: it is passed on, and not seen afterwards.
  "POST /werk/:gemeente/hulpvragen/nieuw": work(files, "here", 303, { far: 400 }),
  "GET /werk/:gemeente/hulpvragen/nieuw/gelukt": work(files, "anything", 200),
  "GET /werk/:gemeente/afwezig": work(files, "anything", 200),
  "POST /werk/:gemeente/afwezig": work(files, "anything", 303),
  "POST /werk/:gemeente/afwezig/terug": work(files, "anything", 303),

  // ── a file: of its team alone, and read by whom it is shared with ─────────────────────────────────────────────
  "GET /werk/:gemeente/hulpvragen/:id": work(files, "team", 200, { shared: 200 }),
  "GET /werk/:gemeente/hulpvragen/:id/brief": work(files, "team", 200),
  "POST /werk/:gemeente/hulpvragen/:id/belpoging": work(files, "team", 303),
  "POST /werk/:gemeente/hulpvragen/:id/notitie": work(files, "team", 303),
  "POST /werk/:gemeente/hulpvragen/:id/nummer": work(files, "team", 303),
  "POST /werk/:gemeente/hulpvragen/:id/veilig": work(files, "team", 303),
  "POST /werk/:gemeente/hulpvragen/:id/gegevens": work(files, "team", 303),
  "GET /werk/:gemeente/hulpvragen/:id/code": work(files, "team", 200),
  "POST /werk/:gemeente/hulpvragen/:id/code": work(files, "team", 303),
  "POST /werk/:gemeente/hulpvragen/:id/afsluiten": work(files, "team", 303),
  "POST /werk/:gemeente/hulpvragen/:id/heropenen": work(files, "team", 303),
  "POST /werk/:gemeente/hulpvragen/:id/vasthouden": work(lead, "team", 303),
  "POST /werk/:gemeente/hulpvragen/:id/loslaten": work(lead, "team", 303),
  "POST /werk/:gemeente/hulpvragen/:id/toezegging": work(files, "team", 303),
  "POST /werk/:gemeente/hulpvragen/:id/toezegging/moment": work(lead, "team", 303, { ofTeam: 400 }),
  "POST /werk/:gemeente/hulpvragen/:id/andere-partij": work(files, "team", 303),
  "POST /werk/:gemeente/hulpvragen/:id/delen/stop": work(files, "team", 303),
  "POST /werk/:gemeente/hulpvragen/:id/verzoek": work(files, "team", 303),
  // A privacy officer gets the list without who, and no request.
  "GET /werk/:gemeente/verzoeken": work([...files, ...privacy], "anything", 200),
  "GET /werk/:gemeente/verzoeken/:id": work(files, "team", 200),
  "GET /werk/:gemeente/verzoeken/:id/kopie": work(files, "team", 200),
  // The form looks through a line of no file, and not through those that are there.
  "POST /werk/:gemeente/verzoeken/:id/nakijken": work(files, "team", 400),
  "POST /werk/:gemeente/verzoeken/:id/verlengen": work(lead, "team", 303),
  "POST /werk/:gemeente/verzoeken/:id/antwoord": work(lead, "team", 303),
  "POST /werk/:gemeente/verzoeken/:id/intrekken": work(files, "team", 303),
  "GET /werk/:gemeente/noodtoegang": work(files, "anything", 200),
  "POST /werk/:gemeente/noodtoegang": work(files, "beside", 303, { far: 400 }),
  "GET /werk/:gemeente/overdracht": work(lead, "anything", 200),
  "POST /werk/:gemeente/overdracht": work(lead, "team", 303, { far: 303 }),

  // ── people of an organisation, and places ─────────────────────────────────────────────────────────────────────
  "GET /werk/:gemeente/collegas": work(admin, "anything", 200),
  "GET /werk/:gemeente/collegas/nieuw": work(admin, "anything", 200),
  "POST /werk/:gemeente/collegas/nieuw": work(admin, "organisation", 303, { far: 400 }),
  "GET /werk/:gemeente/collegas/:id": work(admin, "organisation", 200),
  "POST /werk/:gemeente/collegas/:id/taak": work(admin, "organisation", 303),
  "POST /werk/:gemeente/collegas/:id/vaardigheid": work(admin, "organisation", 303),
  "POST /werk/:gemeente/collegas/:id/uitnodiging": work(admin, "organisation", 303),
  "POST /werk/:gemeente/collegas/:id/sessies": work(admin, "organisation", 303),
  "POST /werk/:gemeente/collegas/:id/weg": work(admin, "organisation", 303),
  "GET /werk/:gemeente/programmas": work(admin, "anything", 200),
  "POST /werk/:gemeente/programmas": work(admin, "organisation", 303, { far: 400 }),
  "POST /werk/:gemeente/programmas/stop": work(admin, "organisation", 303, { far: 303 }),
  "GET /werk/:gemeente/inzage": work(privacy, "anything", 200),
  "GET /werk/:gemeente/inzage.csv": work(privacy, "anything", 200),
  // With a code that opens nothing.
  "POST /werk/:gemeente/inzage/inwoner": work(privacy, "anything", 400),
  "GET /werk/:gemeente/inzage/te-bekijken/:id": work(privacy, "organisation", 200, { lead: 200 }),
  "POST /werk/:gemeente/inzage/te-bekijken/:id": work(privacy, "organisation", 303, { lead: 303 }),
  "GET /werk/:gemeente/dekking": work(everyRole, "anything", 200),
  "GET /werk/:gemeente/dekking.csv": work(everyRole, "anything", 200),
  "GET /werk/:gemeente/routekaart": work(editor, "anything", 200),
  "GET /werk/:gemeente/routekaart/nieuw": work(editor, "anything", 200),
  "POST /werk/:gemeente/routekaart/nieuw": work(editor, "kept", 303),
  "GET /werk/:gemeente/routekaart/voorstellen": work(editor, "anything", 200),
  "POST /werk/:gemeente/routekaart/voorstellen/:id": work(editor, "kept", 303),
  "GET /werk/:gemeente/routekaart/:id/eigenaar": work(editor, "kept", 200),
  "POST /werk/:gemeente/routekaart/:id/eigenaar": work(editor, "kept", 303),
  "POST /werk/:gemeente/routekaart/:id/nagekeken": work(editor, "kept", 303),
  "GET /werk/:gemeente/routekaart/organisaties/:id": work(editor, "kept", 200),
  "POST /werk/:gemeente/routekaart/organisaties/:id": work(editor, "kept", 303),
  "POST /werk/:gemeente/routekaart/organisaties/:id/terug": work(editor, "kept", 303),
  "GET /werk/:gemeente/routekaart/:id": work(editor, "kept", 200),
  "POST /werk/:gemeente/routekaart/:id": work(editor, "kept", 303),
  "POST /werk/:gemeente/routekaart/:id/weg": work(editor, "kept", 303),
  "GET /werk/:gemeente/routekaart/:id/engels": work(editor, "kept", 200),
  "POST /werk/:gemeente/routekaart/:id/engels": work(editor, "kept", 303),
  "GET /werk/:gemeente/routekaart/:id/contacten": work(editor, "kept", 200),
  "POST /werk/:gemeente/routekaart/:id/contacten": work(editor, "kept", 303),
  "GET /werk/:gemeente/routekaart/:id/geschiedenis": work(editor, "kept", 200),
  "POST /werk/:gemeente/routekaart/:id/geschiedenis": work(editor, "kept", 303),
  "GET /werk/:gemeente/routekaart/:id/plaatsen/:plaats": work(editor, "kept", 200),
  "POST /werk/:gemeente/routekaart/:id/plaatsen/:plaats": work(editor, "kept", 303),
  "POST /werk/:gemeente/routekaart/:id/plaatsen/:plaats/weg": work(editor, "kept", 303),
  "GET /werk/:gemeente/gemeente": work(platform, "anything", 200),
  "POST /werk/:gemeente/gemeente/onderdelen": work(platform, "anything", 303),
  "GET /werk/:gemeente/gemeente/organisaties/nieuw": work(platform, "anything", 200),
  "POST /werk/:gemeente/gemeente/organisaties/nieuw": work(platform, "anything", 303),
  "GET /werk/:gemeente/gemeente/organisaties/:id": work(platform, "here", 200),
  "POST /werk/:gemeente/gemeente/organisaties/:id": work(platform, "here", 303),
  // Also of an organisation that has an administrator: that is said, and nobody is added.
  "POST /werk/:gemeente/gemeente/organisaties/:id/beheerder": work(platform, "here", 303),
  // The same: nothing is withdrawn of whoever came.
  "POST /werk/:gemeente/gemeente/organisaties/:id/beheerder/intrekken": work(platform, "here", 303),
  "POST /werk/:gemeente/gemeente/organisaties/:id/teams": work(platform, "here", 303),
  "GET /werk/:gemeente/gemeente/teams/:id": work(platform, "here", 200),
  "POST /werk/:gemeente/gemeente/teams/:id": work(platform, "here", 303),

  // ── the texts of themes: for the municipality's own editors, and for those of no other organisation ───────────
  "GET /werk/:gemeente/routekaart/onderwerpen": work(editor, "host", 200),
  "GET /werk/:gemeente/routekaart/onderwerpen/:slug": work(editor, "host", 200),
  "POST /werk/:gemeente/routekaart/onderwerpen/:slug": work(editor, "host", 303),
  "POST /werk/:gemeente/routekaart/onderwerpen/:slug/verplaats": work(editor, "host", 303),
  "POST /werk/:gemeente/routekaart/onderwerpen/:slug/terug": work(editor, "host", 303),

  // ── programs ──────────────────────────────────────────────────────────────────────────────────────────────────
  "GET /api/v1/gemeenten": open(),
  "GET /api/v1/openapi.json": open(),
  "POST /api/v1/herkenningen": open(),
  "GET /api/v1/hulpaanbod": open(),
  "GET /api/v1/hulpaanbod/:id": open(),
  "GET /api/v1/teams/:id/toezeggingen": {
    door: "token",
    scope: "toezeggingen.lezen",
    near: "organisation",
    get: 200,
    without: 401,
  },
  "POST /api/v1/terugbelverzoeken": {
    door: "token",
    scope: "terugbelverzoeken.maken",
    near: "anything",
    get: 201,
    without: 201,
  },
  "GET /api/v1/terugbelverzoeken/actueel": code(200, 404),
  "POST /api/v1/oauth/token": { door: "proof", get: 200, others: 401 },
};
