import type { Context } from "hono";
import { dayOf, sayDate } from "../../../kernel/day.ts";
import type { Env } from "../../surroundings.ts";
import { PaperOnly } from "../../ui/paper.tsx";
import { texts } from "./texts.ts";

/** On paper alone: where this stands, and of which day it is. @param path on this site, as short as it can be typed. */
export function PaperAddress({ c, path }: { c: Context<Env>; path: string }) {
  const { app, ctx, language } = c.var;
  const address = (app.publicUrl() + path).replace(/^https?:\/\//, "");
  return (
    <PaperOnly>
      <p class="rechtspoor-small">{texts[language].onPaper(address, sayDate(dayOf(ctx.now), language))}</p>
    </PaperOnly>
  );
}
