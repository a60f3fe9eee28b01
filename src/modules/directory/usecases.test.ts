import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { loadExampleWorld } from "../../../example/load.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { rounds } from "../../../tests/support/rounds.ts";
import { type Ctx, inTransaction } from "../../kernel/context.ts";
import { idFor, newId } from "../../kernel/id.ts";
import { aTown, dutch } from "../contact/make.ts";
import {
  addService,
  findHelp,
  findService,
  findServicePoint,
  type HelpFilter,
  helpIn,
  isOpenNow,
  listHelpLanguages,
  listPostcodeAreas,
  listThemes,
  openUntil,
  postcodesWithin,
  type Service,
} from "./index.ts";
import { aService, aServicePoint, servedBy } from "./make.ts";
import { noHours, waysIn } from "./opening-hours.ts";
import { helpFilters, isWithin } from "./service.ts";

const database = testDatabase();
const now = dutch("2026-11-24T10:00");
const utrecht = "GM0344";
const towns = ["GM0344", "GM0352", "GM0855", "GM0762", "GM0034"] as const;

beforeAll(() => loadExampleWorld(database.db, now, "a secret of no installation", { callbacks: false }));

const here = (municipalityId: string = utrecht): Ctx => ({
  db: database.db,
  now,
  actor: { kind: "visitor" },
  municipalityId,
});
type Asked = { themes?: string[]; words?: string; page?: number; perPage?: number; municipality?: string };
const help = ({ themes = [], words, page = 1, perPage = 100, municipality = utrecht }: Asked) =>
  findHelp(here(municipality), { chain: [municipality, "NL"], themes, words, page, perPage });
const servicesFor = async (asked: Asked) => (await help(asked)).services;
const idsOf = (services: Service[]) => services.map((service) => service.id);

/** True when everything that holds the property comes before everything that does not. */
const first = <Item>(items: Item[], holds: (item: Item) => boolean) => {
  const marks = items.map(holds);
  return !marks.includes(false) || !marks.slice(marks.indexOf(false)).includes(true);
};
/** Somebody can be called, mailed, visited or found on a website. */
const leadsSomewhere = ({ website, points }: Service) =>
  website !== null ||
  points.some(
    (point) => point.teamId !== null || point.phone !== null || point.mail !== null || point.place.street !== "",
  );
/** Of what leads to nobody the order does not matter: it comes last anyhow. */
const leading = (services: Service[]) => services.filter(leadsSomewhere);
const anyTheme = fc.constantFrom(...listThemes().map((theme) => theme.slug));
const anyThemes = fc.uniqueArray(anyTheme, { maxLength: 3 });
const anyWords = fc.option(fc.constantFrom("huur", "schulden", "brief", "scheiden", "advocaat", "inloop"), {
  nil: undefined,
});
const asking = (themes: string[], words: string | undefined, municipality: string): Asked => ({
  themes,
  municipality,
  ...(words === undefined ? {} : { words }),
});
const runs = rounds(12, 40);

describe("help for somebody", () => {
  test("what fits the theme comes before what only has the word", async () => {
    await fc.assert(
      fc.asyncProperty(anyThemes, anyWords, fc.constantFrom(...towns), async (themes, words, municipality) => {
        const services = await servicesFor(asking(themes, words, municipality));
        const fits = (service: Service) => service.themes.some((theme) => themes.includes(theme));
        if (themes.length > 0) expect(first(leading(services), fits)).toBe(true);
        if (themes.length > 0 && words === undefined) expect(services.every(fits)).toBe(true);
      }),
      runs,
    );
  });

  test("of what fits equally, one's own municipality comes before the whole country", async () => {
    for (const municipality of towns) {
      for (const theme of listThemes().filter((theme) => theme.slug !== "brief-van-de-gemeente")) {
        const services = await servicesFor({ themes: [theme.slug], municipality });
        expect(
          first(leading(services), (service) => service.municipalityId === municipality),
          theme.slug,
        ).toBe(true);
      }
      const all = leading(await servicesFor({ municipality }));
      expect(first(all, (service) => service.municipalityId === municipality)).toBe(true);
    }
  });

  test("with the municipality as the other party, what is independent comes first, also from further away", async () => {
    for (const municipality of towns) {
      const services = await servicesFor({ themes: ["brief-van-de-gemeente"], municipality });
      expect(services.length).toBeGreaterThan(0);
      expect(first(leading(services), (service) => service.organisation.independence === "independent")).toBe(true);
    }
  });

  // Whoever types a name looks for that name: search/usecases.test.ts.
  test("without words what leads to nobody comes last, whatever it fits; a website, a number, a mail or an address is enough", async () => {
    await fc.assert(
      fc.asyncProperty(anyThemes, anyWords, fc.constantFrom(...towns), async (themes, typed, municipality) => {
        const words = themes.length === 0 ? undefined : typed;
        expect(first(await servicesFor(asking(themes, words, municipality)), leadsSomewhere)).toBe(true);
      }),
      runs,
    );
    const there = await aTown(database.db);
    const { organisation } = there.teams.raadslieden;
    const nothing = { phone: null, mail: null, place: { name: "Voorbeeld", street: "", town: "Voorbeeldstad" } };
    const named = (nl: string, over: Partial<Service>) =>
      aService({
        municipalityId: there.municipality.id,
        organisation: servedBy(organisation),
        name: { nl },
        cost: "unknown",
        ...over,
      });
    const services = [
      named("only a name", { cost: "free" }),
      named("only a place without an address", { cost: "free", points: [aServicePoint(nothing)] }),
      named("a website", { website: "https://example.org" }),
      named("a number", { points: [aServicePoint({ ...nothing, phone: "+31600000100" })] }),
      named("a mail", { points: [aServicePoint({ ...nothing, mail: "spreekuur@example.org" })] }),
      named("an address", { points: [aServicePoint({ ...nothing, place: { ...nothing.place, street: "Plein 1" } })] }),
    ];
    await inTransaction({ ...there.visitor(), actor: { kind: "system", purpose: "example" } }, async (ctx) => {
      for (const service of services) await addService(ctx, service);
    });
    const found = await findHelp(there.visitor(), {
      chain: [there.municipality.id],
      themes: ["wonen"],
      page: 1,
      perPage: 100,
    });
    const names = found.services.map(({ name }) => name.nl).filter((name) => services.some((s) => s.name.nl === name));
    expect(names).toHaveLength(6);
    expect(names.slice(-2).sort()).toEqual(["only a name", "only a place without an address"]);
  });

  test("nobody is shown what is only for professionals, or what another municipality offers", async () => {
    const { rows } = await database.admin.query("select id from service where for_professionals");
    expect(rows.length).toBeGreaterThan(0);
    const forProfessionals = new Set(rows.map((row) => row.id));
    for (const municipality of towns) {
      const services = await servicesFor({ municipality });
      expect(services.filter((service) => forProfessionals.has(service.id))).toEqual([]);
      expect(services.every((service) => [municipality, "NL"].includes(service.municipalityId))).toBe(true);
    }
  });

  test("page after page there is no gap and no double, however large the pages are", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyThemes,
        anyWords,
        fc.constantFrom(...towns),
        fc.integer({ min: 1, max: 7 }),
        async (themes, words, municipality, perPage) => {
          const asked = asking(themes, words, municipality);
          const all = idsOf(await servicesFor(asked));
          const pages: string[] = [];
          for (const page of Array.from({ length: Math.max(1, Math.ceil(all.length / perPage)) }, (_, at) => at + 1)) {
            const found = await help({ ...asked, page, perPage });
            pages.push(...idsOf(found.services));
            expect(found.more).toBe(page * perPage < all.length);
          }
          expect(pages).toEqual(all);
          expect(new Set(all).size).toBe(all.length);
        },
      ),
      rounds(12, 25),
    );
  });

  test("a filter shows just those that hold to it, at every moment, also on a holiday and when a team is closed", async () => {
    const { admin } = database;
    const { rows } = await admin.query(
      "select municipality_id, team_id from service_point where municipality_id = 'GM0344' and team_id is not null limit 1",
    );
    await admin.query("insert into closing_day values ($1, $2, '2026-11-24', 'closed') on conflict do nothing", [
      rows[0].municipality_id,
      rows[0].team_id,
    ]);
    // One point that is there on some days of a month, closed on a usual day, and open at Christmas because it says so.
    const ranges = [{ from: "09:00", until: "12:00" }];
    const only = (day: string, open: boolean) => ({ from: day, until: day, ranges: open ? ranges : [], reason: "" });
    const hours = {
      ...noHours(),
      walkIn: [
        { weekday: 2, from: "09:00", until: "12:00", nth: [4] },
        { weekday: 3, from: "09:00", until: "20:00", nth: [-1] },
      ],
      exceptions: { walkIn: [only("2026-11-25", false), only("2026-12-25", true)], phone: [], appointment: [] },
    };
    await admin.query("update service_point set hours = $1, team_id = null where id = $2", [
      JSON.stringify(hours),
      idFor("point:punt-wijkteam-utrecht"),
    ]);
    await admin.query(
      `update service set details = '{"withoutDigid": true}' where municipality_id in ('GM0344', 'GM0034') and cost = 'free'`,
    );
    const holds: Record<HelpFilter, (service: Service, now: Temporal.Instant) => boolean> = {
      free: (service) => service.cost === "free",
      independent: (service) => service.organisation.independence === "independent",
      walkIn: (service) => service.points.some((point) => point.hours.walkIn.length > 0),
      openNow: (service, now) => service.points.some((point) => isOpenNow(point, now)),
      evening: (service) =>
        service.points.some(({ hours }) => waysIn.some((way) => hours[way].some(({ until }) => until > "18:00"))),
      withoutDigid: (service) => service.withoutDigid === true,
      walkInNow: (service, now) => service.points.some((point) => openUntil(point, "walkIn", now) !== undefined),
    };
    const seen = new Map<HelpFilter, number>();
    for (const [municipality, local] of [
      ["GM0344", "2026-11-24T10:00"],
      ["GM0344", "2026-11-25T10:00"],
      ["GM0344", "2026-11-25T09:00"],
      ["GM0344", "2026-11-28T11:00"],
      ["GM0344", "2026-12-25T10:00"],
      ["GM0034", "2026-11-26T16:59"],
      ["GM0034", "2026-11-26T22:00"],
    ] as const) {
      const now = dutch(local);
      const ctx = { ...here(municipality), now };
      const list = async (filters: HelpFilter[]) =>
        (await findHelp(ctx, { chain: [municipality, "NL"], filters, page: 1, perPage: 500 })).services;
      const all = await list([]);
      for (const filter of helpFilters) {
        const found = idsOf(await list([filter]));
        expect(found, `${filter} ${local}`).toEqual(idsOf(all.filter((service) => holds[filter](service, now))));
        seen.set(filter, (seen.get(filter) ?? 0) + found.length);
      }
      expect(idsOf(await list(["free", "openNow"]))).toEqual(
        idsOf(all.filter((service) => holds.free(service, now) && holds.openNow(service, now))),
      );
    }
    // Each filter let something through, or this shows nothing.
    expect(helpFilters.filter((filter) => seen.get(filter) === 0)).toEqual([]);
  });

  test("a language and a distance show just what holds to them, and who speaks it before who has an interpreter", async () => {
    const { admin } = database;
    const areas = await listPostcodeAreas(here());
    await admin.query(`update service set details = '{"interpreter": true}' where id::text < '4'`);
    await admin.query(`update service_point set pc4 = null where id::text < '2'`);
    await admin.query(`update service_point set kind = 'phone' where id::text > 'e'`);
    await admin.query(`update service_point set details = '{"homeVisit": true}' where id::text between '2' and '4'`);
    const seen = { out: 0, far: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...towns),
        fc.constantFrom(undefined, "ar", "tr", "en", "xx"),
        fc.option(fc.tuple(fc.constantFrom(5, 10, 25), fc.constantFrom(...areas)), { nil: undefined }),
        anyWords,
        async (municipality, language, within, words) => {
          const near = within && postcodesWithin(within[0], within[1].from, areas);
          const asked = { chain: [municipality, "NL"], words, page: 1, perPage: 500 };
          const all = (await findHelp(here(municipality), asked)).services;
          const { services } = await findHelp(here(municipality), { ...asked, language, near });
          const holds = (service: Service) =>
            (language === undefined || helpIn(service, language) !== undefined) &&
            (near === undefined || isWithin(service, near));
          expect(idsOf(services).sort()).toEqual(idsOf(all.filter(holds)).sort());
          if (language !== undefined)
            expect(first(services, (service) => helpIn(service, language) === "spoken")).toBe(true);
          if (language !== undefined && services.length < all.length) seen.out++;
          if (near !== undefined && services.length < all.length) seen.far++;
        },
      ),
      rounds(14, 40),
    );
    // Both left something out, or this shows nothing.
    expect(Math.min(seen.out, seen.far)).toBeGreaterThan(0);
  });

  test("the languages to choose from are those that help here is given in, without Dutch", async () => {
    expect(await listHelpLanguages(here(), [utrecht, "NL"])).toEqual(["ar", "en", "es", "fr", "tr"]);
  });

  test("a word in the name, a theme's own word and an old spelling find it; a word nobody wrote does not", async () => {
    for (const words of ["rechtswinkel", "huurverhoging", "bijstand"])
      expect((await servicesFor({ words })).length, words).toBeGreaterThan(0);
    expect(await servicesFor({ words: "xyzzyplugh" })).toEqual([]);
  });

  test("signs that mean something to a search engine do no harm", async () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom("'", '"', "\\", "& | !", "a:*", "<->", "((", "--", "%", ";"),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (words) => {
        expect(Array.isArray(await servicesFor({ words: words.replaceAll("\0", "") }))).toBe(true);
      }),
      rounds(13, 60),
    );
  });
});

describe("help that is only for some", () => {
  test("is shown to who lives there, and to who does not say where; what has another point for everybody to all", async () => {
    const there = await aTown(database.db);
    const municipalityId = there.municipality.id;
    const serving = (
      nl: string,
      ...areas: { municipalities?: string[]; postcodes?: { from: number; to: number }[] }[]
    ) =>
      aService({
        municipalityId,
        organisation: servedBy(there.teams.raadslieden.organisation),
        name: { nl },
        points: areas.map((area) => aServicePoint({ serves: { municipalities: [], postcodes: [], ...area } })),
      });
    const postcodes = [{ from: 3511, to: 3515 }];
    await inTransaction({ ...there.visitor(), actor: { kind: "system", purpose: "example" } }, async (ctx) => {
      for (const service of [
        serving("for some streets", { postcodes }),
        serving("for another municipality", { municipalities: ["GM0001"] }),
        serving("for this municipality", { municipalities: [municipalityId] }),
        serving("for some streets, and by phone for all", { postcodes }, {}),
        serving("a website"),
      ])
        await addService(ctx, service);
    });
    const seen = async (pc4?: number) =>
      (await findHelp(there.visitor(), { chain: [municipalityId], pc4, page: 1, perPage: 100 })).services
        .map(({ name }) => name.nl)
        .filter((name) => name.startsWith("for "))
        .sort();
    const always = ["for some streets, and by phone for all", "for this municipality"];
    expect(await seen()).toEqual(["for some streets", ...always]);
    expect(await seen(3512)).toEqual(["for some streets", ...always]);
    expect(await seen(3521)).toEqual(always);
  });
});

describe("one service, one point", () => {
  test("is found in its own municipality and in the country, not in another", async () => {
    const [service] = await servicesFor({ themes: ["wonen"] });
    if (service === undefined) throw new Error("Utrecht has help with housing.");
    expect((await findService(here(), [utrecht, "NL"], service.id))?.id).toBe(service.id);
    expect(await findService(here("GM0034"), ["GM0034"], service.id)).toBeUndefined();
    expect(await findService(here(), [utrecht, "NL"], newId())).toBeUndefined();
  });

  test("a point is found with its service, only in its own municipality", async () => {
    const service = (await servicesFor({})).find((each) => each.points.length > 0);
    const point = service?.points[0];
    if (point === undefined) throw new Error("Utrecht has a point.");
    expect((await findServicePoint(here(), point.id))?.service.id).toBe(service?.id);
    expect(await findServicePoint(here("GM0034"), point.id)).toBeUndefined();
    expect(await findServicePoint(here(), newId())).toBeUndefined();
  });

  test("comes back as it was published, with the closing days of the team that calls back", async () => {
    const there = await aTown(database.db, { team: { closingDays: new Set(["2026-12-24"]) } });
    const point = aServicePoint({
      teamId: there.teams.raadslieden.id,
      kind: "phone",
      hours: {
        ...noHours(),
        walkIn: [{ weekday: 1, from: "09:00", until: "12:00", nth: [1, -1] }],
        exceptions: {
          walkIn: [{ from: "2026-12-24", until: "2027-01-03", ranges: [], reason: "kerst" }],
          phone: [],
          appointment: [],
        },
      },
      serves: {
        municipalities: [there.municipality.id],
        postcodes: [
          { from: 3511, to: 3512 },
          { from: 3521, to: 3521 },
        ],
      },
      under: "Wijkcentrum Voorbeeld",
      accessibility: { nl: "Er is een lift." },
      homeVisit: true,
      languages: ["nl", "ar"],
      wheelchair: null,
      pc4: null,
    });
    const service = aService({
      municipalityId: there.municipality.id,
      name: { nl: "Spreekuur", en: "Consultation hour" },
      kind: "course",
      organisation: servedBy(there.teams.raadslieden.organisation),
      otherNames: ["Bureau Voorbeeld"],
      professional: {
        nl: "Voor wie een toeslag terugbetaalt.",
        en: "For whom an allowance is reclaimed.",
        states: { en: "draft" },
      },
      price: { cents: 1250, on: "2026-01-01", source: "https://example.org/prijs" },
      waiting: { weeks: 3, on: "2026-11-01" },
      stop: { since: "2026-11-20", until: null },
      toBring: { nl: "Uw brief" },
      checkedOn: "2026-11-20",
      asOf: "2026",
      points: [point],
    });
    await inTransaction({ ...there.visitor(), actor: { kind: "system", purpose: "example" } }, (ctx) =>
      addService(ctx, service),
    );
    const found = await findService(there.visitor(), [there.municipality.id], service.id);
    expect(found).toEqual({
      ...service,
      organisation: { ...service.organisation, reason: { nl: "Deze organisatie krijgt geen geld van de gemeente." } },
      points: [{ ...point, serviceId: service.id, closingDays: new Set(["2026-12-24"]) }],
    });
  });

  test("what is only for professionals is not in the lists, but its own page is", async () => {
    const there = await aTown(database.db);
    const service = aService({
      municipalityId: there.municipality.id,
      organisation: servedBy(there.teams.raadslieden.organisation),
      forProfessionals: true,
    });
    await inTransaction({ ...there.visitor(), actor: { kind: "system", purpose: "example" } }, (ctx) =>
      addService(ctx, service),
    );
    const chain = [there.municipality.id];
    const listed = await findHelp(there.visitor(), { chain, themes: [], words: undefined, page: 1, perPage: 100 });
    expect(idsOf(listed.services)).not.toContain(service.id);
    expect((await findService(there.visitor(), chain, service.id))?.id).toBe(service.id);
  });
});

describe("postcodes", () => {
  test("of the example world lie each in one municipality, in order, without overlap", async () => {
    const areas = await listPostcodeAreas(here());
    expect(areas.length).toBeGreaterThan(20);
    for (const [at, area] of areas.entries()) {
      expect(area.from).toBeLessThanOrEqual(area.to);
      const next = areas[at + 1];
      if (next !== undefined) expect(area.to).toBeLessThan(next.from);
    }
  });
});
