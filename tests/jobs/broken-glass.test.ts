import { describe, expect, test } from "vitest";
import { follow } from "../../src/jobs/worker.ts";
import { inTransaction } from "../../src/kernel/context.ts";
import { newId } from "../../src/kernel/id.ts";
import { addMember, addPerson, breakGlass } from "../../src/modules/access/index.ts";
import { openCasePage } from "../../src/modules/contact/index.ts";
import { aTown, type Town } from "../../src/modules/contact/make.ts";
import { handBackOfLeavers, listToday, markLooked, sweepAlarms } from "../../src/modules/promises/index.ts";
import { testDatabase } from "../support/database.ts";

const database = testDatabase();
const links = {
  followLink: "https://example.org/volg",
  todayLink: "https://example.org/werk/vandaag",
  lookLink: "https://example.org/werk/inzage/te-bekijken",
  caseLink: "https://example.org/werk/hulpvragen",
  emergenciesLink: "https://example.org/werk/inzage?wat=emergency",
  handOverLink: "https://example.org/werk/overdracht",
  invitationLink: "https://example.org/werk/uitnodiging",
};

/** Somebody who watches over privacy at the organisation of this team, and works on no files. */
async function aPrivacyOfficer(there: Town, team: "raadslieden" | "rechtswinkel", mail: string): Promise<void> {
  const personId = newId();
  await inTransaction({ ...there.visitor(), actor: { kind: "system", purpose: "example" } }, async (ctx) => {
    await addPerson(ctx, { id: personId, name: "Officier", mail });
    await addMember(ctx, {
      municipalityId: there.municipality.id,
      teamId: there.teams[team].id,
      personId,
      role: "privacy-officer",
      deputyId: null,
    });
  });
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
  const { rows } = await database.admin.query(
    "select id from event where name = 'access.glassBroken' and subject_ref = $1",
    [asked.eventRef],
  );
  return {
    asked,
    follow: () => follow(there.visitor(), rows[0].id, { secret: there.secret, ...links }, "example.org"),
  };
}
const mailsTo = async (there: Town) =>
  (
    await database.admin.query("select to_address, subject, text from mail where municipality_id = $1", [
      there.municipality.id,
    ])
  ).rows;
const looks = async (there: Town) =>
  (await listToday(there.helper("samira"), 50)).filter(({ kind }) => kind === "look");

describe("when somebody breaks the glass of a file", () => {
  test("its team must look, once, however often the job runs", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    const { asked, follow } = await broken(there);
    await follow();
    await follow();
    const [look, ...more] = await looks(there);
    expect(more).toEqual([]);
    expect(look).toMatchObject({
      caseId: asked.caseId,
      toWhom: "team",
      owner: { role: "team-lead", personId: null },
      deputy: { role: "privacy-officer" },
      harm: false,
    });
    expect(await markLooked(there.helper("samira"), look?.id ?? "")).toEqual({ ok: true, value: undefined });
    await follow();
    expect(await looks(there)).toEqual([]);
  });

  test("its lead and the privacy officer of its organisation are written to, and the mail names nobody", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    await aPrivacyOfficer(there, "rechtswinkel", "officier@example.org");
    const { asked, follow } = await broken(there);
    await follow();
    await follow();
    const mails = await mailsTo(there);
    const number = /\d+$/.exec(there.municipality.id)?.[0];
    expect(mails.map(({ to_address: to }) => to).toSorted()).toEqual(
      ["officier@example.org", `samira-${number}@example.org`].toSorted(),
    );
    for (const { to_address: to, subject, text } of mails) {
      expect(`${subject} ${text}`).not.toMatch(/Roos|Geheim|bram|paniek|auto|0000\d{4}/i);
      // Each leads to a page that opens for who reads it: an officer works on no files.
      const isOfficer = to === "officier@example.org";
      const link = isOfficer ? links.emergenciesLink : `${links.caseLink}/${asked.caseId}`;
      expect(text.split("\n").filter((line: string) => line.startsWith("https://"))).toEqual([link]);
      expect(text.includes("van uw team")).toBe(!isOfficer);
    }
  });

  test("a lead who watches over privacy as well gets one mail, as the lead", async () => {
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
    const { asked, follow } = await broken(there);
    await follow();
    const mails = await mailsTo(there);
    expect(mails).toHaveLength(1);
    expect(mails[0].text).toContain(`${links.caseLink}/${asked.caseId}`);
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
    expect((await looks(there)).map(({ caseId }) => caseId)).toEqual([first.caseId]);
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

  test("what nobody looked at in time is late as any promise is", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    const { asked, follow } = await broken(there);
    await follow();
    there.later({ hours: 24 * 7 });
    await sweepAlarms(there.visitor());
    expect((await looks(there)).map(({ followsId }) => followsId !== null)).toEqual([true]);
    const page = await openCasePage(there.helper("elif"), asked.caseId);
    expect(page?.promises.filter(({ kind, state }) => kind === "look" && state === "broken")).toHaveLength(1);
  });

  test("somebody of another team looks at nothing, nor takes it", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    const { follow } = await broken(there);
    await follow();
    const [look] = await looks(there);
    there.later({ hours: 2 });
    expect(await markLooked(there.helper("lotte"), look?.id ?? "")).toEqual({ ok: false, problem: "gone" });
    expect(await markLooked(there.helper("bram"), look?.id ?? "")).toEqual({ ok: false, problem: "gone" });
    await handBackOfLeavers(there.visitor());
    expect(await looks(there)).toHaveLength(1);
  });
});
