import type { Handler } from "hono";
import { z } from "zod";
import type { Translated } from "../../../kernel/language.ts";
import { parseForm } from "../../form.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Lead } from "../../ui/text.tsx";
import { forgetBegun, hasBegun } from "../frame/begun.ts";
import { Frame } from "../frame/frame.tsx";
import { askedInOwnWords } from "./asked.ts";
import { en } from "./en.ts";
import { forgetWords, keepWords, readWords } from "./kept-words.ts";
import { type AnswerText, nl } from "./nl.ts";
import { answer } from "./page.tsx";
import { WordsBox } from "./words-box.tsx";

const texts: Translated<AnswerText> = { nl, en };

const Told = z.object({ woorden: z.string().default(""), wis: z.string().optional() });

/** Own words go back to the browser that sent them, sealed: never stored, never in an address, never in a log. */
export const tellOwnWords: Handler<Env> = async (c) => {
  const form = await parseForm(c, Told, {});
  const words = form.ok ? form.value.woorden.trim() : "";
  const wiped = form.ok && form.value.wis !== undefined;
  if (wiped || words === "") {
    forgetWords(c);
    // Wiped is wiped: nothing tells that something was there.
    if (wiped) forgetBegun(c);
    return c.redirect(publicPath(c.var.place, wiped ? "" : "hulp"), 303);
  }
  keepWords(c, words);
  return c.redirect(publicPath(c.var.place, "hulp/antwoord"), 303);
};

/** The same from the box on a site of the municipality (islands/search-widget.ts): it tells words, and does nothing else. */
export const tellFromElsewhere: Handler<Env> = async (c) => {
  const form = await parseForm(c, Told, {});
  const words = form.ok ? form.value.woorden.trim() : "";
  if (words === "") return c.redirect(publicPath(c.var.place, "hulp"), 303);
  keepWords(c, words);
  return c.redirect(publicPath(c.var.place, "hulp/antwoord"), 303);
};

export const ownWordsPage: Handler<Env> = (c) => {
  const kept = readWords(c);
  if (kept !== undefined) return answer(c, askedInOwnWords(c, kept.words), kept);
  if (!hasBegun(c, "words")) return c.redirect(publicPath(c.var.place), 303);
  const text = texts[c.var.language];
  return c.html(
    <Frame c={c} title={text.goneTitle} sensitive unlisted>
      <h1>{text.goneTitle}</h1>
      <Lead>{text.goneLead}</Lead>
      <WordsBox c={c} />
    </Frame>,
  );
};
