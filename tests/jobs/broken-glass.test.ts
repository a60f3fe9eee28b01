import { describe, expect, test } from "vitest";
import { follow } from "../../src/jobs/worker.ts";
import { type Ctx, inTransaction } from "../../src/kernel/context.ts";
import { newId } from "../../src/kernel/id.ts";
import {
  addMember,
  addPerson,
  breakGlass,
  endShare,
  findLook,
  forgetLooks,
  judgeReading,
  listLooks,
} from "../../src/modules/access/index.ts";
import { openCasePage } from "../../src/modules/contact/index.ts";
import { aTown, type Town } from "../../src/modules/contact/make.ts";
import {
  handBackOfLeavers,
  listLooksDue,
  listToday,
  sweepAlarms,
  takePromise,
} from "../../src/modules/promises/index.ts";
import { testDatabase } from "../support/database.ts";

const database = testDatabase();
const links = {
  followLink: "https://example.org/volg",
  todayLink: "https://example.org/werk/vandaag",
  lookLink: "https://example.org/werk/inzage/te-bekijken",
  handOverLink: "https://example.org/werk/overdracht",
  checkLink: "https://example.org/klopt-nog",
  entryLink: "https://example.org/routekaart",
  invitationLink: "https://example.org/werk/uitnodiging",
};
const rightful = { outcome: "in-order", words: "" } as const;

/** Somebody who watches over privacy at the organisation of this team, and works on no files. */
async function aPrivacyOfficer(
  there: Town,
  team: "raadslieden" | "rechtswinkel",
  mail = `officier-${newId()}@example.org`,
): Promise<() => Ctx> {
  const personId = newId();
  const { id: teamId, organisation } = there.teams[team];
  await inTransaction({ ...there.visitor(), actor: { kind: "system", purpose: "example" } }, async (ctx) => {
    await addPerson(ctx, { id: personId, name: "Officier", mail });
    await addMember(ctx, {
      municipalityId: there.municipality.id,
      teamId,
      personId,
      role: "privacy-officer",
      deputyId: null,
    });
  });
  const duties = [{ role: "privacy-officer", teamId, organisationId: organisation.id }];
  return () => ({ ...there.visitor(), actor: { kind: "person", personId, teamIds: [], duties } });
}

/** Bram, of another team of the same organisation, breaks the glass of what somebody asked; the worker follows up. */
async function broken(there: Town) {
  const asked = await there.ask({ name: "Roos Geheim", word: "Ik slaap in de auto." });
  const outcome = await breakGlass(there.helper("bram"), {
    teamId: there.teams.raadslieden.id,
    phone: asked.request.phone,
    reason: "danger",
    words: "Belde in paniek.",
  });
  expect(outcome.kind).toBe("opened");
  const followed = async (name: "access.glassBroken" | "access.readingJudged") => {
    const { rows } = await database.admin.query("select id from event where name = $1 and municipality_id = $2", [
      name,
      there.municipality.id,
    ]);
    for (const { id } of rows) await follow(there.visitor(), id, { secret: there.secret, ...links }, "example.org");
  };
  const { rows } = await database.admin.query("select id from case_share where case_id = $1", [asked.caseId]);
  return {
    asked,
    shareId: String(rows[0].id),
    follow: () => followed("access.glassBroken"),
    followJudged: () => followed("access.readingJudged"),
  };
}
const mailsTo = async (there: Town) =>
  (
    await database.admin.query("select to_address, subject, text from mail where municipality_id = $1", [
      there.municipality.id,
    ])
  ).rows;
const looks = async (ctx: Ctx) => (await listToday(ctx, 50)).filter(({ kind }) => kind === "look-emergency");

describe("when somebody breaks the glass of a file", () => {
  test("its privacy officer must look, with the lead as deputy, once, however often the job runs", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    const officer = await aPrivacyOfficer(there, "rechtswinkel");
    const { shareId, follow, followJudged } = await broken(there);
    await follow();
    await follow();
    const [look, ...more] = await looks(there.helper("samira"));
    expect(more).toEqual([]);
    expect(look).toMatchObject({
      caseId: null,
      subjectId: shareId,
      toWhom: "team",
      owner: { role: "privacy-officer", personId: null },
      deputy: { role: "team-lead" },
      harm: false,
    });
    expect([...(await listLooksDue(officer())).keys()]).toEqual([shareId]);
    expect(await judgeReading(officer(), shareId, rightful)).toBe("judged");
    await followJudged();
    await followJudged();
    await follow();
    expect(await looks(there.helper("samira"))).toEqual([]);
    expect((await listLooksDue(officer())).size).toBe(0);
  });

  test("whoever looks sees who it was, the reason, until when, whether it was stopped, and what was read meanwhile", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    const officer = await aPrivacyOfficer(there, "rechtswinkel");
    const { asked, shareId } = await broken(there);
    // Read by the team itself: not behind the glass.
    await openCasePage(there.helper("elif"), asked.caseId);
    for (const _ of [1, 2]) {
      there.later({ minutes: 5 });
      await openCasePage(there.helper("bram"), asked.caseId);
    }
    for (const ctx of [officer(), there.helper("samira")]) {
      expect(await listLooks(ctx)).toMatchObject([
        { id: shareId, reason: "emergency", personName: "bram", judged: null },
      ]);
      const look = await findLook(ctx, shareId);
      expect(look).toMatchObject({
        glass: { caseId: asked.caseId, reason: "danger", words: "Belde in paniek.", endedAt: null },
        personId: there.people.bram,
      });
      expect(look?.readings.map(({ ground, subjectRef }) => [ground, subjectRef])).toEqual(
        Array(2).fill(["break-glass", asked.eventRef]),
      );
    }
    await endShare(there.helper("elif"), asked.caseId, shareId);
    const stopped = await findLook(officer(), shareId);
    expect(stopped?.glass?.endedAt?.equals(there.clock.now)).toBe(true);
    expect(stopped?.readings).toHaveLength(2);
  });

  test("what was read in an earlier emergency belongs to that one", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    const officer = await aPrivacyOfficer(there, "rechtswinkel");
    const { asked, shareId } = await broken(there);
    await openCasePage(there.helper("bram"), asked.caseId);
    there.later({ hours: 3 });
    const { phone } = asked.request;
    const again = {
      teamId: there.teams.raadslieden.id,
      phone,
      reason: "team-away",
      words: "Nog een keer nodig.",
    } as const;
    await breakGlass(there.helper("bram"), again);
    await openCasePage(there.helper("bram"), asked.caseId);
    const found = await Promise.all((await listLooks(officer())).map(({ id }) => findLook(officer(), id)));
    expect(found.map((look) => [look?.id === shareId, look?.glass?.reason, look?.readings.length])).toEqual([
      [true, "danger", 1],
      [false, "team-away", 1],
    ]);
  });

  test("it is judged by the lead as the deputy too, never by whoever broke it, nor by anybody else", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    const elsewhere = await aTown(database.db);
    const ofAnother = await aPrivacyOfficer(elsewhere, "raadslieden");
    const { shareId } = await broken(there);
    for (const ctx of [there.helper("bram"), there.helper("elif"), there.helper("lotte"), ofAnother()]) {
      expect(await listLooks(ctx)).toEqual([]);
      expect(await findLook(ctx, shareId)).toBeUndefined();
      expect(await judgeReading(ctx, shareId, rightful)).toBe("gone");
    }
    expect(
      await judgeReading(there.helper("samira"), shareId, { outcome: "not-right", words: "Het kon wachten." }),
    ).toBe("judged");
    expect(await findLook(there.helper("samira"), shareId)).toMatchObject({
      judged: { by: "samira", outcome: "not-right", words: "Het kon wachten." },
    });
  });

  test("a privacy officer who broke it judges nothing, and hears nothing", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    const { teams, people, municipality } = there;
    await inTransaction({ ...there.visitor(), actor: { kind: "system", purpose: "example" } }, (ctx) =>
      addMember(ctx, {
        municipalityId: municipality.id,
        teamId: teams.rechtswinkel.id,
        personId: people.bram,
        role: "privacy-officer",
        deputyId: null,
      }),
    );
    const { shareId, follow } = await broken(there);
    await follow();
    const helper = there.helper("bram");
    const duty = {
      role: "privacy-officer",
      teamId: teams.rechtswinkel.id,
      organisationId: teams.rechtswinkel.organisation.id,
    };
    const bram: Ctx = {
      ...helper,
      actor: { kind: "person", personId: people.bram, teamIds: [teams.rechtswinkel.id], duties: [duty] },
    };
    expect([await listLooks(bram), await judgeReading(bram, shareId, rightful)]).toEqual([[], "gone"]);
    expect((await mailsTo(there)).map(({ to_address: to }) => to.split("-")[0])).toEqual(["samira"]);
  });

  test("its lead and the privacy officer of its organisation are written to, and the mail names nobody", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    await aPrivacyOfficer(there, "rechtswinkel", "officier@example.org");
    const { shareId, follow } = await broken(there);
    await follow();
    await follow();
    const mails = await mailsTo(there);
    const number = /\d+$/.exec(there.municipality.id)?.[0];
    expect(mails.map(({ to_address: to }) => to).toSorted()).toEqual(
      ["officier@example.org", `samira-${number}@example.org`].toSorted(),
    );
    for (const { subject, text } of mails) {
      expect(subject).toBe("Iemand gebruikte noodtoegang");
      expect(`${subject} ${text}`).not.toMatch(/Roos|Geheim|bram|paniek|auto|0000\d{4}/i);
      // One page, which opens for both.
      expect(text.split("\n").filter((line: string) => line.startsWith("https://"))).toEqual([
        `${links.lookLink}/${shareId}`,
      ]);
    }
  });

  test("a lead who watches over privacy as well gets one mail", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    await inTransaction({ ...there.visitor(), actor: { kind: "system", purpose: "example" } }, (ctx) =>
      addMember(ctx, {
        municipalityId: there.municipality.id,
        teamId: there.teams.rechtswinkel.id,
        personId: there.people.samira,
        role: "privacy-officer",
        deputyId: null,
      }),
    );
    const { follow } = await broken(there);
    await follow();
    expect(await mailsTo(there)).toHaveLength(1);
  });

  test("of two questions of one number only what was opened is looked at and written about", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    const [first] = [await there.ask(), await there.ask({ name: "Vader" })];
    const asked = {
      teamId: there.teams.raadslieden.id,
      phone: first.request.phone,
      words: "Belde in paniek.",
    } as const;
    const bram = () => there.helper("bram");
    expect((await breakGlass(bram(), { ...asked, reason: "danger" })).kind).toBe("choose");
    expect((await breakGlass(bram(), { ...asked, reason: "danger", chosen: first.caseId })).kind).toBe("opened");
    const { rows } = await database.admin.query(
      "select id from event where municipality_id = $1 and name in ('access.glassBroken', 'access.glassListed')",
      [there.municipality.id],
    );
    for (const { id } of rows) await follow(there.visitor(), id, { secret: there.secret, ...links }, "example.org");
    expect(await looks(there.helper("samira"))).toHaveLength(1);
    const waiting = await listLooks(there.helper("samira"));
    expect(waiting).toHaveLength(1);
    expect((await findLook(there.helper("samira"), waiting[0]?.id ?? ""))?.glass?.caseId).toBe(first.caseId);
    expect(await mailsTo(there)).toHaveLength(1);
  });

  test("the privacy officer of another organisation hears nothing", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    const elsewhere = await aTown(database.db);
    await aPrivacyOfficer(elsewhere, "raadslieden", "elders@example.org");
    const { follow } = await broken(there);
    await follow();
    expect((await mailsTo(there)).map(({ to_address: to }) => to)).not.toContain("elders@example.org");
  });

  test("what nobody looked at in time is late as any promise is, stays the officer's, and is mailed as what it is", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    const { shareId, ...job } = await broken(there);
    await job.follow();
    there.later({ hours: 24 * 7 });
    await sweepAlarms(there.visitor());
    expect(await looks(there.helper("samira"))).toMatchObject([
      { subjectId: shareId, owner: { role: "privacy-officer" }, deputy: { role: "team-lead" } },
    ]);
    const { rows } = await database.admin.query(
      "select id from event where municipality_id = $1 and name = 'promises.broken' and facts->>'kind' = 'look-emergency'",
      [there.municipality.id],
    );
    for (const { id } of rows) await follow(there.visitor(), id, { secret: there.secret, ...links }, "example.org");
    const [late] = (await mailsTo(there)).filter(({ subject }) => subject === "Een toezegging is te laat");
    expect(late.text).toContain("kijken of noodtoegang terecht was");
    expect(late.text).toContain(`${links.lookLink}/${shareId}`);
  });

  test("nobody of the team but the lead has it on their list, nor takes it; nor somebody of another team", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    const { follow } = await broken(there);
    await follow();
    const [look] = await looks(there.helper("samira"));
    there.later({ hours: 2 });
    for (const name of ["elif", "jeroen", "lotte", "bram"] as const) {
      expect(await looks(there.helper(name))).toEqual([]);
      expect(await takePromise(there.helper(name), look?.id ?? "")).toEqual({ kind: "gone" });
    }
    await handBackOfLeavers(there.visitor());
    expect(await looks(there.helper("samira"))).toHaveLength(1);
  });

  test("when the file is gone it can be judged still, without what was written; a year after that it goes", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    const officer = await aPrivacyOfficer(there, "rechtswinkel");
    const { asked, shareId } = await broken(there);
    await openCasePage(there.helper("bram"), asked.caseId);
    await database.admin.query("delete from case_file where id = $1", [asked.caseId]);
    const look = await findLook(officer(), shareId);
    expect([look?.glass, look?.readings.length]).toEqual([null, 1]);
    expect(await judgeReading(officer(), shareId, rightful)).toBe("judged");
    const left = async () =>
      (await database.admin.query("select id from unusual_reading where id = $1", [shareId])).rows.length;
    there.later({ hours: 24 * 360 });
    await forgetLooks(there.visitor(), { dryRun: false });
    expect(await left()).toBe(1);
    there.later({ hours: 24 * 10 });
    await forgetLooks(there.visitor(), { dryRun: false });
    expect(await left()).toBe(0);
  });
});
