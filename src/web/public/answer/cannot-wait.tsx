import type { Context } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { readUrgencies } from "../../../modules/directory/index.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Details } from "../../ui/details.tsx";
import { Station } from "../../ui/spoor.tsx";
import { sharedWords } from "../../words/words.ts";
import { CallMe } from "../frame/call-me.tsx";
import type { Asked } from "./asked.ts";
import { en } from "./en.ts";
import { type AnswerText, nl } from "./nl.ts";
import { UrgentCard } from "./urgent-card.tsx";

const texts: Translated<AnswerText> = { nl, en };

const letter = "brief-van-de-gemeente";

/** A letter of the authorities starts a term: that comes before everything. */
const hasTerm = (asked: Asked): boolean => asked.themes.some((theme) => theme.slug === letter);

/** Nobody can tell what is behind words that nothing was recognised in: 112 is there then, too. */
const mayBeDanger = (asked: Asked): boolean =>
  asked.themes.some((theme) => theme.sensitive) ||
  (asked.how === "own-words" &&
    asked.themes.length === 0 &&
    asked.urgent.length === 0 &&
    asked.story.needs.every(({ code }) => code === "veiligheid"));

const isAfraid = (asked: Asked): boolean => asked.story.needs.some(({ code }) => code === "veiligheid");

/** What somebody wrote, or came for, may be nobody else's to see: the way out is there. */
export const isSensitive = (asked: Asked): boolean =>
  asked.how === "own-words" || asked.urgent.length > 0 || mayBeDanger(asked);

/** Something stands above the ways to get help, with the one button of the page. */
export const hasFirst = (asked: Asked): boolean => asked.urgent.length > 0 || hasTerm(asked);

/** What comes before everything: life and safety, then the roof over somebody's head, then a term. */
export function CannotWait({ c, asked }: { c: Context<Env>; asked: Asked }) {
  const text = texts[c.var.language];
  const [gravest] = asked.urgent;
  const atRisk = asked.urgent.includes("life") || asked.urgent.includes("violence");
  return (
    <>
      {hasFirst(asked) && (
        <Station kind="urgent" words={text.first}>
          {asked.urgent.map((kind) => (
            <UrgentCard c={c} asked={asked} kind={kind} first={kind === gravest} />
          ))}
          {hasTerm(asked) && <LetterCard c={c} asked={asked} first={gravest === undefined} />}
        </Station>
      )}
      {mayBeDanger(asked) && !atRisk && <DangerStation c={c} isAfraid={isAfraid(asked)} />}
    </>
  );
}

type CardProps = { c: Context<Env>; asked: Asked; first: boolean };

function LetterCard({ c, asked, first }: CardProps) {
  const { language, place } = c.var;
  const text = texts[language];
  return (
    <Card kind={first ? "urgent" : "plain"} title={text.letterTitle}>
      <p>{text.letterText}</p>
      <Details language={language}>
        <p>{text.letterWhy}</p>
      </Details>
      <Buttons>
        <CallMe c={c} look={first ? "primary" : "secondary"} about={{ theme: asked.themes[0]?.slug }}>
          {text.callMe}
        </CallMe>
        <LinkButton look="secondary" href={publicPath(place, `onderwerp/${letter}`)}>
          {text.themes}
        </LinkButton>
      </Buttons>
    </Card>
  );
}

/** @param isAfraid somebody may not be safe at home: then whom to talk to about that stands there too */
function DangerStation({ c, isAfraid }: { c: Context<Env>; isAfraid: boolean }) {
  const text = texts[c.var.language];
  const { numbers } = readUrgencies();
  const help = numbers["safe-at-home"];
  return (
    <Station kind="urgent" words={text.danger}>
      <p>
        <PhoneLink look="primary" words={sharedWords[c.var.language].call} number={numbers.emergency.number} />
      </p>
      {isAfraid && (
        <p>
          {text.afraid(help.name)} <PhoneLink number={help.number} />
        </p>
      )}
    </Station>
  );
}
