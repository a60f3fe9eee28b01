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

export type Warning = { words: string; gravity: "danger" | "warning" | "calm" };

type SafeContactProps = { language: Language; warnings: readonly Warning[]; children?: Child };

const gravities = ["danger", "warning", "calm"] as const;
const shapes = { danger: "danger", warning: "warning", calm: "info" } as const satisfies Record<string, NoticeKind>;

/**
 * How to reach someone without bringing them in danger. The number is its child, so that the warning always comes
 * first; without warnings it shows the number alone. It is as loud as the gravest of them.
 */
export function SafeContact({ language, warnings, children }: SafeContactProps) {
  if (warnings.length === 0) return <div class="rechtspoor-safe-contact__number">{children}</div>;
  const gravest = gravities.find((gravity) => warnings.some((warning) => warning.gravity === gravity)) ?? "calm";
  return (
    <div class={`rechtspoor-safe-contact rechtspoor-safe-contact--${gravest}`}>
      <div class="rechtspoor-safe-contact__warning">
        <NoticeShape kind={shapes[gravest]} />
        <div>
          <strong class="rechtspoor-safe-contact__heading">{texts[language].safeContact[gravest]}</strong>
          <ul>
            {warnings.map(({ words, gravity }) => (
              <li>{gravity === "calm" ? words : <strong>{words}</strong>}</li>
            ))}
          </ul>
        </div>
      </div>
      {children !== undefined && <div class="rechtspoor-safe-contact__number">{children}</div>}
    </div>
  );
}
