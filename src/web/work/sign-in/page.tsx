import type { Context, Handler } from "hono";
import { z } from "zod";
import type { Translated } from "../../../kernel/language.ts";
import { listPeople } from "../../../modules/access/index.ts";
import { parseForm } from "../../form.ts";
import { sitePath } from "../../place.ts";
import { SiteFrame } from "../../public/frame/frame.tsx";
import { readSession, signIn, signOut } from "../../session.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type Refused, typedValue } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { en } from "./en.ts";
import { nl, type SignInText } from "./nl.ts";

const texts: Translated<SignInText> = { nl, en };

/**
 * The page of the workspace that somebody asked for before they had to sign in. Only a page of ours: an address that leads
 * elsewhere would make of our sign-in page the door to somebody else's.
 */
const wayBack = (asked: string | undefined): string | undefined =>
  asked !== undefined && /^\/([a-z]{2,3}\/)?werk\/[^\\\p{Cc}]*$/u.test(asked) && !asked.includes("//")
    ? asked
    : undefined;

/** Already signed in: on to work. Otherwise, in the example world, the people to pick from. */
export const signInPage: Handler<Env> = async (c) => {
  const signedIn = await readSession(c);
  const first = signedIn?.memberships[0];
  const back = wayBack(c.req.query("terug"));
  if (first !== undefined) return c.redirect(back ?? sitePath(c.var, `/werk/${first.municipalitySlug}/vandaag`), 303);
  return c.html(<SignInPage c={c} people={await peopleOf(c)} back={back} />);
};

const Pick = z.object({ person: z.uuid({ error: "personMissing" }), terug: z.string().optional() });

export const signInForm: Handler<Env> = async (c) => {
  if (c.var.app.config.mode === "production") return c.notFound();
  const text = texts[c.var.language];
  const form = await parseForm(c, Pick, text.problems);
  const refuse = async (refused: Refused) => {
    const back = wayBack(typedValue("terug", undefined, refused));
    return c.html(<SignInPage c={c} people={await peopleOf(c)} back={back} refused={refused} />, 400);
  };
  if (!form.ok) return refuse(form.refused);
  if (!(await signIn(c, form.value.person))) return refuse(form.refuse("person", text.problems.personMissing));
  return c.redirect(wayBack(form.value.terug) ?? sitePath(c.var, "/werk"), 303);
};

export const signOutForm: Handler<Env> = async (c) => {
  await signOut(c);
  return c.redirect(sitePath(c.var, "/werk"), 303);
};

type People = Awaited<ReturnType<typeof listPeople>>;

const peopleOf = (c: Context<Env>): Promise<People> =>
  c.var.app.config.mode === "production" ? Promise.resolve([]) : listPeople(c.var.ctx);

type SignInProps = { c: Context<Env>; people: People; back: string | undefined; refused?: Refused };

function SignInPage({ c, people, back, refused }: SignInProps) {
  const { language, app } = c.var;
  const text = texts[language];
  const everybody = [...new Map(people.map((person) => [person.id, person]))].map(([id, person]) => ({
    value: id,
    label: person.name,
    hint: people
      .filter((other) => other.id === id)
      .map(
        (other) =>
          `${text.roles[other.role === "team-lead" ? "team-lead" : "helper"]}, ${other.team}, ${other.municipality}`,
      )
      .join(" · "),
  }));
  return (
    <SiteFrame c={c} title={text.title} refused={refused !== undefined} unlisted>
      <ErrorSummary language={language} refused={refused} />
      <h1>{text.title}</h1>
      {app.config.mode === "production" ? (
        <Notice>{text.production}</Notice>
      ) : (
        <>
          <Lead>{text.lead}</Lead>
          <Form action={sitePath(c.var, "/werk/inloggen")} hidden={{ terug: back }}>
            <RadioGroup language={language} refused={refused} name="person" legend={text.person} options={everybody} />
            <Button>{text.choose}</Button>
          </Form>
        </>
      )}
    </SiteFrame>
  );
}
