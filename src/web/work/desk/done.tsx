import type { Context, Handler } from "hono";
import { z } from "zod";
import type { Receipt } from "../../../modules/contact/index.ts";
import { workPath } from "../../place.ts";
import { readSealed, setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PrintButton, ScreenOnly } from "../../ui/paper.tsx";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { CodeSlip, texts } from "./slip.tsx";

const receiptCookie = "balie";
/** Long enough to print it; then the code is nobody's business at this desk. */
const minutes = 20;
const DeskReceipt = z.object({
  code: z.string(),
  callBefore: z.string().transform((text) => Temporal.Instant.from(text)),
  callingNumber: z.string(),
  teamName: z.string(),
});

export function keepDeskReceipt(c: Context<Env>, { code, callBefore, callingNumber, teamName }: Receipt): void {
  setSealed(c, receiptCookie, { code, callBefore: callBefore.toString(), callingNumber, teamName }, minutes);
}

/** What to say to the resident, and the card to give along. On paper there is only the card. */
export const deskDonePage: Handler<Env> = async (c) => {
  const { language, place } = c.var;
  const text = texts[language];
  const receipt = readSealed(c, receiptCookie, DeskReceipt);
  return c.html(
    <WorkFrame c={c} title={text.doneTitle} section="newCase" counts={await navCounts(c)}>
      {receipt === undefined ? (
        <>
          <h1>{text.doneTitle}</h1>
          <Notice>{text.gone}</Notice>
        </>
      ) : (
        <>
          <ScreenOnly>
            <h1>{text.doneTitle}</h1>
            <Lead>{text.tell}</Lead>
            <PrintButton noScript={text.printKeys}>{text.print}</PrintButton>
          </ScreenOnly>
          <CodeSlip c={c} {...receipt} />
        </>
      )}
      <Buttons>
        <LinkButton look={receipt === undefined ? "primary" : "secondary"} href={workPath(place, "vandaag")}>
          {text.toToday}
        </LinkButton>
        <LinkButton look="secondary" href={workPath(place, "hulpvragen/nieuw")}>
          {text.again}
        </LinkButton>
      </Buttons>
    </WorkFrame>,
  );
};
