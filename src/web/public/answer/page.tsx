import type { Context, Handler } from "hono";
import type { Child } from "hono/jsx";
import { z } from "zod";
import type { Language, Translated } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { findHelp, reasonsFor, type Service } from "../../../modules/directory/index.ts";
import { parseForm } from "../../form.ts";
import { chainOf, publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { LinkButton } from "../../ui/button.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Details } from "../../ui/details.tsx";
import { SearchBox } from "../../ui/form.tsx";
import { Spoor, Station } from "../../ui/spoor.tsx";
import { Lead } from "../../ui/text.tsx";
import { Frame } from "../frame/frame.tsx";
import { type Asked, askedAt, askedInOwnWords, filters, readAsked, wordsLimit } from "./asked.ts";
import { DangerStation, hasTerm, isSensitive, LetterStation } from "./cannot-wait.tsx";
import { en } from "./en.ts";
import { Filters } from "./filters.tsx";
import { HelpCard, HelpLine } from "./help-card.tsx";
import { type AnswerText, nl } from "./nl.ts";

const texts: Translated<AnswerText> = { nl, en };

/** At most this many at once: choosing must stay easy. */
const shown = 5;
const perPage = 20;

export const helpPage: Handler<Env> = (c) => answer(c, readAsked(c));

/** Own words are answered at once: never kept, never in an address, never in a log. */
export const answerOwnWords: Handler<Env> = async (c) => {
  const form = await parseForm(c, z.object({ woorden: z.string().default("") }), {});
  return answer(c, askedInOwnWords(form.ok ? form.value.woorden.slice(0, wordsLimit).trim() : ""));
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
    filters: asked.filters.map((filter) => filters[filter]),
    page: asked.page,
    perPage,
  });
  const { length } = found.services;
  const fallback = length === 0 && asked.page === 1 && asked.how !== "all" && asked.filters.length === 0;
  const services = fallback
    ? (await findHelp(ctx, { chain: chainOf(place), page: 1, perPage: shown })).services
    : found.services;
  return c.html(<AnswerPage c={c} asked={asked} services={services} more={found.more} />);
}

type AnswerProps = { c: Context<Env>; asked: Asked; services: Service[]; more: boolean };

function AnswerPage({ c, asked, services, more }: AnswerProps) {
  const { language, place } = c.var;
  const text = texts[language];
  const title = asked.how === "all" ? text.allTitle : text.title;
  const sensitive = isSensitive(asked);
  const { desk } = place.municipality;
  return (
    <Frame c={c} title={title} sensitive={sensitive} unlisted={asked.how === "own-words"}>
      <h1>{title}</h1>
      <Lead>
        {leadOf(asked, text, language)}{" "}
        {asked.how !== "all" && <a href={`${publicPath(place)}#main`}>{text.notRight}</a>}
      </Lead>
      <Spoor>
        {hasTerm(asked) && <LetterStation c={c} asked={asked} />}
        {sensitive && <DangerStation c={c} />}
        <HelpStation c={c} asked={asked} services={services} more={more} />
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
      <h2>{text.none}</h2>
      <p>{text.noneText(desk.name, <PhoneLink number={sayPhone(desk.phone)} />, desk.address)}</p>
      <SearchBox
        language={language}
        action={publicPath(place, "hulp")}
        label={text.searchLabel}
        value={asked.how === "word" ? asked.words : undefined}
      />
    </Frame>
  );
}

/** Who can help now: a few at once, the rest folded up, and never nothing without a way on. */
function HelpStation({ c, asked, services, more }: AnswerProps) {
  const { language } = c.var;
  const text = texts[language];
  const slugs = asked.themes.map((theme) => theme.slug);
  const callable = services.find((service) => service.points.some((point) => point.teamId !== null));
  const card = (service: Service) => (
    <HelpCard
      c={c}
      service={service}
      themes={slugs}
      first={!hasTerm(asked) && service === callable}
      reasons={reasonsFor(service, { themes: slugs, words: asked.words })}
    />
  );
  const now = services.slice(0, asked.how === "all" ? perPage : shown);
  const rest = services.slice(now.length);
  return (
    <Station kind="now" words={text.now}>
      {asked.how !== "own-words" && <Filters c={c} asked={asked} />}
      {now.length === 0 && <p>{asked.filters.length > 0 ? text.nothingLeft : text.nothing}</p>}
      {now.map(card)}
      {rest.length > 0 && (
        <Details language={language} summary={`${text.more} (${rest.length})`}>
          <ul class="rechtspoor-list">
            {rest.map((service) => (
              <HelpLine c={c} service={service} themes={slugs} />
            ))}
          </ul>
        </Details>
      )}
      {more && (
        // A story stands in no address, so there is no next page of it: whoever wants more sees all there is, and reads so.
        <LinkButton
          look="secondary"
          href={askedAt(
            c,
            asked.how === "own-words" ? { filters: [] } : { page: asked.page + 1, filters: asked.filters },
          )}
        >
          {asked.how === "own-words" ? text.allTitle : text.next}
        </LinkButton>
      )}
    </Station>
  );
}

function leadOf(asked: Asked, text: AnswerText, language: Language): Child {
  const titles = asked.themes.map((theme) => theme.text[language].title);
  if (asked.how === "all") return text.allLead;
  if (asked.how === "word") return text.searched(asked.words ?? "");
  if (asked.how === "theme") return text.chosen(titles[0] ?? "");
  return titles.length === 0 ? text.notSure : text.about(titles);
}
