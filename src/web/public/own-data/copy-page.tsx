import type { Context, Handler } from "hono";
import { dayOf } from "../../../kernel/day.ts";
import { copyAsJson, findOwnQuestion, openOwnCopy, sayPhone } from "../../../modules/contact/index.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ScreenOnly } from "../../ui/paper.tsx";
import { Small } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { ctxOfCode } from "../follow/page.tsx";
import { Frame } from "../frame/frame.tsx";
import { CopyView } from "./copy.tsx";
import { texts } from "./texts.ts";

/* The copy for whoever holds the code, and showed that they read the address they gave: to read and print, and as a file. */

export const ownCopyPage: Handler<Env> = async (c) => {
  const ctx = ctxOfCode(c);
  const opened = ctx && (await openOwnCopy(ctx, "page"));
  if (ctx === undefined || opened === undefined) return c.redirect(publicPath(c.var.place, "volg"), 303);
  if (opened.kind === "copy") return c.html(<CopyPage c={c} opened={opened} />);
  const question = await findOwnQuestion(ctx);
  if (question === undefined) return c.redirect(publicPath(c.var.place, "volg"), 303);
  return c.html(<NoCopyPage c={c} why={opened.kind} number={sayPhone(question.team.callingNumber)} />, 404);
};

export const ownCopyFile: Handler<Env> = async (c) => {
  const ctx = ctxOfCode(c);
  const opened = ctx && (await openOwnCopy(ctx, "file"));
  // What there is to read about it stands on the page.
  if (opened?.kind !== "copy") return c.redirect(publicPath(c.var.place, "volg/mijn-gegevens"), 303);
  const name = `mijn-gegevens-${dayOf(opened.copies[0].madeAt).toString()}.json`;
  c.header("Content-Disposition", `attachment; filename="${name}"`);
  return c.json(copyAsJson(opened));
};

function CopyPage({ c, opened }: { c: Context<Env>; opened: Parameters<typeof copyAsJson>[0] }) {
  const { language, place } = c.var;
  const text = texts[language];
  return (
    <Frame c={c} title={text.copyTitle} sensitive unlisted>
      <h1>{text.copyTitle}</h1>
      <CopyView c={c} {...opened} />
      <ScreenOnly>
        <Small>{text.printHow}</Small>
        <Buttons>
          <PhoneLink
            look="secondary"
            words={sharedWords[language].call}
            number={sayPhone(opened.copies[0].controller.team.callingNumber)}
          />
          <LinkButton look="secondary" href={publicPath(place, "volg/mijn-gegevens.json")} download>
            {text.download}
          </LinkButton>
          <LinkButton look="secondary" href={publicPath(place, "volg/gegevens")}>
            {text.title}
          </LinkButton>
        </Buttons>
      </ScreenOnly>
    </Frame>
  );
}

type NoCopyProps = { c: Context<Env>; why: "none" | "proofMissing" | "notSafe"; number: string };

function NoCopyPage({ c, why, number }: NoCopyProps) {
  const { language, place } = c.var;
  const text = texts[language];
  return (
    <Frame c={c} title={text.copyTitle} sensitive unlisted>
      <h1>{text.copyTitle}</h1>
      {why === "notSafe" && <p>{text.copyNotSafe}</p>}
      {why === "none" && (
        <>
          <p>{text.copyNone}</p>
          <p>{text.copyNoneHow}</p>
        </>
      )}
      {why === "proofMissing" && (
        <Notice heading={text.proofTitle}>
          <p>{text.proof}</p>
          <p>
            <a href={publicPath(place, "volg/code-kwijt")}>{text.proofLink}</a>
          </p>
          <p>{text.proofCall}</p>
        </Notice>
      )}
      <Buttons>
        <PhoneLink look="secondary" words={sharedWords[language].call} number={number} />
        <LinkButton look="secondary" href={publicPath(place, "volg/gegevens")}>
          {text.title}
        </LinkButton>
      </Buttons>
    </Frame>
  );
}
