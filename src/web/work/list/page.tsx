import type { Context, Handler } from "hono";
import { newId } from "../../../kernel/id.ts";
import { languages } from "../../../kernel/language.ts";
import { listLasts, listListable, type Service } from "../../../modules/directory/index.ts";
import { chainOf, hasSite, workPath } from "../../place.ts";
import { takeSaid } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/data-table.tsx";
import { Field } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { type Draft, readDraft } from "./draft.ts";
import { EntryCard } from "./entry-card.tsx";
import { texts } from "./texts.ts";

/** The list in the making: in which order, with what said of each, in which language and for how long. */
export const listPage: Handler<Env> = (c) => {
  if (!hasSite(c.var.place.municipality)) return c.notFound();
  return showList(c, readDraft(c));
};

export async function showList(c: Context<Env>, draft: Draft, refused?: Refused) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const ids = draft.entries.map(({ serviceId }) => serviceId);
  const services = await listListable(ctx, chainOf(place), ids);
  const said = takeSaid(c);
  const page = (
    <WorkFrame c={c} title={text.title} section="find" counts={await navCounts(c)} refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      {said?.what === "list" && said.came === "full" && <Notice kind="warning">{text.full}</Notice>}
      {services.length < ids.length && <Notice kind="warning">{text.gone(ids.length - services.length)}</Notice>}
      <h1>{text.title}</h1>
      <Lead>{text.lead}</Lead>
      {services.length === 0 ? (
        <EmptyState heading={text.empty} action={<LinkButton href={workPath(place, "hulp")}>{text.find}</LinkButton>}>
          <p>{text.emptyText}</p>
        </EmptyState>
      ) : (
        <ListForm c={c} draft={draft} services={services} refused={refused} />
      )}
      <p>
        <a href={workPath(place, "lijsten")}>{text.madeTitle}</a>
      </p>
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}

type ListFormProps = { c: Context<Env>; draft: Draft; services: readonly Service[]; refused: Refused | undefined };

function ListForm({ c, draft, services, refused }: ListFormProps) {
  const { language, place } = c.var;
  const text = texts[language];
  const entryOf = new Map(draft.entries.map((entry) => [entry.serviceId, entry]));
  const formKey = String(refused?.values.formKey ?? newId());
  return (
    <>
      <Notice kind="warning">{text.noPersonal}</Notice>
      <Form action={workPath(place, "lijst")} hidden={{ formKey, entry: services.map(({ id }) => id) }}>
        {services.map((service, at) => (
          <EntryCard
            c={c}
            service={service}
            entry={entryOf.get(service.id)}
            at={at}
            isLast={at === services.length - 1}
            refused={refused}
          />
        ))}
        <Buttons>
          <Button look="secondary" name="act" value="find">
            {text.more}
          </Button>
        </Buttons>
        <h2>{text.how}</h2>
        <HowFields c={c} draft={draft} refused={refused} />
        <Buttons>
          <Button name="act" value="make">
            {text.make}
          </Button>
          <Button look="secondary" name="act" value="keep">
            {text.keep}
          </Button>
          <Button look="subtle" name="act" value="clear">
            {text.clear}
          </Button>
        </Buttons>
        <p>{text.kept}</p>
      </Form>
    </>
  );
}

function HowFields({ c, draft, refused }: Omit<ListFormProps, "services">) {
  const { language, atWork, place } = c.var;
  const text = texts[language];
  const teams = new Map(
    atWork.person.memberships
      .filter(
        ({ municipalityId, teamId }) => municipalityId === place.municipality.id && atWork.teamIds.includes(teamId),
      )
      .map(({ teamId, teamName }) => [teamId, teamName]),
  );
  const shared = { language, refused, type: "select" as const };
  return (
    <>
      {teams.size > 1 && (
        <Field
          {...shared}
          name="team"
          label={text.team}
          value={draft.teamId}
          options={[...teams].map(([value, label]) => ({ value, label }))}
        />
      )}
      <Field
        {...shared}
        name="toldIn"
        label={text.toldIn}
        hint={text.toldInHint}
        value={draft.toldIn}
        options={Object.entries(languages).map(([value, { name }]) => ({ value, label: name }))}
      />
      <Field
        {...shared}
        name="lasts"
        label={text.lasts}
        value={String(draft.lasts)}
        options={listLasts.map((days) => ({ value: String(days), label: text.lastsChoice[days] }))}
      />
    </>
  );
}
