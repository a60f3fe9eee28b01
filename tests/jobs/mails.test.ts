import { describe, expect, test } from "vitest";
import { post } from "../../src/jobs/mail.ts";
import { subscriptions } from "../../src/jobs/subscriptions.ts";
import { follow } from "../../src/jobs/worker.ts";
import { newId } from "../../src/kernel/id.ts";
import { askMailProof, forgetMailProofs, listProven } from "../../src/modules/access/index.ts";
import { askAboutOwnData } from "../../src/modules/casework/index.ts";
import {
  answerRequest,
  cancelOwnQuestion,
  findOwnQuestion,
  listRequestLines,
  logAttempt,
  proveOwnMail,
  renewCodeByMail,
  requestCallback,
  sayPhone,
} from "../../src/modules/contact/index.ts";
import { aCallbackRequest, byMail, review } from "../../src/modules/contact/make.ts";
import { beAway, handBackOfLeavers, takePromise } from "../../src/modules/promises/index.ts";
import { testDatabase } from "../support/database.ts";
import { hostname, openPostRoom, type PostRoom } from "./post-room.ts";

const database = testDatabase();

/** Somebody whose name, number and words can be found back in a mail that should not hold them. */
const roos = {
  name: "Roos Zonderling",
  phone: "06-00004321",
  mail: "roos@example.org",
  word: "De deurwaarder komt",
  language: "Papiaments",
};
const lateThursday = "2026-11-26T10:00";
const lateNextMonday = "2026-11-30T10:00";

/** Whose mails these are: the resident's, or a colleague's by first name. */
const addressees = async (room: PostRoom, about = ""): Promise<string[]> =>
  (await room.mails())
    .filter(({ key }) => key.startsWith(about))
    .map(({ to }) => to.split("@")[0]?.split("-")[0] ?? "")
    .sort();

describe("whoever asks for a copy of several questions", () => {
  test("gets one mail that we have it, and one with each answer", async () => {
    const room = await openPostRoom(database, { together: "welfare" });
    const { town } = room;
    const { own } = await town.ask(roos);
    await town.ask({ ...roos, servicePointId: town.points.rechtswinkel.id });
    await askAboutOwnData(byMail(own()), { kind: "access", ownWords: "" });
    await room.follow();
    const about = async (subject: string) => (await room.mails()).filter((mail) => mail.subject === subject);
    expect(await about("Wij kregen uw verzoek")).toHaveLength(1);
    for (const lead of ["samira", "lotte"] as const)
      for (const { request } of await listRequestLines(town.helper(lead))) {
        await review(town.helper(lead), request.id);
        await answerRequest(town.helper(lead), request.id, { outcome: "granted", answer: "Hier is het." });
      }
    await room.follow();
    expect(await about("Ons antwoord op uw verzoek")).toHaveLength(2);
    expect(await about("Wij kregen uw verzoek")).toHaveLength(1);
  });
});

describe("whoever asked to be called", () => {
  test("gets one mail with the moment, the number and the code", async () => {
    const room = await openPostRoom(database);
    const { receipt, callbackId } = await room.town.ask(roos);
    await room.follow();
    const [mail, ...more] = await room.mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ key: `receipt:${callbackId}`, to: roos.mail, subject: "Wij bellen u terug" });
    expect(mail?.text).toContain("Wij bellen u vóór donderdag 26\u00a0november 10.00\u00a0uur.");
    expect(mail?.text).toContain(`${receipt.code.slice(0, 4)}-${receipt.code.slice(4)}`);
    expect(mail?.text).toContain(sayPhone(receipt.callingNumber));
    expect(mail?.text).toContain(`https://${hostname}/volg`);
  });

  test("without an address gets none, whatever happens", async () => {
    const room = await openPostRoom(database);
    await room.town.ask({ ...roos, mail: "" });
    await room.follow();
    expect(await room.mails()).toEqual([]);
    await room.sweep(lateThursday);
    await room.sweep(lateNextMonday);
    const mails = await room.mails();
    expect(mails.length).toBeGreaterThan(0);
    expect(new Set(mails.map(({ to }) => to.split("-")[0]))).toEqual(new Set(["samira"]));
  });

  test("in English gets every mail in English, and colleagues theirs in their own language", async () => {
    const room = await openPostRoom(database);
    const { town } = room;
    const request = aCallbackRequest({ ...roos, servicePointId: town.points.raadslieden.id });
    await requestCallback(town.visitor(), request, { ...town.given, siteLanguage: "en" });
    await room.sweep(lateThursday);
    const mails = await room.mails();
    expect(mails.filter(({ to }) => to === roos.mail).map(({ subject }) => subject)).toEqual([
      "We will call you back",
      "We have not called you yet",
    ]);
    const toColleagues = mails.filter(({ to }) => to !== roos.mail);
    expect(toColleagues.map(({ subject }) => subject)).toEqual(["Een toezegging is te laat"]);
  });

  test("is not mailed that they will be called when they stopped their question before the mail was written", async () => {
    const room = await openPostRoom(database);
    const { own } = await room.town.ask(roos);
    await cancelOwnQuestion(own());
    await room.follow();
    expect(await room.mails()).toEqual([]);
  });
});

describe("a promise that is nearly too late", () => {
  test("is told to its owner, their deputy and the team lead, and not to the resident", async () => {
    const room = await openPostRoom(database);
    const { promise } = await room.town.ask(roos);
    await takePromise(room.town.helper("jeroen"), promise.id);
    await room.sweep("2026-11-25T22:00");
    expect(await addressees(room, "warned")).toEqual(["elif", "jeroen", "samira"]);
    expect(await addressees(room, "broken")).toEqual([]);
    expect(await addressees(room, "receipt")).toEqual(["roos"]);
  });
});

describe("a broken promise", () => {
  test("is told to the resident with the new moment, and to owner, deputy and team lead", async () => {
    const room = await openPostRoom(database);
    const { promise } = await room.town.ask(roos);
    await takePromise(room.town.helper("jeroen"), promise.id);
    await room.sweep(lateThursday);
    expect(await addressees(room, "broken")).toEqual(["elif", "jeroen", "roos", "samira"]);
    const sorry = (await room.mails()).find(({ key }) => key === `broken:${promise.id}`);
    expect(sorry).toMatchObject({ to: roos.mail, subject: "Wij hebben u nog niet gebeld" });
    expect(sorry?.text).toContain("Onze nieuwe belofte: wij bellen u vóór maandag 30\u00a0november 10.00\u00a0uur.");
  });

  test("of nobody yet is told to the team lead, once, who is owner and lead in one", async () => {
    const room = await openPostRoom(database);
    const { promise } = await room.town.ask({ ...roos, mail: "" });
    await room.sweep(lateThursday);
    expect(await addressees(room)).toEqual(["samira"]);
    const other = await openPostRoom(database);
    const asked = await other.town.ask({ ...roos, mail: "" });
    await takePromise(other.town.helper("samira"), asked.promise.id);
    await other.sweep(lateThursday);
    expect(await addressees(other)).toEqual(["marijke", "samira"]);
    expect(promise.id).not.toBe(asked.promise.id);
  });

  test("after its owner went away is told to whoever took over", async () => {
    const room = await openPostRoom(database);
    const { promise } = await room.town.ask({ ...roos, mail: "" });
    await takePromise(room.town.helper("jeroen"), promise.id);
    await beAway(room.town.helper("jeroen"), Temporal.PlainDate.from("2026-12-01"));
    await room.sweep(lateThursday);
    expect(await addressees(room, "broken")).toEqual(["elif", "marijke", "samira"]);
  });

  test("and broken once more is told once more, each time with a mail of its own", async () => {
    const room = await openPostRoom(database);
    await room.town.ask(roos);
    await room.sweep(lateThursday);
    await room.sweep(lateNextMonday);
    expect(await addressees(room, "broken")).toEqual(["roos", "roos", "samira", "samira"]);
  });

  test("to the team alone is not told to the resident", async () => {
    const room = await openPostRoom(database);
    const { caseId } = await room.town.ask(roos);
    await logAttempt(room.town.helper("jeroen"), caseId, { outcome: "reached", note: "" });
    await room.sweep(lateThursday);
    // Elif stands in for Jeroen.
    expect(await addressees(room, "broken")).toEqual(["elif", "jeroen", "samira"]);
  });

  test("of another team is told to nobody here", async () => {
    const room = await openPostRoom(database);
    await room.town.ask({ ...roos, mail: "", servicePointId: room.town.points.rechtswinkel.id });
    await room.sweep(lateThursday);
    expect(await addressees(room)).toEqual(["lotte"]);
  });
});

describe("following the same event again", () => {
  test("writes no mail twice, whatever the event and however often", async () => {
    const room = await openPostRoom(database);
    const { promise } = await room.town.ask(roos);
    await takePromise(room.town.helper("jeroen"), promise.id);
    await room.sweep("2026-11-25T22:00");
    await room.sweep(lateThursday);
    const before = await room.mails();
    expect(before).toHaveLength(1 + 3 + 4);
    for (const name of Object.keys(subscriptions)) await room.follow(name);
    await Promise.all([room.follow(), room.follow(), room.follow()]);
    expect(await room.mails()).toEqual(before);
  });

  test("two mails with one key are one mail; the same key in another town is another mail", async () => {
    const [here, there] = [await openPostRoom(database), await openPostRoom(database)];
    const key = `warned:${newId()}`;
    for (const { town } of [here, here, there]) {
      const mail = { key, teamId: town.teams.raadslieden.id, caseId: null, to: "samira@example.org" };
      await post(town.visitor(), [{ ...mail, subject: "Eens", text: "" }], hostname);
      await post(town.visitor(), [{ ...mail, subject: "Nog eens", text: "" }], hostname);
    }
    expect((await here.mails()).map(({ subject }) => subject)).toEqual(["Eens"]);
    expect((await there.mails()).map(({ subject }) => subject)).toEqual(["Eens"]);
  });

  test("that is not there, or is of another town, writes nothing", async () => {
    const [here, there] = [await openPostRoom(database), await openPostRoom(database)];
    await there.town.ask(roos);
    const { rows } = await database.admin.query("select id from event where municipality_id = $1", [
      there.town.municipality.id,
    ]);
    const given = {
      secret: here.town.secret,
      followLink: "",
      todayLink: "",
      invitationLink: "",
      lookLink: "",
      handOverLink: "",
      checkLink: "https://example.org/klopt-nog",
      entryLink: "https://example.org/routekaart",
    };
    for (const id of [newId(), ...rows.map((row) => row.id)]) await follow(here.town.visitor(), id, given, hostname);
    expect(await here.mails()).toEqual([]);
    expect(await there.mails()).toEqual([]);
  });
});

describe("work that somebody left behind", () => {
  const leave = (room: PostRoom, name: "elif") =>
    database.admin.query("delete from team_member where person_id = $1", [room.town.people[name]]);

  test("is told once to who may hand it over, with where, and neither who left nor whom it is about", async () => {
    const room = await openPostRoom(database);
    const { town } = room;
    for (const once of [roos, { ...roos, phone: "06-00004322" }]) {
      const { promise } = await town.ask(once);
      await takePromise(town.helper("elif"), promise.id);
    }
    await leave(room, "elif");
    for (const _ of [1, 2]) await handBackOfLeavers(town.visitor());
    for (const _ of [1, 2]) await room.follow("promises.leftBehind");
    expect(await addressees(room, "left-behind:")).toEqual(["samira"]);
    const [mail] = (await room.mails()).filter(({ key }) => key.startsWith("left-behind:"));
    expect(mail?.subject).toBe("Er is werk blijven liggen");
    expect(mail?.text).toContain("https://rechtspoor.example/overdracht");
    for (const word of [roos.name, roos.word, "elif"])
      expect(`${mail?.subject} ${mail?.text}`.toLowerCase()).not.toContain(word.toLowerCase());
  });

  test("is told again when somebody else goes, and to nobody when nothing was left", async () => {
    const room = await openPostRoom(database);
    const { town } = room;
    await leave(room, "elif");
    await handBackOfLeavers(town.visitor());
    await room.follow("promises.leftBehind");
    expect(await addressees(room, "left-behind:")).toEqual([]);
    for (const name of ["jeroen", "marijke"] as const) {
      const { promise } = await town.ask({ ...roos, phone: name === "jeroen" ? "06-00004323" : "06-00004324" });
      await takePromise(town.helper(name), promise.id);
      await database.admin.query("delete from team_member where person_id = $1", [town.people[name]]);
      await handBackOfLeavers(town.visitor());
    }
    await room.follow("promises.leftBehind");
    expect(await addressees(room, "left-behind:")).toEqual(["samira", "samira"]);
  });
});

describe("whoever lost their code", () => {
  const asked = { mail: roos.mail, lastFour: "4321", language: "nl" };
  const ask = (room: PostRoom, over: Partial<typeof asked> = {}) =>
    askMailProof(room.town.visitor(), { ...asked, ...over }, room.town.secret);
  const links = async (room: PostRoom) => {
    await room.follow("access.mailProofAsked");
    return (await room.mails()).filter(({ key }) => key.startsWith("proof:"));
  };
  const tokenIn = (text = "") => /\/mail\/([0-9a-f]{32})/.exec(text)?.[1] ?? "";

  test("gets one link, good until half an hour later, with the desk to call; following it again writes the same mail", async () => {
    const room = await openPostRoom(database);
    await room.town.ask(roos);
    await ask(room);
    const [mail, ...more] = await links(room);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: roos.mail, subject: "De link die u vroeg" });
    expect(mail?.text).toContain("De link werkt één keer, tot dinsdag 24\u00a0november 10.30\u00a0uur.");
    expect(mail?.text).toContain(sayPhone(room.town.municipality.desk.phone));
    expect(await links(room)).toEqual([mail]);
    expect(await listProven(room.town.visitor(), tokenIn(mail?.text), room.town.secret)).toHaveLength(1);
  });

  test("with several questions gets one mail that names none, and chooses by day which one to see", async () => {
    const room = await openPostRoom(database);
    const { town } = room;
    const first = await town.ask(roos);
    town.later({ hours: 72 });
    const second = await town.ask({ ...roos, servicePointId: town.points.rechtswinkel.id });
    await town.ask({ ...roos, phone: "06-00004322" });
    await ask(room);
    const [mail, ...more] = await links(room);
    expect(more).toEqual([]);
    const token = tokenIn(mail?.text);
    const proven = await listProven(town.visitor(), token, town.secret);
    expect(proven.map(({ caseId }) => caseId)).toEqual([second.caseId, first.caseId]);
    expect(proven.map(({ askedAt }) => askedAt)).toEqual([town.clock.now, town.clock.now.subtract({ hours: 72 })]);
    const link = { token, caseId: first.caseId, formKey: newId() };
    const renewed = await renewCodeByMail(town.visitor(), link, town.secret);
    expect(renewed?.code).not.toBe(first.receipt.code);
    // The link is used up for the other one as well, whose code is what it was.
    expect(await listProven(town.visitor(), token, town.secret)).toEqual([]);
    const other = { token, caseId: second.caseId, formKey: newId() };
    expect(await renewCodeByMail(town.visitor(), other, town.secret)).toBeUndefined();
    expect([await findOwnQuestion(first.own()), (await findOwnQuestion(second.own()))?.file.id]).toEqual([
      undefined,
      second.caseId,
    ]);
  });

  test("and has it after all keeps it, and shows once that they read their mail", async () => {
    const room = await openPostRoom(database);
    const { town } = room;
    const [mine, other] = [await town.ask(roos), await town.ask({ ...roos, phone: "06-00004323" })];
    await ask(room);
    const [mail] = await links(room);
    const link = { token: tokenIn(mail?.text), formKey: newId() };
    // Only with the code of a question that the link is of, and only in that browser.
    expect(await proveOwnMail(town.visitor(), link, town.secret)).toBe(false);
    expect(await proveOwnMail(other.own(), link, town.secret)).toBe(false);
    expect(await proveOwnMail(mine.own(), { ...link, token: "0".repeat(32) }, town.secret)).toBe(false);
    expect(await proveOwnMail(mine.own(), link, town.secret)).toBe(true);
    expect((await findOwnQuestion(mine.own()))?.file.id).toBe(mine.caseId);
    // Pressed twice it is one press; later it is used up, for a new code too.
    expect(await proveOwnMail(mine.own(), link, town.secret)).toBe(true);
    expect(await proveOwnMail(mine.own(), { ...link, formKey: newId() }, town.secret)).toBe(false);
    const renewing = { ...link, caseId: mine.caseId, formKey: newId() };
    expect(await renewCodeByMail(town.visitor(), renewing, town.secret)).toBeUndefined();
  });

  test("may have it again after the question was closed: it can still be read", async () => {
    const room = await openPostRoom(database);
    const { own } = await room.town.ask(roos);
    await cancelOwnQuestion(own());
    await ask(room);
    expect(await links(room)).toHaveLength(1);
  });

  test("gets no mail whose link would be over before it was written", async () => {
    const room = await openPostRoom(database);
    await room.town.ask(roos);
    await ask(room);
    room.town.later({ minutes: 30 });
    expect(await links(room)).toEqual([]);
  });

  test("gets none when a call was found not safe before it was written", async () => {
    const room = await openPostRoom(database);
    const { caseId } = await room.town.ask(roos);
    await ask(room);
    await logAttempt(room.town.helper("jeroen"), caseId, { outcome: "not-safe", note: "" });
    expect(await links(room)).toEqual([]);
  });

  test("gets none from us when somebody else knows the address and not the digits", async () => {
    const room = await openPostRoom(database);
    await room.town.ask(roos);
    await ask(room, { lastFour: "4322" });
    await ask(room, { mail: "anders@example.org" });
    expect(await links(room)).toEqual([]);
  });

  test("leaves links behind for a day, which is how long they are counted", async () => {
    const room = await openPostRoom(database);
    await room.town.ask(roos);
    await ask(room);
    const kept = async () =>
      (await database.admin.query("select 1 from mail_proof where municipality_id = $1", [room.town.municipality.id]))
        .rows.length;
    room.town.later({ hours: 23 });
    await forgetMailProofs(room.town.visitor());
    expect(await kept()).toBe(1);
    room.town.later({ hours: 1 });
    await forgetMailProofs(room.town.visitor());
    expect(await kept()).toBe(0);
  });
});

describe("what a mail gives away", () => {
  test("no subject names somebody, their number, their code or what it is about; alarms say none of it at all", async () => {
    const room = await openPostRoom(database);
    const { promise, receipt } = await room.town.ask(roos);
    await takePromise(room.town.helper("jeroen"), promise.id);
    await room.sweep("2026-11-25T22:00");
    await room.sweep(lateThursday);
    await room.sweep(lateNextMonday);
    const mails = await room.mails();
    const alarms = mails.filter(({ to }) => to !== roos.mail);
    expect(alarms.length).toBeGreaterThan(8);
    const { code } = receipt;
    const telling = [
      "Roos",
      "Zonderling",
      "4321",
      "deurwaarder",
      "Papiaments",
      "wonen",
      code,
      code.slice(0, 4),
      code.slice(4),
    ];
    for (const said of [...mails.map(({ subject }) => subject), ...alarms.map(({ text }) => text)])
      for (const word of telling) expect(said.toLowerCase()).not.toContain(word.toLowerCase());
  });

  test("the resident's own mails hold no name, number or words of theirs either: somebody may read along", async () => {
    const room = await openPostRoom(database);
    await room.town.ask(roos);
    await room.sweep(lateThursday);
    const own = (await room.mails()).filter(({ to }) => to === roos.mail);
    expect(own).toHaveLength(2);
    for (const { text } of own)
      for (const word of ["Roos", "Zonderling", "00004321", "deurwaarder"]) expect(text).not.toContain(word);
  });

  test("nobody can read a code in the post after the mail was sent", async () => {
    const room = await openPostRoom(database);
    const { receipt } = await room.town.ask(roos);
    await room.follow();
    const [mail] = await room.mails();
    await room.send(mail?.id ?? "", { keepsText: false, send: () => Promise.resolve() });
    const [sent] = await room.mails();
    expect(sent?.sent).toBe(true);
    expect(sent?.text).not.toContain(receipt.code.slice(0, 4));
  });
});
