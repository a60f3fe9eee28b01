import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { root } from "../src/config/root.ts";
import { languages } from "../src/kernel/language.ts";
import { type Change, changed } from "./support/changed.ts";

/*
 * publiccode.yml, by which catalogues of public software find this one, against the standard (0.4 up to 0.7), written
 * from its text: https://yml.publiccode.tools/schema.core.html. There is no validator of it in npm.
 */

const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** The controlled vocabularies of the standard. */
const categories = `
  accounting agile-project-management applicant-tracking application-development appointment-scheduling backup
  billing-and-invoicing blog budgeting business-intelligence business-process-management cad call-center-management
  cloud-management collaboration communications compliance-management contact-management content-management crm
  customer-service-and-support data-analytics data-collection data-visualization design design-system
  digital-asset-management digital-citizenship document-management donor-management e-commerce e-signature
  educational-content email-management email-marketing employee-management enterprise-project-management
  enterprise-social-networking erp event-management facility-management feedback-and-reviews-management
  financial-reporting fleet-management fundraising gamification geographic-information-systems grant-management
  graphic-design help-desk hr ide identity-management instant-messaging inventory-management it-asset-management
  it-development it-management it-security it-service-management knowledge-management learning-management-system
  marketing mind-mapping mobile-marketing mobile-payment network-management office online-booking online-community
  payment-gateway payroll predictive-analysis procurement productivity-suite project-collaboration project-management
  property-management real-estate-management remote-support resource-management sales-management seo service-desk
  social-media-management survey talent-management task-management taxes-management test-management time-management
  time-tracking translation video-conferencing video-editing visitor-management voip warehouse-management
  web-collaboration web-conferencing website-builder whistleblowing workflow-management`
  .trim()
  .split(/\s+/);
const scopes = `
  agriculture culture defence education emergency-services employment energy environment
  finance-and-economic-development foreign-affairs healthcare infrastructures justice local-authorities manufacturing
  research science-and-technology security society sport tourism transportation welfare`
  .trim()
  .split(/\s+/);

const Text = z.string().trim().min(1);
const WebAddress = z.url({ protocol: /^https?$/ });
/** YYYY-MM-DD, and no other way of writing a date. */
const WholeDate = z.iso.date();
const LanguageTag = z.string().refine((tag) => {
  try {
    return /^[a-z]{2,3}(-|$)/i.test(tag) && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}, "is no language by BCP 47");
const Country = z.string().regex(/^[a-z]{2}$/);
const fileOf = (format: RegExp) =>
  z
    .string()
    .regex(format)
    .refine((path) => WebAddress.safeParse(path).success || existsSync(join(root, path)), "is not there");

const Contact = z.strictObject({
  name: Text,
  email: z.email().optional(),
  phone: z.string().startsWith("+").optional(),
  affiliation: Text.optional(),
});
const Contractor = z.strictObject({
  name: Text,
  until: WholeDate,
  email: z.email().optional(),
  website: WebAddress.optional(),
});
const Dependency = z.strictObject({
  name: Text,
  version: z.string().optional(),
  versionMin: z.string().optional(),
  versionMax: z.string().optional(),
  optional: z.boolean().optional(),
});

const Description = z.strictObject({
  localisedName: Text.optional(),
  shortDescription: Text.max(150).regex(/^[^\n]*$/),
  longDescription: z.string().trim().min(150).max(10_000).optional(),
  documentation: WebAddress.optional(),
  apiDocumentation: WebAddress.optional(),
  features: z.array(Text).min(1).optional(),
  screenshots: z.array(fileOf(/\.(png|jpe?g)$/i)).optional(),
  videos: z.array(WebAddress).optional(),
  awards: z.array(Text).optional(),
});

/** What is deprecated in 0.7 is not in it: a new file has no use for it. */
const PublicCode = z.strictObject({
  publiccodeYmlVersion: z.string().regex(/^0(\.[4-7](\.\d+)?)?$/),
  name: Text,
  applicationSuite: Text.optional(),
  url: WebAddress,
  landingURL: WebAddress.optional(),
  isBasedOn: z.union([WebAddress, z.array(WebAddress)]).optional(),
  organisation: z.strictObject({ uri: z.url(), name: Text.optional() }).optional(),
  softwareVersion: Text.optional(),
  releaseDate: WholeDate.optional(),
  logo: fileOf(/\.(svgz?|png)$/i).optional(),
  platforms: z.array(Text).min(1),
  categories: z.array(z.enum(categories)).min(1),
  usedBy: z.array(Text).optional(),
  roadmap: WebAddress.optional(),
  developmentStatus: z.enum(["concept", "development", "beta", "stable", "obsolete"]),
  softwareType: z.enum([
    "standalone/mobile",
    "standalone/iot",
    "standalone/desktop",
    "standalone/web",
    "standalone/backend",
    "standalone/other",
    "addon",
    "library",
    "configurationFiles",
  ]),
  intendedAudience: z
    .strictObject({
      countries: z.array(Country).optional(),
      unsupportedCountries: z.array(Country).optional(),
      scope: z.array(z.enum(scopes)).optional(),
    })
    .optional(),
  description: z
    .record(LanguageTag, Description)
    .refine(
      (texts) => Object.values(texts).some((text) => text.longDescription !== undefined),
      "has no longDescription",
    )
    .refine((texts) => Object.values(texts).some((text) => text.features !== undefined), "has no features"),
  legal: z.strictObject({
    license: z.string().regex(/^[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*$/),
    mainCopyrightOwner: Text.optional(),
  }),
  maintenance: z.discriminatedUnion("type", [
    z.strictObject({
      type: z.enum(["internal", "community"]),
      contacts: z.array(Contact).min(1),
      contractors: z.array(Contractor).optional(),
    }),
    z.strictObject({
      type: z.literal("contract"),
      contractors: z.array(Contractor).min(1),
      contacts: z.array(Contact).optional(),
    }),
    z.strictObject({ type: z.literal("none"), contacts: z.array(Contact).optional() }),
  ]),
  localisation: z.strictObject({ localisationReady: z.boolean(), availableLanguages: z.array(LanguageTag).min(1) }),
  dependsOn: z
    .strictObject({
      open: z.array(Dependency).optional(),
      proprietary: z.array(Dependency).optional(),
      hardware: z.array(Dependency).optional(),
    })
    .optional(),
});

const Package = z.object({ version: z.string(), license: z.string() });
const { version, license } = Package.parse(JSON.parse(read("package.json")));

/** What must be the same here as in the rest of the project. */
const Ours = PublicCode.refine((code) => code.legal.license === license, {
  path: ["legal", "license"],
  error: "is another licence than that of package.json",
})
  .refine(({ softwareVersion }) => softwareVersion === undefined || softwareVersion === version, {
    path: ["softwareVersion"],
    error: "is another version than that of package.json",
  })
  .refine(
    ({ localisation }) =>
      JSON.stringify(localisation.availableLanguages.toSorted()) === JSON.stringify(Object.keys(languages).toSorted()),
    { path: ["localisation", "availableLanguages"], error: "are other languages than those of the site" },
  );

/** Where something is wrong, as "legal.license". */
const wrongIn = (document: unknown): string[] => [
  ...new Set((Ours.safeParse(document).error?.issues ?? []).map(({ path }) => path.join("."))),
];

const document: unknown = parse(read("publiccode.yml"));

test("publiccode.yml keeps the standard, and says what package.json and the site say", () => {
  expect(Ours.safeParse(document).error?.issues ?? []).toEqual([]);
});

test("the licence it names is the one whose text is in LICENSE", () => {
  // By the names of SPDX: another licence needs its own line here, with how its text begins.
  const begins: Record<string, string> = { "EUPL-1.2": "# EUROPEAN UNION PUBLIC LICENCE v. 1.2\n" };
  expect(read("LICENSE").startsWith(begins[license] ?? "no licence of ours begins so")).toBe(true);
});

describe("each rule is broken by", () => {
  const mandatory: [string, Change, string][] = [
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "categories",
    "developmentStatus",
    "softwareType",
    "description",
    "description.nl.shortDescription",
    "legal",
    "legal.license",
    "maintenance",
    "maintenance.type",
    "maintenance.contacts",
    "localisation",
    "localisation.localisationReady",
    "localisation.availableLanguages",
  ].map((key) => [`no ${key}`, { at: key.split("."), is: undefined }, key]);

  const person = { name: "Margaret Voorbeeld" };
  const wrong: [string, Change, string][] = [
    ["a version as a number", { at: ["publiccodeYmlVersion"], is: 0.7 }, "publiccodeYmlVersion"],
    ["a version of long ago", { at: ["publiccodeYmlVersion"], is: "0.2" }, "publiccodeYmlVersion"],
    ["an empty name", { at: ["name"], is: " " }, "name"],
    ["a key nobody knows", { at: ["licence"], is: "EUPL-1.2" }, ""],
    ["a key that is deprecated", { at: ["inputTypes"], is: ["text/plain"] }, ""],
    ["an address without https", { at: ["url"], is: "rechtspoor.nl" }, "url"],
    ["an address of git alone", { at: ["url"], is: "git@example.org:rechtspoor.git" }, "url"],
    ["a landing page that is none", { at: ["landingURL"], is: "voorpagina" }, "landingURL"],
    ["no platform", { at: ["platforms"], is: [] }, "platforms"],
    ["a category of our own", { at: ["categories", "0"], is: "case-management" }, "categories.0"],
    ["a status of our own", { at: ["developmentStatus"], is: "alpha" }, "developmentStatus"],
    ["a kind of software of our own", { at: ["softwareType"], is: "website" }, "softwareType"],
    [
      "a field of application of our own",
      { at: ["intendedAudience", "scope", "0"], is: "law" },
      "intendedAudience.scope.0",
    ],
    ["a country in capitals", { at: ["intendedAudience", "countries", "0"], is: "NL" }, "intendedAudience.countries.0"],
    ["a description in no language", { at: ["description"], is: {} }, "description"],
    ["a language nobody speaks", { at: ["description", "nederlands_nl"], is: {} }, "description.nederlands_nl"],
    [
      "a short description that is long",
      { at: ["description", "nl", "shortDescription"], is: "a".repeat(151) },
      "description.nl.shortDescription",
    ],
    [
      "a short description of two lines",
      { at: ["description", "nl", "shortDescription"], is: "Een.\nTwee." },
      "description.nl.shortDescription",
    ],
    [
      "a long description that is short",
      { at: ["description", "en", "longDescription"], is: "a".repeat(149) },
      "description.en.longDescription",
    ],
    [
      "a long description without end",
      { at: ["description", "en", "longDescription"], is: "a".repeat(10_001) },
      "description.en.longDescription",
    ],
    ["features that are one text", { at: ["description", "nl", "features"], is: "Alles" }, "description.nl.features"],
    [
      "a long description in no language",
      { at: ["description"], is: { nl: { shortDescription: "Hulp.", features: ["Hulp"] } } },
      "description",
    ],
    [
      "features in no language",
      { at: ["description"], is: { nl: { shortDescription: "Hulp.", longDescription: "a".repeat(150) } } },
      "description",
    ],
    [
      "a picture that is not there",
      { at: ["description", "nl", "screenshots"], is: ["docs/nergens.png"] },
      "description.nl.screenshots.0",
    ],
    ["a logo of another kind", { at: ["logo"], is: "package.json" }, "logo"],
    ["a licence in words", { at: ["legal", "license"], is: "European Union Public Licence" }, "legal.license"],
    ["another licence than package.json has", { at: ["legal", "license"], is: "MIT" }, "legal.license"],
    ["another version than package.json has", { at: ["softwareVersion"], is: "9.9.9" }, "softwareVersion"],
    ["a date as people write it", { at: ["releaseDate"], is: "24-11-2026" }, "releaseDate"],
    ["a day that never was", { at: ["releaseDate"], is: "2026-02-30" }, "releaseDate"],
    ["maintenance of our own kind", { at: ["maintenance", "type"], is: "municipal" }, "maintenance.type"],
    ["maintenance by nobody in particular", { at: ["maintenance", "contacts"], is: [] }, "maintenance.contacts"],
    ["a community without contacts", { at: ["maintenance"], is: { type: "community" } }, "maintenance.contacts"],
    [
      "a contact without a name",
      { at: ["maintenance", "contacts"], is: [{ email: "margaret@example.org" }] },
      "maintenance.contacts.0.name",
    ],
    [
      "a mail address that is none",
      { at: ["maintenance", "contacts"], is: [{ ...person, email: "margaret" }] },
      "maintenance.contacts.0.email",
    ],
    [
      "a number without its country",
      { at: ["maintenance", "contacts"], is: [{ ...person, phone: "0600000001" }] },
      "maintenance.contacts.0.phone",
    ],
    [
      "a contract with nobody",
      { at: ["maintenance"], is: { type: "contract", contacts: [person] } },
      "maintenance.contractors",
    ],
    [
      "a contract without an end",
      { at: ["maintenance"], is: { type: "contract", contractors: [person] } },
      "maintenance.contractors.0.until",
    ],
    [
      "languages that are not ready to be told",
      { at: ["localisation", "localisationReady"], is: "yes" },
      "localisation.localisationReady",
    ],
    [
      "a language that the site does not speak",
      { at: ["localisation", "availableLanguages"], is: ["nl", "en", "tr"] },
      "localisation.availableLanguages",
    ],
    [
      "a language that is left out",
      { at: ["localisation", "availableLanguages"], is: ["nl"] },
      "localisation.availableLanguages",
    ],
  ];

  test.each([...mandatory, ...wrong])("%s", (_, change, where) => {
    expect(wrongIn(changed(document, change))).toContain(where);
  });

  test("nothing else: what may be left out, and what may be there, is well", () => {
    const well: Change[] = [
      { at: ["softwareVersion"], is: undefined },
      { at: ["intendedAudience"], is: undefined },
      { at: ["description", "en", "longDescription"], is: undefined },
      { at: ["releaseDate"], is: "2026-11-24" },
      { at: ["landingURL"], is: "https://example.org/" },
      { at: ["maintenance"], is: { type: "none" } },
      { at: ["maintenance"], is: { type: "contract", contractors: [{ ...person, until: "2027-12-31" }] } },
      { at: ["maintenance", "contacts"], is: [{ ...person, email: "margaret@example.org", phone: "+31600000001" }] },
      { at: ["dependsOn"], is: { open: [{ name: "PostgreSQL", versionMin: "16" }] } },
    ];
    for (const change of well) expect(wrongIn(changed(document, change)), JSON.stringify(change)).toEqual([]);
  });
});
