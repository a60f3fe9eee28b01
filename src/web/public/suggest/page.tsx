import type { Context, Handler } from "hono";
import { newId } from "../../../kernel/id.ts";
import { type Service, suggestChange } from "../../../modules/directory/index.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { Frame } from "../frame/frame.tsx";
import { serviceAsked } from "../service/page.tsx";
import { readSuggestion, SuggestionFields, texts } from "./fields.tsx";

/** "Klopt dit niet?": by anybody, without an account; an editor looks at it before anything changes. */
export const suggestPage: Handler<Env> = async (c) => {
  const service = await serviceAsked(c);
  return service === undefined ? c.notFound() : showSuggest(c, service);
};

export const suggestForm: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const service = await serviceAsked(c);
  if (service === undefined) return c.notFound();
  const read = await readSuggestion(c);
  if (!read.ok) return showSuggest(c, service, read.refused);
  // What is of the whole country or a region is kept there.
  const there = { ...ctx, municipalityId: service.municipalityId };
  const came = await suggestChange(there, service.id, { ...read.made, language });
  if (came === "gone") return c.notFound();
  return came === "empty"
    ? showSuggest(c, service, read.refuse("words", texts[language].problems.wordsMissing))
    : c.redirect(publicPath(place, `hulp/${service.id}/klopt-niet/bedankt`), 303);
};

export const suggestedPage: Handler<Env> = async (c) => {
  const service = await serviceAsked(c);
  if (service === undefined) return c.notFound();
  const { language, place } = c.var;
  const text = texts[language];
  return c.html(
    <Frame c={c} title={text.doneTitle} unlisted>
      <h1>{text.doneTitle}</h1>
      <Lead>{text.done}</Lead>
      <LinkButton href={publicPath(place, `hulp/${service.id}`)}>{text.back}</LinkButton>
    </Frame>,
  );
};

function showSuggest(c: Context<Env>, service: Service, refused?: Refused) {
  const { language, place } = c.var;
  const text = texts[language];
  const page = (
    <Frame c={c} title={text.title} unlisted refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      <h1>{text.title}</h1>
      <Lead>{text.lead(service.name.nl)}</Lead>
      <Form
        action={publicPath(place, `hulp/${service.id}/klopt-niet`)}
        hidden={{ formKey: String(refused?.values.formKey ?? newId()) }}
      >
        <SuggestionFields c={c} service={service} refused={refused} />
        <Button>{text.send}</Button>
      </Form>
      <p>
        <a href={publicPath(place, "klacht")}>{text.complaint}</a>
      </p>
    </Frame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}
