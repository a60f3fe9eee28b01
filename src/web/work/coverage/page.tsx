import type { Context, Handler } from "hono";
import type { Child } from "hono/jsx";
import { dayOf, sayDate } from "../../../kernel/day.ts";
import { maySomewhere } from "../../../modules/access/index.ts";
import {
  type Cell,
  type Coverage,
  checkCoverage,
  findTheme,
  type ThemeCoverage,
} from "../../../modules/directory/index.ts";
import { chainOf, hasSite, withQuery, workPath } from "../../place.ts";
import { PaperAddress } from "../../public/frame/paper-address.tsx";
import type { Env } from "../../surroundings.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Details } from "../../ui/details.tsx";
import { PrintButton, ScreenOnly } from "../../ui/paper.tsx";
import { Lead, Small, Warn } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { nameOf, OfferLink } from "./offer.tsx";
import { Reach, reachAsked } from "./reach.tsx";
import { texts } from "./texts.ts";

/** What there is held against what should be there: on screen, and on paper for the council. For everybody at work here. */
export const coveragePage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  if (!hasSite(place.municipality)) return c.notFound();
  const text = texts[language];
  const reach = reachAsked(c);
  const coverage = await checkCoverage(ctx, { chain: chainOf(place), reach });
  const { counts, offered } = coverage;
  const dependent = coverage.themes.filter(isDependent).length;
  const furtherAway = counts.wanted - counts.here - counts.gaps;
  const title = text.title(place.municipality.name);
  return c.html(
    <WorkFrame c={c} title={title} section="coverage" counts={await navCounts(c)}>
      <h1>{title}</h1>
      <Lead>{text.lead}</Lead>
      <p>
        <strong>{text.sentence(counts)}</strong>
        {furtherAway > 0 && ` ${text.furtherAway(furtherAway)}`}
        {dependent > 0 && ` ${text.dependent(dependent)}`}
        {counts.unsure > 0 && ` ${text.unsure(counts.unsure)}`}
      </p>
      <p>
        {text.asOf(sayDate(dayOf(ctx.now), language))} {text.offered(offered.here, offered.checked)} {text.onlyKnown}
      </p>
      <ScreenOnly>
        <PrintButton noScript={text.printHow}>{text.print}</PrintButton>
        <p>
          <a href={workPath(place, "dekking.csv")} download>
            {text.csv}
          </a>
        </p>
        {maySomewhere(ctx, "directory.edit") && (
          <p>
            <a href={workPath(place, "routekaart/nieuw")}>{text.routeMap}</a>
          </p>
        )}
      </ScreenOnly>
      <h2>{text.gaps}</h2>
      <Gaps c={c} coverage={coverage} />
      <h2 id="bereik">{text.reach}</h2>
      <Reach c={c} reached={coverage.reached} reach={reach} />
      <h2>{text.all}</h2>
      <Themes c={c} themes={coverage.themes} />
      <Details language={language} summary={text.how} open>
        {text.howText.map((line) => (
          <p>{line}</p>
        ))}
        <h3>{text.because}</h3>
        <ul>
          {[
            ...new Set(coverage.themes.flatMap(({ measure }) => measure.because.map((reason) => reason[language]))),
          ].map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
      </Details>
      <PaperAddress c={c} path={withQuery(workPath(place, "dekking"), { binnen: String(reach) })} />
    </WorkFrame>,
  );
};

/** The municipality may be the other party, and nothing free is independent of it. */
const isDependent = ({ measure, freeIndependent }: Pick<ThemeCoverage, "measure" | "freeIndependent">): boolean =>
  measure.independent && freeIndependent.length === 0;

type Gap = { theme: string; missing: string[]; cells: Cell[] };

/** What is missing, theme by theme, with what comes nearest now. */
function Gaps({ c, coverage }: { c: Context<Env>; coverage: Coverage }) {
  const { language } = c.var;
  const text = texts[language];
  const gaps = coverage.themes
    .map(({ theme, measure, cells, freeIndependent }): Gap => {
      const missing = cells.filter(({ isGap }) => isGap);
      const names = missing.map((cell) => sharedWords[language].functions[cell.function]);
      const alone = isDependent({ measure, freeIndependent }) ? [text.independentGap] : [];
      return { theme, missing: [...names, ...alone], cells: missing };
    })
    .filter(({ missing }) => missing.length > 0);
  if (gaps.length === 0) return <p>{text.noGaps}</p>;
  return (
    <>
      <DataTable
        language={language}
        caption={text.gaps}
        captionHidden
        rows={gaps}
        columns={[
          { head: text.theme, cell: ({ theme }) => titleOf(c, theme) },
          { head: text.missing, cell: ({ missing }) => <Lines lines={missing} /> },
          { head: text.standsIn, cell: ({ cells }) => <StandsIn c={c} cells={cells} /> },
        ]}
      />
      {gaps.some(({ cells }) => cells.some(({ nearest }) => nearest !== undefined)) && (
        <Small>{text.askNeighbour}</Small>
      )}
    </>
  );
}

/** Several things in one cell, one under the other. */
const Lines = ({ lines }: { lines: readonly Child[] }) => (
  <>
    {lines.map((line, at) => (
      <>
        {at > 0 && <br />}
        {line}
      </>
    ))}
  </>
);

/** At the most so many names in a cell. */
const namesShown = 3;

/** Something of the region or the country before another municipality, which may not help people from here. */
function StandsIn({ c, cells }: { c: Context<Env>; cells: Cell[] }) {
  const { language, tenants } = c.var;
  const text = texts[language];
  const wider = cells.flatMap(({ offers }) => offers).map((offer) => text.wider(nameOf(offer)));
  const near = cells
    .flatMap(({ nearest }) => nearest ?? [])
    .map(({ offer, distance }) =>
      text.neighbour(
        nameOf(offer),
        tenants.byId.get(offer.municipalityId)?.name ?? offer.municipalityId,
        sharedWords[language].kilometres(Math.round(distance)),
      ),
    );
  const lines = [...new Set(wider)].slice(0, namesShown).concat([...new Set(near)].slice(0, 1));
  return lines.length === 0 ? <Warn>{text.nothingStandsIn}</Warn> : <Lines lines={lines} />;
}

const titleOf = (c: Context<Env>, theme: string): string => findTheme(theme)?.text[c.var.language].title ?? theme;
function Themes({ c, themes }: { c: Context<Env>; themes: ThemeCoverage[] }) {
  const { language } = c.var;
  const text = texts[language];
  const { functions } = sharedWords[language];
  const named = (cells: Cell[], more: (cell: Cell) => string[]): Child =>
    cells.length === 0 ? (
      text.none
    ) : (
      <Lines
        lines={cells.map((cell) => {
          const marks = [...more(cell), ...(cell.isUnsure ? [text.notSure] : [])];
          return `${functions[cell.function]}${marks.length === 0 ? "" : ` (${marks.join(", ")})`}`;
        })}
      />
    );
  const isExtra = ({ wanted }: Cell) => (wanted === undefined ? [text.extra] : []);
  return (
    <DataTable
      language={language}
      caption={text.all}
      captionHidden
      rows={themes}
      columns={[
        { head: text.theme, cell: ({ theme }) => titleOf(c, theme) },
        {
          head: text.here,
          cell: ({ cells }) =>
            named(
              cells.filter(({ found }) => found === "here"),
              isExtra,
            ),
        },
        {
          head: text.onlyWider,
          cell: ({ cells }) =>
            named(
              cells.filter(({ found, isGap }) => found === "wider" && !isGap),
              isExtra,
            ),
        },
        {
          head: text.lacking,
          cell: ({ cells }) =>
            named(
              cells.filter(({ isGap }) => isGap),
              ({ found }) => (found === "nowhere" ? [] : [text.found[found]]),
            ),
        },
        {
          head: text.freeIndependent,
          cell: ({ freeIndependent }) =>
            freeIndependent.length === 0 ? (
              text.noFreeIndependent
            ) : (
              <Lines lines={freeIndependent.slice(0, namesShown).map((offer) => <OfferLink c={c} offer={offer} />)} />
            ),
        },
      ]}
    />
  );
}
