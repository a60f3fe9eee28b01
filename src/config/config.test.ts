import { mkdirSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/support/folder.ts";
import { readConfig } from "./config.ts";

const problemsOf = (environment: Record<string, string | undefined>): string[] => {
  const read = readConfig(environment);
  return read.ok ? [] : read.problems;
};
const configOf = (environment: Record<string, string | undefined> = {}) => {
  const read = readConfig(environment);
  if (!read.ok) throw new Error(read.problems.join(" "));
  return read.config;
};

/** Everything production must have. */
const production = {
  RECHTSPOOR_MODE: "production",
  DATABASE_URL: "postgres://app@localhost/rechtspoor",
  DATABASE_OWNER_URL: "postgres://owner@localhost/rechtspoor",
  SECRET: "0123456789abcdef0123456789abcdef",
  SMTP_URL: "smtp://localhost",
  PROCESSING_LOG: "/var/log/rechtspoor",
  PUBLIC_URL: "https://rechtspoor.example.org/",
  SECURITY_CONTACT: "mailto:veiligheid@example.org",
};

describe("a wrong variable stops the start with a sentence that names it", () => {
  test.each([
    ["RECHTSPOOR_MODE", "demo", "RECHTSPOOR_MODE must be example or production."],
    ["PORT", "http", "PORT must be a whole number from 0 to 65535."],
    ["PORT", "70000", "PORT must be at most 65535."],
    ["PORT", "80.5", "PORT must be a whole number from 0 to 65535."],
    ["PUBLIC_URL", "rechtspoor.nl", "PUBLIC_URL must be an address that begins with http:// or https://."],
    ["DATABASE_URL", "mysql://x", "DATABASE_URL must be an address that begins with postgres:// or postgresql://."],
    [
      "DATABASE_OWNER_URL",
      "owner",
      "DATABASE_OWNER_URL must be an address that begins with postgres:// or postgresql://.",
    ],
    ["DATABASE_POOL", "1", "DATABASE_POOL must be at least 2."],
    ["SECRET", "short", "SECRET must be at least 32 characters of random text."],
    ["SMTP_URL", "mail.example.org", "SMTP_URL must be an address that begins with smtp:// or smtps://."],
    ["MAIL_FROM", "rechtspoor", "MAIL_FROM must be an e-mail address."],
    ["WORKER", "yes", "WORKER must be on, off or only."],
    ["LOG_LEVEL", "loud", "LOG_LEVEL must be debug, info, warn, error or silent."],
    ["PROXIES", "-1", "PROXIES must be at least 0."],
    ["METRICS_TOKEN", "token", "METRICS_TOKEN must be at least 16 characters."],
    ["QUICK_EXIT_URL", "http://www.example.org", "QUICK_EXIT_URL must be an address that begins with https://."],
    [
      "SECURITY_CONTACT",
      "security@example.org",
      "SECURITY_CONTACT must begin with https:// or be a mail address after mailto:.",
    ],
    [
      "SECURITY_CONTACT",
      "mailto:nobody",
      "SECURITY_CONTACT must begin with https:// or be a mail address after mailto:.",
    ],
    [
      "SECURITY_CONTACT",
      "https://example.org\nContact: https://elders.example",
      "SECURITY_CONTACT must begin with https:// or be a mail address after mailto:.",
    ],
    ["SECURITY_POLICY", "http://example.org", "SECURITY_POLICY must be an address that begins with https://."],
    ["PROCESSING_LOG", "log", "PROCESSING_LOG must be the whole path of a folder, beginning with /."],
    ["LIMIT_PAGES", "0", "LIMIT_PAGES must be at least 1."],
    ["LIMIT_REQUESTS", "many", "LIMIT_REQUESTS must be a whole number from 1 to 1000000."],
    ["LIMIT_CODES", "1.5", "LIMIT_CODES must be a whole number from 1 to 1000000."],
    ["LIMIT_ONE_CODE", "0", "LIMIT_ONE_CODE must be at least 1."],
  ])("%s=%s", (name, value, sentence) => {
    expect(problemsOf({ [name]: value })).toEqual([sentence]);
  });

  test("all wrong ones at once, not one after the other", () => {
    expect(problemsOf({ PORT: "x", WORKER: "x" }).map((problem) => problem.split(" ")[0])).toEqual(["PORT", "WORKER"]);
  });

  test("no sentence repeats a value: it may be a secret", () => {
    for (const name of ["SECRET", "DATABASE_URL", "METRICS_TOKEN"])
      expect(problemsOf({ [name]: "hush-hush" }).join()).not.toContain("hush");
  });
});

describe("what belongs together", () => {
  test.each(["DATABASE_URL", "SECRET", "SMTP_URL", "PROCESSING_LOG", "PUBLIC_URL", "SECURITY_CONTACT"])(
    "production does not start without %s",
    (name) => {
      const problems = problemsOf({ ...production, [name]: undefined });
      expect(problems.some((problem) => problem.startsWith(`${name} is missing`))).toBe(true);
    },
  );

  test("production does not start without an owner for its migrations", () => {
    expect(problemsOf({ ...production, DATABASE_OWNER_URL: "" })).toEqual([
      expect.stringMatching(/^DATABASE_OWNER_URL is missing/),
    ]);
    expect(problemsOf({ DATABASE_OWNER_URL: production.DATABASE_OWNER_URL })).toEqual([
      expect.stringMatching(/^DATABASE_URL is missing/),
    ]);
  });

  test("production is reached over https", () => {
    expect(problemsOf({ ...production, PUBLIC_URL: "http://rechtspoor.example.org" })).toEqual([
      "PUBLIC_URL must begin with https:// in production.",
    ]);
  });

  test("whoever brings a database means production; without one it is the example", () => {
    const { RECHTSPOOR_MODE: _, ...rest } = production;
    expect(configOf(rest).mode).toBe("production");
    expect(configOf().mode).toBe("example");
    expect(configOf({ ...production, RECHTSPOOR_MODE: "example" }).mode).toBe("example");
  });
});

describe("a secret in a file", () => {
  const folder = temporaryFolder("secrets");
  afterAll(folder.remove);
  const fileWith = (name: string, text: string): string => {
    const path = join(folder.path, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  const { SECRET, DATABASE_URL, DATABASE_OWNER_URL, SMTP_URL } = production;
  const secrets = { SECRET, DATABASE_URL, DATABASE_OWNER_URL, SMTP_URL, METRICS_TOKEN: "0123456789abcdef" };
  const names = Object.keys(secrets);

  test("is the same as one in a variable, without the line end of the file", () => {
    const inVariables = configOf({ ...production, ...secrets });
    const files = Object.entries(secrets).map(([name, secret]) => [`${name}_FILE`, fileWith(name, `${secret}\n`)]);
    const without = Object.fromEntries(Object.entries(production).filter(([name]) => !names.includes(name)));
    const { RECHTSPOOR_MODE: _, ...rest } = without;
    expect(configOf({ ...rest, ...Object.fromEntries(files) })).toEqual(inVariables);
  });

  test.each(names)("%s in both is one too many, and neither is said", (name) => {
    const path = fileWith("both", "in-the-file-hush");
    expect(problemsOf({ ...production, [name]: "in-the-variable-hush", [`${name}_FILE`]: path })).toEqual([
      `${name} and ${name}_FILE are both set: keep one of them.`,
    ]);
  });

  test.each(names)("%s that cannot be read stops the start and names the file", (name) => {
    const there = join(folder.path, "a-folder");
    mkdirSync(there, { recursive: true });
    expect(problemsOf({ [`${name}_FILE`]: "/nowhere/secret" })).toEqual([
      `${name}_FILE names /nowhere/secret, which cannot be read (ENOENT).`,
    ]);
    expect(problemsOf({ [`${name}_FILE`]: there })).toEqual([
      `${name}_FILE names ${there}, which cannot be read (EISDIR).`,
    ]);
    const empty = fileWith("empty", "\n");
    expect(problemsOf({ [`${name}_FILE`]: empty })).toEqual([`${name}_FILE names ${empty}, which is empty.`]);
  });

  test("that is wrong is named and not said", () => {
    const path = fileWith("wrong", "hush-hush");
    for (const name of names) {
      const problems = problemsOf({ ...production, [name]: undefined, [`${name}_FILE`]: path });
      expect(problems.join()).toMatch(new RegExp(`^(${name} |$)`));
      expect(problems.join()).not.toContain("hush");
    }
  });

  test("is only looked for where it is a secret", () => {
    expect(configOf({ PORT_FILE: "/nowhere" })).toEqual(configOf());
  });
});

describe("what was read", () => {
  test("nothing set: an example on this machine alone", () => {
    expect(configOf()).toMatchObject({
      mode: "example",
      host: "127.0.0.1",
      port: 3000,
      publicUrl: undefined,
      database: undefined,
      databasePool: 20,
      secret: undefined,
      smtpUrl: undefined,
      worker: "on",
      proxies: 0,
      limits: { pages: 1200, requests: 20, codes: 10, oneCode: 10 },
    });
    expect(isAbsolute(configOf().dataDir)).toBe(true);
  });

  test("an empty variable is one that is not set", () => {
    expect(configOf({ PORT: "", DATABASE_URL: "", SECRET: "" })).toEqual(configOf());
  });

  test("production as it was set, without the slash at the end of its address", () => {
    expect(configOf({ ...production, PORT: "8080", DATA_DIR: "/var/lib/rechtspoor", WORKER: "off" })).toMatchObject({
      mode: "production",
      port: 8080,
      publicUrl: "https://rechtspoor.example.org",
      dataDir: "/var/lib/rechtspoor",
      database: { appUrl: production.DATABASE_URL, ownerUrl: production.DATABASE_OWNER_URL },
      worker: "off",
    });
  });

  test("variables of others are left alone", () => {
    expect(configOf({ HOME: "/root", PATH: "/bin" })).toEqual(configOf());
  });
});
