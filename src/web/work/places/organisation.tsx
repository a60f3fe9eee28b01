import type { Context, Handler } from "hono";
import { z } from "zod";
import {
  changeOrganisation,
  listPlaces,
  type Organisation,
  settleOrganisation,
  settleTeam,
} from "../../../modules/access/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { OrganisationFields, organisationOf, TypedOrganisation } from "./organisation-fields.tsx";
import { texts } from "./page.tsx";
import { readTeam, TeamFields } from "./team-fields.tsx";

/** One organisation, or a new one with its first team. */
export const organisationPage: Handler<Env> = (c) => show(c, {});
export const newOrganisationPage: Handler<Env> = (c) => showNew(c);

const saved = (c: Context<Env>) => thenSay(c, workPath(c.var.place, "gemeente"), { what: "placesSaved" });

export const organisationForm: Handler<Env> = async (c) => {
  const { ctx, language } = c.var;
  const id = z.uuid().safeParse(c.req.param("id"));
  const form = await parseForm(c, TypedOrganisation, texts[language].problems);
  if (!id.success) return c.notFound();
  if (!form.ok) return show(c, { organisation: form.refused });
  return (await changeOrganisation(ctx, { id: id.data, ...organisationOf(form.value) })) ? saved(c) : c.notFound();
};

export const newOrganisationForm: Handler<Env> = async (c) => {
  const team = await readTeam(c, TypedOrganisation.shape);
  if (!team.ok) return showNew(c, team.refused);
  const organisation = organisationOf(TypedOrganisation.parse(team.value));
  return (await settleOrganisation(c.var.ctx, organisation, team.team)) ? saved(c) : c.notFound();
};

export const newTeamForm: Handler<Env> = async (c) => {
  const id = z.uuid().safeParse(c.req.param("id"));
  if (!id.success) return c.notFound();
  const team = await readTeam(c, {});
  if (!team.ok) return show(c, { team: team.refused });
  return (await settleTeam(c.var.ctx, id.data, team.team)) ? saved(c) : c.notFound();
};

/** @param refused what was wrong with which of the two forms. */
async function show(c: Context<Env>, refused: { organisation?: Refused; team?: Refused }) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const places = await listPlaces(ctx);
  const organisation: Organisation | undefined = places?.organisations.find(({ id }) => id === c.req.param("id"));
  if (organisation === undefined) return c.notFound();
  const wrong = refused.organisation ?? refused.team;
  const to = (path: string) => workPath(place, `gemeente/organisaties/${organisation.id}${path}`);
  const page = (
    <WorkFrame
      c={c}
      title={text.changeTitle}
      section="places"
      counts={await navCounts(c)}
      refused={wrong !== undefined}
    >
      <ErrorSummary language={language} refused={wrong} />
      <h1>{organisation.name}</h1>
      <Form action={to("")}>
        <OrganisationFields c={c} organisation={organisation} refused={refused.organisation} />
        <Button>{text.save}</Button>
      </Form>
      <h2>{text.teamTitle}</h2>
      <Form action={to("/teams")}>
        <TeamFields c={c} refused={refused.team} />
        <Button look="secondary">{text.addTeam}</Button>
      </Form>
      <Back c={c} />
    </WorkFrame>
  );
  return c.html(page, wrong === undefined ? 200 : 400);
}

async function showNew(c: Context<Env>, refused?: Refused) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  if ((await listPlaces(ctx)) === undefined) return c.notFound();
  const page = (
    <WorkFrame c={c} title={text.newTitle} section="places" counts={await navCounts(c)} refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      <h1>{text.newTitle}</h1>
      <Lead>{text.newLead}</Lead>
      <Form action={workPath(place, "gemeente/organisaties/nieuw")}>
        <h2>{text.organisation}</h2>
        <OrganisationFields c={c} organisation={undefined} refused={refused} />
        <h2>{text.firstTeam}</h2>
        <TeamFields c={c} refused={refused} />
        <Button>{text.add}</Button>
      </Form>
      <Back c={c} />
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}

const Back = ({ c }: { c: Context<Env> }) => (
  <p>
    <a href={workPath(c.var.place, "gemeente")}>{texts[c.var.language].back}</a>
  </p>
);
