import type { Context, Handler } from "hono";
import { z } from "zod";
import { readDeskNumber } from "../../../modules/contact/index.ts";
import {
  type ContactProblem,
  confirmContact,
  type DirectContact,
  openKeptContacts,
  removeContact,
  type Service,
  saveContact,
} from "../../../modules/directory/index.ts";
import { mailOrNone, parseForm, readOptionalDay } from "../../form.ts";
import { workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { About, Lead } from "../../ui/text.tsx";
import { ContactCard } from "../find/contacts.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { entryAsked } from "./begun.tsx";
import { ContactFields } from "./contact-fields.tsx";
import { impossibleDay } from "./days.ts";
import { RouteMapSaid } from "./page.tsx";
import { texts } from "./texts.ts";
import { line } from "./typed-entry.ts";

const TypedContact = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("save"),
    /** "": somebody new. */
    contact: z.union([z.uuid(), z.literal("")]),
    task: line(120, "taskMissing").min(1, { error: "taskMissing" }),
    who: line(120, "whoTooLong"),
    phone: z.string().trim(),
    mail: mailOrNone("mailWrong"),
    times: line(200, "timesTooLong"),
    note: line(500, "noteTooLong"),
  }),
  z.object({ do: z.enum(["confirm", "remove"]), contact: z.uuid() }),
]);
type Saved = Extract<z.infer<typeof TypedContact>, { do: "save" }>;

/** Where what the use case refuses stands in the form. */
const fieldOf: Record<ContactProblem, string> = {
  noWay: "phone",
  lastDayMissing: "until",
  lastDayOver: "until",
  lastDayFar: "until",
};

/** Whom colleagues call directly at whoever offers this, for who keeps the entry; `wijzig` names the one in the form. */
export const keptContactsPage: Handler<Env> = async (c) => {
  const service = await entryAsked(c);
  return service === undefined ? c.notFound() : showContacts(c, service, c.req.query("wijzig"));
};

export const keptContactsForm: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const service = await entryAsked(c);
  if (service === undefined) return c.notFound();
  const text = texts[language];
  const form = await parseForm(c, TypedContact, text.problems);
  if (!form.ok) return showContacts(c, service, String(form.refused.values.contact), form.refused);
  const { value, values } = form;
  const say = (came: keyof typeof text.contactSaid) =>
    thenSay(c, workPath(place, `routekaart/${service.id}/contacten`), { what: "routeMap", came });
  if (value.do !== "save") {
    const act = value.do === "confirm" ? confirmContact : removeContact;
    const came = await act(ctx, service.id, value.contact);
    return say(came === "gone" ? "contactGone" : value.do === "confirm" ? "contactConfirmed" : "contactRemoved");
  }
  const refuse = (field: string, sentence: string) =>
    showContacts(c, service, value.contact, form.refuse(field, sentence));
  const phone = readTypedPhone(c, value);
  if (phone === undefined) return refuse("phone", text.problems.phoneWrong);
  const until = readOptionalDay(values, "until");
  if (!until.ok) return refuse("until", impossibleDay(language, values, "until"));
  const came = await saveContact(ctx, service.id, value.contact === "" ? undefined : value.contact, {
    function: value.task,
    personName: value.who,
    phone,
    mail: value.mail === "" ? null : value.mail,
    reachable: value.times,
    advice: value.note,
    lastDay: until.value ?? null,
  });
  switch (came.kind) {
    case "wrong":
      return refuse(fieldOf[came.problem], text.problems[came.problem]);
    case "tooMany":
      return refuse("task", text.problems.tooMany);
    case "gone":
      return say("contactGone");
    case "done":
      return say("contactSaved");
  }
};

/** undefined: it is no number. */
const readTypedPhone = (c: Context<Env>, { phone }: Saved): string | null | undefined =>
  phone === "" ? null : readDeskNumber(phone, c.var.app.config.mode !== "production");

async function showContacts(c: Context<Env>, service: Service, changing: string | undefined, refused?: Refused) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const opened = await openKeptContacts(ctx, service.id);
  if (opened === undefined) return c.notFound();
  const own = workPath(place, `routekaart/${service.id}`);
  const changed = opened.contacts.find(({ id }) => id === changing);
  const title = text.contactsTitle(service.name.nl);
  const page = (
    <WorkFrame c={c} title={title} section="routeMap" counts={await navCounts(c)} refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      {refused === undefined && <RouteMapSaid c={c} />}
      <h1>{title}</h1>
      <Lead>{text.contactsLead}</Lead>
      {opened.contacts.length === 0 && <p>{text.noContacts}</p>}
      {opened.contacts.map((contact) => (
        <ContactCard c={c} contact={contact}>
          <ContactActs c={c} own={own} contact={contact} />
        </ContactCard>
      ))}
      <h2 id="contact">{changed === undefined ? text.addContactTitle : text.changeContactTitle}</h2>
      <Form action={`${own}/contacten`} hidden={{ contact: changed?.id ?? "" }}>
        <ContactFields c={c} contact={changed} refused={refused} />
        <Buttons>
          <Button name="do" value="save">
            {text.save}
          </Button>
          {changed !== undefined && (
            <LinkButton look="subtle" href={`${own}/contacten`}>
              {text.stopChanging}
            </LinkButton>
          )}
        </Buttons>
      </Form>
      <LinkButton look="subtle" href={own}>
        {text.backTo(service.name.nl)}
      </LinkButton>
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}

function ContactActs({ c, own, contact }: { c: Context<Env>; own: string; contact: DirectContact }) {
  const text = texts[c.var.language];
  const about = contact.personName === "" ? contact.function : contact.personName;
  return (
    <Form action={`${own}/contacten`} hidden={{ contact: contact.id }}>
      <Buttons>
        <Button look="secondary" name="do" value="confirm">
          {text.confirmContact}
          <About>{about}</About>
        </Button>
        <LinkButton look="secondary" href={`${own}/contacten?wijzig=${contact.id}#contact`} about={about}>
          {text.changeContact}
        </LinkButton>
      </Buttons>
      {/* A name and number are not kept anywhere: what is taken away is typed again. */}
      <Details language={c.var.language} summary={text.removeContact}>
        <p>{text.removeForGood}</p>
        <Button look="danger" name="do" value="remove">
          {text.removeNow}
          <About>{about}</About>
        </Button>
      </Details>
    </Form>
  );
}
