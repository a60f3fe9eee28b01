import type { Language } from "../../kernel/language.ts";
import { texts } from "./texts.ts";

export type LanguageLink = {
  /** BCP 47: "en", "ar", "uk". */
  code: string;
  /** In its own words: "العربية". */
  name: string;
  href: string;
  direction?: "ltr" | "rtl" | undefined;
  current?: boolean | undefined;
};

export function LanguageLinks({ language, links }: { language: Language; links: readonly LanguageLink[] }) {
  return (
    <nav class="rechtspoor-languages" aria-label={texts[language].languages}>
      <ul>
        {links.map(({ code, name, href, direction, current }) => (
          <li>
            <a {...{ href, lang: code, hreflang: code, dir: direction }} aria-current={current ? "true" : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
