import type { Handler } from "hono";
import { sayCode } from "../../../kernel/id.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Form } from "../../ui/form.tsx";
import { Code, Small } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { callbackTexts } from "../callback/fields.tsx";
import { Frame } from "../frame/frame.tsx";
import { readCode } from "./kept-code.ts";
import { lostCodeTexts } from "./page.tsx";

/** The new code, as after asking: to write down or print. It is nowhere else to be seen. */
export const newCodePage: Handler<Env> = (c) => {
  const { app, language, place } = c.var;
  const text = lostCodeTexts[language];
  const said = callbackTexts[language];
  const kept = readCode(c);
  if (kept === undefined) return c.redirect(publicPath(place, "volg"), 303);
  const number = sayPhone(kept.callingNumber);
  return c.html(
    <Frame c={c} title={text.newTitle} sensitive unlisted>
      <h1>{text.newTitle}</h1>
      <Card title={said.codeIs} level={2}>
        <Code>{sayCode(kept.code)}</Code>
        <p>{said.codeHint}</p>
        <p>{text.newOld}</p>
        <p>{said.followAt(app.publicUrl() + publicPath(place, "volg"))}</p>
      </Card>
      {kept.callBefore !== null && (
        <p>
          {said.doneBefore(kept.callBefore)} {said.number(number)}
        </p>
      )}
      <Buttons>
        <LinkButton href={publicPath(place, "volg/vraag")}>{text.toQuestion}</LinkButton>
        <PhoneLink look="secondary" words={sharedWords[language].call} number={number} />
      </Buttons>
      <Small>{said.print}</Small>
      <Form action={publicPath(place, "volg/weg")}>
        <Button look="secondary">{said.close}</Button>
      </Form>
    </Frame>,
  );
};
