import type { Context, Handler } from "hono";
import { z } from "zod";
import { type CasePage, renewCode } from "../../../modules/contact/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { readSealed, setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PrintButton, ScreenOnly } from "../../ui/paper.tsx";
import { CodeSlip, texts as deskTexts } from "../desk/slip.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { findCase } from "./find.ts";
import { texts } from "./texts.ts";

/** Beside the promises: for a resident who lost their code. */
export function LostCode({ c, page }: { c: Context<Env>; page: CasePage }) {
  const { language, place } = c.var;
  const text = texts[language];
  return (
    <Details language={language} summary={text.lostCode}>
      <Form
        action={workPath(place, `hulpvragen/${page.file.id}/code`)}
        hidden={{ seen: String(page.callback.codesGiven) }}
      >
        <p>{text.lostCodeText}</p>
        <Button look="secondary">{text.lostCodeDo}</Button>
      </Form>
    </Details>
  );
}

/** Long enough to print it or read it out. */
const minutes = 20;
const codeCookie = "nieuwecode";
const NewCode = z.object({
  caseId: z.string(),
  code: z.string(),
  callBefore: z
    .string()
    .transform((text) => Temporal.Instant.from(text))
    .nullable(),
});

export const codeForm: Handler<Env> = async (c) => {
  const { ctx, app, place } = c.var;
  const caseId = z.uuid().safeParse(c.req.param("id"));
  const form = await parseForm(c, z.object({ seen: z.coerce.number().int().catch(0) }), {});
  if (!caseId.success || !form.ok) return c.notFound();
  const renewed = await renewCode(ctx, caseId.data, { seen: form.value.seen, secret: app.secret });
  if (renewed.kind === "gone") return c.notFound();
  const { code, callBefore } = renewed;
  setSealed(c, codeCookie, { caseId: caseId.data, code, callBefore: callBefore?.toString() ?? null }, minutes);
  return c.redirect(workPath(place, `hulpvragen/${caseId.data}/code`), 303);
};

/** The new code, for the resident; it is nowhere else to be seen. */
export const codePage: Handler<Env> = async (c) => {
  const { language, place } = c.var;
  const text = texts[language];
  const page = await findCase(c);
  // For whom it is only shared with there is nothing to give or send.
  if (page?.mayWrite !== true) return c.notFound();
  const given = readSealed(c, codeCookie, NewCode);
  return c.html(
    <WorkFrame c={c} title={text.codeTitle} section="cases" counts={await navCounts(c)}>
      <ScreenOnly>
        <h1>{text.codeTitle}</h1>
        {given?.caseId === page.file.id && (
          <PrintButton noScript={deskTexts[language].printKeys}>{deskTexts[language].print}</PrintButton>
        )}
      </ScreenOnly>
      {given?.caseId === page.file.id ? (
        <CodeSlip
          c={c}
          code={given.code}
          callBefore={given.callBefore}
          callingNumber={page.team.callingNumber}
          teamName={page.team.name}
        />
      ) : (
        <Notice>{text.codeGone}</Notice>
      )}
      <Buttons>
        <LinkButton href={workPath(place, `hulpvragen/${page.file.id}`)}>{text.back}</LinkButton>
      </Buttons>
    </WorkFrame>,
  );
};
