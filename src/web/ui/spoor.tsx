import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/language.ts";
import { Heading, type HeadingLevel } from "./card.tsx";
import { type StationKind, StationMark } from "./icons.tsx";
import { Moment } from "./text.tsx";
import { texts } from "./texts.ts";

/** The line. Whatever goes step by step runs along it. */
export const Spoor = ({ children }: { children?: Child }) => <ol class="rechtspoor-spoor">{children}</ol>;

type StationProps = {
  kind: StationKind;
  /** The station's name, always in words: "Eerst: dit kan niet wachten". */
  words: Child;
  level?: HeadingLevel | undefined;
  id?: string | undefined;
  children?: Child;
};

export function Station({ kind, words, level = 2, id, children }: StationProps) {
  return (
    <li class={`rechtspoor-spoor__station rechtspoor-spoor__station--${kind}`} id={id}>
      <StationMark kind={kind} />
      <Heading level={level} class="rechtspoor-spoor__words">
        {words}
      </Heading>
      {children}
    </li>
  );
}

type Step = { label: string; state: "done" | "current" | "later"; href?: string | undefined };

/** Where you are in a form of several pages. A step that is done may link back. */
export function Steps({ language, steps }: { language: Language; steps: readonly Step[] }) {
  const text = texts[language];
  return (
    <nav class="rechtspoor-steps" aria-label={text.steps}>
      <ol class="rechtspoor-spoor rechtspoor-spoor--tight">
        {steps.map(({ label, state, href }) => (
          <li
            class={`rechtspoor-spoor__station rechtspoor-spoor__station--${state}`}
            aria-current={state === "current" ? "step" : undefined}
          >
            <StationMark kind={state} />
            <span class="rechtspoor-steps__label">{href === undefined ? label : <a href={href}>{label}</a>}</span>{" "}
            <span class="rechtspoor-steps__state">{text.stepState[state]}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export type TimelineMoment = {
  kind: StationKind;
  title: Child;
  /** The moment for a machine, and the same in words. */
  iso: string;
  when: string;
  who?: Child;
  body?: Child;
};

/** Everything that happened and is still to come in a case, in one line. */
export function Timeline({ moments, level = 3 }: { moments: readonly TimelineMoment[]; level?: HeadingLevel }) {
  return (
    <ol class="rechtspoor-spoor rechtspoor-spoor--tight rechtspoor-timeline">
      {moments.map(({ kind, title, iso, when, who, body }) => (
        <li class={`rechtspoor-spoor__station rechtspoor-spoor__station--${kind}`}>
          <StationMark kind={kind} />
          <Heading level={level} class="rechtspoor-timeline__title">
            {title}
          </Heading>
          <p class="rechtspoor-timeline__when">
            <Moment iso={iso}>{when}</Moment>
            {who !== undefined && <span class="rechtspoor-timeline__who">{who}</span>}
          </p>
          {body !== undefined && <div class="rechtspoor-timeline__body">{body}</div>}
        </li>
      ))}
    </ol>
  );
}
