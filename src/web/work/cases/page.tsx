import type { Context, Handler } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { type CaseChoice, countCases, exportMost, listChosenCases } from "../../../modules/casework/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { EmptyState, Pagination } from "../../ui/data-table.tsx";
import { Lead, Small } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { withOwners } from "./columns.tsx";
import { en } from "./en.ts";
import { CaseFilter, choicePath, isNarrowed, readChoice } from "./filter.tsx";
import { type CasesText, nl } from "./nl.ts";
import { CaseTable } from "./table.tsx";

export const texts: Translated<CasesText> = { nl, en };
const perPage = 50;
/** No list is that long; a larger number in an address is a mistake or mischief. */
const lastPage = 10_000;

/** Every case of my teams, open or closed; the choice stands in the address. */
export const casesPage: Handler<Env> = async (c) => {
  const { ctx, language } = c.var;
  const text = texts[language];
  const choice = readChoice(c);
  const page = Math.min(Math.max(1, Number.parseInt(c.req.query("pagina") ?? "1", 10) || 1), lastPage);
  const [{ lines, chosen }, counts, totals] = await Promise.all([
    listChosenCases(ctx, choice, { page, perPage }),
    navCounts(c),
    countCases(ctx),
  ]);
  const total = totals[choice.status];
  return c.html(
    <WorkFrame c={c} title={text.title} section="cases" counts={counts}>
      <h1>{text.title}</h1>
      <Lead>{isNarrowed(choice) ? text.some(chosen, total, choice.status) : text.all(total, choice.status)}</Lead>
      <Buttons>
        {(["open", "closed"] as const).map((status) => (
          <LinkButton
            tight
            look={status === choice.status ? "primary" : "secondary"}
            href={choicePath(c, { ...choice, status, mine: choice.mine && status === "open" })}
          >
            {`${text.tabs[status]} (${totals[status]})`}
          </LinkButton>
        ))}
      </Buttons>
      {total > 0 && <CaseFilter c={c} choice={choice} text={text} />}
      {lines.length === 0 ? (
        <Nothing c={c} choice={choice} chosen={chosen} text={text} />
      ) : (
        <CaseTable
          c={c}
          text={text}
          caption={text.caption}
          lines={await withOwners(c, text, lines)}
          count={chosen}
          choice={choice}
          csv={choicePath(c, choice, 1, "hulpvragen.csv")}
        />
      )}
      {chosen > exportMost && <Small>{text.exportMost(exportMost)}</Small>}
      <Pagination
        language={language}
        page={page}
        pages={Math.ceil(chosen / perPage)}
        href={(number) => choicePath(c, choice, number)}
      />
    </WorkFrame>,
  );
};

type NothingProps = { c: Context<Env>; choice: CaseChoice; chosen: number; text: CasesText };

/** Why there is nothing, and what to do. */
function Nothing({ c, choice, chosen, text }: NothingProps) {
  const { place } = c.var;
  if (chosen > 0)
    return (
      <EmptyState action={<LinkButton href={choicePath(c, choice)}>{text.toFirstPage}</LinkButton>}>
        <p>{text.noSuchPage}</p>
      </EmptyState>
    );
  if (isNarrowed(choice))
    return (
      <EmptyState
        action={
          <LinkButton href={choicePath(c, { ...choice, theme: undefined, mine: false })}>{text.showAll}</LinkButton>
        }
      >
        <p>{text.noneChosen}</p>
      </EmptyState>
    );
  return choice.status === "open" ? (
    <EmptyState action={<LinkButton href={workPath(place, "hulpvragen/nieuw")}>{text.addOne}</LinkButton>}>
      <p>{text.noneOpen}</p>
    </EmptyState>
  ) : (
    <EmptyState action={<LinkButton href={choicePath(c, { ...choice, status: "open" })}>{text.toOpen}</LinkButton>}>
      <p>{text.noneClosed}</p>
    </EmptyState>
  );
}
