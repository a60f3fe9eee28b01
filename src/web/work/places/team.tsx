import type { Context, Handler } from "hono";
import { z } from "zod";
import { changeTeam, findPlacedTeam, settleTeam, type Team } from "../../../modules/access/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { placesSaved, showOrganisation } from "./organisation.tsx";
import { texts } from "./page.tsx";
import { readTeam, TeamFields } from "./team-fields.tsx";

async function findTeam(c: Context<Env>): Promise<Team | undefined> {
  const id = z.uuid().safeParse(c.req.param("id"));
  return id.success ? findPlacedTeam(c.var.ctx, id.data) : undefined;
}

/** One team, to change it. */
export const teamPage: Handler<Env> = async (c) => {
  const team = await findTeam(c);
  return team === undefined ? c.notFound() : show(c, team);
};

export const teamForm: Handler<Env> = async (c) => {
  const team = await findTeam(c);
  if (team === undefined) return c.notFound();
  const typed = await readTeam(c, {}, team);
  if (!typed.ok) return show(c, team, typed.refused);
  const came = await changeTeam(c.var.ctx, team.id, typed.team);
  if (came === "nameTaken")
    return show(c, team, typed.refuse("teamName", texts[c.var.language].problems.teamNameTaken));
  return came === "done" ? placesSaved(c) : c.notFound();
};

/** Another team of an organisation that is here. */
export const newTeamForm: Handler<Env> = async (c) => {
  const id = z.uuid().safeParse(c.req.param("id"));
  if (!id.success) return c.notFound();
  const typed = await readTeam(c, {});
  if (!typed.ok) return showOrganisation(c, { team: typed.refused });
  const came = await settleTeam(c.var.ctx, id.data, { ...typed.team, closingDays: new Set() });
  if (came === "nameTaken")
    return showOrganisation(c, { team: typed.refuse("teamName", texts[c.var.language].problems.teamNameTaken) });
  return came === "done" ? placesSaved(c) : c.notFound();
};

async function show(c: Context<Env>, team: Team, refused?: Refused) {
  const { language, place } = c.var;
  const text = texts[language];
  const page = (
    <WorkFrame
      c={c}
      title={text.changeTeamTitle}
      section="places"
      counts={await navCounts(c)}
      refused={refused !== undefined}
    >
      <ErrorSummary language={language} refused={refused} />
      <h1>{team.name}</h1>
      <Lead>{text.changeTeamLead(team.organisation.name)}</Lead>
      <p>{text.stopped}</p>
      <Form action={workPath(place, `gemeente/teams/${team.id}`)}>
        <TeamFields c={c} team={team} refused={refused} />
        <Button>{text.save}</Button>
      </Form>
      <p>
        <a href={workPath(place, `gemeente/organisaties/${team.organisation.id}`)}>
          {text.backTo(team.organisation.name)}
        </a>
      </p>
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}
