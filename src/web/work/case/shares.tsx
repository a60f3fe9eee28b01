import type { Context, Handler } from "hono";
import { z } from "zod";
import { sayMoment } from "../../../kernel/day.ts";
import type { Language } from "../../../kernel/language.ts";
import { endShare, glassReasons, shareRuns } from "../../../modules/access/index.ts";
import { type CasePage, setOtherParty } from "../../../modules/contact/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { sharedWords } from "../../words/words.ts";
import { after } from "./acts.ts";
import { texts } from "./texts.ts";

type Props = { c: Context<Env>; page: CasePage };

/** For who reads a file of another team: on which ground, and until when. */
export function BorrowedNotice({ c, page }: Props) {
  const { ctx, language } = c.var;
  const text = texts[language];
  const share = page.shares.find((share) => shareRuns(share, ctx.now));
  if (share === undefined) return null;
  return (
    <Notice kind="warning">
      <p>{text.borrowed[share.ground]}</p>
      <p>{text.borrowedUntil(share.untilAt)}</p>
    </Notice>
  );
}

/** Whether the municipality is the other party: then nobody of it may open the file, whatever happens. */
export function OtherParty({ c, page: { file } }: Props) {
  const { language, place } = c.var;
  const text = texts[language];
  return (
    <Card level={2} title={text.otherParty}>
      <p>{text.otherPartyNow[file.againstMunicipality]}</p>
      <Form action={workPath(place, `hulpvragen/${file.id}/andere-partij`)}>
        <Buttons>
          {(["yes", "no"] as const)
            .filter((answer) => answer !== file.againstMunicipality)
            .map((answer) => (
              <Button tight look="secondary" name="against" value={answer}>
                {text.otherPartyChoice[answer]}
              </Button>
            ))}
        </Buttons>
      </Form>
    </Card>
  );
}

/** Who else could open it, on which ground, why and until when: also what is over. */
export function Shares({ c, page: { file, shares } }: Props) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  return (
    <Card level={2} title={text.shares}>
      {shares.length === 0 && <p>{text.noShares}</p>}
      {shares.map((share) => (
        <>
          <p>
            <strong>{text.shareGround[share.ground]}</strong> {text.shareBy(share.givenBy.name)},{" "}
            {sayMoment(share.fromAt, language)},{" "}
            {share.endedAt === null ? text.shareUntil(share.untilAt) : text.shareEnded(share.endedAt)}
            {share.ground === "break-glass" && <>: {glassReasonOf(share.basis, language)}.</>}
          </p>
          {share.reason !== "" && <p dir="auto">{share.reason}</p>}
          {shareRuns(share, ctx.now) && (
            <Form action={workPath(place, `hulpvragen/${file.id}/delen/stop`)} hidden={{ share: share.id }}>
              <Button tight look="secondary">
                {text.endShare}
              </Button>
            </Form>
          )}
        </>
      ))}
    </Card>
  );
}

const glassReasonOf = (basis: string, language: Language): string => {
  const reason = glassReasons.find((reason) => reason === basis);
  return reason === undefined ? basis : sharedWords[language].glassReasons[reason];
};

const idOf = (c: Context<Env>) => z.uuid().safeParse(c.req.param("id"));

export const otherPartyForm: Handler<Env> = async (c) => {
  const id = idOf(c);
  const form = await parseForm(c, z.object({ against: z.enum(["yes", "no"]) }), {});
  if (!id.success || !form.ok) return c.notFound();
  return after(c, await setOtherParty(c.var.ctx, id.data, form.value.against));
};

/** Ends it for whoever got it. Whoever got it and ends it themselves has nothing more to see here. */
export const endShareForm: Handler<Env> = async (c) => {
  const id = idOf(c);
  const form = await parseForm(c, z.object({ share: z.uuid() }), {});
  if (!id.success || !form.ok) return c.notFound();
  const { ctx, place } = c.var;
  const ended = await endShare(ctx, id.data, form.value.share);
  if (ended === undefined) return c.notFound();
  const { when, file } = ended;
  return file === "opens"
    ? thenSay(c, workPath(place, `hulpvragen/${id.data}`), { what: when === "now" ? "saved" : "endedBefore" })
    : thenSay(c, workPath(place, "vandaag"), { what: when === "now" ? "closedBehind" : "endedBefore" });
};
