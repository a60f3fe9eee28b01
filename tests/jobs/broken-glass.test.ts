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
    const { follow } = await broken(there);
    await follow();
    await follow();
    const mails = await mailsTo(there);
    const number = /\d+$/.exec(there.municipality.id)?.[0];
    expect(mails.map(({ to_address: to }) => to).toSorted()).toEqual(
      ["officier@example.org", `samira-${number}@example.org`].toSorted(),
    );
    for (const { subject, text } of mails) {
      expect(`${subject} ${text}`).not.toMatch(/Roos|Geheim|bram|paniek|auto|0000\d{4}/i);
      expect(text).toContain(links.todayLink);
    }
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
