import type { Child } from "hono/jsx";
import { Heading } from "./card.tsx";

/** For whoever sits at the screen: paper leaves it out. */
export const ScreenOnly = ({ children }: { children?: Child }) => <div class="rechtspoor-screen-only">{children}</div>;

/** For whoever holds the paper: what the screen shows elsewhere, or needs not say. */
export const PaperOnly = ({ children }: { children?: Child }) => <div class="rechtspoor-paper-only">{children}</div>;

/** Something to give along. A page with one prints nothing else, on one sheet. */
export const Slip = ({ title, children }: { title: Child; children?: Child }) => (
  <section class="rechtspoor-slip" aria-labelledby="slip-heading">
    <Heading level={2} id="slip-heading">
      {title}
    </Heading>
    {children}
  </section>
);

/** Prints the page. Without a script there is no button, but which keys do the same. */
export const PrintButton = ({ noScript, children }: { noScript: string; children?: Child }) => (
  <p class="rechtspoor-print">
    <button class="utrecht-button utrecht-button--primary-action" type="button" data-print hidden>
      {children}
    </button>
    <span>{noScript}</span>
  </p>
);
