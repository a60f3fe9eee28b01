import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { reservedSlugs, teamRoles } from "../src/modules/access/index.ts";
import { listThemes, ownParagraph } from "../src/modules/directory/index.ts";
import { readExample } from "./read.ts";

const read = (name: string): unknown => parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const text = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

const Issue = z.enum([
  "wonen-huur",
  "werk-ontslag",
  "uitkering-bijstand",
  "toeslagen-belasting",
  "schulden",
  "scheiden-gezag",
  "familie-erfrecht",
  "zorg-wmo-jeugd",
  "vreemdelingen",
  "consument-contract",
  "straf-slachtoffer",
  "discriminatie-klacht-overheid",
  "boete-cjib",
  "buren",
  "geen-juridisch",
]);
const SupportFunction = z.enum([
  "vraagverheldering",
  "informatie-en-advies",
  "doorverwijzing",
  "eerstelijns-hulp",
  "clientondersteuning",
  "bemiddeling",
  "pre-mediation",
  "mediation",
  "rechtsbijstand",
]);
const Free = z.enum(["free", "conditions", "paid", "unknown"]);
const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const MunicipalityCode = z.string().regex(/^GM\d{4}$/);
const Sentence = z.string().trim().min(5);
const Both = z.strictObject({ nl: Sentence, en: Sentence });
const ExampleMail = z.string().regex(/^[a-z0-9.-]+@example\.org$/);
/** Never issued by any provider, so nobody is ever called by mistake. */
const ExamplePhone = z.string().regex(/^06-0000\d{4}$/);

const Offer = z.strictObject({
  id: Slug,
  municipality: z.union([MunicipalityCode, z.literal("NL")]),
  name: z.string().min(1),
  organisation: z.string().min(1),
  sentence: Both,
  type: z.string().min(1),
  themes: z.array(Issue).min(1),
  functions: z.array(SupportFunction).min(1),
  audience: z.strictObject({ nl: z.string().min(1), en: z.string().min(1) }),
  forProfessionals: z.boolean(),
  free: Free,
  independence: z.enum(["independent", "funded", "municipal", "unknown"]),
  independenceReason: Both,
  website: z.url().nullable(),
  sourceUrl: z.url().nullable(),
  asOf: z.string().nullable(),
  note: z.string().nullable(),
});

const Block = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/);
const Week = z.partialRecord(
  z.enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]),
  z.array(Block).min(1),
);
const Organisation = z.strictObject({
  slug: Slug,
  municipality: MunicipalityCode,
  name: z.string().startsWith("Voorbeeld "),
  independence: z.enum(["independent", "funded", "municipal"]),
  independenceReason: Both,
  profile: z.strictObject({ does: Both, doesNot: Both, limits: Both, chain: Both }).optional(),
  team: z.strictObject({
    slug: Slug,
    name: z.string().startsWith("Voorbeeld "),
    function: z.enum(["sociaal-raadslieden", "rechtswinkel", "wijkteam"]),
  }),
  service: z.strictObject({
    slug: Slug,
    name: z.string().startsWith("Voorbeeld "),
    sentence: Both,
    themes: z.array(Issue).min(1),
    functions: z.array(SupportFunction).min(1),
    audience: Both,
    free: Free,
    result: Both,
    bring: z.strictObject({ nl: z.array(Sentence).min(1), en: z.array(Sentence).min(1) }),
  }),
  servicePoint: z.strictObject({
    slug: Slug,
    kind: z.literal("place"),
    under: z.string().startsWith("Voorbeeld").optional(),
    street: z.string().regex(/^Voorbeeld[a-z]+ \d+$/),
    pc4: z.int(),
    place: z.string().min(1),
    phone: ExamplePhone,
    email: ExampleMail,
    hours: z.strictObject({ walkIn: Week, phone: Week, appointment: Week }),
    wheelchair: z.boolean(),
    languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).min(1),
  }),
});
const Person = z.strictObject({
  slug: Slug,
  name: z.string().min(1),
  email: ExampleMail,
  memberships: z.array(z.strictObject({ team: Slug, role: z.enum(["helper", "team-lead"]) })).min(1),
  deputy: Slug.nullable(),
});
const Answer = z.enum(["yes", "no", "unknown"]);
const Resident = z.strictObject({
  id: Slug,
  name: z.string(),
  municipality: MunicipalityCode,
  phone: ExamplePhone,
  email: ExampleMail.optional(),
  language: z.string().regex(/^[a-z]{2}$/),
  theme: Slug,
  question: z.string().min(5).max(300),
  mayLeaveMessage: Answer,
  mayWhoWeAre: Answer,
  askedFor: z.enum(["self", "someone-else"]),
  harm: Answer,
});

const offers = z.array(Offer).parse(read("./pilots.json"));
const { organisations } = z.strictObject({ organisations: z.array(Organisation) }).parse(read("./desks.yaml"));
const { people } = z.strictObject({ people: z.array(Person) }).parse(read("./people.yaml"));
const { residents } = z.strictObject({ residents: z.array(Resident) }).parse(read("./residents.yaml"));
const { staff } = readExample();
const { municipalities } = z
  .object({ municipalities: z.array(z.object({ code: MunicipalityCode })) })
  .parse(read("../content/municipalities.yaml"));
const { postcodes } = z
  .object({ postcodes: z.array(z.object({ from: z.int(), to: z.int(), municipality: MunicipalityCode })) })
  .parse(read("../content/postcodes.yaml"));

const codes = municipalities.map((m) => m.code);
const expectUnique = (values: string[]) => expect(values.filter((v, i) => values.indexOf(v) !== i)).toEqual([]);
const words = (sentence: string) => sentence.split(/\s+/).length;
const sentencesOf = (s: string) => s.split(/(?<=[.?!])\s+/);

describe("real offers of the pilots", () => {
  test("have ids of their own and a municipality we know", () => {
    expectUnique(offers.map((o) => o.id));
    for (const o of offers) expect([...codes, "NL"], o.id).toContain(o.municipality);
    expect(new Set(offers.map((o) => o.municipality)).size).toBe(10);
  });

  test("carry no telephone number, address or hours: those are unchecked", () => {
    for (const o of offers) {
      const { sourceUrl: _source, website: _website, ...shown } = o;
      expect(JSON.stringify(shown), o.id).not.toMatch(
        /\b(0\d{1,3}[ -]?\d{6,7}|0[89]00|\d{4} ?[A-Z]{2}\b|\d{1,2}[:.]\d{2} uur)/,
      );
    }
  });

  test("are told in short Dutch sentences", () => {
    for (const o of offers) {
      for (const s of sentencesOf(o.sentence.nl)) expect(words(s), `${o.id}: ${s}`).toBeLessThanOrEqual(16);
    }
  });

  test("are called independent only where no municipal money is shown", () => {
    expect(offers.filter((o) => o.independence === "independent").map((o) => o.id)).toEqual(["nl-01"]);
  });

  test("leave a reason in the README for each entry that was left out", () => {
    const numberedGaps = [
      ...["almere-07", "almere-08", "deurne-04", "oude-ijsselstreek-02", "tilburg-06"],
      ...["utrecht-05", "utrecht-06", "utrecht-07", "nl-11", "nl-20", "nl-21", "nl-22", "nl-30"],
    ];
    for (const id of numberedGaps) {
      expect(
        offers.some((o) => o.id === id),
        id,
      ).toBe(false);
      expect(text("./README.md")).toContain(`\`${id}\``);
    }
  });
});

describe("invented desks", () => {
  test("every slug, number and address is used once", () => {
    expectUnique(organisations.flatMap((o) => [o.slug, o.team.slug, o.service.slug, o.servicePoint.slug]));
    expectUnique(organisations.map((o) => o.servicePoint.phone));
    expectUnique(organisations.map((o) => o.servicePoint.email));
    expectUnique(organisations.map((o) => o.name));
    expectUnique(organisations.map((o) => o.service.name));
  });

  test("three in each municipality, one of each independence, and one alone in Wijk bij Duurstede", () => {
    for (const code of codes) {
      const kinds = organisations.filter((o) => o.municipality === code).map((o) => o.independence);
      expect(kinds.sort(), code).toEqual(code === "GM0352" ? ["funded"] : ["funded", "independent", "municipal"]);
    }
  });

  test("each service point lies in its own municipality", () => {
    for (const o of organisations) {
      const range = postcodes.find((r) => r.from <= o.servicePoint.pc4 && o.servicePoint.pc4 <= r.to);
      expect(range?.municipality, o.slug).toBe(o.municipality);
    }
  });

  test("hours open before they close and do not overlap; everyone can be phoned", () => {
    for (const { slug, servicePoint } of organisations) {
      expect(Object.keys(servicePoint.hours.phone).length, slug).toBeGreaterThan(0);
      for (const week of Object.values(servicePoint.hours)) {
        for (const blocks of Object.values(week)) {
          const times = blocks.flatMap((b) => b.split("-"));
          expect(times, slug).toEqual([...times].sort());
          expect(new Set(times).size, slug).toBe(times.length);
        }
      }
    }
  });

  test("some desk has an evening, some a Saturday morning, some is closed on Wednesday", () => {
    const weeks = organisations.map((o) => o.servicePoint.hours);
    const latest = weeks.flatMap((h) => Object.values(h.walkIn).flat()).map((b) => b.slice(6));
    expect(latest.some((t) => t >= "20:00")).toBe(true);
    expect(weeks.some((h) => h.walkIn.saturday !== undefined)).toBe(true);
    expect(weeks.some((h) => !h.walkIn.wednesday && !h.phone.wednesday && !h.appointment.wednesday)).toBe(true);
  });

  test("what to bring is said in both languages", () => {
    for (const { slug, service } of organisations) {
      expect(service.bring.en.length, slug).toBe(service.bring.nl.length);
    }
  });
});

describe("invented people", () => {
  const bySlug = new Map(people.map((p) => [p.slug, p]));
  const teams = new Map(organisations.map((o) => [o.team.slug, o.municipality]));
  const members = (team: string) => people.filter((p) => p.memberships.some((m) => m.team === team));

  test("have a slug, name and e-mail of their own and known teams", () => {
    for (const key of ["slug", "name", "email"] as const) expectUnique(people.map((p) => p[key]));
    for (const p of people) for (const m of p.memberships) expect(teams.has(m.team), `${p.slug} ${m.team}`).toBe(true);
  });

  test("every team has exactly one lead", () => {
    for (const team of teams.keys()) {
      const leads = members(team).filter((p) => p.memberships.some((m) => m.team === team && m.role === "team-lead"));
      expect(leads.length, team).toBe(1);
    }
  });

  test("a deputy is someone else in the same team; only who works alone has none", () => {
    for (const p of people) {
      const colleagues = p.memberships.flatMap((m) => members(m.team)).filter((c) => c.slug !== p.slug);
      if (p.deputy === null) expect(colleagues, p.slug).toEqual([]);
      else expect(colleagues, p.slug).toContain(bySlug.get(p.deputy));
    }
  });

  test("Utrecht, Almere and Tilburg each have a team of four or five", () => {
    for (const city of ["utrecht", "almere", "tilburg"]) {
      const size = members(`team-sociaal-raadslieden-${city}`).length;
      expect(size, city).toBeGreaterThanOrEqual(4);
      expect(size, city).toBeLessThanOrEqual(5);
    }
  });

  test("one person works in two municipalities, and nobody in a municipal and an independent team", () => {
    const places = people.map((p) => new Set(p.memberships.map((m) => teams.get(m.team))).size);
    expect(places.filter((n) => n > 1)).toEqual([2]);
    for (const p of people) {
      const kinds = organisations.filter((o) => p.memberships.some((m) => m.team === o.team.slug));
      expect(new Set(kinds.map((o) => o.independence)).size, p.slug).toBe(1);
    }
  });
});

describe("the municipality itself, and who administers", () => {
  const desks = new Map(organisations.map((o) => [o.team.slug, o]));
  const everybody = [...people.map((p) => p.slug), ...staff.people.map((p) => p.slug)];

  test("have names, addresses and numbers of their own, all made up", () => {
    expectUnique(everybody);
    expectUnique([...people.map((p) => p.email), ...staff.people.map((p) => p.email)]);
    expectUnique([...staff.teams.map((team) => team.phone), ...organisations.map((o) => o.servicePoint.phone)]);
    for (const { name } of [...staff.organisations, ...staff.teams]) expect(name).toMatch(/^Voorbeeld /);
    for (const { email } of staff.people) ExampleMail.parse(email);
    for (const { phone } of staff.teams) ExamplePhone.parse(phone);
  });

  test("show every role there is, each duty with somebody else of the organisation as deputy", () => {
    const duties = staff.people.flatMap((person) => person.duties.map((duty) => ({ ...duty, person: person.slug })));
    const shown = new Set<string>([...duties.map(({ role }) => role), "helper", "team-lead"]);
    expect([...shown].sort()).toEqual([...teamRoles].sort());
    const organisationOf = (team: string) =>
      desks.get(team)?.slug ?? staff.teams.find(({ slug }) => slug === team)?.organisation;
    const teamsOf = (slug: string) => [
      ...(people.find((p) => p.slug === slug)?.memberships ?? []),
      ...(staff.people.find((p) => p.slug === slug)?.duties ?? []),
    ];
    for (const { person, team, deputy } of duties) {
      expect(organisationOf(team), team).toBeDefined();
      expect(deputy).not.toBe(person);
      const beside = teamsOf(deputy).map((duty) => organisationOf(duty.team));
      expect(beside, `${deputy} for ${person}`).toContain(organisationOf(team));
    }
  });
});

describe("direct contacts", () => {
  const { contacts } = readExample();

  test("are at invented organisations only, with numbers and addresses that nobody has, and with people of that team", () => {
    const teamOf = new Map(organisations.map((o) => [o.service.slug, o.team.slug]));
    expectUnique(contacts.flatMap(({ phone }) => phone ?? []));
    for (const { service, person, phone, email } of contacts) {
      expect([...teamOf.keys()]).toContain(service);
      if (phone !== undefined) ExamplePhone.parse(phone);
      if (email !== undefined) ExampleMail.parse(email);
      const named = people.find(({ slug }) => slug === person);
      expect(person === undefined ? undefined : named?.email).toBe(person === undefined ? undefined : email);
      if (named !== undefined) expect(named.memberships.map(({ team }) => team)).toContain(teamOf.get(service));
    }
  });
});

describe("the invented region", () => {
  const { regions, texts } = readExample();
  const places = [...codes, ...regions.map(({ code }) => code)];

  test("lies over municipalities of ours, each in one region at the most, and says that it is made up", () => {
    expectUnique(regions.flatMap(({ municipalities }) => municipalities));
    for (const { code, slug, name, phone, municipalities } of regions) {
      expect(code).toMatch(/^RG99\d\d$/);
      expect([slug, name]).toEqual([expect.stringMatching(/^voorbeeld/), expect.stringMatching(/^Voorbeeld/)]);
      ExamplePhone.parse(phone);
      expect(reservedSlugs.has(slug)).toBe(false);
      expect(municipalities.length).toBeGreaterThan(1);
      for (const municipality of municipalities) expect(codes).toContain(municipality);
    }
  });

  test("tells of themes there are, in paragraphs there are, in sentences as short as the national ones", () => {
    expectUnique(texts.map(({ place, theme, paragraph }) => `${place} ${theme} ${paragraph}`));
    for (const { place, theme, paragraph, nl, en } of texts) {
      expect(places).toContain(place);
      const national =
        listThemes()
          .find(({ slug }) => slug === theme)
          ?.text.nl.paragraphs.map(({ id }) => id) ?? [];
      expect([...national, ownParagraph]).toContain(paragraph);
      for (const text of [nl, en]) expect(text).toMatch(/^- /);
      for (const sentence of sentencesOf(nl)) expect(words(sentence), sentence).toBeLessThanOrEqual(21);
    }
  });

  test("shows in one municipality, and is overridden in another", () => {
    const ofRegion = texts.filter(({ place }) => place.startsWith("RG"));
    const overridden = ofRegion.filter((text) =>
      texts.some(
        ({ place, theme, paragraph }) => place.startsWith("GM") && theme === text.theme && paragraph === text.paragraph,
      ),
    );
    expect([ofRegion.length, overridden.length]).toEqual([2, 1]);
  });
});

describe("invented residents", () => {
  test("sixty, each with an id and number of their own that no desk uses", () => {
    expect(residents).toHaveLength(60);
    expectUnique(residents.map((r) => r.id));
    expectUnique([...residents.map((r) => r.phone), ...organisations.map((o) => o.servicePoint.phone)]);
    expectUnique(residents.flatMap((r) => (r.email === undefined ? [] : [r.email])));
  });

  test("live in the nine municipalities and speak several languages", () => {
    expect(new Set(residents.map((r) => r.municipality))).toEqual(new Set(codes));
    expect(new Set(residents.map((r) => r.language)).size).toBeGreaterThanOrEqual(6);
  });

  test("names come as they come: Arabic and Cyrillic script, accents, one word, none", () => {
    const names = residents.map((r) => r.name);
    expect(names.some((n) => /\p{Script=Arabic}/u.test(n))).toBe(true);
    expect(names.some((n) => /\p{Script=Cyrillic}/u.test(n))).toBe(true);
    expect(names.some((n) => /[À-ſ]/u.test(n))).toBe(true);
    expect(names.some((n) => n === "")).toBe(true);
    expect(names.some((n) => n !== "" && !n.includes(" "))).toBe(true);
  });

  test("ask about a theme that exists, and every theme is asked about", () => {
    const files = readdirSync(new URL("../content/themes/", import.meta.url));
    const themes = new Set(files.map((name) => name.replace(/\.(nl|en)\.md$/, "")));
    expect(new Set(residents.map((r) => r.theme))).toEqual(themes);
  });

  test("every safety wish and every answer about harm occurs", () => {
    for (const key of ["mayLeaveMessage", "mayWhoWeAre", "harm"] as const) {
      expect(new Set(residents.map((r) => r[key])), key).toEqual(new Set(Answer.options));
    }
    expect(residents.some((r) => r.askedFor === "someone-else")).toBe(true);
  });
});
