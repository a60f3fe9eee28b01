import type { Context, Handler } from "hono";
import { z } from "zod";
import { readSearch, type SearchProblem, searchCases } from "../../../modules/casework/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/data-table.tsx";
import { ErrorSummary } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { withOwners } from "./columns.tsx";
import { texts } from "./page.tsx";
import { CaseTable } from "./table.tsx";

const Search = z.object({
  zoek: z
    .string()
    .default("")
    .transform((typed, refuse) => {
      const search = readSearch(typed);
      if (search.by !== "nothing") return search;
      refuse.addIssue({ code: "custom", message: search.problem satisfies SearchProblem });
      return z.NEVER;
    }),
});

/** For whoever comes back here without the form: how to look for somebody. */
export const searchPage: Handler<Env> = (c) => showNothing(c);

/** A name or a number is somebody's own: it is posted and answered at once, so that it stands in no address. */
export const searchForm: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const form = await parseForm(c, Search, text.problems, []);
  if (!form.ok) return showNothing(c, form.refused);
  const { lines, more } = await searchCases(ctx, form.value.zoek);
  const typed = String(form.values.zoek);
  return c.html(
    <WorkFrame c={c} title={text.searchTitle} section="cases" counts={await navCounts(c)} searched={typed}>
      <h1>{text.searchTitle}</h1>
      <Lead>
        {text.found(lines.length, more)} <q dir="auto">{typed}</q>
      </Lead>
      {more && <p>{text.tooMany}</p>}
      {lines.length === 0 ? (
        <EmptyState action={<LinkButton href={workPath(place, "hulpvragen/nieuw")}>{text.addOne}</LinkButton>}>
          <p>{text.noneFound}</p>
        </EmptyState>
      ) : (
        <CaseTable
          c={c}
          text={text}
          caption={text.searchTitle}
          lines={await withOwners(c, text, lines)}
          count={lines.length}
        />
      )}
    </WorkFrame>,
  );
};

async function showNothing(c: Context<Env>, refused?: Refused) {
  const text = texts[c.var.language];
  const page = (
    <WorkFrame
      c={c}
      title={text.searchTitle}
      section="cases"
      counts={await navCounts(c)}
      refused={refused !== undefined}
      searched={String(refused?.values.zoek ?? "")}
    >
      <ErrorSummary language={c.var.language} refused={refused} />
      <h1>{text.searchTitle}</h1>
      <Lead>{text.howToSearch}</Lead>
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}
