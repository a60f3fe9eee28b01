import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/language.ts";
import { texts } from "./texts.ts";

type DetailsProps = { language: Language; summary?: Child; open?: boolean | undefined; children?: Child };

/** More for who wants it. Without `summary` it asks "Hoe komen we hieraan?". */
export function Details({ language, summary, open, children }: DetailsProps) {
  return (
    <details class="rechtspoor-details" open={open}>
      <summary class="rechtspoor-details__summary">{summary ?? texts[language].howDoWeKnow}</summary>
      <div class="rechtspoor-details__body">{children}</div>
    </details>
  );
}
