import { basename, dirname, matchesGlob } from "node:path/posix";
import { describe, expect, test } from "vitest";
import { root } from "../src/config/root.ts";
import { type Files, readFiles, readSource, type Source, shownText } from "./architecture/source.ts";

/*
 * The borders of docs/architecture.md. Each rule says which files it speaks of, what is wrong with one, and carries a
 * made-up file that breaks it: a rule that lets its own example through fails.
 */

type Rule = {
  rule: string;
  of: (path: string) => boolean;
  wrong: (source: Source, files: Files) => string[];
  breaks: Record<string, string>;
};

/** From left to right: a module knows only those before it. Where later ones will stand: docs/architecture.md. */
const moduleOrder = ["terms", "access", "promises", "directory", "recognition", "casework", "contact"];

/** Outside stores, SQL stands only where a database is the subject itself. */
const mayHoldSql: [file: string, because: string][] = [
  ["src/modules/**/store.ts", "the tables of a module"],
  ["src/db/*.ts", "connecting, migrating, starting it"],
  ["src/kernel/context.ts", "begins and ends every transaction, and says who acts"],
  ["src/kernel/event.ts", "writes the event in the transaction of the act"],
  ["src/jobs/mail.ts", "the outbox is a table of the jobs alone"],
  ["src/jobs/worker.ts", "lends its pool to the job queue and reads the event it follows"],
  ["src/jobs/processing-log.ts", "reads the events it writes to a file, and takes them out of the line"],
  ["src/web/limits.ts", "counts requests over all processes together"],
  ["src/web/metrics.ts", "counts the jobs of the queue, which belongs to no module"],
  ["src/web/changes.ts", "one LISTEN connection a process"],
  ["src/app.tsx", "/health/ready asks the database whether it is there"],
  ["src/cli/example-reset.ts", "empties the database of the example world, as its owner"],
  ["example/load.ts", "looks whether the database is still empty"],
];

/** Real time is read in one place; everything else has `ctx.now`. */
const mayReadTheClock: [file: string, because: string][] = [
  ["src/server.ts", "where `now` comes from"],
  ["src/db/embedded.ts", "waits for another process to start or stop"],
  ["src/cli/audit-verify.ts", "says when it looked"],
  ["src/cli/retention.ts", "by hand, what the clock sets off by night"],
  ["src/cli/places.ts", "says when places were added"],
  ["src/cli/client.ts", "says when a program was added or ended"],
  ["src/cli/import-pc4.ts", "says when postcodes were imported"],
];

/** Words in a page that nobody reads as a sentence. */
const notASentence: [text: string, because: string][] = [
  ["noopener noreferrer nofollow", "the rel of a link"],
  ["noindex, nofollow", "said to search engines"],
  ["light dark", "the colour schemes of the document"],
];

const face = "src/modules/*/index.ts";
const kernel = "src/kernel/*.ts";
const schema = "src/db/schema.ts";

const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path);
const isCode = (path: string) => /\.tsx?$/.test(path);
const isOurs = (to: string) => /^(src|example|tests)\//.test(to);
const like = (path: string, patterns: string[]) => patterns.some((pattern) => matchesGlob(path, pattern));
const moduleOf = (path: string): string | undefined => /^src\/modules\/([^/]+)\//.exec(path)?.[1];
const inSource = (path: string) => isCode(path) && /^(src|example)\//.test(path) && !isTest(path);

/** A page, a store, a builder …: everything else in a module is a concept, and pure. */
const isConcept = (path: string) =>
  moduleOf(path) !== undefined &&
  path.endsWith(".ts") &&
  !isTest(path) &&
  !["index.ts", "store.ts", "usecases.ts", "make.ts", "nl.ts", "en.ts"].includes(basename(path));

/** These files import nothing of this project but what is named. Their tests may use what tests use. */
const importsOnly = (who: string[], whom: string[]): Pick<Rule, "of" | "wrong"> => ({
  of: (path) => isCode(path) && !isTest(path) && like(path, who),
  wrong: ({ imports }) => imports.flatMap(({ to }) => (isOurs(to) && !like(to, whom) ? [`imports ${to}`] : [])),
});

const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([word]) => word.trim());
const named = (path: string, allowed: [file: string, because: string][]) =>
  like(
    path,
    allowed.map(([file]) => file),
  );

const sqlIn = ({ bare, imports }: Source): string[] => [
  ...imports.flatMap(({ to }) => (to === "kysely" || to === "pg" ? [`imports ${to}`] : [])),
  ...found(bare, /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|selectNoFrom)\(/g),
  ...found(bare, /(?<!\breq)\.(?:query|executeSql)\(/g),
];
const clocksIn = (bare: string): string[] => found(bare, /\bTemporal\.Now\b|\bDate\.now\b|\bnew Date\b/g);

const rules: Rule[] = [
  // ── who may know whom ─────────────────────────────────────────────────────────────────────────────────────────
  {
    rule: "the kernel knows only itself and the schema",
    ...importsOnly(["src/kernel/**"], [kernel, schema]),
    breaks: { "src/kernel/day.ts": 'import { isHoliday } from "../modules/terms/index.ts";' },
  },
  {
    rule: "the configuration knows nobody",
    ...importsOnly(["src/config/**"], ["src/config/*.ts"]),
    breaks: { "src/config/config.ts": 'import { languages } from "../kernel/language.ts";' },
  },
  {
    rule: "the database layer knows the kernel, and no module",
    ...importsOnly(["src/db/**"], ["src/db/*.ts", kernel, "src/config/root.ts"]),
    breaks: { "src/db/row.ts": 'import type { Permit } from "../modules/access/index.ts";' },
  },
  {
    rule: "a module knows the kernel, the rows and the modules before it, by their index.ts",
    of: (path) => isCode(path) && !isTest(path) && moduleOf(path) !== undefined && basename(path) !== "make.ts",
    wrong: ({ path, imports }) => {
      const own = moduleOf(path) ?? "";
      if (!moduleOrder.includes(own)) return [`is a module without a place in the order`];
      const before = moduleOrder.slice(0, moduleOrder.indexOf(own)).map((name) => `src/modules/${name}/index.ts`);
      const whom = [`src/modules/${own}/**`, ...before, kernel, schema, "src/db/row.ts"];
      // A store may read the files it keeps (the themes), so it knows where the project stands.
      const all = basename(path) === "store.ts" ? [...whom, "src/config/root.ts"] : whom;
      return imports.flatMap(({ to }) =>
        (isOurs(to) && !like(to, all)) || to === `src/modules/${own}/index.ts` || to.endsWith("/make.ts")
          ? [`imports ${to}`]
          : [],
      );
    },
    breaks: {
      "src/modules/access/usecases.ts": 'import { listOpen } from "../promises/index.ts";',
      "src/modules/contact/usecases.ts": 'import {\n  insertCase,\n} from "../casework/store.ts";',
      "src/modules/contact/phone.ts": 'import { requestCallback } from "./index.ts";',
      "src/modules/contact/calling/usecases.ts": 'import { findCase } from "../../casework/store.ts";',
      "src/modules/contact/callback.ts": 'import { aResident } from "../casework/make.ts";',
      "src/modules/contact/store.ts": 'const { connect } = await import("../../db/connect.ts");',
      "src/modules/extras/index.ts": 'export * from "./extra.ts";',
    },
  },
  {
    rule: "builders and tests of a module reach others by index.ts and make.ts alone",
    of: (path) => isCode(path) && moduleOf(path) !== undefined && (isTest(path) || basename(path) === "make.ts"),
    wrong: ({ path, imports }) => {
      const whom = [`src/modules/${moduleOf(path)}/**`, face, "src/modules/*/make.ts", kernel, schema, "src/db/*.ts"];
      const all = isTest(path) ? [...whom, "tests/support/*.ts", "src/config/*.ts", "example/*.ts"] : whom;
      return imports.flatMap(({ to }) => (isOurs(to) && !like(to, all) ? [`imports ${to}`] : []));
    },
    breaks: {
      "src/modules/promises/usecases.test.ts": 'import { insertCallback } from "../contact/store.ts";',
      "src/modules/contact/make.ts": 'import { testDatabase } from "../../../tests/support/database.ts";',
    },
  },
  {
    rule: "components know no domain: only themselves and the list of languages",
    ...importsOnly(["src/web/ui/**"], ["src/web/ui/**", "src/kernel/language.ts"]),
    breaks: { "src/web/ui/card.tsx": 'import { type Service } from "../../modules/directory/index.ts";' },
  },
  {
    rule: "islands run in a browser: they know nothing outside islands, and nothing on the server imports them",
    of: isCode,
    wrong: ({ path, imports }) =>
      imports.flatMap(({ to }) =>
        // A declaration ships nothing.
        like(path, ["src/web/islands/**"]) !== like(to, ["src/web/islands/**"]) && !path.endsWith(".d.ts")
          ? [`imports ${to}`]
          : [],
      ),
    breaks: {
      "src/web/islands/live.ts": 'import { publicPath } from "../place.ts";',
      "src/web/islands/map.ts": 'import { z } from "zod";',
      "src/web/work/today/page.tsx": 'import { Live } from "../../islands/live.ts";',
    },
  },
  {
    rule: "pages know the faces of modules and the kernel",
    ...importsOnly(["src/web/**"], ["src/web/**", face, kernel, schema, "src/config/*.ts"]),
    breaks: {
      "src/web/work/case/page.tsx": 'import { getCase } from "../../../modules/casework/store.ts";',
      "src/web/session.ts": 'import { createApp } from "../app.tsx";',
    },
  },
  {
    rule: "the REST interface knows the faces of modules, the kernel, surroundings and words of the web, and no page",
    ...importsOnly(
      ["src/api/**"],
      ["src/api/**", face, kernel, schema, "src/config/*.ts", "src/web/*.ts", "src/web/words/*.ts"],
    ),
    breaks: { "src/api/callbacks.ts": 'import { sendCallback } from "../web/public/callback/check.tsx";' },
  },
  {
    rule: "jobs know the faces of modules and the kernel",
    ...importsOnly(["src/jobs/**"], ["src/jobs/*.ts", face, kernel, schema, "src/config/config.ts"]),
    breaks: { "src/jobs/schedule.ts": 'import { sweepAlarms } from "../modules/promises/usecases.ts";' },
  },
  {
    // What the clock sets off by night can be done by hand.
    rule: "commands know the faces of modules, the kernel, the database, the job of retention and the example world",
    ...importsOnly(
      ["src/cli/**"],
      ["src/cli/*.ts", face, kernel, "src/db/*.ts", "src/config/*.ts", "src/jobs/retention.ts", "example/*.ts"],
    ),
    breaks: { "src/cli/audit.ts": 'import { routes } from "../web/routes.ts";' },
  },
  {
    rule: "the example world is made with the faces of modules",
    ...importsOnly(["example/**"], ["example/*.ts", face, kernel, schema, "src/config/*.ts"]),
    breaks: { "example/places.ts": 'import { insertTeam } from "../src/modules/access/store.ts";' },
  },
  {
    rule: "app.tsx and server.ts know modules by their faces too",
    of: (path) => path === "src/app.tsx" || path === "src/server.ts",
    wrong: ({ imports }) =>
      imports.flatMap(({ to }) => (moduleOf(to) !== undefined && !like(to, [face]) ? [`imports ${to}`] : [])),
    breaks: { "src/app.tsx": 'import { listMunicipalities } from "./modules/access/store.ts";' },
  },
  // ── what may stand where ──────────────────────────────────────────────────────────────────────────────────────
  {
    rule: "SQL stands in stores, and where the database itself is the subject",
    of: (path) => inSource(path) && !named(path, mayHoldSql),
    wrong: sqlIn,
    breaks: {
      "src/modules/contact/usecases.ts": 'const rows = await ctx.db.selectFrom("callback").selectAll().execute();',
      "src/web/work/today/page.tsx": 'import { sql } from "kysely";',
      "src/api/teams.ts": 'await pool.query("select 1");',
      "src/modules/access/team.ts": 'import type pg from "pg";',
    },
  },
  {
    rule: "a concept is pure: no database, no files, no network, no clock, no chance",
    of: isConcept,
    wrong: ({ bare, imports }) => [
      ...imports.flatMap(({ to }) =>
        /^(kysely|pg|pg-boss|nodemailer|node:(fs|net|http|https|child_process)(\/.*)?|src\/db\/.*|src\/kernel\/context\.ts)$/.test(
          to,
        ) || ["store.ts", "usecases.ts"].includes(basename(to))
          ? [`imports ${to}`]
          : [],
      ),
      ...imports.flatMap(({ names }) => names.filter((name) => ["newId", "newReference", "newToken"].includes(name))),
      ...found(
        bare,
        /\bTemporal\.Now\b|\bMath\.random\b|\bDate\b|\brandom(?:UUID|Bytes)\b|\bprocess\.env\b|\bfetch\(/g,
      ),
    ],
    breaks: {
      "src/modules/promises/promise.ts": "export const isLate = (due: Date) => due < new Date();",
      "src/modules/promises/clock.ts": "const now = Temporal.Now.instant();",
      "src/modules/directory/theme.ts": 'import { readFileSync } from "node:fs";',
      "src/modules/contact/attempt.ts": 'import { newId } from "../../kernel/id.ts";',
      "src/modules/contact/callback.ts": 'import { findSame } from "./store.ts";',
      "src/modules/access/team.ts": 'import type { Tx } from "../../kernel/context.ts";',
    },
  },
  {
    rule: "a use case writes no file, sends nothing and asks nobody outside: that follows from its events",
    of: (path) => moduleOf(path) !== undefined && ["usecases.ts", "nl.ts", "en.ts"].includes(basename(path)),
    wrong: ({ bare, imports }) => [
      ...imports.flatMap(({ to }) => (/^(node:(?!crypto)|nodemailer|pg-boss)/.test(to) ? [`imports ${to}`] : [])),
      ...found(bare, /\bfetch\(|\bMath\.random\b/g),
    ],
    breaks: { "src/modules/contact/usecases.ts": 'import nodemailer from "nodemailer";' },
  },
  {
    rule: "the time is `ctx.now`: real time is read in server.ts alone",
    of: (path) => (isCode(path) && /^(src|example)\//.test(path) && !named(path, mayReadTheClock)) || isSql(path),
    wrong: ({ path, code, bare }) => [
      ...clocksIn(bare),
      ...(isSql(path) || basename(path) === "store.ts" ? found(code, /\bnow\(\)|\bcurrent_timestamp\b/g) : []),
    ],
    breaks: {
      "src/web/limits.ts": "const minute = Math.floor(Date.now() / 60_000);",
      "src/modules/access/store.ts": "await sql`delete from session where ends_at < now()`.execute(db);",
      "src/db/migrations/0002_more.sql": "create table more (made_at timestamptz not null default now());",
    },
  },
  {
    rule: "leave to read personal data is given in access/usecases.ts, and a transaction is begun in the kernel",
    of: (path) => isCode(path) && path !== "src/modules/access/permit.ts" && path !== "src/kernel/context.ts",
    wrong: ({ path, bare, imports }) => [
      ...(path === "src/modules/access/usecases.ts"
        ? []
        : imports.flatMap(({ to, names }) =>
            to.endsWith("access/permit.ts")
              ? names
                  .filter((name) =>
                    ["grant", "grantLooking", "grantTeams", "grantTrail", "grantWatch", "*"].includes(name),
                  )
                  .map((name) => `imports ${name}`)
              : [],
          )),
      ...found(bare, /\bas (?:LookPermit|Permit|TeamPermit|TrailPermit|WatchPermit|Tx)\b/g),
    ],
    breaks: {
      "src/modules/access/index.ts": 'export { grant, type Permit } from "./permit.ts";',
      "src/modules/casework/usecases.ts": 'import { grantTeams } from "../access/permit.ts";',
      "src/modules/contact/usecases.ts": 'const leave = { caseId } as unknown as Permit<"case.read">;',
      "src/web/session.ts": "const inside = ctx.db as Tx;",
    },
  },
  // ── names ─────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    rule: "a module holds README.md, index.ts, store.ts, usecases.ts, make.ts, nl.ts, en.ts, concepts and tests",
    of: (path) => path.startsWith("src/modules/"),
    wrong: ({ path }) =>
      /^src\/modules\/[a-z]+(\/[a-z]+)?\/(README\.md|[a-z]+(-[a-z]+)*(\.test)?\.ts)$/.test(path) ? [] : ["its name"],
    breaks: {
      "src/modules/contact/CallbackService.ts": "",
      "src/modules/contact/callback.types.ts": "",
      "src/modules/contact/data.json": "",
      "src/modules/orphan.ts": "",
    },
  },
  {
    rule: "nothing is called utils, helpers, services, common, misc, shared or manager",
    of: (path) => /^(src|example|tests)\//.test(path),
    // One helper is a person here: somebody who helps.
    wrong: ({ path }) => found(path, /(?<![a-z])(?:utils?|helpers|services|common|misc|shared|managers?)(?=[./-])/gi),
    breaks: {
      "src/web/utils.ts": "",
      "src/modules/contact/callback-helpers.ts": "",
      "src/services/callback.ts": "",
      "src/kernel/common/day.ts": "",
    },
  },
  {
    rule: "index.ts is the face of a module, and stands nowhere else",
    of: (path) => /(^|\/)index\.tsx?$/.test(path),
    wrong: ({ path }) => (like(path, [face, "src/modules/*/*/index.ts"]) ? [] : ["its name"]),
    breaks: { "src/web/ui/index.ts": 'export { Card } from "./card.tsx";' },
  },
  {
    rule: "what is exported has a name",
    of: (path) => isCode(path) && !/^[^/]+\.config\.ts$/.test(path),
    wrong: ({ bare, path }) =>
      // Vitest and Playwright ask for a default export of what sets up a whole run.
      found(path.startsWith("tests/support/") ? "" : bare, /\bexport default\b|\bas default\b/g),
    breaks: { "src/web/work/away/page.tsx": "export default function AwayPage() {}" },
  },
  // ── pages and languages ───────────────────────────────────────────────────────────────────────────────────────
  {
    rule: "sentences stand in nl.ts and en.ts, not in a page or component",
    of: (path) =>
      path.startsWith("src/web/") && path.endsWith(".tsx") && !isTest(path) && path !== "src/web/ui/catalogue.tsx",
    wrong: (source) => shownText(source).filter((text) => isSentence(text)),
    breaks: {
      "src/web/public/start/page.tsx": "const Page = () => <p>Wij bellen u terug</p>;",
      "src/web/public/help/page.tsx": "const Page = () => <p>{text.lead} of kom langs</p>;",
      "src/web/work/today/page.tsx": 'const title = "Nog niets te doen";',
      "src/web/ui/card.tsx": "const label = `Open vandaag tot vijf uur`;",
    },
  },
  {
    rule: "what is said in one language is said in all",
    of: (path) => path.startsWith("src/") && /\/(nl|en)\.ts$/.test(path),
    wrong: ({ path }, files) =>
      ["nl.ts", "en.ts"].filter((name) => !files.has(`${dirname(path)}/${name}`)).map((name) => `there is no ${name}`),
    breaks: { "src/web/public/start/nl.ts": "export const nl = {};" },
  },
  // ── tests ─────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    rule: "a test mocks nothing of ours and does not sleep",
    of: isTest,
    wrong: ({ bare }) =>
      found(bare, /\bvi\.(?:mock|doMock|spyOn|useFakeTimers)\b|\bsetTimeout\(|\bwaitForTimeout\(|\bsetTimeout,/g),
    breaks: {
      "src/modules/contact/callback.test.ts": 'vi.mock("./store.ts");',
      "tests/e2e/a-resident-waits.spec.ts": "await page.waitForTimeout(1000);",
      "tests/jobs/mail.test.ts": "await new Promise((done) => setTimeout(done, 500));",
    },
  },
];

function isSql(path: string): boolean {
  return path.startsWith("src/db/migrations/");
}

/** Two whole words after each other, and no piece of code. */
function isSentence(text: string): boolean {
  if (notASentence.some(([known]) => known === text)) return false;
  if (/\b(?:export|const|new|satisfies|return|function|interface|extends)\b|^,/.test(text)) return false;
  return /(?:^|\s)\p{L}{2,}[.,:;!?]?\s+\p{L}{2,}[.,:;!?]?(?=\s|$)/u.test(text.replace(/\$\{[^}]*\}/g, "…"));
}

type Violation = { rule: string; file: string; what: string };

/** Everything that is wrong with these files. */
function violations(files: Files): Violation[] {
  const sources = [...files].map(([path, text]) => readSource(path, text));
  return rules.flatMap(({ rule, of, wrong }) =>
    sources
      .filter(({ path }) => of(path))
      .flatMap((source) => wrong(source, files).map((what) => ({ rule, file: source.path, what }))),
  );
}

const say = ({ file, rule, what }: Violation) => `${file}: ${what} (${rule})`;

describe("the borders of the project", () => {
  const files = readFiles(root, ["src", "example", "tests", "bench"]);

  test("the rules look at all of it", () => {
    expect([...files.keys()].filter(isCode).length).toBeGreaterThan(100);
    const seen = [...files].flatMap(([path, text]) => (isCode(path) ? readSource(path, text).imports : []));
    expect(seen.filter(({ to }) => isOurs(to)).length).toBeGreaterThan(500);
    const gone = seen.filter(({ to }) => isOurs(to) && !files.has(to));
    expect(gone).toEqual([]);
  });

  test("every border is kept", () => {
    expect(violations(files).map(say)).toEqual([]);
  });

  test("exceptions are still needed", () => {
    const needs = (pattern: string, breaks: (source: Source) => string[]) =>
      [...files].some(([path, text]) => matchesGlob(path, pattern) && breaks(readSource(path, text)).length > 0);
    expect(mayHoldSql.filter(([file]) => !needs(file, sqlIn))).toEqual([]);
    expect(mayReadTheClock.filter(([file]) => !needs(file, ({ bare }) => clocksIn(bare)))).toEqual([]);
  });
});

describe("a rule catches what breaks it", () => {
  for (const { rule, breaks } of rules)
    for (const [path, text] of Object.entries(breaks))
      test(`${rule}: ${path}`, () => {
        expect(violations(new Map([[path, text]])).map((violation) => violation.rule)).toContain(rule);
      });

  test("what keeps to the rules is left alone", () => {
    const wellMade = new Map([
      [
        "src/kernel/day.ts",
        'import { languages } from "./language.ts";\n// Temporal.Now, new Date() and "utils" are only words here.',
      ],
      ["src/modules/contact/callback.ts", 'import { z } from "zod";\nimport { answers } from "../casework/index.ts";'],
      ["src/modules/contact/store.ts", 'import { sql } from "kysely";\nawait db.selectFrom("callback").execute();'],
      ["src/modules/contact/usecases.ts", 'import * as store from "./store.ts";\nconst day = "new Date";'],
      ["src/modules/contact/make.ts", 'import { aTeam } from "../access/make.ts";'],
      ["src/modules/access/usecases.ts", 'import { grant, type Permit } from "./permit.ts";'],
      ["src/web/public/start/page.tsx", 'const Page = () => <p class="a-b c-d">{text.lead} {c.req.query("zoek")}</p>;'],
      ["src/web/public/start/nl.ts", 'export const nl = { lead: "Wij bellen u terug." };'],
      ["src/web/public/start/en.ts", 'export const en = { lead: "We call you back." };'],
    ]);
    expect(violations(wellMade)).toEqual([]);
  });
});
