import type { Handler } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { findHelp, listThemes, type Theme } from "../../../modules/directory/index.ts";
import { chainOf, publicPath, withQuery } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Tile, Tiles } from "../../ui/card.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Details } from "../../ui/details.tsx";
import { Band, Section } from "../../ui/layout.tsx";
import { Lead } from "../../ui/text.tsx";
import { HelpCard } from "../answer/help-card.tsx";
import { WordsBox } from "../answer/words-box.tsx";
import { CallMe } from "../frame/call-me.tsx";
import { Frame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { nl, type StartText } from "./nl.ts";

const texts: Translated<StartText> = { nl, en };

/** What helps most people comes first (`order` in content/themes); the rest is one step further. */
const shownTiles = 8;
const shownWalkIns = 3;

export const startPage: Handler<Env> = async (c) => {
  const { language, place, ctx } = c.var;
  const text = texts[language];
  const { services: openNow } = await findHelp(ctx, {
    chain: chainOf(place),
    filters: ["walkInNow"],
    page: 1,
    perPage: shownWalkIns,
  });
  const { desk } = place.municipality;
  const themes = listThemes();
  const tile = (theme: Theme) => {
    const isLetter = theme.slug === "brief-van-de-gemeente";
    const words = isLetter ? text.letter : theme.text[language];
    return (
      <Tile
        href={withQuery(publicPath(place, "hulp"), { thema: theme.slug })}
        title={words.title}
        // A letter starts a term, and many do not dare to open it: it must not be missed.
        first={isLetter}
      >
        {words.tile}
      </Tile>
    );
  };
  return c.html(
    <Frame c={c} title={text.title} description={text.lead} layout="bands">
      <Band>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <WordsBox c={c} />
      </Band>
      <Section heading={text.tiles}>
        <Tiles>{themes.slice(0, shownTiles).map(tile)}</Tiles>
        <Details language={language} summary={text.moreTiles}>
          <Tiles>{themes.slice(shownTiles).map(tile)}</Tiles>
        </Details>
      </Section>
      <Section heading={text.walkIn}>
        {openNow.length === 0 && <p>{text.nobodyNow}</p>}
        {openNow.map((service) => (
          <HelpCard c={c} service={service} reasons={[]} />
        ))}
        <Buttons>
          <CallMe c={c} look="secondary">
            {text.callMe}
          </CallMe>
          <LinkButton look="secondary" href={publicPath(place, "hulp")}>
            {text.allHelp}
          </LinkButton>
        </Buttons>
        <p>{text.byDesk(desk.name, <PhoneLink number={sayPhone(desk.phone)} />, desk.address, openNow.length > 0)}</p>
      </Section>
    </Frame>,
  );
};
