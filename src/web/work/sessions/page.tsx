import type { Handler } from "hono";
import { z } from "zod";
import { sayMoment } from "../../../kernel/day.ts";
import type { Translated } from "../../../kernel/language.ts";
import { endMySession, listMySessions } from "../../../modules/access/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { takeSaid, thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Badge, Badges, Card } from "../../ui/card.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { nl, type SessionsText } from "./nl.ts";

const texts: Translated<SessionsText> = { nl, en };

/** On which devices I am signed in, and a way out of each of them but this one: that is what signing out is for. */
export const sessionsPage: Handler<Env> = async (c) => {
  const { ctx, language, place, atWork } = c.var;
  const text = texts[language];
  const sessions = await listMySessions(ctx);
  const said = takeSaid(c);
  return c.html(
    <WorkFrame c={c} title={text.title} counts={await navCounts(c)}>
      {said?.what === "sessionEnded" && <Notice kind="success">{text.ended}</Notice>}
      <h1>{text.title}</h1>
      <Lead>{text.lead}</Lead>
      {sessions.map(({ id, device, beganAt, seenAt, endsAt }) => (
        <Card level={2} title={device === "" ? text.unknown : device}>
          {id === atWork.person.sessionId && (
            <Badges>
              <Badge kind="yes">{text.here}</Badge>
            </Badges>
          )}
          <SummaryList
            language={language}
            items={[
              { term: text.began, value: sayMoment(beganAt, language) },
              { term: text.seen, value: sayMoment(seenAt, language) },
              { term: text.ends, value: sayMoment(endsAt, language) },
            ]}
          />
          {id !== atWork.person.sessionId && (
            <Form action={workPath(place, "sessies")} hidden={{ session: id }}>
              <Button look="secondary">{text.end}</Button>
            </Form>
          )}
        </Card>
      ))}
    </WorkFrame>,
  );
};

export const endSessionForm: Handler<Env> = async (c) => {
  const form = await parseForm(c, z.object({ session: z.uuid() }), {});
  if (!form.ok) return c.notFound();
  await endMySession(c.var.ctx, form.value.session);
  return thenSay(c, workPath(c.var.place, "sessies"), { what: "sessionEnded" });
};

/** Asked by a page whose session is nearly over, when its reader wants to stay: being asked is what lets it go on. */
export const stayForm: Handler<Env> = (c) => {
  const { atWork, ctx } = c.var;
  return c.json({ seconds: Math.floor(ctx.now.until(atWork.person.endsAt).total("seconds")) });
};
