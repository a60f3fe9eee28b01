import type { Child } from "hono/jsx";
import { PersonStrip, type PersonToCall, QuickExit } from "./contact.tsx";
import { Document, type DocumentProps, type NamedLink } from "./document.tsx";
import { LogoMark } from "./icons.tsx";
import { type LanguageLink, LanguageLinks } from "./language-links.tsx";
import { texts } from "./texts.ts";

type Site = {
  /** "Rechtspoor Utrecht" */
  name: string;
  href: string;
  /** A municipality's own mark; decorative, because the name stands beside it. */
  logo?: string | undefined;
};

export type PublicPageProps = DocumentProps & {
  site: Site;
  /** Left out only where nobody can be called, as on the page that chooses a municipality. */
  person?: PersonToCall | undefined;
  languageLinks?: readonly LanguageLink[] | undefined;
  /** Where leaving begins, on pages that nobody should see over a shoulder. */
  quickExit?: string | undefined;
  footer: {
    helper: string;
    complaint: string;
    privacy: string;
    accessibility: string;
    more?: readonly NamedLink[] | undefined;
    note?: Child;
  };
  /** `bands`: the page brings its own `<Band>` and `<Section>`s; else everything stands in one column. */
  layout?: "column" | "bands" | undefined;
  /** Above everything: this is an example world, there is a disruption. */
  banner?: Child;
  children?: Child;
};

export function PublicPage({ layout = "column", children, ...props }: PublicPageProps) {
  const { language, site, person, languageLinks, quickExit, footer, banner, ...document } = props;
  const text = texts[language];
  const footerLinks: NamedLink[] = [
    { href: footer.helper, label: text.footer.helper },
    { href: footer.complaint, label: text.footer.complaint },
    { href: footer.privacy, label: text.footer.privacy },
    { href: footer.accessibility, label: text.footer.accessibility },
    ...(footer.more ?? []),
  ];
  return (
    <Document {...document} language={language} bodyClass="rechtspoor-public">
      {quickExit !== undefined && <QuickExit language={language} href={quickExit} />}
      {banner !== undefined && (
        <div class="rechtspoor-banner">
          <div class="rechtspoor-wrap">{banner}</div>
        </div>
      )}
      <header class="rechtspoor-header">
        <div class="rechtspoor-wrap rechtspoor-header__row">
          <a class="rechtspoor-logo" href={site.href}>
            {site.logo === undefined ? (
              <LogoMark />
            ) : (
              <img class="rechtspoor-logo__mark" src={site.logo} alt="" height="34" />
            )}
            {site.name}
          </a>
          {person !== undefined && <PersonStrip person={person} />}
          {languageLinks !== undefined && <LanguageLinks language={language} links={languageLinks} />}
        </div>
      </header>
      <main class="rechtspoor-main" id="main" tabindex={-1}>
        {layout === "bands" ? children : <div class="rechtspoor-wrap rechtspoor-column">{children}</div>}
      </main>
      <footer class="rechtspoor-footer">
        <div class="rechtspoor-wrap">
          {footer.note !== undefined && <p class="rechtspoor-small">{footer.note}</p>}
          <ul class="rechtspoor-footer__links">
            {footerLinks.map(({ href, label, current }) => (
              <li>
                <a href={href} aria-current={current ? "page" : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </footer>
    </Document>
  );
}
