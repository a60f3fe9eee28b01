import type { Handler } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { countCases } from "../../../modules/casework/index.ts";
import { type CallbackLine, listCallbackLines } from "../../../modules/contact/index.ts";
import { findTheme } from "../../../modules/directory/index.ts";
import { withQuery, workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { DataTable, EmptyState, Pagination } from "../../ui/data-table.tsx";
import { Lead } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { type CasesText, nl } from "./nl.ts";

const texts: Translated<CasesText> = { nl, en };
const perPage = 50;

/** Every case of my teams, open or closed; the choice stands in the address. */
export const casesPage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const status = c.req.query("stand") === "closed" ? "closed" : "open";
  const page = Math.max(1, Number.parseInt(c.req.query("pagina") ?? "1", 10) || 1);
  const [lines, counts, totals] = await Promise.all([
    listCallbackLines(ctx, { status, page, perPage }),
    navCounts(c),
    countCases(ctx),
  ]);
  const path = workPath(place, "hulpvragen");
  return c.html(
    <WorkFrame c={c} title={text.title} section="cases" counts={counts}>
      <h1>{text.title}</h1>
      <Lead>{text.lead(totals.open)}</Lead>
      <Buttons>
        {(["open", "closed"] as const).map((tab) => (
          <LinkButton tight look={tab === status ? "primary" : "secondary"} href={withQuery(path, { stand: tab })}>
            {`${text.tabs[tab]} (${totals[tab]})`}
          </LinkButton>
        ))}
      </Buttons>
      {lines.length === 0 ? (
        <EmptyState action={<LinkButton href={workPath(place, "hulpvragen/nieuw")}>{text.emptyDo}</LinkButton>}>
          <p>{text.empty}</p>
        </EmptyState>
      ) : (
        <DataTable
          language={language}
          caption={text.caption}
          captionHidden
          n={totals[status]}
          rows={lines}
          columns={[
            {
              head: text.name,
              cell: ({ file, resident }: CallbackLine) => (
                <a href={workPath(place, `hulpvragen/${file.id}`)}>
                  <bdi>{resident.name === "" ? text.noName : resident.name}</bdi>
                </a>
              ),
            },
            { head: text.theme, cell: ({ file }) => findTheme(file.theme)?.text[language].title ?? file.theme },
            { head: text.asked, cell: ({ file }) => text.moment(file.openedAt) },
            {
              head: text.status,
              cell: ({ file }) => (file.status === "open" ? text.open : sharedWords[language].results[file.result]),
            },
          ]}
        />
      )}
      <Pagination
        language={language}
        page={page}
        pages={Math.ceil(totals[status] / perPage)}
        href={(number) => withQuery(path, { stand: status, pagina: String(number) })}
      />
    </WorkFrame>,
  );
};
