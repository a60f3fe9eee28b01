import type { Context, Handler } from "hono";
import { z } from "zod";
import type { Translated } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import {
  findHelp,
  findTheme,
  isOpenNow,
  listThemes,
  reasonsFor,
  type Service,
  type Theme,
  themesIn,
} from "../../../modules/directory/index.ts";
import { clean, parseForm } from "../../form.ts";
import { chainOf, publicPath, withQuery } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CheckboxGroup } from "../../ui/choice.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Details } from "../../ui/details.tsx";
import { Form, SearchBox } from "../../ui/form.tsx";
import { Spoor, Station } from "../../ui/spoor.tsx";
import { Lead } from "../../ui/text.tsx";
import { Frame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { HelpCard } from "./help-card.tsx";
import { type AnswerText, nl } from "./nl.ts";

const texts: Translated<AnswerText> = { nl, en };

/** Enough for a story; what is longer is told in person. */
export const wordsLimit = 4_000;
/** At most this many at once: choosing must stay easy. */
const shown = 5;
const perPage = 20;
const searchLimit = 60;

type Asked = {
  themes: Theme[];
  words: string | undefined;
  how: "own-words" | "theme" | "word" | "all";
  page: number;
  filters: Filter[];
};

const filters = ["gratis", "onafhankelijk", "inloop", "open"] as const;
type Filter = (typeof filters)[number];

const passes = (service: Service, filter: Filter, now: Temporal.Instant): boolean => {
  switch (filter) {
    case "gratis":
      return service.cost === "free";
    case "onafhankelijk":
      return service.organisation.independence === "independent";
    case "inloop":
      return service.points.some((point) => point.hours.walkIn.length > 0);
    case "open":
      return service.points.some((point) => isOpenNow(point, now));
  }
};

/** A life event or a search word: both may stand in the address. */
export const helpPage: Handler<Env> = (c) => {
  const theme = findTheme(c.req.query("thema") ?? "");
  const word = clean(c.req.query("zoek") ?? "")
    .trim()
    .slice(0, searchLimit);
  const chosen = c.req.queries("alleen") ?? [];
  const page = Math.max(1, Math.min(500, Number.parseInt(c.req.query("pagina") ?? "1", 10) || 1));
  return answer(c, {
    themes: theme === undefined ? themesIn(word, listThemes()) : [theme],
    words: word === "" ? undefined : word,
    how: theme !== undefined ? "theme" : word !== "" ? "word" : "all",
    page,
    filters: filters.filter((filter) => chosen.includes(filter)),
  });
};

/** Own words are answered at once: never kept, never in an address, never in a log. */
export const answerOwnWords: Handler<Env> = async (c) => {
  const form = await parseForm(c, z.object({ woorden: z.string().default("") }), {});
  const words = form.ok ? form.value.woorden.slice(0, wordsLimit).trim() : "";
  return answer(c, {
    themes: themesIn(words, listThemes()),
    words: undefined,
    how: words === "" ? "all" : "own-words",
    page: 1,
    filters: [],
  });
};

async function answer(c: Context<Env>, asked: Asked) {
  const { place, ctx } = c.var;
  const themes = asked.themes.map((theme) => theme.slug);
  // Words of which nothing is recognised still lead to people who help find out what it is.
  const search = asked.how === "own-words" && themes.length === 0 ? ["iets-anders"] : themes;
  const found = await findHelp(ctx, {
    chain: chainOf(place),
    themes: search,
    words: asked.words,
    page: asked.page,
    perPage,
  });
  const fitting = found.services.filter((service) => asked.filters.every((filter) => passes(service, filter, ctx.now)));
  const fallback = found.services.length === 0 && asked.page === 1 && asked.how !== "all";
  const services = fallback
    ? (await findHelp(ctx, { chain: chainOf(place), themes: [], words: undefined, page: 1, perPage: shown })).services
    : fitting;
  return c.html(<AnswerPage c={c} asked={asked} services={services} more={found.more} />);
}

function AnswerPage({
  c,
  asked,
  services,
  more,
}: {
  c: Context<Env>;
  asked: Asked;
  services: Service[];
  more: boolean;
}) {
  const { language, place } = c.var;
  const text = texts[language];
  const slugs = asked.themes.map((theme) => theme.slug);
  const urgent = slugs.includes("brief-van-de-gemeente");
  // Nobody can tell what is behind words that nothing was recognised in: the way out and 112 are there then, too.
  const sensitive =
    asked.themes.some((theme) => theme.sensitive) || (asked.how === "own-words" && asked.themes.length === 0);
  const callable = services.find((service) => service.points.some((point) => point.teamId !== null));
  const card = (service: Service) => (
    <HelpCard
      c={c}
      service={service}
      themes={slugs}
      first={!urgent && service === callable}
      reasons={reasonsFor(service, { themes: slugs, words: asked.words })}
    />
  );
  const now = services.slice(0, asked.how === "all" ? perPage : shown);
  const rest = services.slice(now.length);
  const { desk } = place.municipality;
  return (
    <Frame
      c={c}
      title={asked.how === "all" ? text.allTitle : text.title}
      sensitive={sensitive}
      unlisted={asked.how === "own-words"}
    >
      <h1>{asked.how === "all" ? text.allTitle : text.title}</h1>
      <Lead>
        {leadOf(asked, text, language)}{" "}
        {asked.how !== "all" && <a href={`${publicPath(place)}#main`}>{text.notRight}</a>}
      </Lead>
      <Spoor>
        {urgent && (
          <Station kind="urgent" words={text.first}>
            <Card kind="urgent" title={text.letterTitle}>
              <p>{text.letterText}</p>
              <Buttons>
                <LinkButton href={withQuery(publicPath(place, "bel-mij-terug"), { onderwerp: slugs[0] })}>
                  {text.callMe}
                </LinkButton>
                <LinkButton look="secondary" href={publicPath(place, "onderwerp/brief-van-de-gemeente")}>
                  {text.themes}
                </LinkButton>
              </Buttons>
            </Card>
          </Station>
        )}
        {sensitive && (
          <Station kind="urgent" words={text.danger}>
            <p>
              <PhoneLink look="primary" number="112" />
            </p>
          </Station>
        )}
        <Station kind="now" words={text.now}>
          {now.length === 0 ? <p>{text.nothing}</p> : now.map(card)}
          {rest.length > 0 && (
            <Details language={language} summary={`${text.more} (${rest.length})`}>
              {rest.map(card)}
            </Details>
          )}
          {more && (
            <LinkButton look="secondary" href={nextPage(c, asked)}>
              {text.next}
            </LinkButton>
          )}
        </Station>
        {asked.themes.length > 0 && (
          <Station kind="later" words={text.themes}>
            <ul>
              {asked.themes.map((theme) => (
                <li>
                  <a href={publicPath(place, `onderwerp/${theme.slug}`)}>{text.read(theme.text[language].title)}</a>
                </li>
              ))}
            </ul>
          </Station>
        )}
      </Spoor>
      {asked.how !== "own-words" && <Filters c={c} asked={asked} text={text} />}
      <h2>{text.none}</h2>
      <p>{text.noneText(desk.name, sayPhone(desk.phone), desk.address)}</p>
      <SearchBox
        language={language}
        action={publicPath(place, "hulp")}
        label={text.searchLabel}
        value={asked.how === "word" ? asked.words : undefined}
      />
    </Frame>
  );
}

function leadOf(asked: Asked, text: AnswerText, language: Env["Variables"]["language"]): string {
  const titles = asked.themes.map((theme) => theme.text[language].title);
  if (asked.how === "all") return text.allLead;
  if (asked.how === "word") return text.searched(asked.words ?? "");
  if (asked.how === "theme") return text.chosen(titles[0] ?? "");
  return titles.length === 0 ? text.notSure : text.about(titles);
}

function Filters({ c, asked, text }: { c: Context<Env>; asked: Asked; text: AnswerText }) {
  const { language, place } = c.var;
  return (
    <Form
      method="get"
      action={publicPath(place, "hulp")}
      hidden={{ thema: c.req.query("thema"), zoek: c.req.query("zoek") }}
    >
      <CheckboxGroup
        language={language}
        name="alleen"
        optional
        legend={text.filters}
        values={asked.filters}
        options={filters.map((filter) => ({ value: filter, label: text.filter[filter] }))}
      />
      <Button look="secondary">{text.apply}</Button>
    </Form>
  );
}

const nextPage = (c: Context<Env>, asked: Asked): string =>
  withQuery(publicPath(c.var.place, "hulp"), {
    thema: c.req.query("thema"),
    zoek: c.req.query("zoek"),
    pagina: String(asked.page + 1),
  });
