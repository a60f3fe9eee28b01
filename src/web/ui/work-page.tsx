import type { Child } from "hono/jsx";
import { Document, type DocumentProps, type NamedLink } from "./document.tsx";
import { HiddenFields } from "./form.tsx";
import { Keys } from "./keys.tsx";
import { fieldId } from "./refused.ts";
import { VisuallyHidden } from "./text.tsx";
import { texts } from "./texts.ts";

type WorkNavItem = NamedLink & {
  count?: number | undefined;
  /** How many of them are late: the count stands out, and is said in words. */
  late?: number | undefined;
  /** By which keys it is followed: "g v" is first g, then v. */
  keys?: string | undefined;
};

export type WorkPageProps = DocumentProps & {
  /** "Rechtspoor" and under it "Sociaal raadslieden, Utrecht". */
  site: { name: string; href: string; team: string };
  nav: readonly WorkNavItem[];
  /** Other teams of the same person; the URL switches. */
  teams?: readonly NamedLink[] | undefined;
  person?: { name: string; href?: string | undefined } | undefined;
  signOut?: { action: string; hidden?: Readonly<Record<string, string>> | undefined } | undefined;
  /** What is typed here is somebody's name or number: it is posted, and stands in no address. */
  search?: { action: string; label: string; value?: string | undefined; invalid?: boolean | undefined } | undefined;
  /** Says, with a script, that the session is nearly over. */
  session?: { seconds: number; stay: string | undefined; warning: string; stayWords: string } | undefined;
  banner?: Child;
  children?: Child;
};

export function WorkPage({ children, ...props }: WorkPageProps) {
  const { language, site, nav, teams = [], person, signOut, search, session, banner, ...document } = props;
  const text = texts[language];
  return (
    <Document {...document} language={language} bodyClass="rechtspoor-work">
      {banner !== undefined && <div class="rechtspoor-banner">{banner}</div>}
      {session !== undefined && (
        <rechtspoor-session class="rechtspoor-session" data-seconds={session.seconds} data-stay={session.stay} hidden>
          <span role="status" data-said={session.warning}></span>
          {session.stay !== undefined && (
            <button class="utrecht-button utrecht-button--secondary-action rechtspoor-button--tight" type="button">
              {session.stayWords}
            </button>
          )}
        </rechtspoor-session>
      )}
      <div class="rechtspoor-shell">
        <header class="rechtspoor-nav">
          <p class="rechtspoor-nav__place">
            <a class="rechtspoor-nav__name" href={site.href}>
              {site.name}
            </a>
            {site.team}
          </p>
          {search !== undefined && (
            <search>
              <form class="rechtspoor-nav__search" action={search.action} method="post" novalidate>
                <label for={fieldId("zoek")}>{search.label}</label>
                <div class="rechtspoor-nav__search-row">
                  <input
                    class="utrecht-textbox utrecht-textbox--html-input"
                    id={fieldId("zoek")}
                    type="search"
                    dir="auto"
                    maxlength={60}
                    autocomplete="off"
                    name="zoek"
                    value={search.value}
                    aria-invalid={search.invalid ? "true" : undefined}
                  />
                  <button class="rechtspoor-nav__search-button" type="submit">
                    {text.search}
                  </button>
                </div>
              </form>
            </search>
          )}
          <details class="rechtspoor-nav__fold">
            <summary class="rechtspoor-nav__menu">
              {text.menu} <Late nav={nav} lateWords={text.late} />
            </summary>
            <nav aria-label={text.workNav}>
              <ul class="rechtspoor-nav__list">
                {nav.map((item) => (
                  <li>
                    <a
                      class="rechtspoor-nav__link"
                      href={item.href}
                      aria-current={item.current ? "page" : undefined}
                      data-keys={item.keys}
                    >
                      {item.label} <Count {...item} lateWords={text.late} />
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            {teams.length > 0 && (
              <nav aria-label={text.teams}>
                <p class="rechtspoor-nav__heading">{text.teams}</p>
                <ul class="rechtspoor-nav__list">
                  {teams.map(({ href, label, current }) => (
                    <li>
                      <a class="rechtspoor-nav__link" href={href} aria-current={current ? "true" : undefined}>
                        {label}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
            <Keys
              language={language}
              places={nav.flatMap(({ keys, label }) => (keys === undefined ? [] : [{ keys, does: label }]))}
            />
            {person !== undefined && (
              <div class="rechtspoor-nav__person">
                <p>
                  {text.signedInAs}{" "}
                  {person.href === undefined ? (
                    <strong>{person.name}</strong>
                  ) : (
                    <a class="rechtspoor-nav__self" href={person.href}>
                      {person.name}
                    </a>
                  )}
                </p>
                {signOut !== undefined && (
                  <form method="post" action={signOut.action}>
                    <HiddenFields values={signOut.hidden ?? {}} />
                    <button class="rechtspoor-nav__sign-out" type="submit">
                      {text.signOut}
                    </button>
                  </form>
                )}
              </div>
            )}
          </details>
        </header>
        <main class="rechtspoor-main rechtspoor-work__main" id="main" tabindex={-1}>
          {children}
        </main>
      </div>
    </Document>
  );
}

/** What is late is seen on a phone too, where the menu is folded. */
function Late({ nav, lateWords }: Pick<WorkPageProps, "nav"> & { lateWords: (late: number) => string }) {
  const late = nav.reduce((sum, item) => sum + (item.late ?? 0), 0);
  return late === 0 ? null : (
    <span class="rechtspoor-nav__count rechtspoor-nav__count--late">
      <span aria-hidden="true">{late}</span>
      <VisuallyHidden>{lateWords(late)}</VisuallyHidden>
    </span>
  );
}

function Count({ count, late = 0, lateWords }: WorkNavItem & { lateWords: (late: number) => string }) {
  if (count === undefined) return null;
  return (
    <span class={`rechtspoor-nav__count${late > 0 ? " rechtspoor-nav__count--late" : ""}`}>
      {count}
      {late > 0 && <VisuallyHidden>{`, ${lateWords(late)}`}</VisuallyHidden>}
    </span>
  );
}
