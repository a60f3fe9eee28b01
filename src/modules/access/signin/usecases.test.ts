import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { hashOf, newId } from "../../../kernel/id.ts";
import { aTown, dutch } from "../../contact/make.ts";
import { signInAs } from "../make.ts";
import { endMySession, endSession, findSignedIn, forgetEndedSessions, listMySessions, signInWith } from "./usecases.ts";

const database = testDatabase();
const town = (at = "2026-11-24T09:00") => aTown(database.db, { at });

describe("a session", () => {
  test("begins for somebody who works here, and tells who they are and where they belong", async () => {
    const there = await town();
    const token = await signInAs(there.visitor(), there.people.elif);
    expect(await findSignedIn(there.visitor(), token)).toEqual({
      sessionId: expect.any(String),
      endsAt: dutch("2026-11-24T11:00"),
      canStay: true,
      personId: there.people.elif,
      name: "elif",
      memberships: [
        {
          municipalityId: there.municipality.id,
          municipalitySlug: there.municipality.slug,
          municipalityName: there.municipality.name,
          teamId: there.teams.raadslieden.id,
          teamName: there.teams.raadslieden.name,
          organisationId: there.teams.raadslieden.organisation.id,
          organisationName: there.teams.raadslieden.organisation.name,
          role: "helper",
          deputyId: there.people.marijke,
        },
      ],
    });
  });

  test("is not begun for somebody who is not there, nor held with a made-up token", async () => {
    const there = await town();
    const provider = { key: "elders", organisationId: null, teams: [] };
    const given = { claims: { sub: newId() }, idToken: null, device: "" };
    expect(await signInWith(there.visitor(), provider, given)).toEqual({ kind: "noTeam" });
    expect(await findSignedIn(there.visitor(), "made-up")).toBeUndefined();
    expect(await findSignedIn(there.visitor(), "")).toBeUndefined();
  });

  test("is stored as a hash: whoever reads the table can be nobody", async () => {
    const there = await town();
    const token = await signInAs(there.visitor(), there.people.elif);
    const { rows } = await database.admin.query("select token_hash from session where person_id = $1", [
      there.people.elif,
    ]);
    expect(rows).toEqual([{ token_hash: hashOf(token) }]);
    expect(await findSignedIn(there.visitor(), hashOf(token))).toBeUndefined();
  });

  test("ends after two hours without a request, and after ten hours whatever happens", async () => {
    const there = await town();
    const token = await signInAs(there.visitor(), there.people.elif);
    const held = async () => (await findSignedIn(there.visitor(), token)) !== undefined;
    for (const at of ["10:59", "12:58", "14:57", "16:56", "18:55"]) {
      there.moveTo(`2026-11-24T${at}`);
      expect(await held(), at).toBe(true);
    }
    there.moveTo("2026-11-24T19:00");
    expect(await held()).toBe(false);
    const idle = await signInAs(there.visitor(), there.people.elif);
    there.later({ hours: 2 });
    expect(await findSignedIn(there.visitor(), idle)).toBeUndefined();
    // What is over is gone, not waiting for the clock to go back.
    there.later({ hours: -1 });
    expect(await findSignedIn(there.visitor(), idle)).toBeUndefined();
  });

  test("ends when somebody signs out, and no other session with it", async () => {
    const there = await town();
    const here = await signInAs(there.visitor(), there.people.elif);
    const elsewhere = await signInAs(there.visitor(), there.people.elif);
    await endSession(there.visitor(), here);
    expect(await findSignedIn(there.visitor(), here)).toBeUndefined();
    expect(await findSignedIn(there.visitor(), elsewhere)).toBeDefined();
  });
});

describe("where somebody is signed in", () => {
  const device = "Firefox, Linux";

  test("they see themselves, newest first, and can sign out there at once", async () => {
    const there = await town();
    const first = await signInAs(there.visitor(), there.people.elif);
    there.later({ minutes: 5 });
    const second = await signInAs(there.visitor(), there.people.elif);
    const sessions = await listMySessions(there.helper("elif"));
    expect(sessions).toMatchObject([
      { device, beganAt: dutch("2026-11-24T09:05") },
      { device, beganAt: dutch("2026-11-24T09:00") },
    ]);
    await endMySession(there.helper("elif"), sessions[1]?.id ?? "");
    expect(await findSignedIn(there.visitor(), first)).toBeUndefined();
    expect(await findSignedIn(there.visitor(), second)).toBeDefined();
  });

  test("nobody else sees it, nor ends it", async () => {
    const there = await town();
    const token = await signInAs(there.visitor(), there.people.elif);
    const [session] = await listMySessions(there.helper("elif"));
    for (const ctx of [there.helper("samira"), there.helper("bram"), there.visitor()]) {
      expect(await listMySessions(ctx)).toEqual([]);
      await endMySession(ctx, session?.id ?? "");
    }
    expect(await findSignedIn(there.visitor(), token)).toBeDefined();
  });

  test("a session that is over is in no list", async () => {
    const there = await town();
    await signInAs(there.visitor(), there.people.elif);
    there.later({ hours: 2 });
    expect(await listMySessions(there.helper("elif"))).toEqual([]);
  });

  test("what is over is forgotten, and what is not goes on", async () => {
    const there = await town();
    await signInAs(there.visitor(), there.people.elif);
    there.later({ hours: 1 });
    const token = await signInAs(there.visitor(), there.people.elif);
    there.later({ hours: 1 });
    await forgetEndedSessions(there.visitor());
    const left = await database.admin.query("select token_hash from session where person_id = $1", [there.people.elif]);
    expect(left.rows).toEqual([{ token_hash: hashOf(token) }]);
  });

  test("a session can go on until ten hours are over", async () => {
    const there = await town();
    const token = await signInAs(there.visitor(), there.people.elif);
    for (const [at, canStay] of [
      ["10:59", true],
      ["12:58", true],
      ["14:57", true],
      ["16:56", true],
      ["17:01", false],
    ] as const) {
      there.moveTo(`2026-11-24T${at}`);
      expect(await findSignedIn(there.visitor(), token), at).toMatchObject({ canStay });
    }
  });
});
