import { type Ctx, errorCode } from "../kernel/context.ts";
import { forgetLeavers, forgetLooks, readRetention } from "../modules/access/index.ts";
import { forgetCases, forgetRequests, tellOfUntouched } from "../modules/casework/index.ts";
import { forgetContacts, forgetLists } from "../modules/directory/index.ts";
import { forgetPromises } from "../modules/promises/index.ts";
import { forgetMails } from "./mail.ts";

/*
 * What goes when its term is over, all of it: by night (schedule.ts) and by hand (cli/retention.ts). What content/retention.yaml
 * calls otherwise has a clock of its own: sessions in schedule.ts, requests in web/limits.ts, tasks in the job queue itself.
 */

/**
 * Of each kind, how many went (in a dry run: would go). `failed`: what went wrong, by code alone, because an error of the
 * database may hold what stood in a row; it is tried again the next night.
 */
export type Run = {
  cases: number;
  untouched: number;
  promises: number;
  requests: number;
  mails: number;
  looks: number;
  contacts: number;
  lists: number;
  people: number;
  failed: string[];
};

/** A part that fails leaves the others alone. */
export async function keepToTerms(ctx: Ctx, given: { dryRun: boolean }): Promise<Run> {
  const failed: unknown[] = [];
  const part = async (run: () => Promise<{ done: number; failed: unknown[] }>): Promise<number> => {
    const outcome = await run().catch((error: unknown) => ({ done: 0, failed: [error] }));
    failed.push(...outcome.failed);
    return outcome.done;
  };
  const days = readRetention().rules.mail.terms[0]?.days;
  if (days === undefined) throw new Error("The retention rule of mails is counted in days.");
  const done = {
    cases: await part(async () => {
      const { forgotten, failed } = await forgetCases(ctx, given);
      return { done: forgotten.length, failed };
    }),
    untouched: await part(async () => {
      const { told, failed } = await tellOfUntouched(ctx, given);
      return { done: told, failed };
    }),
    promises: await part(async () => {
      const { forgotten, failed } = await forgetPromises(ctx, given);
      return { done: forgotten, failed };
    }),
    requests: await part(async () => {
      const { forgotten, failed } = await forgetRequests(ctx, given);
      return { done: forgotten, failed };
    }),
    mails: await part(async () => ({ done: await forgetMails(ctx, { ...given, days }), failed: [] })),
    looks: await part(async () => {
      const { forgotten, failed } = await forgetLooks(ctx, given);
      return { done: forgotten, failed };
    }),
    contacts: await part(async () => {
      const { forgotten, failed } = await forgetContacts(ctx, given);
      return { done: forgotten, failed };
    }),
    lists: await part(async () => {
      const { forgotten, failed } = await forgetLists(ctx, given);
      return { done: forgotten, failed };
    }),
    people: await part(async () => {
      const { forgotten, failed } = await forgetLeavers(ctx, given);
      return { done: forgotten, failed };
    }),
  };
  return { ...done, failed: failed.map((error) => errorCode(error) || "unknown") };
}

/** By night: what could not go makes the task fail, after all the rest was done. */
export async function keepToTermsByNight(ctx: Ctx): Promise<void> {
  const { failed } = await keepToTerms(ctx, { dryRun: false });
  if (failed.length > 0)
    throw new Error(`what is over could not be deleted, ${failed.length} times: ${[...new Set(failed)].join(", ")}`);
}
