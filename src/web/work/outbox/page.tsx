import type { Handler } from "hono";
import { sayMoment } from "../../../kernel/day.ts";
import type { Translated } from "../../../kernel/language.ts";
import { SiteFrame } from "../../public/frame/frame.tsx";
import type { Env } from "../../surroundings.ts";
import { Card } from "../../ui/card.tsx";
import { Catalogue } from "../../ui/catalogue.tsx";
import { PublicPage } from "../../ui/public-page.tsx";
import { Lead, Small } from "../../ui/text.tsx";
import { en } from "./en.ts";
import { nl, type OutboxText } from "./nl.ts";

const texts: Translated<OutboxText> = { nl, en };

/** Example and test mode only: what mail would have gone out. */
export const outboxPage: Handler<Env> = async (c) => {
  const { app, ctx, language } = c.var;
  const text = texts[language];
  const mails = await app.outbox(ctx);
  return c.html(
    <SiteFrame c={c} title={text.title} unlisted>
      <h1>{text.title}</h1>
      <Lead>{mails.length === 0 ? text.empty : text.lead}</Lead>
      {mails.map((mail) => (
        <Card title={mail.subject} level={2}>
          <Small>
            {text.to} {mail.to} · {sayMoment(mail.madeAt, language)}
          </Small>
          {mail.text.split("\n\n").map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </Card>
      ))}
    </SiteFrame>,
  );
};

/** Example and test mode only: every component in its states, walked by the accessibility test. */
export const cataloguePage: Handler<Env> = (c) => {
  const { app, language } = c.var;
  return c.html(
    <PublicPage
      language={language}
      title="Onderdelen"
      unlisted
      layout="bands"
      stylesheets={[app.assets("ui/look/public.css"), app.assets("ui/look/catalogue.css")]}
      site={{ name: "Rechtspoor", href: "/" }}
      footer={{
        helper: "/werk",
        complaint: "/over#klacht",
        privacy: "/over#privacy",
        accessibility: "/over#toegankelijkheid",
      }}
    >
      <Catalogue language={language} />
    </PublicPage>,
  );
};
