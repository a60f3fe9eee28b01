import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { as, type Ctx, inTransaction } from "../../../kernel/context.ts";
import { newId } from "../../../kernel/id.ts";
import { addMember, addPerson, leaveOrganisation, takeDuty } from "../../access/index.ts";
import { aTown, type PersonName } from "../../contact/make.ts";
import { changeEntry } from "../editing/usecases.ts";
import { addService } from "../index.ts";
import { aContact, aService, servedBy } from "../make.ts";
import type { ContactDetails } from "./direct-contact.ts";
import {
  confirmContact,
  forgetContacts,
  listWithContacts,
  openContacts,
  openKeptContacts,
  removeContact,
  saveContact,
} from "./usecases.ts";

const database = testDatabase();

/** A town with an entry of the raadslieden, who keeps it, who looks for it, and who lets people go. */
async function aTownWithEntry() {
  const town = await aTown(database.db);
  const { raadslieden } = town.teams;
  const { organisation } = raadslieden;
  const service = aService({ municipalityId: town.municipality.id, organisation: servedBy(organisation) });
  const adminId = newId();
  await inTransaction(as(town.visitor(), { kind: "system", purpose: "example" }), async (ctx) => {
    await addService(ctx, service);
    await addPerson(ctx, { id: adminId, name: "Bea Beheer", mail: `${adminId}@example.org` });
    await addMember(ctx, {
      municipalityId: town.municipality.id,
      teamId: raadslieden.id,
      personId: adminId,
      role: "organisation-admin",
      deputyId: null,
    });
  });
  const dutiful = (role: string, personId: string): Ctx => ({
    ...town.visitor(),
    actor: {
      kind: "person",
      personId,
      teamIds: [],
      duties: [{ role, teamId: raadslieden.id, organisationId: organisation.id }],
    },
  });
  const editor = dutiful("directory-editor", town.people.samira);
  const mailOf = async (name: PersonName): Promise<string> =>
    (await database.admin.query("select mail from person where id = $1", [town.people[name]])).rows[0].mail;
  return {
    town,
    service,
    editor,
    admin: dutiful("organisation-admin", adminId),
    helper: () => town.helper("bram"),
    add: (over: Partial<ContactDetails> = {}) => saveContact(editor, service.id, undefined, aContact(over)),
    mailOf,
    duty: { municipalityId: town.municipality.id, teamId: raadslieden.id, role: "helper" } as const,
    events: async (name: string) =>
      (
        await database.admin.query(
          "select facts, subject_ref, actor_person_id from event where municipality_id = $1 and name = $2 order by at",
          [town.municipality.id, name],
        )
      ).rows,
    stored: async () =>
      (await database.admin.query("select * from direct_contact where service_id = $1 order by function", [service.id]))
        .rows,
  };
}
const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: ctx.now.add({ hours: 24 * days }) });
const functionsOf = (opened: Awaited<ReturnType<typeof openContacts>>) =>
  opened?.contacts.map((contact) => contact.function);

describe("whom to call directly", () => {
  test("is seen by whoever refers somebody, and each look is written down: who, which entry, when, and no number", async () => {
    const { service, add, helper, events, town, stored } = await aTownWithEntry();
    expect(await add()).toEqual({ kind: "done" });
    expect([...(await listWithContacts(helper(), [service.id, newId()]))]).toEqual([service.id]);
    expect(await events("directory.contactsRead")).toEqual([]);
    const opened = await openContacts(helper(), service.id);
    expect(opened?.contacts).toMatchObject([{ personName: "Marijke Voorbeeld", phone: "+31600000901" }]);
    const [contact] = await stored();
    expect(await events("directory.contactsRead")).toEqual([
      { subject_ref: service.id, actor_person_id: town.people.bram, facts: { contactIds: [contact.id] } },
    ]);
    await openContacts(helper(), service.id);
    expect(await events("directory.contactsRead")).toHaveLength(2);
  });

  test("where nobody is named, that is what is seen, and nothing was looked at", async () => {
    const { service, helper, events } = await aTownWithEntry();
    expect((await openContacts(helper(), service.id))?.contacts).toEqual([]);
    expect(await events("directory.contactsRead")).toEqual([]);
  });

  test("when the look cannot be written down, nothing is seen", async () => {
    const { service, add, helper } = await aTownWithEntry();
    await add();
    await database.admin.query(
      "create or replace function no_room() returns trigger language plpgsql as $$ begin raise 'no room'; end $$",
    );
    await database.admin.query(
      "create trigger no_room before insert on event for each row when (new.name = 'directory.contactsRead') execute function no_room()",
    );
    await expect(openContacts(helper(), service.id)).rejects.toThrow("no room");
    await database.admin.query("drop trigger no_room on event");
  });

  test("is not there for a visitor, who works elsewhere, who works on no files, and whoever edits for another organisation", async () => {
    const { service, add, admin, town, events } = await aTownWithEntry();
    await add();
    const elsewhere = (await aTownWithEntry()).helper();
    const { rechtswinkel } = town.teams;
    const otherEditor: Ctx = {
      ...town.visitor(),
      actor: {
        kind: "person",
        personId: town.people.lotte,
        teamIds: [],
        duties: [{ role: "directory-editor", teamId: rechtswinkel.id, organisationId: rechtswinkel.organisation.id }],
      },
    };
    // Not by saying to be at work here, either: the database knows where the team stands.
    const pretending: Ctx = { ...elsewhere, municipalityId: town.municipality.id };
    for (const who of [town.visitor(), elsewhere, admin, otherEditor]) {
      expect(await openContacts(who, service.id)).toBeUndefined();
      expect(await openKeptContacts(who, service.id)).toBeUndefined();
      expect((await listWithContacts(who, [service.id])).size).toBe(0);
      expect(await saveContact(who, service.id, undefined, aContact())).toEqual({ kind: "gone" });
    }
    expect((await openContacts(pretending, service.id))?.contacts).toEqual([]);
    expect((await listWithContacts(pretending, [service.id])).size).toBe(0);
    expect(await events("directory.contactsRead")).toEqual([]);
  });

  test("is not there either when the help is not shown any more", async () => {
    const { service, add, helper, editor } = await aTownWithEntry();
    await add();
    await changeEntry(editor, service.id, {
      version: 1,
      reason: "",
      edit: (base) => ({ ...base, service: { ...base.service, withdrawn: true } }),
    });
    expect(await openContacts(helper(), service.id)).toBeUndefined();
    expect((await openKeptContacts(editor, service.id))?.contacts).toHaveLength(1);
  });
});

describe("who keeps the entry", () => {
  test("adds, changes, confirms and takes away, each written down; looking at what is there is written down too", async () => {
    const { service, add, editor, events, stored } = await aTownWithEntry();
    await add({ personName: "", lastDay: null });
    const [{ id }] = await stored();
    const next = later(editor, 40);
    expect(await saveContact(next, service.id, id, aContact({ function: "Teamleider" }))).toEqual({ kind: "done" });
    expect(await confirmContact(later(editor, 50), service.id, id)).toBe("done");
    const kept = await openKeptContacts(editor, service.id);
    expect(kept?.contacts.map((one) => [one.function, one.confirmedOn.toString(), one.lastDay?.toString()])).toEqual([
      ["Teamleider", "2027-01-13", "2027-05-24"],
    ]);
    expect(await removeContact(later(editor, 60), service.id, id)).toBe("done");
    expect(await removeContact(editor, service.id, id)).toBe("gone");
    expect(await confirmContact(editor, service.id, id)).toBe("gone");
    expect(await saveContact(editor, service.id, id, aContact())).toEqual({ kind: "gone" });
    expect((await events("directory.contactChanged")).map(({ facts }) => [facts.change, facts.contactId])).toEqual([
      ["added", id],
      ["changed", id],
      ["confirmed", id],
      ["removed", id],
    ]);
    expect(await events("directory.contactsRead")).toHaveLength(1);
  });

  test("hears what is wrong, and nothing is stored; ten are enough", async () => {
    const { add, stored } = await aTownWithEntry();
    expect(await add({ lastDay: null })).toEqual({ kind: "wrong", problem: "lastDayMissing" });
    expect(await stored()).toEqual([]);
    for (const _ of Array.from({ length: 10 })) expect(await add()).toEqual({ kind: "done" });
    expect(await add()).toEqual({ kind: "tooMany" });
  });

  test("two who add at the same moment do not pass ten together", async () => {
    const { add, stored } = await aTownWithEntry();
    for (const _ of Array.from({ length: 9 })) await add();
    const came = await Promise.all([add(), add(), add()]);
    expect(came.map(({ kind }) => kind).sort()).toEqual(["done", "tooMany", "tooMany"]);
    expect(await stored()).toHaveLength(10);
  });
});

describe("a contact leaves with the person", () => {
  test("when their last duty at the organisation ends; a function stays, and names nobody", async () => {
    const { service, add, admin, helper, mailOf, town, duty } = await aTownWithEntry();
    const mail = (await mailOf("elif")).toUpperCase();
    await add({ function: "Coördinator", personName: "Elif", mail });
    await add({ function: "Telefoonteam", personName: "", lastDay: null, mail: null });
    expect(functionsOf(await openContacts(helper(), service.id))).toEqual(["Coördinator", "Telefoonteam"]);
    expect(await takeDuty(admin, town.people.elif, duty)).toBe("done");
    const left = await openContacts(helper(), service.id);
    expect(left?.contacts.map((one) => [one.function, one.personName])).toEqual([["Telefoonteam", ""]]);
  });

  test("not when they only change their role there", async () => {
    const { service, add, admin, helper, mailOf, town, duty } = await aTownWithEntry();
    await add({ mail: await mailOf("elif") });
    await inTransaction(as(town.visitor(), { kind: "system", purpose: "example" }), (ctx) =>
      addMember(ctx, { ...duty, personId: town.people.elif, role: "team-lead", deputyId: null }),
    );
    expect(await takeDuty(admin, town.people.elif, duty)).toBe("done");
    expect(functionsOf(await openContacts(helper(), service.id))).toEqual(["Coördinator"]);
    expect(await leaveOrganisation(admin, town.people.elif, service.organisation.id)).toBe("done");
    expect(functionsOf(await openContacts(helper(), service.id))).toEqual([]);
  });

  test("in the transaction in which they leave: when that does not happen, it stays", async () => {
    const { add, admin, mailOf, town, stored, service } = await aTownWithEntry();
    await add({ mail: await mailOf("elif") });
    const leaving = inTransaction(admin, async (ctx) => {
      await leaveOrganisation(ctx, town.people.elif, service.organisation.id);
      throw new Error("the power went out");
    });
    await expect(leaving).rejects.toThrow("the power went out");
    expect(await stored()).toHaveLength(1);
  });

  test("nothing goes of who works for another organisation, whose address it happens to be", async () => {
    const { add, mailOf, town, stored } = await aTownWithEntry();
    await add({ mail: await mailOf("bram") });
    expect((await stored())[0].person_id).toBeNull();
    await database.admin.query("delete from team_member where person_id = $1", [town.people.bram]);
    expect(await stored()).toHaveLength(1);
  });

  test("somebody named and let go at the same moment is not named afterwards", async () => {
    const { add, admin, mailOf, town, stored, service } = await aTownWithEntry();
    const mail = await mailOf("elif");
    await Promise.all([add({ mail }), leaveOrganisation(admin, town.people.elif, service.organisation.id)]);
    // Named first, they took it along; let go first, nobody here has that address and the last day holds.
    for (const { person_id } of await stored()) expect(person_id).toBeNull();
  });
});

describe("the last day", () => {
  test("after it nobody who refers sees the contact, and by night it goes, with an event", async () => {
    const { service, add, helper, events, stored } = await aTownWithEntry();
    await add({ lastDay: Temporal.PlainDate.from("2026-11-26") });
    await add({ function: "Telefoonteam", personName: "", lastDay: null });
    const at = (day: string): Ctx => ({ ...helper(), now: Temporal.Instant.from(`${day}T22:30:00Z`) });
    expect(functionsOf(await openContacts(at("2026-11-25"), service.id))).toEqual(["Coördinator", "Telefoonteam"]);
    // Half past eleven in the evening of the last day, and half past twelve in the night after.
    expect(functionsOf(await openContacts(at("2026-11-26"), service.id))).toEqual(["Coördinator", "Telefoonteam"]);
    const after = { ...helper(), now: Temporal.Instant.from("2026-11-26T23:30:00Z") };
    expect(functionsOf(await openContacts(after, service.id))).toEqual(["Telefoonteam"]);
    const night = as(after, { kind: "visitor" });
    expect(await forgetContacts(at("2026-11-26"), { dryRun: false })).toEqual({ forgotten: 0, failed: [] });
    expect(await forgetContacts(night, { dryRun: true })).toEqual({ forgotten: 1, failed: [] });
    expect(await stored()).toHaveLength(2);
    expect(await forgetContacts({ ...night, municipalityId: "NL" }, { dryRun: false })).toEqual({
      forgotten: 1,
      failed: [],
    });
    expect(await stored()).toHaveLength(1);
    const changes = await events("directory.contactChanged");
    expect(changes.at(-1)).toMatchObject({ facts: { change: "ended" }, actor_person_id: null });
  });
});
