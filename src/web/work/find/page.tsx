import type { Context, Handler } from "hono";
import { z } from "zod";
import { maySomewhere } from "../../../modules/access/index.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { findHelp, listWithContacts } from "../../../modules/directory/index.ts";
import { parseForm } from "../../form.ts";
import { chainOf, hasSite, workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { EmptyState } from "../../ui/data-table.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { readDraft } from "../list/draft.ts";
import { texts as listTexts } from "../list/texts.ts";
import { WhatMayBe } from "../questions/what-may-be.tsx";
import { FoundCard } from "./found-card.tsx";
import { forgetWords, keepWords, readWords, wordsLimit } from "./kept-words.ts";
import { texts } from "./texts.ts";

const perPage = 20;
const lastPage = 500;

const Typed = z.object({ woorden: z.string().default(""), wis: z.string().optional() });

/** The route map for colleagues: all of it, or what fits what they typed. What they typed is in no address. */
export const findPage: Handler<Env> = async (c) => {
  const { ctx, place, language } = c.var;
  if (!hasSite(place.municipality)) return c.notFound();
  const text = texts[language];
  const words = readWords(c);
  const page = Math.max(1, Math.min(lastPage, Number.parseInt(c.req.query("pagina") ?? "1", 10) || 1));
  const found = await findHelp(ctx, { chain: chainOf(place), words, forProfessionals: true, page, perPage });
  const withContacts = await listWithContacts(
    ctx,
    found.services.map(({ id }) => id),
  );
  const here = workPath(place, "hulp");
  const onList = maySomewhere(ctx, "list.keep")
    ? new Set(readDraft(c).entries.map(({ serviceId }) => serviceId))
    : undefined;
  return c.html(
    <WorkFrame c={c} title={text.title} section="find" counts={await navCounts(c)}>
      <h1>{text.title}</h1>
      <Lead>{text.lead}</Lead>
      <p>
        <a href={workPath(place, "oefenen")}>{text.practise}</a>
      </p>
      {onList !== undefined && (
        <p>
          <a href={workPath(place, "lijst")}>{listTexts[language].toList(onList.size)}</a>
        </p>
      )}
      <Form action={here}>
        <Field
          language={language}
          name="woorden"
          type="textarea"
          rows={2}
          label={text.label}
          hint={text.hint}
          value={words}
          maxlength={wordsLimit}
          autocomplete="off"
        />
        <Button>{text.search}</Button>
      </Form>
      {words !== undefined && <WipeWords c={c} />}
      {words !== undefined && page === 1 && <WhatMayBe c={c} words={words} />}
      <h2>{words === undefined ? text.all : text.results}</h2>
      {found.services.length === 0 ? (
        <Nothing c={c} page={page} />
      ) : (
        found.services.map((service) => (
          <FoundCard
            c={c}
            service={service}
            hasContact={withContacts.has(service.id)}
            isOnList={onList?.has(service.id)}
            page={page}
          />
        ))
      )}
      {found.more && (
        <LinkButton look="secondary" href={`${here}?pagina=${page + 1}`}>
          {text.next}
        </LinkButton>
      )}
    </WorkFrame>,
  );
};

export const findForm: Handler<Env> = async (c) => {
  const { place } = c.var;
  if (!hasSite(place.municipality)) return c.notFound();
  const form = await parseForm(c, Typed, {});
  const words = form.ok && form.value.wis === undefined ? form.value.woorden.trim() : "";
  if (words === "") forgetWords(c);
  else keepWords(c, words);
  return c.redirect(workPath(place, "hulp"), 303);
};

function WipeWords({ c }: { c: Context<Env> }) {
  const text = texts[c.var.language];
  return (
    <Form action={workPath(c.var.place, "hulp")} hidden={{ wis: "ja" }}>
      <p>{text.kept}</p>
      <Button look="secondary">{text.wipe}</Button>
    </Form>
  );
}

function Nothing({ c, page }: { c: Context<Env>; page: number }) {
  const { language, place } = c.var;
  const text = texts[language];
  const { desk } = place.municipality;
  const first =
    page > 1 ? (
      <LinkButton look="secondary" href={workPath(place, "hulp")}>
        {text.first}
      </LinkButton>
    ) : undefined;
  return (
    <EmptyState heading={text.nothing} action={first}>
      <p>{text.nothingText(desk.name, <PhoneLink number={sayPhone(desk.phone)} />)}</p>
    </EmptyState>
  );
}
