import type { TestDatabase } from "./database.ts";

/** What is really stored, whoever may see it: looked up beside the rules that are under test. */
export const stored = (database: TestDatabase) => ({
  /** The names of a town's events, in the order in which they were recorded. */
  eventNames: async ({ municipality }: { municipality: { id: string } }): Promise<string[]> =>
    (
      await database.admin.query("select name from event where municipality_id = $1 order by id", [municipality.id])
    ).rows.map((event) => event.name),
  /** Kind and state of each promise of a case, in the order in which they were made. */
  promisesOf: async (caseId: string): Promise<string[]> =>
    (await database.admin.query("select kind, state from promise where case_id = $1 order by id", [caseId])).rows.map(
      (row) => `${row.kind} ${row.state}`,
    ),
});
