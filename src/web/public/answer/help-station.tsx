import type { Context } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { reasonsFor, type Service } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { Station } from "../../ui/spoor.tsx";
import { type Asked, askedAt, isNarrowed } from "./asked.ts";
import { hasFirst } from "./cannot-wait.tsx";
import { en } from "./en.ts";
import { Filters } from "./filters.tsx";
import { HelpCard, HelpLine } from "./help-card.tsx";
import { type AnswerText, nl } from "./nl.ts";

const texts: Translated<AnswerText> = { nl, en };

/** At most this many at once: choosing must stay easy. */
export const shown = 5;
export const perPage = 20;

type HelpStationProps = {
  c: Context<Env>;
  asked: Asked;
  services: Service[];
  more: boolean;
  /** That help is given in here. */
  helpLanguages: string[];
};

/** Who can help now: a few at once, the rest folded up, and never nothing without a way on. */
export function HelpStation({ c, asked, services, more, helpLanguages }: HelpStationProps) {
  const { language } = c.var;
  const text = texts[language];
  const slugs = asked.themes.map((theme) => theme.slug);
  const callable = services.find((service) => service.points.some((point) => point.teamId !== null));
  const card = (service: Service) => (
    <HelpCard
      c={c}
      service={service}
      themes={slugs}
      helpLanguage={asked.helpLanguage}
      first={!hasFirst(asked) && service === callable}
      reasons={reasonsFor(service, { themes: slugs, words: asked.words })}
    />
  );
  const now = services.slice(0, asked.how === "all" ? perPage : shown);
  const rest = services.slice(now.length);
  return (
    <Station kind="now" words={text.now}>
      <Filters c={c} asked={asked} helpLanguages={helpLanguages} />
      {now.length === 0 && asked.page === 1 && <p>{isNarrowed(asked) ? text.nothingLeft : text.nothing}</p>}
      {now.length === 0 && asked.page > 1 && (
        <>
          <p>{text.noSuchPage}</p>
          <LinkButton look="secondary" href={askedAt(c, asked, { ...asked, page: undefined })}>
            {text.firstPage}
          </LinkButton>
        </>
      )}
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
        <LinkButton look="secondary" href={askedAt(c, asked, { ...asked, page: asked.page + 1 })}>
          {text.next}
        </LinkButton>
      )}
    </Station>
  );
}
