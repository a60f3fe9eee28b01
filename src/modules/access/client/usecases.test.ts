import { describe, expect, test } from "vitest";
import { aClient, claimsFor, clientsAdministered, ecKeys, signed } from "../../../../tests/support/clients.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { type Actor, as, type Ctx } from "../../../kernel/context.ts";
import { newId } from "../../../kernel/id.ts";
import { aTown } from "../../contact/make.ts";
import type { Scope } from "./client.ts";
import { addClient, endClient, findTokenHolder, forgetEndedTokens, giveToken, listClients } from "./usecases.ts";

const database = testDatabase();
type Town = Awaited<ReturnType<typeof aTown>>;
const administered = (there: Town) => as(there.visitor(), clientsAdministered);
const organisationOf = (there: Town, team: "raadslieden" | "rechtswinkel" = "raadslieden") =>
  there.teams[team].organisation.id;
const asked = (there: Town) => ({
  organisationId: organisationOf(there),
  name: "Voorbeeld scherm",
  scopes: ["toezeggingen.lezen"] satisfies Scope[],
  endsOn: Temporal.PlainDate.from("2027-01-31"),
});
const tokenOf = async (ctx: Ctx, client: { id: string }, secret: string) => {
  const given = await giveToken(
    ctx,
    { proof: { kind: "secret", clientId: client.id, secret }, scopes: undefined },
    "here",
  );
  if (given.kind !== "given") throw new Error("No token was given.");
  return given.token;
};
const count = async (table: string, client: { id: string }): Promise<number> =>
  (await database.admin.query(`select count(*)::int from ${table} where client_id = $1`, [client.id])).rows[0].count;

describe("a program", () => {
  test("is added with a secret that is told once, and listed without it", async () => {
    const there = await aTown(database.db);
    const added = await addClient(administered(there), { ...asked(there), name: " Voorbeeld\nscherm\t" });
    if (!added.ok) throw new Error(added.problem);
    const { client, secret } = added.value;
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(client).toEqual({
      id: expect.any(String),
      organisationId: organisationOf(there),
      name: "Voorbeeld scherm",
      scopes: ["toezeggingen.lezen"],
      provesWith: "secret",
      createdOn: Temporal.PlainDate.from("2026-11-24"),
      endsOn: Temporal.PlainDate.from("2027-01-31"),
      lastUsedAt: null,
      endedAt: null,
    });
    const listed = await listClients(administered(there), organisationOf(there));
    expect(listed).toEqual([client]);
    expect(JSON.stringify(listed)).not.toContain(secret);
    expect(await listClients(administered(there), organisationOf(there, "rechtswinkel"))).toEqual([]);
  });

  test("says when it was last used and when it was ended", async () => {
    const there = await aTown(database.db);
    const { client, secret } = await aClient(there.visitor(), { organisationId: organisationOf(there) });
    await tokenOf(there.visitor(), client, secret);
    expect(await endClient(administered(there), client.id)).toBe("ended");
    expect(await endClient(administered(there), client.id)).toBe("gone");
    expect(await endClient(administered(there), newId())).toBe("gone");
    const now = there.visitor().now;
    expect(await listClients(administered(there), organisationOf(there))).toMatchObject([
      { id: client.id, lastUsedAt: now, endedAt: now },
    ]);
    const { rows } = await database.admin.query("select name, facts from event where subject_ref = $1 order by id", [
      client.id,
    ]);
    expect(rows.map(({ name }) => name)).toEqual(["access.clientAdded", "access.tokenGiven", "access.clientEnded"]);
    expect(rows[2]?.facts).toEqual({ organisationId: organisationOf(there) });
  });

  test("is not added for an organisation that is not there, or with what is wrong, and then nothing is told", async () => {
    const there = await aTown(database.db);
    const before = (await database.admin.query("select count(*)::int from event")).rows;
    for (const [over, problem] of [
      [{ organisationId: newId() }, "noOrganisation"],
      [{ name: " " }, "nameMissing"],
      [{ publicKey: "geen sleutel" }, "keyUnreadable"],
    ] as const)
      expect(await addClient(administered(there), { ...asked(there), ...over })).toEqual({ ok: false, problem });
    expect((await database.admin.query("select count(*)::int from event")).rows).toEqual(before);
  });

  test("is added, seen and ended by nobody but whoever administers programs", async () => {
    const there = await aTown(database.db);
    const { client, secret } = await aClient(there.visitor(), { organisationId: organisationOf(there) });
    const token = await tokenOf(there.visitor(), client, secret);
    const holder = await findTokenHolder(there.visitor(), token);
    if (holder === undefined) throw new Error("The token is held by nobody.");
    const others: Actor[] = [
      { kind: "visitor" },
      there.helper("samira").actor,
      holder,
      { kind: "system", purpose: "tokens" },
      { kind: "system", purpose: "provisioning" },
    ];
    for (const actor of others) {
      const ctx = as(there.visitor(), actor);
      await expect(addClient(ctx, asked(there)), actor.kind).rejects.toMatchObject({ code: "42501" });
      if (actor.kind !== "system" || actor.purpose !== "tokens") {
        expect(await listClients(ctx)).toEqual([]);
        expect(await endClient(ctx, client.id)).toBe("gone");
      } else await expect(endClient(ctx, client.id)).rejects.toMatchObject({ code: "42501" });
    }
    expect(await findTokenHolder(there.visitor(), token)).toEqual(holder);
  });
});

describe("whoever holds a token", () => {
  test("is that program, with the teams of its organisation in the municipality where it asks", async () => {
    const [there, elsewhere] = [await aTown(database.db), await aTown(database.db)];
    const { client, secret } = await aClient(there.visitor(), {
      organisationId: organisationOf(there),
      scopes: ["terugbelverzoeken.maken"],
    });
    const token = await tokenOf(there.visitor(), client, secret);
    const common = {
      kind: "client",
      clientId: client.id,
      organisationId: organisationOf(there),
      scopes: ["terugbelverzoeken.maken"],
    };
    expect(await findTokenHolder(there.visitor(), token)).toEqual({ ...common, teamIds: [there.teams.raadslieden.id] });
    expect(await findTokenHolder(elsewhere.visitor(), token)).toEqual({ ...common, teamIds: [] });
    expect(await findTokenHolder(there.visitor(), `${token}x`)).toBeUndefined();
  });
});

test("tokens and proofs are forgotten once they are worth nothing, and not before", async () => {
  const there = await aTown(database.db);
  const keys = ecKeys();
  const { client } = await aClient(there.visitor(), { organisationId: organisationOf(there), keys });
  // Good for the longest time a statement can be: as long as the token, and two minutes for the clocks.
  const seconds = there.visitor().now.epochMilliseconds / 1000;
  const assertion = signed(claimsFor(client.id, "here", there.visitor().now, { exp: seconds + 600 }), keys);
  const ask = () =>
    giveToken(
      there.visitor(),
      { proof: { kind: "assertion", assertion, clientId: undefined }, scopes: undefined },
      "here",
    );
  expect(await ask()).toMatchObject({ kind: "given", seconds: 600 });
  const left = async () => [await count("api_token", client), await count("api_assertion", client)];
  await forgetEndedTokens(there.visitor());
  expect(await left()).toEqual([1, 1]);
  there.moveTo("2026-11-24T10:10");
  await forgetEndedTokens(there.visitor());
  expect(await left()).toEqual([0, 1]);
  there.moveTo("2026-11-24T10:11");
  expect(await ask()).toEqual({ kind: "refused" });
  there.moveTo("2026-11-24T10:12");
  await forgetEndedTokens(there.visitor());
  expect(await left()).toEqual([0, 0]);
  // Forgotten, and over: it opens nothing now either.
  expect(await ask()).toEqual({ kind: "refused" });
});
