import type { Child } from "hono/jsx";

/** One part of a page. `heading` names it; a page without parts needs none. */
export function Section({ heading, id, children }: { heading?: Child; id?: string | undefined; children?: Child }) {
  return (
    <section class="rechtspoor-section" id={id}>
      <div class="rechtspoor-wrap">
        {heading !== undefined && <h2>{heading}</h2>}
        {children}
      </div>
    </section>
  );
}

/** The coloured band at the top of the start page: the one question that everything begins with. */
export function Band({ children }: { children?: Child }) {
  return (
    <div class="rechtspoor-band">
      <div class="rechtspoor-wrap">
        <div class="rechtspoor-measure">{children}</div>
      </div>
    </div>
  );
}

/** Two columns where there is room: the story on one side, what was promised on the other. */
export function Columns({ main, aside, asideLabel }: { main: Child; aside: Child; asideLabel: string }) {
  return (
    <div class="rechtspoor-columns">
      <div class="rechtspoor-columns__main">{main}</div>
      <aside class="rechtspoor-columns__aside" aria-label={asideLabel}>
        {aside}
      </aside>
    </div>
  );
}
