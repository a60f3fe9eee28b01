import type { Context, Handler } from "hono";
import { z } from "zod";
import { sayDate } from "../../../kernel/day.ts";
import { type ListedEntry, listEntries } from "../../../modules/directory/index.ts";
import { hasSite, withQuery, workPath } from "../../place.ts";
import { takeSaid } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Badge, Badges } from "../../ui/card.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { DataTable, EmptyState, Pagination } from "../../ui/data-table.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
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

const perPage = 50;
/** No list is that long; a larger number in an address is a mistake or mischief. */
const lastPage = 10_000;

const Asked = z.object({
  naam: z.string().trim().max(100).default("").catch(""),
  van: z.literal("mij").optional().catch(undefined),
  nakijken: z.literal("ja").optional().catch(undefined),
  pagina: z.coerce.number().int().min(1).max(lastPage).catch(1),
});

/** What this municipality publishes on the route map, for whoever keeps some of it; what was chosen stands in the address. */
export const routeMapPage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const asked = Asked.parse(c.req.query());
  const { naam, van, nakijken, pagina } = asked;
  const found = await listEntries(ctx, {
    name: naam === "" ? undefined : naam,
    mine: van === "mij",
    unchecked: nakijken === "ja",
    page: pagina,
    perPage,
  });
  if (found === undefined) return c.notFound();
  const { entries, count, keepsAll } = found;
  const isNarrowed = naam !== "" || van !== undefined || nakijken !== undefined;
  return c.html(
    <WorkFrame c={c} title={text.title} section="routeMap" counts={await navCounts(c)}>
      <RouteMapSaid c={c} />
      <h1>{text.title}</h1>
      <Lead>{keepsAll ? text.leadAll : text.lead}</Lead>
      <Buttons>
        <LinkButton href={workPath(place, "routekaart/nieuw")}>{text.add}</LinkButton>
        <LinkButton look="secondary" href={workPath(place, "routekaart/voorstellen")}>
          {text.suggestions}
        </LinkButton>
        {hasSite(place.municipality) && (
          <LinkButton look="secondary" href={workPath(place, "dekking")}>
            {text.coverage}
          </LinkButton>
        )}
      </Buttons>
      {(isNarrowed || count > 0) && <EntryFilter c={c} asked={asked} keepsAll={keepsAll} />}
      {entries.length === 0 ? (
        <EmptyState heading={isNarrowed ? text.nothingLike : text.nothing} />
      ) : (
        <DataTable
          language={language}
          caption={text.title}
          captionHidden
          rows={entries}
          count={text.count(count)}
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
      <Pagination
        language={language}
        page={pagina}
        pages={Math.ceil(count / perPage)}
        href={(page) =>
          withQuery(workPath(place, "routekaart"), {
            naam: naam === "" ? undefined : naam,
            van,
            nakijken,
            pagina: page === 1 ? undefined : String(page),
          })
        }
      />
    </WorkFrame>,
  );
};

type FilterProps = { c: Context<Env>; asked: z.infer<typeof Asked>; keepsAll: boolean };

/** Names of organisations are nobody's secret: what is chosen may stand in the address. */
function EntryFilter({ c, asked, keepsAll }: FilterProps) {
  const { language, place } = c.var;
  const text = texts[language];
  return (
    <div class="rechtspoor-filter">
      <Form method="get" action={workPath(place, "routekaart")}>
        <Field
          language={language}
          name="naam"
          optional
          label={text.filter.name}
          value={asked.naam}
          maxlength={100}
          autocomplete="off"
        />
        {!keepsAll && (
          <Checkbox
            language={language}
            name="van"
            value="mij"
            label={text.filter.mine}
            checked={asked.van !== undefined}
          />
        )}
        <Checkbox
          language={language}
          name="nakijken"
          value="ja"
          label={text.filter.unchecked}
          checked={asked.nakijken !== undefined}
        />
        <Button look="secondary">{text.filter.show}</Button>
      </Form>
    </div>
  );
}

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
