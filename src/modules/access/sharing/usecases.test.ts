import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { rounds } from "../../../../tests/support/rounds.ts";
import { type Actor, type Ctx, inTransaction, reading } from "../../../kernel/context.ts";
import { dayOf } from "../../../kernel/day.ts";
import { newId } from "../../../kernel/id.ts";
import { openCasePage, setOtherParty } from "../../contact/index.ts";
import { aTown, type PersonName, type Town } from "../../contact/make.ts";
import { permit } from "../usecases.ts";
import { decideGlass, isSentence, tellApart } from "./share.ts";
import { breakGlass, endShare, listTeamsBehindGlass, shareCase } from "./usecases.ts";

const database = testDatabase();

/** Both teams are of one organisation; Bram works beside the raadslieden, whose file it is. */
const together = (kind: "municipality" | "welfare" = "welfare") => aTown(database.db, { together: kind });
const smash = (ctx: Ctx, there: Town, phone: string, over: Partial<Parameters<typeof breakGlass>[1]> = {}) =>
  breakGlass(ctx, {
    teamId: there.teams.raadslieden.id,
    phone,
    reason: "danger",
    words: "De inwoner belde in paniek.",
    ...over,
  });
const phoneOf = ({ request }: Awaited<ReturnType<Town["ask"]>>): string => request.phone;
const opens = async (ctx: Ctx, caseId: string): Promise<boolean> => (await openCasePage(ctx, caseId)) !== undefined;
const eventsAbout = async (ref: string, name: string) =>
  (
    await database.admin.query("select facts, actor_person_id from event where subject_ref = $1 and name = $2", [
      ref,
      name,
    ])
  ).rows;

/** Somebody who works on no files. */
const nobody = (): Actor => ({ kind: "person", personId: newId(), teamIds: [] });

describe("in an emergency", () => {
  test("a colleague of the same organisation reads the file of another team for an hour, and writes nothing", async () => {
    const there = await together();
    const asked = await there.ask({ word: "Ze zetten mij uit huis." });
    const bram = () => there.helper("bram");
    expect(await opens(bram(), asked.caseId)).toBe(false);
    expect(await listTeamsBehindGlass(bram())).toEqual([
      { id: there.teams.raadslieden.id, name: there.teams.raadslieden.name },
    ]);
    expect(await smash(bram(), there, phoneOf(asked))).toEqual({ kind: "opened", caseId: asked.caseId });

    const page = await openCasePage(bram(), asked.caseId);
    expect(page).toMatchObject({ mayWrite: false, resident: { phone: phoneOf(asked) } });
    expect(page?.entries.map(({ text }) => text)).toContain("Ze zetten mij uit huis.");
    expect(await inTransaction(bram(), (ctx) => permit(ctx, "case.write", asked.caseId))).toBeUndefined();
    expect(await eventsAbout(asked.eventRef, "access.fileRead")).toContainEqual({
      facts: { ground: "break-glass" },
      actor_person_id: there.people.bram,
    });

    there.later({ minutes: 59 });
    expect(await opens(bram(), asked.caseId)).toBe(true);
    there.later({ minutes: 1 });
    expect(await opens(bram(), asked.caseId)).toBe(false);
  });

  test("opens at the very moment, however finely the clock ticks", async () => {
    const there = await together();
    const asked = await there.ask();
    for (const nanoseconds of [1, 499, 500, 501, 999_999]) {
      there.clock.now = there.clock.now.add({ seconds: 1, nanoseconds });
      await database.admin.query("delete from case_share where case_id = $1", [asked.caseId]);
      expect((await smash(there.helper("bram"), there, phoneOf(asked))).kind).toBe("opened");
    }
  });

  test("the file's team sees who it was, why and until when, and can stop it at once", async () => {
    const there = await together();
    const asked = await there.ask();
    await smash(there.helper("bram"), there, phoneOf(asked), { words: "Met nummer 123456782 erin." });
    const page = await openCasePage(there.helper("elif"), asked.caseId);
    expect(page?.shares).toMatchObject([
      { ground: "break-glass", basis: "danger", givenBy: { personId: there.people.bram, name: "bram" } },
    ]);
    // No burgerservicenummer, here neither.
    expect(page?.shares[0]?.reason).not.toContain("123456782");
    const shareId = page?.shares[0]?.id ?? "";
    expect(await endShare(there.helper("jeroen"), asked.caseId, shareId)).toEqual({ when: "now", file: "opens" });
    expect(await opens(there.helper("bram"), asked.caseId)).toBe(false);
    // A second press, in another tab or by a colleague, hears that it was stopped already; nobody else learns that there was something.
    for (const name of ["jeroen", "elif"] as const)
      expect(await endShare(there.helper(name), asked.caseId, shareId)).toEqual({ when: "before", file: "opens" });
    expect(await endShare(there.helper("bram"), asked.caseId, shareId)).toEqual({ when: "before", file: "closed" });
    expect(await endShare(there.helper("lotte"), asked.caseId, shareId)).toBeUndefined();
    expect(await endShare(there.helper("jeroen"), asked.caseId, newId())).toBeUndefined();
    expect(await eventsAbout(asked.eventRef, "access.shareEnded")).toHaveLength(1);
  });

  test("that somebody must look is written with the opening, by whoever opened it and about nobody else", async () => {
    const there = await together();
    const [asked, other] = [await there.ask(), await there.ask({ phone: "06-00001298" })];
    await smash(there.helper("bram"), there, phoneOf(asked));
    const { rows } = await database.admin.query(
      `select s.case_id, u.person_id, u.team_id, u.reason, u.day::text, u.event_ids, u.found_at = s.from_at as at_once, u.judged_at
       from unusual_reading u join case_share s on s.municipality_id = u.municipality_id and s.id = u.id
       where u.municipality_id = $1`,
      [there.municipality.id],
    );
    expect(rows).toEqual([
      {
        case_id: asked.caseId,
        person_id: there.people.bram,
        team_id: there.teams.raadslieden.id,
        reason: "emergency",
        day: dayOf(there.clock.now).toString(),
        event_ids: [],
        at_once: true,
        judged_at: null,
      },
    ]);
    // Without broken glass, about a colleague, of another reason, or judged already: the database refuses it.
    await smash(there.helper("lotte"), there, phoneOf(other));
    const { rows: shares } = await database.admin.query(
      "select id, given_by from case_share where municipality_id = $1 and given_by = $2",
      [there.municipality.id, there.people.lotte],
    );
    await database.admin.query("delete from unusual_reading where id = $1", [shares[0].id]);
    const written = (over: object, by: "bram" | "lotte" = "lotte") =>
      inTransaction(there.helper(by), ({ db }) =>
        db
          .insertInto("unusual_reading")
          .values({
            municipality_id: there.municipality.id,
            id: shares[0].id,
            team_id: there.teams.raadslieden.id,
            person_id: there.people[by],
            day: dayOf(there.clock.now).toString(),
            reason: "emergency",
            found_at: there.clock.now.toString(),
            event_ids: [],
            ...over,
          })
          .execute(),
      );
    const refused = /row-level security/;
    await expect(written({}, "bram")).rejects.toThrow(refused);
    await expect(written({ person_id: there.people.bram })).rejects.toThrow(refused);
    await expect(written({ id: newId() })).rejects.toThrow(refused);
    await expect(written({ found_at: there.clock.now.add({ hours: 1 }).toString() })).rejects.toThrow(refused);
    await expect(written({ reason: "night", event_ids: [newId()] })).rejects.toThrow(refused);
    await expect(written({ words: "Was terecht." })).rejects.toThrow(refused);
    await written({});
  });

  test("whoever opened it can be done sooner", async () => {
    const there = await together();
    const asked = await there.ask();
    await smash(there.helper("bram"), there, phoneOf(asked));
    const shareId = (await openCasePage(there.helper("bram"), asked.caseId))?.shares[0]?.id ?? "";
    expect(await endShare(there.helper("lotte"), asked.caseId, shareId)).toBeUndefined();
    expect(await endShare(there.helper("bram"), asked.caseId, shareId)).toEqual({ when: "now", file: "closed" });
    expect(await opens(there.helper("bram"), asked.caseId)).toBe(false);
  });

  test("what ran out by itself is stopped by nobody any more", async () => {
    const there = await together();
    const asked = await there.ask();
    await smash(there.helper("bram"), there, phoneOf(asked));
    const shareId = (await openCasePage(there.helper("bram"), asked.caseId))?.shares[0]?.id ?? "";
    there.later({ hours: 1 });
    expect(await endShare(there.helper("bram"), asked.caseId, shareId)).toEqual({ when: "before", file: "closed" });
    expect(await endShare(there.helper("elif"), asked.caseId, shareId)).toEqual({ when: "before", file: "opens" });
    expect(await eventsAbout(asked.eventRef, "access.shareEnded")).toEqual([]);
  });

  test("whoever opened it more than once is done with all of it at once, and with nothing of a colleague", async () => {
    const there = await together();
    const asked = await there.ask();
    await smash(there.helper("lotte"), there, phoneOf(asked));
    await smash(there.helper("bram"), there, phoneOf(asked));
    there.later({ minutes: 90 });
    for (const _ of [1, 2]) await smash(there.helper("bram"), there, phoneOf(asked));
    await smash(there.helper("lotte"), there, phoneOf(asked));
    const shareId = (await openCasePage(there.helper("bram"), asked.caseId))?.shares[0]?.id ?? "";
    expect(await endShare(there.helper("bram"), asked.caseId, shareId)).toEqual({ when: "now", file: "closed" });
    expect(await opens(there.helper("bram"), asked.caseId)).toBe(false);
    expect(await opens(there.helper("lotte"), asked.caseId)).toBe(true);
    // What had run out by itself was not ended now.
    expect(await eventsAbout(asked.eventRef, "access.shareEnded")).toHaveLength(2);
  });

  test("what the resident agreed to stays when the emergency is over", async () => {
    const there = await together();
    const asked = await there.ask();
    await inTransaction(there.helper("elif"), async (ctx) => {
      const leave = await permit(ctx, "case.write", asked.caseId);
      if (leave === undefined) throw new Error("The team opens its own file.");
      const to = { personId: there.people.bram };
      await shareCase(ctx, leave, { to, ground: "consent", basis: "x", untilAt: ctx.now.add({ hours: 1 }) });
    });
    await smash(there.helper("bram"), there, phoneOf(asked));
    const shares = (await openCasePage(there.helper("bram"), asked.caseId))?.shares ?? [];
    const glass = shares.find(({ ground }) => ground === "break-glass")?.id ?? "";
    expect(await endShare(there.helper("bram"), asked.caseId, glass)).toEqual({ when: "now", file: "opens" });
    expect(await opens(there.helper("bram"), asked.caseId)).toBe(true);
  });

  test("of a number with more questions nothing opens yet: the days are shown, and then the one that was chosen opens", async () => {
    const there = await together();
    const first = await there.ask({ name: "Roos" });
    there.later({ hours: 48 });
    const second = await there.ask({ name: "Vader van Roos" });
    const bram = () => there.helper("bram");
    const shown = await smash(bram(), there, phoneOf(first));
    expect(shown.kind === "choose" && shown.from.map(({ caseId }) => caseId)).toEqual([second.caseId, first.caseId]);
    expect(shown.kind === "choose" && Object.keys(shown.from[0] ?? {})).toEqual(["caseId", "askedAt"]);
    for (const { caseId } of [first, second]) expect(await opens(bram(), caseId)).toBe(false);
    const listed = await database.admin.query(
      "select subject_ref, facts, team_ids from event where municipality_id = $1 and name = 'access.glassListed'",
      [there.municipality.id],
    );
    const teamId = there.teams.raadslieden.id;
    expect(listed.rows).toMatchObject([{ facts: { teamId, reason: "danger", count: 2 }, team_ids: [teamId] }]);
    expect([first.eventRef, second.eventRef]).not.toContain(listed.rows[0].subject_ref);

    expect(await smash(bram(), there, phoneOf(first), { chosen: first.caseId })).toEqual({
      kind: "opened",
      caseId: first.caseId,
    });
    expect(await opens(bram(), first.caseId)).toBe(true);
    expect(await opens(bram(), second.caseId)).toBe(false);
    expect(await eventsAbout(first.eventRef, "access.glassBroken")).toHaveLength(1);
    expect(await eventsAbout(second.eventRef, "access.glassBroken")).toEqual([]);
    const { rows } = await database.admin.query("select case_id from case_share where municipality_id = $1", [
      there.municipality.id,
    ]);
    expect(rows).toEqual([{ case_id: first.caseId }]);
  });

  test("what was chosen opens only by its own number, and nothing else opens in its place", async () => {
    const there = await together();
    const [one, other] = [await there.ask(), await there.ask({ phone: "06-00001299" })];
    expect((await smash(there.helper("bram"), there, phoneOf(one), { chosen: other.caseId })).kind).toBe("choose");
    expect((await smash(there.helper("bram"), there, "+31600009999", { chosen: one.caseId })).kind).toBe("notFound");
    for (const { caseId } of [one, other]) expect(await opens(there.helper("bram"), caseId)).toBe(false);
  });

  test("whoever may open nothing is shown no days either", async () => {
    const there = await together("municipality");
    const asked = [await there.ask(), await there.ask()];
    const phone = asked[0] === undefined ? "" : phoneOf(asked[0]);
    for (const ctx of [there.helper("bram"), there.helper("elif"), there.visitor()])
      expect(await smash(ctx, there, phone, { chosen: asked[0]?.caseId })).toEqual({ kind: "notFound" });
  });

  test("one opens, or nothing: whatever is found and whatever was chosen", () => {
    const askedAt = Temporal.Instant.from("2026-11-24T09:00:00Z");
    const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"));
    fc.assert(
      fc.property(ids, fc.option(fc.constantFrom("a", "b", "c", "d", "e"), { nil: undefined }), (found, chosen) => {
        const outcome = decideGlass(
          found.map((caseId) => ({ caseId, askedAt })),
          chosen,
        );
        if (outcome.kind === "opened") expect(outcome.caseId).toBe(chosen ?? (found.length === 1 ? found[0] : ""));
        else expect(outcome.kind).toBe(found.length === 0 ? "notFound" : "choose");
      }),
    );
  });

  test("questions of one number are told apart by their day, or else their time, or else as which of that minute they came", () => {
    const asked = [
      "2026-11-24T09:00:40",
      "2026-11-24T09:00:40",
      "2026-11-24T09:00:05",
      "2026-11-24T08:00:00",
      "2026-11-20T09:00:00",
    ];
    const found = asked.map((at, index) => ({ caseId: `${index}`, askedAt: Temporal.Instant.from(`${at}Z`) }));
    expect(tellApart(found).map(({ caseId, by }) => [caseId, by])).toEqual([
      ["0", { nth: 3 }],
      ["1", { nth: 2 }],
      ["2", { nth: 1 }],
      ["3", "time"],
      ["4", "day"],
    ]);
  });

  test.each([
    ["x", false],
    ["1234567890!?", false],
    ["Spoed nu!", false],
    ["De bank belt.", true],
    ["Брат в беде.", false],
    ["Брат в большой беде.", true],
  ])("%s explains something: %s", (words, explains) => expect(isSentence(words)).toBe(explains));

  test("it opens for one person: not for their team", async () => {
    const there = await together();
    const asked = await there.ask();
    await smash(there.helper("bram"), there, phoneOf(asked));
    expect(await opens(there.helper("lotte"), asked.caseId)).toBe(false);
  });

  test.each<[string, "unknown" | "yes" | "no", "municipality" | "welfare", boolean]>([
    ["the municipality's own people, while nobody asked who the other party is", "unknown", "municipality", false],
    ["the municipality's own people, when the municipality is the other party", "yes", "municipality", false],
    ["the municipality's own people, when it is not", "no", "municipality", true],
    ["people of an independent organisation, whoever the other party is", "yes", "welfare", true],
  ])("%s", async (_, against, kind, mayOpen) => {
    const there = await together(kind);
    const asked = await there.ask();
    if (against !== "unknown") await setOtherParty(there.helper("elif"), asked.caseId, against);
    expect((await smash(there.helper("bram"), there, phoneOf(asked))).kind).toBe(mayOpen ? "opened" : "notFound");
    expect(await opens(there.helper("bram"), asked.caseId)).toBe(mayOpen);
  });

  test("another organisation finds nothing, and what was tried is written down about nobody", async () => {
    const there = await aTown(database.db);
    const asked = await there.ask();
    expect(await listTeamsBehindGlass(there.helper("bram"))).toEqual([]);
    for (const ctx of [there.helper("bram"), { ...there.helper("bram"), actor: nobody() }, there.visitor()])
      expect(await smash(ctx, there, phoneOf(asked))).toEqual({ kind: "notFound" });
    const { rows } = await database.admin.query(
      "select subject_ref from event where municipality_id = $1 and name = 'access.glassRefused'",
      [there.municipality.id],
    );
    expect(rows).toHaveLength(2);
    expect(rows.map((row) => row.subject_ref)).not.toContain(asked.eventRef);
  });

  test("a number that nobody gave, a closed question and one's own team open nothing", async () => {
    const there = await together();
    const asked = await there.ask();
    expect((await smash(there.helper("bram"), there, "+31600009999")).kind).toBe("notFound");
    expect((await smash(there.helper("elif"), there, phoneOf(asked))).kind).toBe("notFound");
    await database.admin.query(
      "update case_file set status = 'closed', closed_at = now(), result = 'answered' where id = $1",
      [asked.caseId],
    );
    expect((await smash(there.helper("bram"), there, phoneOf(asked))).kind).toBe("notFound");
  });

  test("the database allows no longer, no other person, and no share without a reason", async () => {
    const there = await together("municipality");
    const asked = await there.ask();
    const bram = there.helper("bram");
    const insert = (over: Record<string, unknown>) =>
      inTransaction(bram, (ctx) =>
        ctx.db
          .insertInto("case_share")
          .values({
            municipality_id: there.municipality.id,
            id: newId(),
            case_id: asked.caseId,
            team_id: there.teams.raadslieden.id,
            to_team_id: null,
            to_person_id: there.people.bram,
            ground: "break-glass",
            basis: "danger",
            reason: "Zomaar.",
            from_at: there.clock.now.toString(),
            until_at: there.clock.now.add({ hours: 1 }).toString(),
            given_by: there.people.bram,
            ...over,
          })
          .execute(),
      ).then(
        () => "allowed",
        (error: { code?: string }) => error.code,
      );
    // The municipality may be the other party.
    expect(await insert({})).toBe("42501");
    await setOtherParty(there.helper("elif"), asked.caseId, "no");
    expect(await insert({ until_at: there.clock.now.add({ hours: 3 }).toString() })).toBe("23514");
    expect(await insert({ reason: "" })).toBe("23514");
    expect(await insert({ to_person_id: there.people.lotte })).toMatch(/42501|23514/);
    expect(await insert({ ground: "consent", basis: "zei ja" })).toBe("42501");
    expect(await insert({})).toBe("allowed");
  });
});

describe("a share", () => {
  type Shared = {
    to: "rechtswinkel" | "bram" | "lotte";
    ground: "consent" | "law";
    hours: number;
    endsAfter: number | null;
  };

  test("with another team shows the file without the notes of the team, until it ends", async () => {
    const there = await aTown(database.db);
    const asked = await there.ask({ word: "Mijn eigen woorden." });
    const share = await inTransaction(there.helper("elif"), async (ctx) => {
      const leave = await permit(ctx, "case.write", asked.caseId);
      if (leave === undefined) throw new Error("The team opens its own file.");
      const to = { teamId: there.teams.rechtswinkel.id };
      return shareCase(ctx, leave, {
        to,
        ground: "consent",
        basis: "toestemming 1",
        untilAt: ctx.now.add({ hours: 24 }),
      });
    });
    await database.admin.query(
      `insert into contact_entry (municipality_id, id, case_id, team_id, at, kind, text)
       values ($1, gen_random_uuid(), $2, $3, $4, 'note', 'Alleen voor ons.')`,
      [there.municipality.id, asked.caseId, there.teams.raadslieden.id, there.clock.now.toString()],
    );
    const page = await openCasePage(there.helper("bram"), asked.caseId);
    expect(page?.entries.map(({ text }) => text)).toContain("Mijn eigen woorden.");
    expect(page?.entries.map(({ kind }) => kind)).not.toContain("note");
    expect(await eventsAbout(asked.eventRef, "access.fileRead")).toContainEqual(
      expect.objectContaining({ facts: { ground: "consent" } }),
    );
    await endShare(there.helper("elif"), asked.caseId, share);
    expect(await opens(there.helper("bram"), asked.caseId)).toBe(false);
  });

  /** Who reads what, by the table of rights and nothing else: the own team, or whom it is shared with at that moment. */
  test("of random people, withdrawn or not, never shows a row that the table of rights does not grant", async () => {
    const there = await aTown(database.db);
    const cases = [await there.ask(), await there.ask()];
    const shares = fc.array(
      fc.record<Shared & { at: number }>({
        at: fc.nat({ max: 1 }),
        to: fc.constantFrom("rechtswinkel", "bram", "lotte"),
        ground: fc.constantFrom("consent", "law"),
        hours: fc.integer({ min: 1, max: 48 }),
        endsAfter: fc.option(fc.integer({ min: 0, max: 48 })),
      }),
      { maxLength: 4 },
    );
    const start = there.clock.now;
    const people: PersonName[] = ["samira", "elif", "bram", "lotte"];
    await fc.assert(
      fc.asyncProperty(shares, fc.integer({ min: 0, max: 50 }), async (given, lookAfter) => {
        there.clock.now = start;
        await database.admin.query("delete from case_share where municipality_id = $1", [there.municipality.id]);
        for (const { at, to, ground, hours, endsAfter } of given) {
          const caseId = cases[at]?.caseId ?? "";
          const id = await inTransaction(there.helper("elif"), async (ctx) => {
            const leave = await permit(ctx, "case.write", caseId);
            if (leave === undefined) throw new Error("The team opens its own file.");
            const whom =
              to === "rechtswinkel" ? { teamId: there.teams.rechtswinkel.id } : { personId: there.people[to] };
            return shareCase(ctx, leave, { to: whom, ground, basis: "x", untilAt: ctx.now.add({ hours }) });
          });
          if (endsAfter !== null)
            await database.admin.query("update case_share set ended_at = $1 where id = $2", [
              start.add({ hours: endsAfter }).toString(),
              id,
            ]);
        }
        there.later({ hours: lookAfter });
        for (const name of people)
          for (const [at, { caseId }] of cases.entries()) {
            const own = name === "samira" || name === "elif";
            const shared = given.some(
              (share) =>
                share.at === at &&
                (share.to === name || (share.to === "rechtswinkel" && !own)) &&
                // An end that was written down holds from then on, also when it lies ahead: nothing lies ahead here.
                share.endsAfter === null &&
                lookAfter < share.hours,
            );
            const rows = await reading(there.helper(name), async (ctx) => {
              const counts = [];
              for (const table of ["resident", "callback", "promise", "promise_change", "contact_entry"] as const) {
                const found = await ctx.db.selectFrom(table).select("case_id").where("case_id", "=", caseId).execute();
                counts.push(found.length > 0);
              }
              return counts;
            });
            const ground = await reading(
              there.helper(name),
              async (ctx) => (await permit(ctx, "case.read", caseId))?.ground,
            );
            expect(ground !== undefined).toBe(own || shared);
            expect(rows).toEqual(Array(rows.length).fill(own || shared));
          }
        // Nobody else sees that it was ever shared.
        const stranger = await reading(
          { ...there.visitor(), actor: { kind: "person", personId: newId(), teamIds: [] } },
          (ctx) => ctx.db.selectFrom("case_share").select("id").execute(),
        );
        expect(stranger).toEqual([]);
      }),
      rounds(31, 25),
    );
  });

  test("opens nothing in another municipality, nor with a role that works on no files", async () => {
    const there = await aTown(database.db);
    const elsewhere = await aTown(database.db);
    const asked = await there.ask();
    await inTransaction(there.helper("elif"), async (ctx) => {
      const leave = await permit(ctx, "case.write", asked.caseId);
      if (leave === undefined) throw new Error("The team opens its own file.");
      const to = { personId: there.people.bram };
      await shareCase(ctx, leave, { to, ground: "law", basis: "x", untilAt: ctx.now.add({ hours: 1 }) });
    });
    expect(await opens(there.helper("bram"), asked.caseId)).toBe(true);
    expect(await opens({ ...there.helper("bram"), municipalityId: elsewhere.municipality.id }, asked.caseId)).toBe(
      false,
    );
    expect(await opens(elsewhere.helper("bram"), asked.caseId)).toBe(false);
  });
});
