import type { Context } from "hono";
import { z } from "zod";
import type { Translated } from "../../../kernel/language.ts";
import { readDeskNumber, sayPhone } from "../../../modules/contact/index.ts";
import { type Entry, readHours, type Service, withDutch, writeHours } from "../../../modules/directory/index.ts";
import { FormKey, mailOrNone, type ParsedForm, parseForm, websiteOrNone } from "../../form.ts";
import type { Env } from "../../surroundings.ts";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { en } from "./en.ts";
import { nl, type SuggestText } from "./nl.ts";

export const texts: Translated<SuggestText> = { nl, en };

/** What somebody types about an entry: words, and how a few things should be. */
const Typed = z.object({
  words: z.string().trim().max(1000, { error: "wordsTooLong" }).default(""),
  sentence: z.string().trim().max(300, { error: "sentenceTooLong" }).optional(),
  website: websiteOrNone("websiteWrong").optional(),
  phone: z.string().trim().max(40, { error: "phoneWrong" }).optional(),
  street: z.string().trim().max(120, { error: "streetTooLong" }).optional(),
  hours: z.string().max(3000, { error: "hoursWrong" }).optional(),
  mail: mailOrNone("mailWrong").default(""),
  formKey: FormKey,
});
type Typed = z.infer<typeof Typed>;

export type ReadSuggestion =
  | {
      ok: true;
      made: { words: string; edit: (base: Entry) => Entry; mail: string | null; formKey: string | undefined };
      refuse: (ParsedForm<Typed> & { ok: true })["refuse"];
    }
  | { ok: false; refused: Refused };

/** What is typed, as a change of the first place of an entry and of the entry itself. */
export async function readSuggestion(c: Context<Env>): Promise<ReadSuggestion> {
  const { app, language } = c.var;
  const { problems } = texts[language];
  const form = await parseForm(c, Typed, problems);
  if (!form.ok) return form;
  const { words, sentence, website, phone, street, hours, mail, formKey } = form.value;
  const number = phone === undefined || phone === "" ? null : readDeskNumber(phone, app.config.mode !== "production");
  if (number === undefined) return { ok: false, refused: form.refuse("phone", problems.phoneWrong) };
  const read = hours === undefined ? undefined : readHours(hours);
  if (read?.ok === false) return { ok: false, refused: form.refuse("hours", problems.hoursWrong) };
  const edit = (base: Entry): Entry => {
    const [id] = Object.keys(base.points);
    const point = id === undefined ? undefined : base.points[id];
    const service = {
      ...base.service,
      ...(sentence === undefined || sentence === "" ? {} : { sentence: withDutch(base.service.sentence, sentence) }),
      ...(website === undefined ? {} : { website: website === "" ? null : website }),
    };
    if (id === undefined || point === undefined) return { ...base, service };
    const exceptions =
      read === undefined ? point.hours.exceptions : { ...point.hours.exceptions, walkIn: read.hours.exceptions };
    const changed = {
      ...point,
      ...(phone === undefined ? {} : { phone: number }),
      place: { ...point.place, ...(street === undefined ? {} : { street }) },
      hours: { ...point.hours, ...(read === undefined ? {} : { walkIn: read.hours.week }), exceptions },
    };
    return { service, points: { ...base.points, [id]: changed } };
  };
  return { ok: true, made: { words, edit, mail: mail === "" ? null : mail, formKey }, refuse: form.refuse };
}

type Props = { c: Context<Env>; service: Service; refused: Refused | undefined; isOwner?: boolean };

/** A few words are enough; whoever knows better fills in how it should be. */
export function SuggestionFields({ c, service, refused, isOwner = false }: Props) {
  const { language } = c.var;
  const text = texts[language];
  const question = { language, refused };
  const [point] = service.points;
  return (
    <>
      <Field
        {...question}
        name="words"
        type="textarea"
        rows={4}
        optional="sometimes"
        label={text.words}
        hint={text.wordsHint}
      />
      <Details language={language} summary={text.fill} open={isOwner || refused !== undefined}>
        <Field
          {...question}
          name="sentence"
          type="textarea"
          rows={2}
          optional
          label={text.sentence}
          value={service.sentence.nl}
        />
        <Field
          {...question}
          name="website"
          type="url"
          optional
          label={text.website}
          value={service.website ?? undefined}
          dir="ltr"
        />
        {point !== undefined && (
          <>
            <Field
              {...question}
              name="phone"
              type="tel"
              optional
              width="medium"
              label={text.phone}
              value={point.phone === null ? undefined : sayPhone(point.phone)}
              autocomplete="off"
              dir="ltr"
            />
            <Field
              {...question}
              name="street"
              optional
              label={text.street}
              value={point.place.street}
              autocomplete="off"
            />
            <Field
              {...question}
              name="hours"
              type="textarea"
              rows={3}
              optional
              label={text.hours}
              hint={text.hoursHint}
              value={writeHours({ week: point.hours.walkIn, exceptions: point.hours.exceptions.walkIn })}
              spellcheck={false}
            />
          </>
        )}
      </Details>
      {!isOwner && (
        <Field
          {...question}
          name="mail"
          type="email"
          optional
          label={text.mail}
          hint={text.mailHint}
          autocomplete="email"
          dir="ltr"
        />
      )}
    </>
  );
}
