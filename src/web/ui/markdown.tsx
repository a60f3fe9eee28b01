import { raw } from "hono/html";
import markdown from "markdown-it";
import type { Language } from "../../kernel/language.ts";

/**
 * What a text may have: lists, bold, italic, links. Headings would break the order of the page, pictures would tell others
 * who reads; both stand there as they were typed, and so does HTML.
 */
const write = markdown("zero", { html: false }).enable(["list", "emphasis", "link", "newline", "escape"]);
write.validateLink = (url) => /^(https?:\/\/|mailto:|tel:)/i.test(url.trim());

type MarkdownProps = { text: string; lang?: Language | undefined };

/** A text from a file or of a municipality, at a measure that reads well. */
export const Markdown = ({ text, lang }: MarkdownProps) => (
  <div class="rechtspoor-prose" lang={lang}>
    {raw(write.render(text))}
  </div>
);
