import type { Context } from "hono";
import { type Posted, readPosted } from "../../form.ts";
import { sitePath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Form } from "../../ui/form.tsx";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Lead, NewTabLink, Small } from "../../ui/text.tsx";
import { ProblemFrame, workProblemPage } from "../../work/frame/problem.tsx";
import { texts } from "./page.tsx";

/** No form of ours is larger; a larger one did not come from our pages and is not shown back. */
const most = { fields: 100, signs: 50_000 };

const fits = (posted: Posted): boolean =>
  posted.length <= most.fields && posted.reduce((signs, [, text]) => signs + text.length, 0) <= most.signs;

/**
 * A form of the workspace that came after the session ended: what was typed is shown, and goes along in the page to be
 * sent again. Nothing is done or kept here, and nothing is looked up: whether there is such a case shows nowhere.
 */
export async function keptForm(c: Context<Env>): Promise<Response> {
  const posted = await readPosted(c).catch(() => undefined);
  if (posted === undefined || !fits(posted)) return workProblemPage(c, "signIn");
  const { language } = c.var;
  const text = texts[language].kept;
  const isLabelled = (name: string): name is keyof typeof text.labels => Object.hasOwn(text.labels, name);
  // Ids and choices say nothing to a reader; whatever has a space in it was typed.
  const typed = posted.flatMap(([name, value]) =>
    value.trim() === "" || !(isLabelled(name) || /\s/u.test(value))
      ? []
      : [
          {
            term: isLabelled(name) ? text.labels[name] : text.other,
            value: (
              <div class="rechtspoor-typed" dir="auto">
                {value}
              </div>
            ),
          },
        ],
  );
  const values = Object.fromEntries(
    posted.map(([name]) => [name, posted.flatMap(([other, value]) => (other === name ? [value] : []))]),
  );
  const page = (
    <ProblemFrame c={c} title={text.title}>
      <h1>{text.title}</h1>
      <Lead>{typed.length > 0 ? text.lead : text.leadNothingTyped}</Lead>
      <ol>
        <li>
          <NewTabLink language={language} href={sitePath(c.var, "/werk")}>
            {text.signIn}
          </NewTabLink>
        </li>
        <li>{text.comeBack}</li>
      </ol>
      <Form action={new URL(c.req.url).pathname} hidden={values}>
        <Button>{text.sendAgain}</Button>
      </Form>
      {typed.length > 0 && (
        <Card title={text.typed} level={2}>
          <SummaryList language={language} items={typed} />
        </Card>
      )}
      <Small>{text.close}</Small>
    </ProblemFrame>
  );
  return c.html(page, 401);
}
