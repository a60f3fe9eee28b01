import type { Context, Handler } from "hono";
import { z } from "zod";
import { dayOf } from "../../../kernel/day.ts";
import {
  changeSkill,
  comeBackToOrganisation,
  endSessionsOf,
  giveDuty,
  givenRoles,
  inviteAgain,
  leaveOrganisation,
  type StaffChange,
  setDeputy,
  skills,
  takeDuty,
  teamRoles,
} from "../../../modules/access/index.ts";
import { parseForm, readDay, readOptionalDay } from "../../form.ts";
import { workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import { deputyBox, deputyOf } from "./duty-fields.tsx";
import { texts } from "./page.tsx";
import { showPerson } from "./person.tsx";

/* What an administrator does on the page of a colleague: read the form, do it, and go back to the page. */

const idOf = (c: Context<Env>): string | undefined => z.uuid().safeParse(c.req.param("id")).data;

/** After a change: back to the colleague. Nobody of mine and nobody at all look the same. */
async function after(
  c: Context<Env>,
  change: StaffChange,
  refuse: (field: string, sentence: string) => Refused,
  { field = "team", done = "done" }: { field?: string; done?: "done" | "wentAway" | "signedOut" | "invited" } = {},
): Promise<Response> {
  const { place, language } = c.var;
  const { problems } = texts[language];
  switch (change) {
    case "done":
    case "gone": {
      const shown = await showPerson(c);
      if (shown.status === 404) return shown;
      const came = change === "done" ? done : change;
      return thenSay(c, workPath(place, `collegas/${c.req.param("id")}`), { what: "staff", came });
    }
    case "lastAdmin":
    case "notHere":
    case "hasIt":
      return showPerson(c, refuse(field, problems[change]));
  }
}

const Duty = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("give"),
    team: z.uuid({ error: "teamMissing" }),
    role: z.enum(givenRoles, { error: "roleMissing" }),
    deputy: deputyOf,
  }),
  z.object({ do: z.literal("take"), municipality: z.string(), team: z.uuid(), role: z.enum(teamRoles) }),
  z.object({
    do: z.literal("deputy"),
    municipality: z.string(),
    team: z.uuid(),
    role: z.enum(teamRoles),
  }),
]);

export const dutyForm: Handler<Env> = async (c) => {
  const { ctx, language } = c.var;
  const id = idOf(c);
  const form = await parseForm(c, Duty, texts[language].problems);
  if (id === undefined) return c.notFound();
  if (!form.ok) return showPerson(c, form.refused);
  const given = form.value;
  switch (given.do) {
    case "give":
      return after(
        c,
        await giveDuty(ctx, id, { teamId: given.team, role: given.role, deputyId: given.deputy }),
        form.refuse,
      );
    case "take":
      return after(
        c,
        await takeDuty(ctx, id, { municipalityId: given.municipality, teamId: given.team, role: given.role }),
        form.refuse,
      );
    case "deputy": {
      const duty = { municipalityId: given.municipality, teamId: given.team, role: given.role };
      const deputy = deputyOf.safeParse(form.values[deputyBox(duty)]);
      if (!deputy.success) return c.notFound();
      return after(c, await setDeputy(ctx, id, { ...duty, deputyId: deputy.data }), form.refuse);
    }
  }
};

const SkillForm = z.object({ do: z.enum(["set", "drop"]), skill: z.enum(skills, { error: "skillMissing" }) });

export const skillForm: Handler<Env> = async (c) => {
  const { ctx, language } = c.var;
  const id = idOf(c);
  const { problems } = texts[language];
  const form = await parseForm(c, SkillForm, problems);
  if (id === undefined) return c.notFound();
  if (!form.ok) return showPerson(c, form.refused);
  const { do: what, skill } = form.value;
  if (what === "drop")
    return after(c, await changeSkill(ctx, id, { skill, since: null }), form.refuse, { field: "skill" });
  const words = sharedWords[language];
  const since = readDay(form.values, "since");
  if (!since.ok)
    return showPerson(
      c,
      form.refuse("since", since.problem === "missing" ? words.dayIncomplete : words.dayImpossible(since.typed)),
    );
  if (Temporal.PlainDate.compare(since.value, dayOf(ctx.now)) > 0)
    return showPerson(c, form.refuse("since", problems.sinceLater));
  const until = readOptionalDay(form.values, "until");
  if (!until.ok)
    return showPerson(
      c,
      form.refuse("until", until.problem === "missing" ? words.dayIncomplete : words.dayImpossible(until.typed)),
    );
  if (until.value !== undefined && Temporal.PlainDate.compare(until.value, since.value) < 0)
    return showPerson(c, form.refuse("until", problems.untilBefore));
  const learned = { skill, since: since.value.toString(), until: until.value?.toString() ?? null };
  return after(c, await changeSkill(ctx, id, learned), form.refuse, { field: "skill" });
};

export const inviteForm: Handler<Env> = async (c) => {
  const id = idOf(c);
  const form = await parseForm(c, z.object({}), {});
  if (id === undefined || !form.ok) return c.notFound();
  return after(c, await inviteAgain(c.var.ctx, id, c.var.app.secret), form.refuse, { done: "invited" });
};

export const sessionsForm: Handler<Env> = async (c) => {
  const id = idOf(c);
  const form = await parseForm(c, z.object({}), {});
  if (id === undefined || !form.ok) return c.notFound();
  return after(c, await endSessionsOf(c.var.ctx, id), form.refuse, { done: "signedOut" });
};

const Leave = z.discriminatedUnion("do", [
  z.object({ do: z.literal("leave"), organisation: z.uuid() }),
  z.object({
    do: z.literal("back"),
    team: z.uuid({ error: "teamMissing" }),
    role: z.enum(givenRoles, { error: "roleMissing" }),
  }),
]);

/** Leaving, and being welcome again. */
export const leaveForm: Handler<Env> = async (c) => {
  const { app, ctx, language } = c.var;
  const id = idOf(c);
  const form = await parseForm(c, Leave, texts[language].problems);
  if (id === undefined) return c.notFound();
  if (!form.ok) return showPerson(c, form.refused);
  const asked = form.value;
  const change =
    asked.do === "leave"
      ? await leaveOrganisation(ctx, id, asked.organisation)
      : await comeBackToOrganisation(ctx, id, { teamId: asked.team, role: asked.role }, app.secret);
  return after(c, change, form.refuse, { done: asked.do === "leave" ? "wentAway" : "done" });
};
