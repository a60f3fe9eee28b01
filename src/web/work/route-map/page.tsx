import type { Context, Handler } from "hono";
import { sayDate } from "../../../kernel/day.ts";
import { type ListedEntry, listEntries } from "../../../modules/directory/index.ts";
import { hasSite, workPath } from "../../place.ts";
import { takeSaid } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Badge, Badges } from "../../ui/card.tsx";
import { DataTable, EmptyState } from "../../ui/data-table.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Lead, Small } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { texts } from "./texts.ts";

export function RouteMapSaid({ c }: { c: Context<Env> }) {
  const said = takeSaid(c);
  if (said?.what !== "routeMap") return null;
  const nothingDone = ["changedSince", "nothing", "settledBefore", "meanwhile", "contactGone"].includes(said.came);
  const kind = nothingDone ? "info" : "success";
  return <Notice kind={kind}>{texts[c.var.language].said[said.came]}</Notice>;
}

/** Everything that this municipality publishes on the route map, for whoever keeps some of it. */
export const routeMapPage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const entries = await listEntries(ctx);
  if (entries === undefined) return c.notFound();
  const all = entries.every(({ isMine }) => isMine);
  const add = <LinkButton href={workPath(place, "routekaart/nieuw")}>{text.add}</LinkButton>;
  return c.html(
    <WorkFrame c={c} title={text.title} section="routeMap" counts={await navCounts(c)}>
      <RouteMapSaid c={c} />
      <h1>{text.title}</h1>
      <Lead>{all ? text.leadAll : text.lead}</Lead>
      <Buttons>
        {add}
        <LinkButton look="secondary" href={workPath(place, "routekaart/voorstellen")}>
          {text.suggestions}
        </LinkButton>
        {hasSite(place.municipality) && (
          <LinkButton look="secondary" href={workPath(place, "dekking")}>
            {text.coverage}
          </LinkButton>
        )}
      </Buttons>
      {entries.length === 0 ? (
        <EmptyState heading={text.nothing} />
      ) : (
        <DataTable
          language={language}
          caption={text.title}
          captionHidden
          rows={entries}
          count={text.count(entries.length)}
          columns={[
            { head: text.columns.name, cell: (entry) => <NameCell c={c} entry={entry} /> },
            { head: text.columns.organisation, cell: ({ service }) => service.organisation.name },
            {
              head: text.columns.checked,
              cell: ({ service: { checkedOn } }) =>
                checkedOn === null ? text.never : sayDate(Temporal.PlainDate.from(checkedOn), language),
            },
          ]}
        />
      )}
    </WorkFrame>,
  );
};

function NameCell({ c, entry: { service, isMine } }: { c: Context<Env>; entry: ListedEntry }) {
  const { language, place } = c.var;
  const text = texts[language];
  return (
    <>
      {isMine ? (
        <a href={workPath(place, `routekaart/${service.id}`)} lang="nl">
          {service.name.nl}
        </a>
      ) : (
        <>
          <span lang="nl">{service.name.nl}</span>
          <Small>{text.notMine}</Small>
        </>
      )}
      {service.withdrawn && (
        <Badges>
          <Badge>{text.withdrawn}</Badge>
        </Badges>
      )}
    </>
  );
}
