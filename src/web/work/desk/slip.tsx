import type { Context } from "hono";
import { sayCode } from "../../../kernel/id.ts";
import type { Translated } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Slip } from "../../ui/paper.tsx";
import { Code } from "../../ui/text.tsx";
import { en } from "./en.ts";
import { type DeskText, nl } from "./nl.ts";

export const texts: Translated<DeskText> = { nl, en };

type SlipProps = {
  c: Context<Env>;
  code: string;
  /** Null when nobody owes them a call any more. */
  callBefore: Temporal.Instant | null;
  callingNumber: string;
  teamName: string;
};

/** The card with a code that a resident takes along: it speaks to them, and prints alone. */
export function CodeSlip({ c, code, callBefore, callingNumber, teamName }: SlipProps) {
  const text = texts[c.var.language].card;
  const number = sayPhone(callingNumber);
  return (
    <Slip title={text.title}>
      {callBefore !== null && (
        <p>
          <strong>{text.before(callBefore)}</strong>
        </p>
      )}
      <p>{text.number(number)}</p>
      <p>
        {text.code} <Code>{sayCode(code)}</Code>
      </p>
      <p>{text.follow(c.var.app.publicUrl() + publicPath(c.var.place, "volg"))}</p>
      {callBefore !== null && <p>{text.late(number)}</p>}
      <p>{teamName}</p>
    </Slip>
  );
}
