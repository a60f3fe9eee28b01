import type { Context, Handler } from "hono";
import { z } from "zod";
import { sayDate } from "../../../kernel/day.ts";
import { isLanguage, type Language, textIn } from "../../../kernel/language.ts";
import { getTeam, type Team } from "../../../modules/access/index.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { publicPath, workPath } from "../../place.ts";
import { readSealed, setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PrintButton, ScreenOnly, Slip } from "../../ui/paper.tsx";
import { QrCode } from "../../ui/qr-code.tsx";
import { Code, Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { texts } from "./texts.ts";

const cookie = "lijstlink";
/** Long enough to show and print it; then the link is the resident's alone. */
const minutes = 20;
const Receipt = z.object({ word: z.string(), toldIn: z.string(), teamId: z.string(), lastDay: z.string() });
type Receipt = z.infer<typeof Receipt>;

export const keepReceipt = (c: Context<Env>, receipt: Receipt): boolean => setSealed(c, cookie, receipt, minutes);

/** The link, as a code to scan and on a card to give along. It stands nowhere else. */
export const listDonePage: Handler<Env> = async (c) => {
  const { language, place } = c.var;
  const text = texts[language];
  const receipt = readSealed(c, cookie, Receipt);
  const team = receipt && (await getTeam(c.var.ctx, receipt.teamId));
  return c.html(
    <WorkFrame c={c} title={text.doneTitle} section="find" counts={await navCounts(c)}>
      {receipt === undefined || team === undefined ? (
        <>
          <h1>{text.doneTitle}</h1>
          <Notice>{text.doneGone}</Notice>
        </>
      ) : (
        <>
          <ScreenOnly>
            <h1>{text.doneTitle}</h1>
            <Lead>{text.doneLead}</Lead>
            <PrintButton noScript={text.printKeys}>{text.print}</PrintButton>
          </ScreenOnly>
          <ListSlip c={c} receipt={receipt} team={team} />
        </>
      )}
      <Buttons>
        {receipt !== undefined && (
          <LinkButton look="secondary" href={pathOf(c, receipt)}>
            {text.open}
          </LinkButton>
        )}
        <LinkButton look="secondary" href={workPath(place, "hulp")}>
          {text.again}
        </LinkButton>
      </Buttons>
    </WorkFrame>,
  );
};

const languageOf = ({ toldIn }: Receipt): Language => (isLanguage(toldIn) ? toldIn : "nl");

/** In the language in which it is given, whatever that of the helper. */
const pathOf = (c: Context<Env>, receipt: Receipt): string =>
  publicPath({ ...c.var.place, language: languageOf(receipt), mirrored: false }, `lijst/${receipt.word}`);

/** The card for the resident: it speaks to them, and prints alone. */
function ListSlip({ c, receipt, team }: { c: Context<Env>; receipt: Receipt; team: Team }) {
  const { app } = c.var;
  const language = languageOf(receipt);
  const text = textIn(texts, language);
  const address = app.publicUrl() + pathOf(c, receipt);
  return (
    <div lang={language}>
      <Slip title={text.card.title}>
        <p>{text.card.how}</p>
        <QrCode address={address} label={text.qr} />
        <p>
          <Code>{address.replace(/^https?:\/\//, "")}</Code>
        </p>
        <p>{text.card.noAccount}</p>
        <p>{text.card.until(sayDate(Temporal.PlainDate.from(receipt.lastDay), language))}</p>
        <p>{text.card.ask(team.name, sayPhone(team.callingNumber))}</p>
      </Slip>
    </div>
  );
}
