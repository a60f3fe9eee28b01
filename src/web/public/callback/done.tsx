import type { Handler } from "hono";
import { sayCode } from "../../../kernel/id.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spoor, Station } from "../../ui/spoor.tsx";
import { Code, Small } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { hasBegun } from "../frame/begun.ts";
import { Frame } from "../frame/frame.tsx";
import { readReceipt } from "./draft.ts";
import { callbackTexts } from "./fields.tsx";

/** What happens now, by when, from which number, and the code: shown once, to write down or print. */
export const callbackDonePage: Handler<Env> = (c) => {
  const { language, place } = c.var;
  const text = callbackTexts[language];
  const receipt = readReceipt(c);
  if (receipt === undefined && !hasBegun(c, "receipt")) return c.redirect(publicPath(place), 303);
  if (receipt === undefined)
    return c.html(
      <Frame c={c} title={text.title} sensitive unlisted>
        <h1>{text.title}</h1>
        <Notice>{text.gone}</Notice>
        <Buttons>
          <LinkButton href={publicPath(place, "volg")}>{text.follow}</LinkButton>
        </Buttons>
      </Frame>,
    );
  const { teamName, callBefore } = receipt;
  const { desk } = place.municipality;
  const number = sayPhone(receipt.callingNumber);
  const steps = [
    text.nowSeen(teamName),
    text.nowCalls(teamName, number, callBefore),
    text.arranged.maySayWho[receipt.maySayWho],
    `${text.arranged.mayLeaveMessage[receipt.mayLeaveMessage]} ${text.nowAgain}`,
  ];
  return c.html(
    <Frame c={c} title={text.doneTitle} sensitive unlisted>
      <h1>{text.doneTitle}</h1>
      <Notice
        kind="success"
        heading={receipt.harm === "yes" ? text.doneInFront(callBefore) : text.doneBefore(callBefore)}
      >
        <p>{text.clock[receipt.clock]}</p>
        {receipt.harm === "yes" && <p>{text.doneCannotWait(<PhoneLink number={number} />, desk.name, desk.address)}</p>}
        <p>
          <strong>{text.number(number)}</strong> {text.numberHint[receipt.maySayWho]}
        </p>
      </Notice>
      <Card title={text.codeIs} level={2}>
        <Code>{sayCode(receipt.code)}</Code>
        <p>{text.codeHint}</p>
        <p>{text.followAt(c.var.app.publicUrl() + publicPath(place, "volg"))}</p>
      </Card>
      <h2>{text.whatNow}</h2>
      <Spoor>
        {steps.map((step, at) => (
          <Station kind={at === 0 ? "now" : "later"} words={step} level={3} />
        ))}
      </Spoor>
      <p>{text.late(number)}</p>
      <Buttons>
        <LinkButton href={publicPath(place, "volg")}>{text.follow}</LinkButton>
        <PhoneLink look="secondary" words={sharedWords[language].call} number={number} />
      </Buttons>
      <Small>{text.print}</Small>
      <Form action={publicPath(place, "volg/weg")}>
        <Button look="secondary">{text.close}</Button>
      </Form>
    </Frame>,
  );
};
