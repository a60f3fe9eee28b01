import type { Handler } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { findHelp, listThemes } from "../../../modules/directory/index.ts";
import { chainOf, publicPath, withQuery } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Tile, Tiles } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Band, Section } from "../../ui/layout.tsx";
import { Lead } from "../../ui/text.tsx";
import { HelpCard } from "../answer/help-card.tsx";
import { wordsLimit } from "../answer/page.tsx";
import { Frame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { nl, type StartText } from "./nl.ts";

const texts: Translated<StartText> = { nl, en };

const shownWalkIns = 3;

export const startPage: Handler<Env> = async (c) => {
  const { language, place, ctx } = c.var;
  const text = texts[language];
  const { services: openNow } = await findHelp(ctx, {
    chain: chainOf(place),
    filters: ["walkInNow"],
    page: 1,
    perPage: shownWalkIns,
  });
  const { desk } = place.municipality;
  return c.html(
    <Frame c={c} title={text.title} description={text.lead} layout="bands">
      <Band>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <Form action={publicPath(place, "hulp")}>
          <Field
            language={language}
            name="woorden"
            type="textarea"
            rows={3}
            label={text.label}
            hint={text.hint}
            maxlength={wordsLimit}
            autocomplete="off"
          />
          <Button>{text.send}</Button>
        </Form>
      </Band>
      <Section heading={text.tiles}>
        <Tiles>
          {listThemes().map((theme) => (
            <Tile href={withQuery(publicPath(place, "hulp"), { thema: theme.slug })} title={theme.text[language].title}>
              {theme.text[language].tile}
            </Tile>
          ))}
        </Tiles>
      </Section>
      <Section heading={text.walkIn}>
        {openNow.length === 0 && <p>{text.nobodyNow}</p>}
        {openNow.map((service) => (
          <HelpCard c={c} service={service} reasons={[]} />
        ))}
        <Buttons>
          <LinkButton href={publicPath(place, "bel-mij-terug")}>{text.callMe}</LinkButton>
          <LinkButton look="secondary" href={publicPath(place, "hulp")}>
            {text.allHelp}
          </LinkButton>
        </Buttons>
        <p>{text.byDesk(desk.name, sayPhone(desk.phone), desk.address)}</p>
      </Section>
    </Frame>,
  );
};
