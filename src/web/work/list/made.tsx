import type { Context, Handler } from "hono";
import { z } from "zod";
import { dayOf, sayDay } from "../../../kernel/day.ts";
import { endList, type KeptList, listLists } from "../../../modules/directory/index.ts";
import { parseForm } from "../../form.ts";
import { chainOf, hasSite, workPath } from "../../place.ts";
import { FullName } from "../../public/answer/service-facts.tsx";
import { takeSaid, thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { DataTable, EmptyState } from "../../ui/data-table.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { texts } from "./texts.ts";

const perPage = 25;
const lastPage = 500;

/** What one's teams gave along: which help, until when, and a way to end it. The link stands nowhere any more. */
export const madeListsPage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  if (!hasSite(place.municipality)) return c.notFound();
  const text = texts[language];
  const page = Math.max(1, Math.min(lastPage, Number.parseInt(c.req.query("pagina") ?? "1", 10) || 1));
  const { lists, more } = await listLists(ctx, chainOf(place), { page, perPage });
  const here = workPath(place, "lijsten");
  const said = takeSaid(c);
  return c.html(
    <WorkFrame c={c} title={text.madeTitle} section="find" counts={await navCounts(c)}>
      {said?.what === "list" && said.came === "ended" && <Notice kind="success">{text.isEnded}</Notice>}
      <h1>{text.madeTitle}</h1>
      <Lead>{text.madeLead}</Lead>
      {lists.length === 0 ? (
        <EmptyState action={page > 1 ? <LinkButton href={here}>{text.first}</LinkButton> : undefined}>
          <p>{text.madeNone}</p>
        </EmptyState>
      ) : (
        <Lists c={c} lists={lists} />
      )}
      {more && (
        <LinkButton look="secondary" href={`${here}?pagina=${page + 1}`}>
          {text.next}
        </LinkButton>
      )}
      <p>
        <a href={workPath(place, "lijst")}>{text.back}</a>
      </p>
    </WorkFrame>,
  );
};

function Lists({ c, lists }: { c: Context<Env>; lists: readonly KeptList[] }) {
  const { ctx, language, atWork } = c.var;
  const text = texts[language];
  const today = dayOf(ctx.now);
  const nameOf = new Map(atWork.person.memberships.map(({ teamId, teamName }) => [teamId, teamName]));
  const hasTeams = atWork.teamIds.length > 1;
  return (
    <DataTable
      language={language}
      caption={text.madeTitle}
      captionHidden
      rows={lists}
      count={text.count(lists.length)}
      columns={[
        { head: text.columns.made, cell: ({ madeAt }) => sayDay(dayOf(madeAt), language, today) },
        { head: text.columns.help, cell: (list) => <Help c={c} list={list} /> },
        ...(hasTeams ? [{ head: text.columns.team, cell: ({ teamId }: KeptList) => nameOf.get(teamId) ?? "" }] : []),
        { head: text.columns.until, cell: ({ lastDay }) => sayDay(lastDay, language, today) },
        { head: text.columns.end, cell: (list) => <End c={c} list={list} /> },
      ]}
    />
  );
}

function Help({ c, list }: { c: Context<Env>; list: KeptList }) {
  const byId = new Map(list.services.map((service) => [service.id, service]));
  return (
    <ol>
      {list.entries.map(({ serviceId, line }) => {
        const service = byId.get(serviceId);
        return (
          <li>
            {service === undefined ? texts[c.var.language].notThere : <FullName c={c} service={service} />}
            {line !== "" && (
              <>
                {": "}
                <bdi>{line}</bdi>
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function End({ c, list: { id, madeAt, endedAt, isOver } }: { c: Context<Env>; list: KeptList }) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const today = dayOf(ctx.now);
  if (endedAt !== null) return <>{text.ended(sayDay(dayOf(endedAt), language, today))}</>;
  if (isOver) return <>{text.over}</>;
  return (
    <Form action={workPath(place, `lijsten/${id}/stop`)}>
      <Button tight look="secondary">
        {text.end(sayDay(dayOf(madeAt), language, today))}
      </Button>
    </Form>
  );
}

/** Another team's is as one that is not there. */
export const endListForm: Handler<Env> = async (c) => {
  const id = z.uuid().safeParse(c.req.param("id"));
  const form = await parseForm(c, z.object({}), {});
  if (!id.success || !form.ok || (await endList(c.var.ctx, id.data)) === "gone") return c.notFound();
  return thenSay(c, workPath(c.var.place, "lijsten"), { what: "list", came: "ended" });
};
