import type pg from "pg";
import { errorCode, outdatedPlan } from "../kernel/context.ts";

/*
 * A statement that comes back is planned once for each connection: PostgreSQL keeps the plan of what has a name. Planning
 * is most of what the policies cost, for each policy of a table is a branch of its query (docs/performance.md).
 *
 * A kept plan does not know the values. What decides which index will do, such as a state, therefore stands in the text
 * (`sql.lit`), and what is worked out from a value is worked out once, in a `select` of its own.
 */

/** So many plans does a connection hold at the most; each takes some 100 kB of the database’s memory. */
const mostPlans = 250;
/** So often must a text be heard before it gets a name: a list of ids makes another text for each length. */
const timesHeard = 3;

type Ask = (...query: unknown[]) => Promise<unknown>;

/**
 * Names for the statements of one pool: the same on each of its connections, so that a pooler between us and the
 * database, which knows statements by name, keeps them too.
 */
export function keepPlans(): (client: pg.ClientBase) => void {
  const names = new Map<string, string>();
  const heard = new Map<string, number>();
  const round = { number: 1 };

  function nameOf(text: string): string | undefined {
    const name = names.get(text);
    if (name !== undefined || names.size >= mostPlans) return name;
    const times = (heard.get(text) ?? 0) + 1;
    heard.set(text, times);
    if (times < timesHeard) return undefined;
    heard.delete(text);
    const given = `kept_${round.number}_${names.size}`;
    names.set(text, given);
    return given;
  }
  /** Under new names all is planned anew; what was kept under the old ones ends with its connection. */
  function beginAnew(): void {
    names.clear();
    round.number++;
  }

  return (client) => {
    const ask = client.query.bind(client) as Ask;
    const askKept: Ask = async (text, values, ...more) => {
      // `begin`, settings and the like come without values: there is no plan to keep.
      const kept = typeof text === "string" && Array.isArray(values) && values.length > 0 && more.length === 0;
      const name = kept ? nameOf(text) : undefined;
      if (name === undefined) return ask(text, values, ...more);
      try {
        return await ask({ name, text, values });
      } catch (error) {
        if (errorCode(error) === outdatedPlan) beginAnew();
        throw error;
      }
    };
    client.query = askKept as typeof client.query;
  };
}
