import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/language.ts";
import { texts } from "./texts.ts";

type Children = { children?: Child };

/** For a screen reader only. */
export const VisuallyHidden = ({ children }: Children) => <span class="rechtspoor-visually-hidden">{children}</span>;

/** Said after a link's own words, for who hears a list of links: "Bel mij terug: Sociaal raadslieden". */
export const About = ({ children }: Children) =>
  children == null ? null : <VisuallyHidden>: {children}</VisuallyHidden>;

/** The one sentence under a page's heading. */
export const Lead = ({ children }: Children) => <p class="rechtspoor-lead">{children}</p>;

export const Small = ({ children }: Children) => <p class="rechtspoor-small">{children}</p>;

/** A piece of text from a content file: headings, paragraphs and lists at a measure that reads well. */
export const Prose = ({ children }: Children) => <div class="rechtspoor-prose">{children}</div>;

/** A moment or a day that a machine can read as well. */
export const Moment = ({ iso, children }: Children & { iso: string }) => <time datetime={iso}>{children}</time>;

/** Leaves this page standing, and says so before it is followed. */
export const NewTabLink = ({ language, href, children }: Children & { language: Language; href: string }) => (
  <a href={href} target="_blank" rel="noopener">
    {children} {texts[language].newTab}
  </a>
);

/** The short code a person reads out on the phone: not broken where a line can hold it, never translated. */
export const Code = ({ children }: Children) => (
  <span class="rechtspoor-code" dir="ltr" translate="no">
    {children}
  </span>
);

/** A few words that must not be missed, in a sentence or a list of facts. */
export const Warn = ({ children }: Children) => <strong class="rechtspoor-warn">{children}</strong>;
