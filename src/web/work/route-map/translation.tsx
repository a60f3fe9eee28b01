import type { Context, Handler } from "hono";
import { z } from "zod";
import {
  changeEntry,
  type Entry,
  type Service,
  stateOf,
  translatedFields,
  type Words,
  withTranslation,
} from "../../../modules/directory/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Badge, Badges } from "../../ui/card.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { entryAsked, ReasonField, Version, versionOf } from "./begun.tsx";
import { namesOfEntry } from "./change-table.tsx";
import { Meanwhile, type OthersChange } from "./meanwhile.tsx";
import { texts } from "./texts.ts";

const text = z.string().trim().max(5000, { error: "translationTooLong" }).default("");
const state = z.enum(["reviewed", "draft", "outdated"]).default("reviewed");

/** Each field twice: what it says in English, and how that stands to the Dutch. */
const TypedTranslation = z.object({
  ...Object.fromEntries(translatedFields.map((field) => [field, text])),
  ...Object.fromEntries(translatedFields.map((field) => [`${field}-state`, state])),
  reason: z.string().trim().max(500, { error: "reasonTooLong" }),
  version: Version,
});

/** The English of an entry beside its Dutch, text by text, with how each stands. */
export const translationPage: Handler<Env> = async (c) => {
  const service = await entryAsked(c);
  return service === undefined ? c.notFound() : showTranslation(c, service, {});
};

export const translationForm: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const service = await entryAsked(c);
  if (service === undefined) return c.notFound();
  const form = await parseForm(c, TypedTranslation, texts[language].problems);
  if (!form.ok) return showTranslation(c, service, { refused: form.refused });
  const typed: Record<string, unknown> = form.value;
  const translated = (field: string, words: Words): Words =>
    withTranslation(words, "en", String(typed[field] ?? ""), state.parse(typed[`${field}-state`]));
  const edit = (base: Entry): Entry => ({
    ...base,
    service: {
      ...base.service,
      ...Object.fromEntries(translatedFields.map((field) => [field, translated(field, base.service[field])])),
    },
  });
  const { version, reason } = form.value;
  const came = await changeEntry(ctx, service.id, { version, reason, edit });
  if (came.kind === "gone") return c.notFound();
  if (came.kind === "meanwhile") return showTranslation(c, service, { content: came.entry.service, others: came });
  return thenSay(c, workPath(place, `routekaart/${service.id}`), {
    what: "routeMap",
    came: came.kind === "nothing" ? "nothing" : "saved",
  });
};

type Shown = { refused?: Refused; content?: Entry["service"]; others?: OthersChange };

async function showTranslation(c: Context<Env>, service: Service, { refused, content = service, others }: Shown) {
  const { language, place } = c.var;
  const text = texts[language];
  const title = text.translationTitle(service.name.nl);
  const isWrong = refused !== undefined || others !== undefined;
  const own = workPath(place, `routekaart/${service.id}`);
  const page = (
    <WorkFrame c={c} title={title} section="routeMap" counts={await navCounts(c)} refused={isWrong}>
      <ErrorSummary language={language} refused={refused} />
      {others !== undefined && <Meanwhile c={c} nameOf={namesOfEntry(c, service)} others={others} />}
      <h1>{title}</h1>
      <Lead>{text.translationLead}</Lead>
      <Form action={`${own}/engels`} hidden={{ version: String(others?.version ?? versionOf(refused, service)) }}>
        {translatedFields
          .filter((field) => content[field].nl !== "")
          .map((field) => (
            <TranslationField c={c} field={field} words={content[field]} refused={refused} />
          ))}
        <ReasonField c={c} refused={refused} />
        <Button>{text.save}</Button>
      </Form>
      <LinkButton look="subtle" href={own}>
        {text.backTo(service.name.nl)}
      </LinkButton>
    </WorkFrame>
  );
  return c.html(page, isWrong ? 400 : 200);
}

type FieldProps = {
  c: Context<Env>;
  field: (typeof translatedFields)[number];
  words: Words;
  refused: Refused | undefined;
};

function TranslationField({ c, field, words, refused }: FieldProps) {
  const { language } = c.var;
  const text = texts[language];
  const state = stateOf(words, "en");
  const label = text.labels[field];
  return (
    <section>
      <h2>{label}</h2>
      <Badges>
        <Badge kind={state === "reviewed" ? "yes" : "neutral"}>{text.translationStates[state]}</Badge>
      </Badges>
      <p lang="nl">{words.nl}</p>
      <Field
        language={language}
        refused={refused}
        name={field}
        type="textarea"
        rows={Math.min(8, 2 + Math.floor(words.nl.length / 100))}
        optional
        label={text.english(label)}
        value={words.en}
      />
      <RadioGroup
        language={language}
        refused={refused}
        name={`${field}-state`}
        legend={text.howItStands}
        value={state === "missing" ? "reviewed" : state}
        options={(["reviewed", "draft", ...(state === "outdated" ? (["outdated"] as const) : [])] as const).map(
          (value) => ({ value, label: text.translationStates[value] }),
        )}
      />
    </section>
  );
}
