import type { Context, Handler } from "hono";
import { z } from "zod";
import { sayMoment } from "../../../kernel/day.ts";
import { listSuggestions, type OpenSuggestion, settleSuggestion } from "../../../modules/directory/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/data-table.tsx";
import { Form } from "../../ui/form.tsx";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { Version } from "./begun.tsx";
import { ChangeTable, namesOfEntry } from "./change-table.tsx";
import { RouteMapSaid } from "./page.tsx";
import { texts } from "./texts.ts";

/** What people say is wrong on the route map, oldest first, for whoever keeps it. */
export const suggestionsPage: Handler<Env> = async (c) => {
  const { ctx, language } = c.var;
  const text = texts[language];
  const open = await listSuggestions(ctx);
  return c.html(
    <WorkFrame c={c} title={text.suggestions} section="routeMap" counts={await navCounts(c)}>
      <RouteMapSaid c={c} />
      <h1>{text.suggestions}</h1>
      <Lead>{text.suggestionsLead}</Lead>
      {open.length === 0 && <EmptyState heading={text.noSuggestions} />}
      {open.map((one) => (
        <SuggestionCard c={c} {...one} />
      ))}
    </WorkFrame>,
  );
};

function SuggestionCard({ c, suggestion, service, changes }: { c: Context<Env> } & OpenSuggestion) {
  const { language, place } = c.var;
  const text = texts[language];
  const own = workPath(place, `routekaart/${service.id}`);
  const caption = text.suggestedAt(sayMoment(suggestion.madeAt, language), suggestion.by);
  return (
    <Card title={service.name.nl} level={2}>
      <p>{caption}</p>
      {service.version > suggestion.version && <p>{text.changedSinceSuggestion}</p>}
      {suggestion.words !== "" && <blockquote dir="auto">{suggestion.words}</blockquote>}
      {changes.length > 0 && (
        <ChangeTable c={c} nameOf={namesOfEntry(c, service)} changes={changes} caption={caption} />
      )}
      {changes.length === 0 && suggestion.changes.length > 0 && <p>{text.suggestionIsThere}</p>}
      <Form
        action={workPath(place, `routekaart/voorstellen/${suggestion.id}`)}
        hidden={{ version: String(service.version) }}
      >
        <Buttons>
          <Button name="outcome" value="approved">
            {changes.length > 0 ? text.approve : text.approveWords}
          </Button>
          <Button look="secondary" name="outcome" value="declined">
            {text.decline}
          </Button>
          <LinkButton look="subtle" href={own} about={service.name.nl}>
            {text.changeItself}
          </LinkButton>
        </Buttons>
      </Form>
    </Card>
  );
}

export const settleSuggestionForm: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const id = z.uuid().safeParse(c.req.param("id"));
  const form = await parseForm(c, z.object({ version: Version, outcome: z.enum(["approved", "declined"]) }), {});
  if (!id.success || !form.ok) return c.notFound();
  const { version, outcome } = form.value;
  const came = await settleSuggestion(ctx, id.data, { outcome, version, reason: texts[language].suggestionReason });
  if (came.kind === "gone") return c.notFound();
  return thenSay(c, workPath(place, "routekaart/voorstellen"), {
    what: "routeMap",
    came: came.kind === "settledBefore" || came.kind === "meanwhile" ? came.kind : outcome,
  });
};
