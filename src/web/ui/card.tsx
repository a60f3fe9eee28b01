import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/language.ts";
import { type BadgeKind, BadgeShape } from "./icons.tsx";
import { Moment } from "./text.tsx";
import { texts } from "./texts.ts";

export type HeadingLevel = 2 | 3 | 4;

type HeadingProps = { level: HeadingLevel; class?: string | undefined; id?: string | undefined; children?: Child };

/** A heading whose level the page decides: a card never knows where it stands. */
export function Heading({ level, children, ...rest }: HeadingProps) {
  const Tag = `h${level}` as const;
  return <Tag {...rest}>{children}</Tag>;
}

type CardProps = {
  title?: Child;
  href?: string | undefined;
  level?: HeadingLevel | undefined;
  /** `urgent`: red and with a larger title; use it once on a page, inside an urgent station. */
  kind?: "plain" | "urgent" | undefined;
  id?: string | undefined;
  children?: Child;
};

export function Card({ title, href, level = 3, kind = "plain", id, children }: CardProps) {
  return (
    <article class={`rechtspoor-card${kind === "urgent" ? " rechtspoor-card--urgent" : ""}`} id={id}>
      {title !== undefined && (
        <Heading level={level} class="rechtspoor-card__title">
          {href === undefined ? title : <a href={href}>{title}</a>}
        </Heading>
      )}
      {children}
    </article>
  );
}

export const Badges = ({ children }: { children?: Child }) => <ul class="rechtspoor-badges">{children}</ul>;

type BadgeProps = {
  kind?: BadgeKind | undefined;
  /** True at this moment alone: paper leaves it out. */
  isNow?: boolean | undefined;
  children?: Child;
};

/** One fact in a word or two. A tick means good for you, a cross means mind this. */
export function Badge({ kind = "neutral", isNow = false, children }: BadgeProps) {
  return (
    <li
      class={`utrecht-data-badge rechtspoor-badge rechtspoor-badge--${kind}${isNow ? " rechtspoor-screen-only" : ""}`}
    >
      <BadgeShape kind={kind} />
      {children}
    </li>
  );
}

/** Why this fits the person who asked. */
export function Why({ language, children }: { language: Language; children?: Child }) {
  return (
    <p class="rechtspoor-why">
      {texts[language].why} {children}
    </p>
  );
}

type CheckedProps = { language: Language; iso: string; children?: Child; by?: string | undefined };

/** When a person last checked that this is true; `children` is the day in words. */
export function Checked({ language, iso, children, by }: CheckedProps) {
  return (
    <p class="rechtspoor-small rechtspoor-checked">
      {texts[language].checkedOn} <Moment iso={iso}>{children}</Moment>
      {by !== undefined && ` ${texts[language].checkedBy} ${by}`}
    </p>
  );
}

export const Tiles = ({ children }: { children?: Child }) => <ul class="rechtspoor-tiles">{children}</ul>;

type TileProps = {
  href: string;
  title: string;
  /** The one tile that must not be missed: wider, and marked. Put it first. */
  first?: boolean | undefined;
  children?: Child;
};

export function Tile({ href, title, first = false, children }: TileProps) {
  return (
    <li class={first ? "rechtspoor-tiles__first" : undefined}>
      <a class={`rechtspoor-tile${first ? " rechtspoor-tile--first" : ""}`} href={href}>
        <span class="rechtspoor-tile__title">{title}</span> <span class="rechtspoor-tile__words">{children}</span>
      </a>
    </li>
  );
}
