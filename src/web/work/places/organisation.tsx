import type { Context, Handler } from "hono";
import { z } from "zod";
import { changeOrganisation, listPlaces, settleOrganisation } from "../../../modules/access/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { takeSaid, thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { AdminFields, AwaitedAdmin, adminOf, TypedAdmin } from "./first-admin.tsx";
import { OrganisationFields, organisationOf, TypedOrganisation } from "./organisation-fields.tsx";
import { FirstAdminSaid, texts } from "./page.tsx";
import { readTeam, TeamFields } from "./team-fields.tsx";

/** One organisation, or a new one with its first team and who manages its colleagues. */
export const organisationPage: Handler<Env> = (c) => showOrganisation(c, {});
export const newOrganisationPage: Handler<Env> = (c) => showNew(c);

export const placesSaved = (c: Context<Env>) => thenSay(c, workPath(c.var.place, "gemeente"), { what: "placesSaved" });

export const organisationForm: Handler<Env> = async (c) => {
  const { ctx, language } = c.var;
  const id = z.uuid().safeParse(c.req.param("id"));
  const form = await parseForm(c, TypedOrganisation, texts[language].problems);
  if (!id.success) return c.notFound();
  if (!form.ok) return showOrganisation(c, { organisation: form.refused });
  const came = await changeOrganisation(ctx, { id: id.data, ...organisationOf(form.value) });
  return came === "done" ? placesSaved(c) : c.notFound();
};

export const newOrganisationForm: Handler<Env> = async (c) => {
  const { app, ctx, place } = c.var;
  const typed = await readTeam(c, { ...TypedOrganisation.shape, ...TypedAdmin.shape });
  if (!typed.ok) return showNew(c, typed.refused);
  const settled = {
    organisation: organisationOf(TypedOrganisation.parse(typed.value)),
    team: { ...typed.team, closingDays: new Set<string>() },
    admin: adminOf(TypedAdmin.parse(typed.value)),
  };
  return (await settleOrganisation(ctx, settled, app.secret)) === "done"
    ? thenSay(c, workPath(place, "gemeente"), { what: "firstAdmin", came: "invited" })
    : c.notFound();
};

type Wrong = { organisation?: Refused; team?: Refused; admin?: Refused };

/** @param refused what was wrong with which of the forms. */
export async function showOrganisation(c: Context<Env>, refused: Wrong) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const places = await listPlaces(ctx);
  const organisation = places?.organisations.find(({ id }) => id === c.req.param("id"));
  if (places === undefined || organisation === undefined) return c.notFound();
  const awaited = places.awaited.find(({ organisationId }) => organisationId === organisation.id);
  const wrong = refused.organisation ?? refused.team ?? refused.admin;
  const to = (path: string) => workPath(place, `gemeente/${path}`);
  const own = `organisaties/${organisation.id}`;
  const page = (
    <WorkFrame
      c={c}
      title={text.changeTitle}
      section="places"
      counts={await navCounts(c)}
      refused={wrong !== undefined}
    >
      <ErrorSummary language={language} refused={wrong} />
      <FirstAdminSaid said={takeSaid(c)} text={text} />
      <h1>{organisation.name}</h1>
      {places.withoutAdmin.includes(organisation.id) && (
        <>
          <Notice kind="warning" heading={text.noAdmin}>
            <p>{text.noAdminWhy}</p>
          </Notice>
          <Form action={to(`${own}/beheerder`)}>
            <AdminFields c={c} refused={refused.admin} />
            <Button look="secondary">{text.adminSend}</Button>
          </Form>
          <h2>{text.organisation}</h2>
        </>
      )}
      {awaited !== undefined && (
        <>
          <AwaitedAdmin c={c} {...awaited} />
          <h2>{text.organisation}</h2>
        </>
      )}
      <Form action={to(own)}>
        <OrganisationFields c={c} organisation={organisation} refused={refused.organisation} />
        <Button>{text.save}</Button>
      </Form>
      <h2>{text.teamsTitle}</h2>
      <p>{text.stopped}</p>
      <ul>
        {places.teams
          .filter(({ organisationId }) => organisationId === organisation.id)
          .map(({ id, name }) => (
            <li>
              <a href={to(`teams/${id}`)}>{text.changeTeam(name)}</a>
            </li>
          ))}
      </ul>
      <h2>{text.teamTitle}</h2>
      <Form action={to(`${own}/teams`)}>
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
        <h2>{text.adminTitle}</h2>
        <p>{text.adminLead}</p>
        <AdminFields c={c} refused={refused} />
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
