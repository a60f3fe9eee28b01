import type { Context } from "hono";
import { sayDate } from "../../../kernel/day.ts";
import type { Translated } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { readUrgencies, type UrgencyKind, type UrgentNumber } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons } from "../../ui/button.tsx";
import { Card, Checked } from "../../ui/card.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { sharedWords } from "../../words/words.ts";
import { CallMe } from "../frame/call-me.tsx";
import { DeskHours, deskOpenness } from "../frame/frame.tsx";
import type { Asked } from "./asked.ts";
import { en } from "./en.ts";
import { type AnswerText, nl } from "./nl.ts";

const texts: Translated<AnswerText> = { nl, en };

type CardProps = { c: Context<Env>; asked: Asked; kind: UrgencyKind; first: boolean };

/** Whom to call now, by what somebody wrote; only the first has the button that stands out. */
export function UrgentCard(props: CardProps) {
  switch (props.kind) {
    case "life":
      return <LifeCard {...props} />;
    case "violence":
      return <ViolenceCard {...props} />;
    case "custody":
    case "home":
    case "needs":
    case "term":
      return <TodayCard {...props} kind={props.kind} />;
  }
}

function LifeCard({ c, first }: CardProps) {
  const text = texts[c.var.language].urgent;
  const { numbers } = readUrgencies();
  const help = numbers["suicide-prevention"];
  return (
    <Card kind={first ? "urgent" : "plain"} title={text.life.title}>
      <Emergency c={c} />
      <CallButton c={c} help={help} first={first} />
      <p>{text.life.text(help.name)}</p>
      {help.website !== undefined && (
        <p>
          {text.life.website}{" "}
          <a href={help.website} rel="noopener">
            {new URL(help.website).hostname}
          </a>
        </p>
      )}
      <CheckedNumber c={c} help={help} />
    </Card>
  );
}

function ViolenceCard({ c, first }: CardProps) {
  const text = texts[c.var.language].urgent;
  const help = readUrgencies().numbers["safe-at-home"];
  return (
    <Card kind={first ? "urgent" : "plain"} title={text.violence.title}>
      <Emergency c={c} />
      <CallButton c={c} help={help} first={first} />
      <p>
        {text.violence.text(help.name)} {text.violence.trace}
      </p>
      <CheckedNumber c={c} help={help} />
    </Card>
  );
}

/** Freedom, a home, what somebody lives of or a day that is near: the desk that can be reached, today when it is open. */
function TodayCard({ c, asked, kind, first }: CardProps & { kind: Exclude<UrgencyKind, "life" | "violence"> }) {
  const { language, place } = c.var;
  const text = texts[language];
  const { desk } = place.municipality;
  const open = deskOpenness(c);
  const where = text.urgent.desk(desk.name, desk.address, <DeskHours c={c} />, open.kind === "open");
  return (
    <Card kind={first ? "urgent" : "plain"} title={text.urgent[kind].title}>
      <p>
        {where} {text.urgent[kind].text}
      </p>
      <Buttons>
        <PhoneLink
          look={first ? "primary" : "secondary"}
          words={sharedWords[language].call}
          number={sayPhone(desk.phone)}
          about={desk.name}
        />
        <CallMe c={c} look="secondary" about={{ theme: asked.themes[0]?.slug }}>
          {text.callMe}
        </CallMe>
      </Buttons>
    </Card>
  );
}

function Emergency({ c }: { c: Context<Env> }) {
  const text = texts[c.var.language].urgent;
  return (
    <p>
      <strong>{text.emergency(<PhoneLink number={readUrgencies().numbers.emergency.number} />)}</strong>
    </p>
  );
}

function CallButton({ c, help, first }: { c: Context<Env>; help: UrgentNumber; first: boolean }) {
  return (
    <Buttons>
      <PhoneLink
        look={first ? "primary" : "secondary"}
        words={sharedWords[c.var.language].call}
        number={help.number}
        about={help.name}
      />
    </Buttons>
  );
}

function CheckedNumber({ c, help }: { c: Context<Env>; help: UrgentNumber }) {
  const { language } = c.var;
  return (
    <Checked language={language} iso={help.checked}>
      {sayDate(Temporal.PlainDate.from(help.checked), language)}
    </Checked>
  );
}
