import type { Context, Handler } from "hono";
import type { Child } from "hono/jsx";
import type { Language, Translated } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { findHelp, listHelpLanguages, postcodesWithin, type Service } from "../../../modules/directory/index.ts";
import { meanings, themeOf } from "../../../modules/recognition/index.ts";
import { chainOf, publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { PhoneLink } from "../../ui/contact.tsx";
import { Details } from "../../ui/details.tsx";
import { SearchBox } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ScreenOnly } from "../../ui/paper.tsx";
import { Spoor, Station } from "../../ui/spoor.tsx";
import { Lead } from "../../ui/text.tsx";
import { postcodeOf } from "../choose/page.tsx";
import { DeskHours, deskOpenness, Frame } from "../frame/frame.tsx";
import { PaperAddress } from "../frame/paper-address.tsx";
import { type Asked, askedAt, filters, isNarrowed, readAsked } from "./asked.ts";
import { CannotWait, isSensitive } from "./cannot-wait.tsx";
import { en } from "./en.ts";
import { HelpStation, perPage, shown } from "./help-station.tsx";
import type { KeptWords } from "./kept-words.ts";
import { type AnswerText, nl } from "./nl.ts";
import { tellsWhatMayBe, WhatMayBe, whatMayBeId } from "./what-may-be.tsx";
import { WipeWords, WordsBox } from "./words-box.tsx";

const texts: Translated<AnswerText> = { nl, en };

export const helpPage: Handler<Env> = (c) => answer(c, readAsked(c));

/** @param kept the own words that were asked with, as they wait in this browser. */
export async function answer(c: Context<Env>, asked: Asked, kept?: KeptWords) {
  const { place, ctx, tenants } = c.var;
  const pc4 = postcodeOf(c);
  const found = await findHelp(ctx, {
    chain: chainOf(place),
    themes: asked.how === "theme" ? asked.themes.map((theme) => theme.slug) : [],
    words: asked.search,
    filters: asked.filters.map((filter) => filters[filter]),
    language: asked.helpLanguage,
    near:
      pc4 === undefined || asked.within === undefined ? undefined : postcodesWithin(asked.within, pc4, tenants.areas),
    pc4,
    page: asked.page,
    perPage,
  });
  const { length } = found.services;
  const fallback = length === 0 && asked.page === 1 && asked.how !== "all" && !isNarrowed(asked);
  const services = fallback
    ? (await findHelp(ctx, { chain: chainOf(place), themes: ["iets-anders"], page: 1, perPage: shown })).services
    : found.services;
  return c.html(
    <AnswerPage
      c={c}
      asked={asked}
      kept={kept}
      services={services}
      more={found.more}
      helpLanguages={await helpLanguagesHere(c)}
      isGeneral={fallback}
    />,
  );
}

async function helpLanguagesHere(c: Context<Env>): Promise<string[]> {
  const { ctx, place, tenants } = c.var;
  const { id } = place.municipality;
  const kept = tenants.helpLanguages.get(id) ?? (await listHelpLanguages(ctx, chainOf(place)));
  tenants.helpLanguages.set(id, kept);
  return kept;
}

type AnswerProps = {
  c: Context<Env>;
  asked: Asked;
  kept: KeptWords | undefined;
  services: Service[];
  more: boolean;
  helpLanguages: string[];
  /** Nothing fits: these help find out what it is, and no card claims to fit. */
  isGeneral: boolean;
};

function AnswerPage({ c, asked, kept, services, more, helpLanguages, isGeneral }: AnswerProps) {
  const { language, place } = c.var;
  const text = texts[language];
  const title = asked.how === "all" ? text.allTitle : text.title;
  const sensitive = isSensitive(asked);
  const { desk } = place.municipality;
  const open = deskOpenness(c);
  // What a story tells of has a card, which leads on by itself.
  const toRead = asked.themes.filter(({ slug }) => !asked.story.issues.some(({ code }) => themeOf(code) === slug));
  return (
    <Frame c={c} title={title} sensitive={sensitive} unlisted={kept !== undefined} islands={["completions.ts"]}>
      <h1>{title}</h1>
      <Lead>
        {/* Whoever is in danger is not told that a word was not found. */}
        {isGeneral && asked.how === "word" && asked.urgent.length === 0
          ? text.notFound(asked.words ?? "")
          : leadOf(asked, text, language)}{" "}
        {asked.how !== "all" && !asked.urgent.includes("life") && (
          <a href={`${publicPath(place)}#main`}>{text.notRight}</a>
        )}
      </Lead>
      {tellsWhatMayBe(asked) && (
        <ScreenOnly>
          <a href={`#${whatMayBeId}`}>{text.mayBe.jump}</a>
        </ScreenOnly>
      )}
      {kept?.whole === false && <Notice kind="warning">{text.tooLong}</Notice>}
      <Spoor>
        <CannotWait c={c} asked={asked} />
        <HelpStation
          c={c}
          asked={isGeneral ? { ...asked, themes: [], words: undefined } : asked}
          services={services}
          more={more}
          helpLanguages={helpLanguages}
        />
        <WhatMayBe c={c} asked={asked} />
        {toRead.length > 0 && (
          <Station kind="later" words={text.themes}>
            <ul>
              {toRead.map((theme) => (
                <li>
                  <a href={publicPath(place, `onderwerp/${theme.slug}`)}>{text.read(theme.text[language].title)}</a>
                </li>
              ))}
            </ul>
          </Station>
        )}
      </Spoor>
      <h2>{text.none}</h2>
      <p>
        {text.noneText(
          desk.name,
          <PhoneLink number={sayPhone(desk.phone)} />,
          desk.address,
          <DeskHours c={c} />,
          open.kind === "open",
        )}
      </p>
      {kept !== undefined && (
        <>
          <WipeWords c={c} />
          <Details language={language} summary={text.changeWords}>
            <WordsBox c={c} words={kept.words} />
          </Details>
        </>
      )}
      <SearchBox
        language={language}
        action={publicPath(place, "hulp")}
        label={text.searchLabel}
        completions={publicPath(place, "hulp/aanvullen")}
        value={asked.how === "word" ? asked.words : undefined}
      />
      {/* Own words stand in no address: there is none that leads back to them. */}
      {kept === undefined && <PaperAddress c={c} path={askedAt(c, asked, asked)} />}
    </Frame>
  );
}

function leadOf(asked: Asked, text: AnswerText, language: Language): Child {
  if (asked.urgent.includes("life")) return text.urgent.life.lead;
  const titles = asked.themes.map((theme) => theme.text[language].title);
  if (asked.how === "all") return text.allLead;
  if (asked.how === "word" && asked.urgent.length === 0) return text.searched(asked.words ?? "");
  if (asked.how === "theme") return text.chosen(titles[0] ?? "");
  if (titles.length > 0) return text.about(titles);
  const needs = asked.story.needs.map(({ code }) => meanings().needs[code][language]);
  return needs.length > 0 ? text.about(needs) : text.notSure;
}
