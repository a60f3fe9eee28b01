import type { Context } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { publicPath, withQuery } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Details } from "../../ui/details.tsx";
import { Station } from "../../ui/spoor.tsx";
import { sharedWords } from "../../words/words.ts";
import type { Asked } from "./asked.ts";
import { en } from "./en.ts";
import { type AnswerText, nl } from "./nl.ts";

const texts: Translated<AnswerText> = { nl, en };

const letter = "brief-van-de-gemeente";

/** A letter of the authorities starts a term: that comes before everything. */
export const hasTerm = (asked: Asked): boolean => asked.themes.some((theme) => theme.slug === letter);

/** Nobody can tell what is behind words that nothing was recognised in: the way out and 112 are there then, too. */
export const isSensitive = (asked: Asked): boolean =>
  asked.themes.some((theme) => theme.sensitive) || (asked.how === "own-words" && asked.themes.length === 0);

export function LetterStation({ c, asked }: { c: Context<Env>; asked: Asked }) {
  const { language, place } = c.var;
  const text = texts[language];
  return (
    <Station kind="urgent" words={text.first}>
      <Card kind="urgent" title={text.letterTitle}>
        <p>{text.letterText}</p>
        <Details language={language}>
          <p>{text.letterWhy}</p>
        </Details>
        <Buttons>
          <LinkButton href={withQuery(publicPath(place, "bel-mij-terug"), { onderwerp: asked.themes[0]?.slug })}>
            {text.callMe}
          </LinkButton>
          <LinkButton look="secondary" href={publicPath(place, `onderwerp/${letter}`)}>
            {text.themes}
          </LinkButton>
        </Buttons>
      </Card>
    </Station>
  );
}

export function DangerStation({ c }: { c: Context<Env> }) {
  return (
    <Station kind="urgent" words={texts[c.var.language].danger}>
      <p>
        <PhoneLink look="primary" words={sharedWords[c.var.language].call} number="112" />
      </p>
    </Station>
  );
}
