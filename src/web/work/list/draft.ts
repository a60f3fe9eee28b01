import type { Context } from "hono";
import { z } from "zod";
import { ListEntry, type ListLasts, listLasts, usualListLasts } from "../../../modules/directory/index.ts";
import { dropSealed, readSealed, setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";

/*
 * The list that somebody is making waits sealed in their browser, as own words do (decision record 0011): until it is given
 * there is nothing to keep and to forget. For them alone, in this municipality, for an afternoon at the desk. In one piece,
 * for a helper may have own words and answers of somebody in the same browser: twenty entries with a short line each fit.
 */

const cookie = "lijst";
const minutes = 4 * 60;

export type Draft = { entries: ListEntry[]; toldIn: string; lasts: ListLasts; teamId: string | undefined };

const Kept = z.object({
  by: z.string(),
  at: z.string(),
  draft: z.object({
    entries: z.array(ListEntry),
    toldIn: z.string(),
    lasts: z.literal(listLasts),
    teamId: z.string().optional(),
  }),
});

type Whose = { personId: string; municipalityId: string };
const here = (c: Context<Env>): Whose => ({
  personId: c.var.atWork.person.personId,
  municipalityId: c.var.place.municipality.id,
});

export function readDraft(c: Context<Env>, { personId, municipalityId }: Whose = here(c)): Draft {
  const kept = readSealed(c, cookie, Kept);
  if (kept?.by !== personId || kept.at !== municipalityId)
    return { entries: [], toldIn: "nl", lasts: usualListLasts, teamId: undefined };
  return { ...kept.draft, teamId: kept.draft.teamId };
}

/** False: it is more than a browser keeps, and nothing has changed. */
export function keepDraft(c: Context<Env>, draft: Draft): boolean {
  const { personId, municipalityId } = here(c);
  return setSealed(c, cookie, { by: personId, at: municipalityId, draft }, minutes, 1);
}

export const dropDraft = (c: Context<Env>): void => dropSealed(c, cookie);
