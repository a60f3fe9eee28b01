import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/language.ts";
import { Heading, type HeadingLevel } from "./card.tsx";
import { type NoticeKind, NoticeShape } from "./icons.tsx";
import { texts } from "./texts.ts";

const kinds: Record<NoticeKind, string> = { info: "info", warning: "warning", danger: "error", success: "ok" };

type NoticeProps = {
  kind?: NoticeKind | undefined;
  heading?: Child;
  level?: HeadingLevel | undefined;
  /** Only when it appears while someone reads the page, as islands do. */
  live?: boolean | undefined;
  id?: string | undefined;
  children?: Child;
};

export function Notice({ kind = "info", heading, level = 2, live = false, id, children }: NoticeProps) {
  return (
    <div
      class={`utrecht-alert utrecht-alert--${kinds[kind]} rechtspoor-notice`}
      id={id}
      role={live ? (kind === "danger" ? "alert" : "status") : undefined}
    >
      <NoticeShape kind={kind} />
      <div class="utrecht-alert__content rechtspoor-notice__content">
        {heading !== undefined && (
          <Heading level={level} class="rechtspoor-notice__heading">
            {heading}
          </Heading>
        )}
        {children}
      </div>
    </div>
  );
}

type SafeContactProps = { language: Language; warnings: readonly string[]; children?: Child };

/**
 * How to reach someone without bringing them in danger. The number is its child, so that the warning always comes
 * first; without warnings it shows the number alone.
 */
export function SafeContact({ language, warnings, children }: SafeContactProps) {
  if (warnings.length === 0) return <div class="rechtspoor-safe-contact__number">{children}</div>;
  return (
    <div class="rechtspoor-safe-contact">
      <div class="rechtspoor-safe-contact__warning">
        <NoticeShape kind="warning" />
        <div>
          <strong class="rechtspoor-safe-contact__heading">{texts[language].safeContact}</strong>
          <ul>
            {warnings.map((warning) => (
              <li>{warning}</li>
            ))}
          </ul>
        </div>
      </div>
      {children !== undefined && <div class="rechtspoor-safe-contact__number">{children}</div>}
    </div>
  );
}
