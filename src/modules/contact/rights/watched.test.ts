import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import type { Ctx } from "../../../kernel/context.ts";
import { newId } from "../../../kernel/id.ts";
import { askAboutOwnData, extendRequest, listWatchedRequests } from "../../casework/index.ts";
import { openCasePage, openRequestPage } from "../index.ts";
import { aTown, byMail, type Town } from "../make.ts";
import { answerRequest, listRequestLines } from "./usecases.ts";

/* A privacy officer is deputy of every answer that is owed, and opens no file. */

const database = testDatabase();

/** Whoever watches over privacy at the organisation of this team, and works on no files. */
const officer = (town: Town, of: keyof Town["teams"] = "raadslieden"): Ctx => {
  const { id: teamId, organisation } = town.teams[of];
  return {
    ...town.visitor(),
    actor: {
      kind: "person",
      personId: newId(),
      teamIds: [],
      duties: [{ role: "privacy-officer", teamId, organisationId: organisation.id }],
    },
  };
};

async function asked(town: Town, kind: "correction" | "objection" = "correction") {
  const question = await town.ask({ word: "Mijn huur is te hoog", name: "Roos" });
  const made = await askAboutOwnData(byMail(question.own()), { kind, ownWords: "Mijn naam is fout." });
  if (made?.kind !== "made") throw new Error("Nobody wrote it down.");
  return { ...question, request: made.request };
}

describe("whoever watches over privacy", () => {
  test("sees what was asked, of which team and by when, and not a word of it or whose it is", async () => {
    const town = await aTown(database.db);
    const { request, caseId } = await asked(town);
    const seen = await listWatchedRequests(officer(town));
    expect(seen).toEqual([
      {
        teamId: town.teams.raadslieden.id,
        kind: "correction",
        askedAt: request.askedAt,
        answerBy: request.answerBy,
        extendedAt: null,
        state: "asked",
        settledAt: null,
      },
    ]);
    expect(JSON.stringify(seen)).not.toContain(request.id);
    expect(await listRequestLines(officer(town))).toEqual([]);
    expect(await openRequestPage(officer(town), request.id)).toBeUndefined();
    expect(await openCasePage(officer(town), caseId)).toBeUndefined();
  });

  test("sees first what waits, by its last day, and that one was extended or answered", async () => {
    const town = await aTown(database.db);
    const samira = () => town.helper("samira");
    const first = await asked(town);
    town.later({ hours: 24 });
    const second = await asked(town, "objection");
    await extendRequest(samira(), first.request.id, "complex");
    expect((await listWatchedRequests(officer(town)))?.map(({ kind, state }) => [kind, state])).toEqual([
      ["objection", "asked"],
      ["correction", "extended"],
    ]);
    await answerRequest(samira(), second.request.id, { outcome: "granted", answer: "Wij stoppen ermee." });
    const [waiting, done] = (await listWatchedRequests(officer(town))) ?? [];
    expect(waiting?.extendedAt).toEqual(town.clock.now);
    expect(done).toMatchObject({ kind: "objection", state: "granted", settledAt: town.clock.now });
  });

  test("sees nothing of another organisation, whoever pays or hosts it, and nothing in another town", async () => {
    const [town, elsewhere] = [await aTown(database.db), await aTown(database.db)];
    await asked(town);
    expect(await listWatchedRequests(officer(town, "rechtswinkel"))).toEqual([]);
    expect(await listWatchedRequests({ ...officer(town), municipalityId: elsewhere.municipality.id })).toEqual([]);
  });

  test("is nobody else: a helper, a lead, an administrator or a visitor gets no such list", async () => {
    const town = await aTown(database.db);
    await asked(town);
    const admin = officer(town);
    const duties = [
      { role: "organisation-admin", teamId: newId(), organisationId: town.teams.raadslieden.organisation.id },
    ];
    const others = [
      town.helper("jeroen"),
      town.helper("samira"),
      town.visitor(),
      { ...admin, actor: { kind: "person" as const, personId: newId(), teamIds: [], duties } },
    ];
    for (const nobody of others) expect(await listWatchedRequests(nobody)).toBeUndefined();
  });
});
