import type { Handler } from "hono";
import { z } from "zod";
import type { Translated } from "../../../kernel/language.ts";
import { listPlaces, switchableModules, useModules } from "../../../modules/access/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { type Said, takeSaid, thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Badge, Badges, Card } from "../../ui/card.tsx";
import { CheckboxGroup } from "../../ui/choice.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Lead, Warn } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { nl, type PlacesText } from "./nl.ts";

export const texts: Translated<PlacesText> = { nl, en };

export function FirstAdminSaid({ said, text }: { said: Said | undefined; text: PlacesText }) {
  if (said?.what !== "firstAdmin") return null;
  const isDone = said.came === "invited" || said.came === "withdrawn";
  return <Notice kind={isDone ? "success" : "warning"}>{text.firstAdmin[said.came]}</Notice>;
}

/** What this municipality uses, and who works together in it. */
export const placesPage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const places = await listPlaces(ctx);
  if (places === undefined) return c.notFound();
  const { modulesOff, name } = place.municipality;
  const said = takeSaid(c);
  const to = (path: string) => workPath(place, `gemeente/${path}`);
  return c.html(
    <WorkFrame c={c} title={text.title} section="places" counts={await navCounts(c)}>
      {said?.what === "placesSaved" && <Notice kind="success">{text.said}</Notice>}
      <FirstAdminSaid said={said} text={text} />
      <h1>{text.title}</h1>
      <Lead>{text.lead(name)}</Lead>
      <Form action={to("onderdelen")}>
        <CheckboxGroup
          language={language}
          name="module"
          legend={text.modules}
          hint={text.modulesLead}
          values={switchableModules.filter((module) => !modulesOff.includes(module))}
          options={switchableModules.map((module) => ({ value: module, label: text.moduleNames[module] }))}
        />
        <Button>{text.modulesSave}</Button>
      </Form>
      <h2>{text.organisations}</h2>
      <p>{text.organisationsLead}</p>
      <p>{text.ownAdmins}</p>
      {places.organisations.map((organisation) => (
        <Card level={3} title={organisation.name}>
          <Badges>
            <Badge>{text.kinds[organisation.kind]}</Badge>
            <Badge>{sharedWords[language].independence[organisation.independence]}</Badge>
          </Badges>
          {organisation.reason.nl !== undefined && <p>{organisation.reason[language] ?? organisation.reason.nl}</p>}
          <p>
            {text.teams(
              places.teams
                .filter(({ organisationId }) => organisationId === organisation.id)
                .map(({ name, function: what }) => `${name} (${text.functions[what].toLowerCase()})`),
            )}
          </p>
          {places.withoutAdmin.includes(organisation.id) && (
            <p>
              <Warn>{text.noAdmin}</Warn>
            </p>
          )}
          <Buttons>
            <LinkButton tight look="secondary" href={to(`organisaties/${organisation.id}`)} about={organisation.name}>
              {text.change}
            </LinkButton>
          </Buttons>
        </Card>
      ))}
      <Buttons>
        <LinkButton look="secondary" href={to("organisaties/nieuw")}>
          {text.addOrganisation}
        </LinkButton>
      </Buttons>
    </WorkFrame>,
  );
};

const Used = z.object({ module: z.array(z.enum(switchableModules)) });

export const modulesForm: Handler<Env> = async (c) => {
  const form = await parseForm(c, Used, {}, ["module"]);
  if (!form.ok || (await useModules(c.var.ctx, form.value.module)) !== "done") return c.notFound();
  return thenSay(c, workPath(c.var.place, "gemeente"), { what: "placesSaved" });
};
