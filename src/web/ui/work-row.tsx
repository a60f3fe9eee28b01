import type { Child } from "hono/jsx";
import { Heading, type HeadingLevel } from "./card.tsx";
import { Warn } from "./text.tsx";

/** The heading above rows that belong together: "Te laat", "Vandaag". */
export function Group({ children, level = 2 }: { children?: Child; level?: HeadingLevel | undefined }) {
  return (
    <Heading level={level} class="rechtspoor-group-heading">
      {children}
    </Heading>
  );
}

export const WorkList = ({ children }: { children?: Child }) => <ul class="rechtspoor-rows">{children}</ul>;

export type WorkRowProps = {
  urgency: "late" | "soon" | "calm";
  /** "2 uur te laat", "nog 1 uur", "di 21 apr" */
  due: Child;
  /** "beloofd vóór 12.10" */
  dueNote?: Child;
  title: Child;
  href?: string | undefined;
  /** What must not be missed before acting: "niet inspreken". Stands before the facts. */
  warnings?: readonly string[] | undefined;
  facts?: readonly Child[] | undefined;
  /** The first words of the person it is about, in whatever language they wrote. */
  quote?: string | undefined;
  /** The one next action: a tight `Button` in its form, or a tight `LinkButton`. */
  action?: Child;
  level?: HeadingLevel | undefined;
  id?: string | undefined;
};

/** One promise: to whom, what, by when, and the one next action. Stands in a `WorkList`. */
export function WorkRow(props: WorkRowProps) {
  const { urgency, due, dueNote, title, href, warnings = [], facts = [], quote, action, level = 3, id } = props;
  return (
    <li class={`rechtspoor-row rechtspoor-row--${urgency}`} id={id}>
      <div class="rechtspoor-row__due">
        <strong class="rechtspoor-row__time">{due}</strong>
        {dueNote !== undefined && <span class="rechtspoor-small">{dueNote}</span>}
      </div>
      <div class="rechtspoor-row__what">
        <Heading level={level} class="rechtspoor-row__title">
          {href === undefined ? title : <a href={href}>{title}</a>}
        </Heading>
        {quote !== undefined && (
          <p class="rechtspoor-row__quote" dir="auto">
            <q>{quote}</q>
          </p>
        )}
        {warnings.length + facts.length > 0 && (
          <ul class="rechtspoor-row__facts">
            {warnings.map((warning) => (
              <li>
                <Warn>{warning}</Warn>
              </li>
            ))}
            {facts.map((fact) => (
              <li>{fact}</li>
            ))}
          </ul>
        )}
      </div>
      {action !== undefined && <div class="rechtspoor-row__action">{action}</div>}
    </li>
  );
}
