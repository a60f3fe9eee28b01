import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/language.ts";
import { type ButtonLook, LinkButton } from "./button.tsx";
import { About } from "./text.tsx";
import { texts } from "./texts.ts";

const telHref = (number: string): string => `tel:${number.replaceAll(/[^\d+*#]/g, "")}`;

type PhoneLinkProps = {
  /** As people write it: "030 123 45 67", "14 030", "+31 30 …". */
  number: string;
  /** Words before the number: "Bel". */
  words?: string | undefined;
  /** As a button of this look; a link in the sentence without it. */
  look?: ButtonLook | undefined;
  tight?: boolean | undefined;
  /** Whose number it is, for who hears the link alone. */
  about?: Child;
};

/** A number is read from left to right in every language, and is not broken where a line can hold it. */
export function PhoneLink({ number, words, look, tight, about }: PhoneLinkProps) {
  const href = telHref(number);
  const label = (
    <span>
      {words !== undefined && `${words} `}
      <bdi class="rechtspoor-phone__number" dir="ltr">
        {number.replaceAll(" ", "\u00a0")}
      </bdi>
    </span>
  );
  if (look === undefined) {
    return (
      <a class="rechtspoor-phone" href={href}>
        {label}
        <About>{about}</About>
      </a>
    );
  }
  return <LinkButton {...{ href, look, tight, about }}>{label}</LinkButton>;
}

/** Where an address is printed, it can be followed. */
export const MailLink = ({ mail }: { mail: string }) => <a href={`mailto:${mail}`}>{mail}</a>;

export type PersonToCall = {
  /** "Liever praten?" */
  before: string;
  /** "Bel" */
  call: string;
  /** "14 030" */
  number: string;
  /** "open tot 17.00 uur" or "opent morgen om 9.00 uur". */
  hours: string;
  /** What holds tomorrow as well, for who reads it on paper: "maandag tot en met vrijdag van 9.00 tot 17.00 uur". */
  onPaper?: string | undefined;
  open: boolean;
};

/** The person behind the page, on every page. */
export function PersonStrip({ person }: { person: PersonToCall }) {
  return (
    <p class={`rechtspoor-person${person.open ? " rechtspoor-person--open" : ""}`}>
      {person.before} <PhoneLink number={person.number} words={person.call} />{" "}
      {person.onPaper === undefined ? (
        `(${person.hours})`
      ) : (
        <>
          <span class="rechtspoor-screen-only">({person.hours})</span>
          <span class="rechtspoor-paper-only">({person.onPaper})</span>
        </>
      )}
    </p>
  );
}

/** Away from here at once, without a script. An island adds the key, and only then says so: Shift three times. */
export function QuickExit({ language, href }: { language: Language; href: string }) {
  const text = texts[language];
  return (
    <aside class="rechtspoor-quick-exit" id="quick-exit" aria-label={text.quickExit}>
      <div class="rechtspoor-wrap rechtspoor-quick-exit__row">
        <a class="rechtspoor-quick-exit__link" href={href} rel="noopener noreferrer nofollow">
          {text.quickExit}
        </a>
        <p class="rechtspoor-quick-exit__keys" id="quick-exit-keys" hidden>
          {text.quickExitKeys} <span role="status" data-two={text.quickExitLeft(2)} data-one={text.quickExitLeft(1)} />
        </p>
      </div>
    </aside>
  );
}
