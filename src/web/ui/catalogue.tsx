import type { Language } from "../../kernel/language.ts";
import { Button, Buttons, LinkButton } from "./button.tsx";
import { Badge, Badges, Card, Checked, Tile, Tiles, Why } from "./card.tsx";
import { Checkbox, CheckboxGroup, DateField, RadioGroup } from "./choice.tsx";
import { PersonStrip, PhoneLink } from "./contact.tsx";
import { DataTable, EmptyState, Pagination } from "./data-table.tsx";
import { Details } from "./details.tsx";
import { Field } from "./field.tsx";
import { ErrorSummary, Form, SearchBox } from "./form.tsx";
import type { NoticeKind } from "./icons.tsx";
import { LanguageLinks } from "./language-links.tsx";
import { Band, Columns, Section } from "./layout.tsx";
import { Notice, SafeContact } from "./notice.tsx";
import { PrintButton, ScreenOnly, Slip } from "./paper.tsx";
import { PosterFact } from "./poster.tsx";
import { QrCode } from "./qr-code.tsx";
import type { Refused } from "./refused.ts";
import { Spoor, Station, Steps, Timeline, type TimelineMoment } from "./spoor.tsx";
import { SummaryList } from "./summary-list.tsx";
import { Lead, Small, Warn } from "./text.tsx";
import { texts } from "./texts.ts";
import { Group, WorkList, WorkRow } from "./work-row.tsx";

type Props = { language: Language };

const noticeKinds: readonly NoticeKind[] = ["info", "warning", "danger", "success"];
const urgencies = ["late", "soon", "calm"] as const;
const stepStates = ["done", "current", "later", "later"] as const;
const momentKinds = ["done", "done", "current", "urgent"] as const;
const momentDays = ["2026-04-18T12:10", "2026-04-20T09:30", "2026-04-20T15:30", "2026-05-18"] as const;

/** Every component in its states. Stands in a `PublicPage` with layout `bands` and the stylesheet look/catalogue.css. */
export function Catalogue({ language }: Props) {
  const text = texts[language].catalogue;
  return (
    <>
      <Band>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <BandForm language={language} />
      </Band>
      <TextAndButtons language={language} />
      <Line language={language} />
      <CardsAndNotices language={language} />
      <Forms language={language} />
      <Work language={language} />
      <OtherLanguages language={language} />
    </>
  );
}

function BandForm({ language }: Props) {
  const { field } = texts[language].catalogue;
  return (
    <Form>
      <Field
        language={language}
        type="textarea"
        name="band-story"
        label={field.story}
        hint={field.storyHint}
        rows={3}
      />
      <Button>{texts[language].search}</Button>
    </Form>
  );
}

function TextAndButtons({ language }: Props) {
  const text = texts[language].catalogue;
  return (
    <>
      <Section heading={text.parts.text}>
        <p>
          {text.sentence} <a href="#main">{text.link}</a>. <Warn>{text.safe}</Warn>
        </p>
        <p>{text.longWord}</p>
        <Small>{text.lead}</Small>
        <Details language={language}>
          <p>{text.because}</p>
        </Details>
        <Details language={language} summary={text.link} open>
          <p>{text.because}</p>
        </Details>
      </Section>
      <Section heading={text.parts.buttons}>
        <Buttons>
          <Button>{text.primary}</Button>
          <LinkButton href="#main" look="secondary">
            {text.secondary}
          </LinkButton>
          <Button look="danger">{text.danger}</Button>
          <Button look="subtle">{text.subtle}</Button>
        </Buttons>
        <Buttons>
          <Button tight>{text.primary}</Button>
          <Button look="secondary" tight>
            {text.secondary}
          </Button>
          <Button disabled>{text.disabled}</Button>
          <Button look="secondary" disabled>
            {text.disabled}
          </Button>
        </Buttons>
      </Section>
    </>
  );
}

function Line({ language }: Props) {
  const text = texts[language].catalogue;
  const steps = text.steps.map((label, at) => ({
    label,
    state: stepStates[at] ?? "later",
    href: at === 0 ? "#main" : undefined,
  }));
  const moments = text.timeline.map<TimelineMoment>(({ title, when, who }, at) => {
    const body = at === 1 ? <p>{text.noticeBody}</p> : undefined;
    return { kind: momentKinds[at] ?? "later", title, iso: momentDays[at] ?? "2026-05-18", when, who, body };
  });
  return (
    <>
      <Section heading={text.parts.spoor}>
        <Spoor>
          <Station kind="urgent" words={text.urgentWords} level={3}>
            <Card kind="urgent" title={text.urgentTitle} level={4}>
              <p>{text.urgentBody}</p>
              <Details language={language}>
                <p>{text.because}</p>
              </Details>
              <Buttons>
                <LinkButton href="#main">{text.primary}</LinkButton>
                <LinkButton href="#main" look="secondary">
                  {text.secondary}
                </LinkButton>
              </Buttons>
            </Card>
          </Station>
          <Station kind="now" words={text.nowWords} level={3}>
            <Card title={text.helpName} href="#main" level={4}>
              <p>{text.helpBody}</p>
            </Card>
          </Station>
          <Station kind="done" words={text.doneWords} level={3}>
            <p>{text.sentence}</p>
          </Station>
          <Station kind="current" words={text.currentWords} level={3}>
            <p>{text.sentence}</p>
          </Station>
          <Station kind="later" words={text.laterWords} level={3}>
            <Card title={text.laterName} href="#main" level={4}>
              <p>{text.sentence}</p>
            </Card>
          </Station>
        </Spoor>
      </Section>
      <Section heading={text.parts.steps}>
        <Steps language={language} steps={steps} />
      </Section>
      <Section heading={text.parts.timeline}>
        <Timeline moments={moments} />
      </Section>
    </>
  );
}

function CardsAndNotices({ language }: Props) {
  const text = texts[language].catalogue;
  return (
    <>
      <Section heading={text.parts.cards}>
        <Card title={text.helpName} href="#main">
          <p>{text.helpBody}</p>
          <Badges>
            <Badge kind="yes">{text.badges.free}</Badge>
            <Badge kind="yes">{text.badges.independent}</Badge>
            <Badge kind="no">{text.badges.paid}</Badge>
            <Badge>{text.badges.distance}</Badge>
            <Badge>{text.longWord}</Badge>
          </Badges>
          <Why language={language}>{text.why}</Why>
          <Buttons>
            <LinkButton href="#main">{text.primary}</LinkButton>
            <PhoneLink number="030 000 00 00" words={text.person.call} look="secondary" />
          </Buttons>
          <Checked language={language} iso="2026-04-03">
            {text.checked}
          </Checked>
        </Card>
      </Section>
      <Section heading={text.parts.tiles}>
        <Tiles>
          {text.tiles.map(({ title, words }, at) => (
            <Tile href="#main" title={title} first={at === 0}>
              {words}
            </Tile>
          ))}
        </Tiles>
      </Section>
      <Section heading={text.parts.notices}>
        {noticeKinds.map((kind) => (
          <Notice kind={kind} heading={text.notice[kind]} level={3}>
            <p>
              {text.noticeBody} <a href="#main">{text.link}</a>
            </p>
          </Notice>
        ))}
        <Notice>
          <p>{text.noticeBody}</p>
        </Notice>
      </Section>
      <Section heading={text.parts.contact}>
        <PersonStrip person={{ ...text.person, number: "14 030", hours: text.person.open, open: true }} />
        <PersonStrip person={{ ...text.person, number: "14 030", hours: text.person.closed, open: false }} />
        {(["danger", "warning", "calm"] as const).map((_, at, all) => (
          <SafeContact
            language={language}
            warnings={all.slice(at).map((gravity) => ({ words: text.warnings[gravity], gravity }))}
          >
            <PhoneLink number="06 00 00 00 00" words={text.person.call} look="secondary" />
          </SafeContact>
        ))}
        <SafeContact language={language} warnings={[]}>
          <PhoneLink number="06 00 00 00 00" words={text.person.call} />
        </SafeContact>
      </Section>
    </>
  );
}

function Forms({ language }: Props) {
  const text = texts[language].catalogue;
  const refused: Refused = {
    values: { "refused-phone": text.typedPhone, "refused-letter-day": "31", "refused-letter-month": "2" },
    errors: {
      "refused-phone": text.errors.phone,
      "refused-daypart": text.errors.daypart,
      "refused-letter": text.errors.letter,
      "refused-agree": text.errors.agree,
    },
  };
  return (
    <>
      <Section heading={text.parts.form}>
        <Form>
          <Questions language={language} prefix="plain" refused={undefined} />
        </Form>
        <SearchBox language={language} action="" label={text.field.search} />
      </Section>
      <Section heading={text.parts.refused}>
        <ErrorSummary language={language} refused={refused} level={3} />
        <Form>
          <Questions language={language} prefix="refused" refused={refused} />
        </Form>
      </Section>
      <Section heading={text.parts.summary}>
        <SummaryList
          language={language}
          items={[
            { term: text.field.phone, value: <PhoneLink number="030 000 00 00" />, change: { href: "#main" } },
            { term: text.field.story, value: text.urgentBody, change: { href: "#main" } },
            { term: text.field.email, value: "voorbeeld@example.org" },
          ]}
        />
      </Section>
    </>
  );
}

function Questions({ language, prefix, refused }: Props & { prefix: string; refused: Refused | undefined }) {
  const { field, options, send, disabled } = texts[language].catalogue;
  const { choose } = field;
  const last = options.length - 1;
  const choices = options.map((option, at) => ({ ...option, disabled: at === last }));
  const shared = { language, refused };
  return (
    <>
      <Field
        {...shared}
        name={`${prefix}-name`}
        label={field.name}
        hint={field.nameHint}
        autocomplete="name"
        optional
      />
      <Field
        {...shared}
        name={`${prefix}-phone`}
        label={field.phone}
        type="tel"
        dir="ltr"
        autocomplete="tel"
        width="medium"
      />
      <Field {...shared} name={`${prefix}-email`} label={field.email} type="email" autocomplete="email" optional />
      <Field {...shared} name={`${prefix}-story`} label={field.story} type="textarea" hint={field.storyHint} />
      <Field
        {...shared}
        name={`${prefix}-daypart-select`}
        label={field.daypart}
        type="select"
        {...{ options, choose }}
      />
      <Field {...shared} name={`${prefix}-disabled`} label={disabled} value={disabled} disabled />
      <RadioGroup {...shared} name={`${prefix}-daypart`} legend={field.daypart} options={choices} />
      <CheckboxGroup
        {...shared}
        name={`${prefix}-topics`}
        legend={field.topics}
        options={options}
        values={["morning"]}
        optional
      />
      <DateField {...shared} name={`${prefix}-letter`} legend={field.letter} legendLevel={3} hint={field.letterHint} />
      <Checkbox {...shared} name={`${prefix}-agree`} label={field.agree} hint={field.agreeHint} />
      <Button>{send}</Button>
    </>
  );
}

function Work({ language }: Props) {
  const text = texts[language].catalogue;
  const { table } = text;
  return (
    <>
      <Section heading={text.parts.rows}>
        <Columns
          asideLabel={text.parts.timeline}
          main={
            <>
              <Group level={3}>{text.late}</Group>
              <WorkList>
                {text.rows.map(({ due, note, title, action }, at) => (
                  <WorkRow
                    urgency={urgencies[at] ?? "calm"}
                    due={due}
                    dueNote={note}
                    title={title}
                    href={at === 1 ? "#main" : undefined}
                    level={4}
                    warnings={at === 0 ? [text.safe] : []}
                    facts={text.facts}
                    action={
                      <LinkButton href="#main" tight look={at === 0 ? "primary" : "secondary"}>
                        {action}
                      </LinkButton>
                    }
                  />
                ))}
              </WorkList>
            </>
          }
          aside={<Notice heading={text.notice.info}>{text.because}</Notice>}
        />
      </Section>
      <Section heading={text.parts.table}>
        <DataTable
          language={language}
          caption={table.caption}
          rows={table.rows}
          count={table.count}
          csv="#main"
          columns={[
            { head: table.team, cell: ({ team }) => team, sort: { href: "#main", now: "ascending" } },
            { head: table.asked, cell: ({ asked }) => asked, numeric: true, sort: { href: "#main" } },
            { head: table.kept, cell: ({ kept }) => kept, numeric: true },
          ]}
        />
        <Pagination language={language} page={4} pages={9} href={(page) => `#page-${page}`} />
      </Section>
      <Section heading={text.parts.paper}>
        <ScreenOnly>
          <PrintButton noScript={text.slip.noScript}>{text.slip.print}</PrintButton>
        </ScreenOnly>
        <Slip title={text.slip.title}>
          <p>{text.slip.body}</p>
        </Slip>
        <PosterFact term={text.slip.title}>{text.slip.body}</PosterFact>
        <QrCode address="https://rechtspoor.example/utrecht" label={text.slip.title} />
      </Section>
      <Section heading={text.parts.empty}>
        <EmptyState
          heading={text.empty}
          action={
            <LinkButton href="#main" look="secondary">
              {text.emptyAction}
            </LinkButton>
          }
        >
          <p>{text.emptyBody}</p>
        </EmptyState>
      </Section>
    </>
  );
}

/** Words of the one who tells, kept as they are. */
const arabic = "أحتاج إلى مساعدة في رسالة من البلدية. رقمي 030 000 00 00.";

function OtherLanguages({ language }: Props) {
  const text = texts[language].catalogue;
  return (
    <Section heading={text.parts.other}>
      <LanguageLinks
        language={language}
        links={[
          { code: "nl", name: "Nederlands", href: "#main", current: true },
          { code: "en", name: "English", href: "#main" },
          { code: "ar", name: "العربية", href: "#main", direction: "rtl" },
        ]}
      />
      <div lang="ar" dir="rtl">
        <Spoor>
          <Station kind="now" words={arabic} level={3}>
            <Card title={arabic} level={4}>
              <p>{arabic}</p>
              <Badges>
                <Badge kind="yes">مجاني</Badge>
              </Badges>
            </Card>
          </Station>
          <Station kind="later" words={arabic} level={3} />
        </Spoor>
      </div>
      <Field language={language} name="arabic" label={text.field.name} value={arabic} />
    </Section>
  );
}
