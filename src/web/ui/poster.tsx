import type { Child } from "hono/jsx";
import { LogoMark } from "./icons.tsx";
import { QrCode } from "./qr-code.tsx";

type PosterProps = {
  /** Whose it is, at the top: "Rechtspoor Utrecht", with their own mark when there is one. */
  site: string;
  logo: string | undefined;
  title: Child;
  sentence: Child;
  /** Words such as "gratis" and "onafhankelijk van de gemeente". */
  badges: readonly string[];
  /** Where the code leads, and the same as somebody types it. */
  address: string;
  shortAddress: string;
  codeLabel: string;
  /** "Scan de code, of ga naar" */
  codeWords: string;
  /** How true it is, and since when: small, at the bottom. */
  foot: Child;
  children?: Child;
};

/** One sheet of A4 to hang up: prints alone, large, in the colours of the municipality. */
export function Poster(props: PosterProps) {
  const { site, logo, title, sentence, badges, address, shortAddress, codeLabel, codeWords, foot, children } = props;
  return (
    <article class="rechtspoor-poster">
      <p class="rechtspoor-poster__site">
        {logo === undefined ? <LogoMark /> : <img src={logo} alt="" height="48" />}
        {site}
      </p>
      <h1 class="rechtspoor-poster__title">{title}</h1>
      <p class="rechtspoor-poster__sentence">{sentence}</p>
      {badges.length > 0 && (
        <ul class="rechtspoor-poster__badges">
          {badges.map((badge) => (
            <li>{badge}</li>
          ))}
        </ul>
      )}
      <div class="rechtspoor-poster__body">{children}</div>
      <div class="rechtspoor-poster__code">
        <QrCode address={address} label={codeLabel} />
        <p>
          {codeWords}
          <br />
          <strong class="rechtspoor-poster__address">{shortAddress}</strong>
        </p>
      </div>
      <p class="rechtspoor-poster__foot">{foot}</p>
    </article>
  );
}

/** A line of facts on a poster: "Loop binnen", and when. */
export const PosterFact = ({ term, children }: { term: string; children?: Child }) => (
  <p class="rechtspoor-poster__fact">
    <strong>{term}</strong>
    <br />
    {children}
  </p>
);
