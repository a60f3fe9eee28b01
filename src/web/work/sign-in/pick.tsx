import type { Context, Handler } from "hono";
import { z } from "zod";
import { listPeople } from "../../../modules/access/index.ts";
import { parseForm } from "../../form.ts";
import { SiteFrame } from "../../public/frame/frame.tsx";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { texts } from "./page.tsx";

/*
 * The page of the example world's identity provider: who are you? Everybody on it is made up. It stands for the page
 * with a password that a real provider has, and is not there in production.
 */

/** Only for a browser that was sent here to sign in: what must be known of it is in its cookies. */
async function asked(c: Context<Env>) {
  const { example } = c.var.app.signIn;
  // A test that asks the app itself gives no such thing at all.
  const { incoming, outgoing } = c.env ?? {};
  if (example === undefined || incoming === undefined || outgoing === undefined) return undefined;
  if (!(await example.isAsked(incoming, outgoing))) return undefined;
  return { pick: (personId: string) => example.pick(incoming, outgoing, personId) };
}

export const pickPage: Handler<Env> = async (c) =>
  (await asked(c)) === undefined ? c.notFound() : c.html(<PickPage c={c} people={await listPeople(c.var.ctx)} />);

export const pickForm: Handler<Env> = async (c) => {
  const here = await asked(c);
  if (here === undefined) return c.notFound();
  const text = texts[c.var.language];
  const form = await parseForm(c, z.object({ person: z.uuid({ error: "personMissing" }) }), text.problems);
  const people = await listPeople(c.var.ctx);
  const refuse = (refused: Refused) => c.html(<PickPage c={c} people={people} refused={refused} />, 400);
  if (!form.ok) return refuse(form.refused);
  if (!people.some(({ id }) => id === form.value.person))
    return refuse(form.refuse("person", text.problems.personMissing));
  return c.redirect(await here.pick(form.value.person), 303);
};

type PickProps = { c: Context<Env>; people: Awaited<ReturnType<typeof listPeople>>; refused?: Refused };

function PickPage({ c, people, refused }: PickProps) {
  const { language } = c.var;
  const text = texts[language];
  const everybody = [...Map.groupBy(people, ({ id }) => id)].map(([id, places]) => ({
    value: id,
    label: places[0]?.name ?? "",
    hint: places
      .map(({ role, team, municipality }) => `${sharedWords[language].roles[role]}, ${team}, ${municipality}`)
      .join(" · "),
  }));
  return (
    <SiteFrame c={c} title={text.pickTitle} refused={refused !== undefined} unlisted>
      <ErrorSummary language={language} refused={refused} />
      <h1>{text.pickTitle}</h1>
      <Lead>{text.pickLead}</Lead>
      <Form action={c.req.path}>
        <RadioGroup language={language} refused={refused} name="person" legend={text.person} options={everybody} />
        <Button>{text.choose}</Button>
      </Form>
    </SiteFrame>
  );
}
