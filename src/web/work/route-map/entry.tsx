import type { Context, Handler } from "hono";
import { z } from "zod";
import { dayOf } from "../../../kernel/day.ts";
import {
  changeCheckedEntry,
  changeEntry,
  contentOf,
  keepsOrganisation,
  type Service,
  type ServiceContent,
  stateOf,
} from "../../../modules/directory/index.ts";
import { type ParsedForm, parseForm } from "../../form.ts";
import { publicPath, workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { ReadingCheck } from "../reading/check.tsx";
import { entryAsked, ReasonField, Version, versionOf } from "./begun.tsx";
import { namesOfEntry } from "./change-table.tsx";
import { impossibleDay } from "./days.ts";
import { EntryFields, SectionLinks } from "./entry-fields.tsx";
import { Meanwhile, type OthersChange } from "./meanwhile.tsx";
import { RouteMapSaid } from "./page.tsx";
import { texts } from "./texts.ts";
import { listFields, readContent, TypedEntry } from "./typed-entry.ts";

export const entryPage: Handler<Env> = async (c) => {
  const service = await entryAsked(c);
  return service === undefined ? c.notFound() : showEntry(c, service, {});
};

export const entryForm: Handler<Env> = async (c) => {
  const { ctx, language } = c.var;
  const service = await entryAsked(c);
  if (service === undefined) return c.notFound();
  const form = await parseForm(c, TypedEntry.extend({ version: Version }), texts[language].problems, listFields);
  if (!form.ok) return showEntry(c, service, { refused: form.refused });
  const read = readTyped(c, form);
  if (!read.ok) return showEntry(c, service, { refused: read.refused });
  const { version, reason, checked } = form.value;
  if (form.value.do === "read") return showEntry(c, service, { content: read.edit(contentOf(service)), typed: form });
  const change = checked === "on" ? changeCheckedEntry : changeEntry;
  const came = await change(ctx, service.id, {
    version,
    reason,
    edit: (base) => ({ ...base, service: read.edit(base.service) }),
  });
  if (came.kind === "gone") return c.notFound();
  if (came.kind === "meanwhile") return showEntry(c, service, { content: came.entry.service, others: came });
  const said = checked === "on" ? "checked" : came.kind === "nothing" ? "nothing" : "saved";
  return thenSay(c, workPath(c.var.place, `routekaart/${service.id}`), { what: "routeMap", came: said });
};

/** Not shown any more, or shown again. */
export const withdrawEntryForm: Handler<Env> = async (c) => {
  const { ctx, place } = c.var;
  const service = await entryAsked(c);
  const form = await parseForm(c, z.object({ version: Version, withdrawn: z.enum(["yes", "no"]) }), {});
  if (service === undefined || !form.ok) return c.notFound();
  const withdrawn = form.value.withdrawn === "yes";
  const came = await changeEntry(ctx, service.id, {
    version: form.value.version,
    reason: "",
    edit: (base) => ({ ...base, service: { ...base.service, withdrawn } }),
  });
  if (came.kind === "gone") return c.notFound();
  if (came.kind === "meanwhile") return showEntry(c, service, { content: contentOf(service), others: came });
  return thenSay(c, workPath(place, `routekaart/${service.id}`), {
    what: "routeMap",
    came: withdrawn ? "withdrawn" : "saved",
  });
};

type ReadTyped = { ok: true; edit: (before: ServiceContent) => ServiceContent } | { ok: false; refused: Refused };

/** What the schema cannot see: days in three boxes, and what belongs together. */
export function readTyped(c: Context<Env>, form: ParsedForm<z.infer<typeof TypedEntry>> & { ok: true }): ReadTyped {
  const { ctx, language } = c.var;
  const read = readContent(form.value, form.values, dayOf(ctx.now));
  if (read.ok) return read;
  const { problem, field } = read;
  const sentence =
    typeof problem === "string" ? texts[language].problems[problem] : impossibleDay(language, form.values, field);
  return { ok: false, refused: form.refuse(field, sentence) };
}

type Shown = {
  refused?: Refused;
  /** What came with a form that only asks how it reads. */
  typed?: { values: Refused["values"] };
  /** What stands in the form, when that is not what is stored. */
  content?: ServiceContent;
  others?: OthersChange;
};

async function showEntry(c: Context<Env>, service: Service, { refused, content, others, typed }: Shown) {
  const { language, place } = c.var;
  const text = texts[language];
  const shown = refused ?? (typed && { values: typed.values, errors: {} });
  const own = (path = "") => workPath(place, `routekaart/${service.id}${path}`);
  const outdated = Object.values(contentOf(service)).some(
    (value) => typeof value === "object" && value !== null && "nl" in value && stateOf(value, "en") === "outdated",
  );
  const page = (
    <WorkFrame
      c={c}
      title={service.name.nl}
      section="routeMap"
      counts={await navCounts(c)}
      refused={refused !== undefined || others !== undefined}
    >
      <ErrorSummary language={language} refused={refused} />
      {refused === undefined && others === undefined && <RouteMapSaid c={c} />}
      {others !== undefined && <Meanwhile c={c} nameOf={namesOfEntry(c, service)} others={others} />}
      <h1 lang="nl">{service.name.nl}</h1>
      <Lead>{service.organisation.name}</Lead>
      {service.withdrawn && <Notice kind="warning">{text.said.withdrawn}</Notice>}
      {outdated && <Notice>{text.outdated}</Notice>}
      <Buttons>
        <LinkButton look="secondary" tight href={publicPath(place, `hulp/${service.id}`)}>
          {text.seePage}
        </LinkButton>
        <LinkButton look="secondary" tight href={own("/engels")}>
          {text.translation}
        </LinkButton>
        <LinkButton look="secondary" tight href={own("/eigenaar")}>
          {text.owner}
        </LinkButton>
        {(await keepsOrganisation(c.var.ctx, service.organisation.id)) && (
          <LinkButton
            look="secondary"
            tight
            href={workPath(place, `routekaart/organisaties/${service.organisation.id}`)}
          >
            {text.aboutOrganisation(service.organisation.name)}
          </LinkButton>
        )}
        <LinkButton look="secondary" tight href={own("/contacten")}>
          {text.contacts}
        </LinkButton>
        <LinkButton look="secondary" tight href={own("/geschiedenis")}>
          {text.history}
        </LinkButton>
      </Buttons>
      <h2>{text.points}</h2>
      {service.points.length === 0 && <p>{text.noPoints}</p>}
      <ul>
        {service.points.map((point) => (
          <li>
            <a href={own(`/plaatsen/${point.id}`)}>{text.changePoint(point.place.name)}</a>
          </li>
        ))}
        <li>
          <a href={own("/plaatsen/nieuw")}>{text.addPoint}</a>
        </li>
      </ul>
      <Form action={own()} hidden={{ version: String(others?.version ?? versionOf(shown, service)) }}>
        <SectionLinks c={c} />
        <EntryFields c={c} content={content ?? service} refused={shown} />
        <h2>{text.sections.save}</h2>
        <ReasonField c={c} refused={shown} />
        <Checkbox language={language} refused={shown} name="checked" label={text.checked} hint={text.checkedHint} />
        {refused === undefined && <ReadingCheck c={c} fields={readBy(c, content ?? service)} />}
        <Buttons>
          <Button>{text.save}</Button>
          <Button look="secondary" name="do" value="read" formaction={`${own()}#leest-dit`}>
            {text.lookHowItReads}
          </Button>
        </Buttons>
      </Form>
      <Form
        action={own("/weg")}
        hidden={{ version: String(service.version), withdrawn: service.withdrawn ? "no" : "yes" }}
      >
        {!service.withdrawn && <p>{text.withdrawWhy}</p>}
        <Button look="secondary">{service.withdrawn ? text.putBack : text.withdraw}</Button>
      </Form>
    </WorkFrame>
  );
  return c.html(page, refused === undefined && others === undefined ? 200 : 400);
}

const forResidents = [
  ...(["name", "sentence", "audience", "eligibility", "limits", "costNote"] as const),
  ...(["howToAsk", "toBring", "result"] as const),
];
/** What residents read of an entry, in Dutch. */
const readBy = (c: Context<Env>, content: ServiceContent) =>
  forResidents.map((field) => ({ label: texts[c.var.language].labels[field], text: content[field].nl }));
