import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/language.ts";
import { VisuallyHidden } from "./text.tsx";
import { texts } from "./texts.ts";

export type SummaryItem = {
  term: string;
  value: Child;
  /** Where to change it; `words` in place of "Wijzig". */
  change?: { href: string; words?: string | undefined } | undefined;
};

/** Terms and values: check your answers before sending, or the facts of a case. */
export function SummaryList({ language, items }: { language: Language; items: readonly SummaryItem[] }) {
  return (
    <dl class="utrecht-data-list utrecht-data-list--html-dl rechtspoor-summary">
      {items.map(({ term, value, change }) => (
        <div class="utrecht-data-list__item rechtspoor-summary__item">
          <dt class="utrecht-data-list__item-key">{term}</dt>
          <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">{value}</dd>
          {change !== undefined && (
            <dd class="utrecht-data-list__actions utrecht-data-list__actions--html-dd">
              <a class="rechtspoor-summary__change" href={change.href}>
                {change.words ?? texts[language].change}
                <VisuallyHidden>: {term}</VisuallyHidden>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
