import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/language.ts";
import { Button } from "./button.tsx";
import { Heading, type HeadingLevel } from "./card.tsx";
import { NoticeShape } from "./icons.tsx";
import { fieldId, type Refused } from "./refused.ts";
import { texts } from "./texts.ts";

/** Values the page carries along: the anti-forgery token, an earlier answer. */
export type Hidden = Readonly<Record<string, string | readonly string[] | undefined>>;

export function HiddenFields({ values }: { values: Hidden }) {
  return (
    <>
      {Object.entries(values).flatMap(([name, value]) =>
        [value ?? []].flat().map((one) => <input type="hidden" name={name} value={one} />),
      )}
    </>
  );
}

type FormProps = {
  action?: string | undefined;
  method?: "post" | "get" | undefined;
  hidden?: Hidden | undefined;
  id?: string | undefined;
  /** For files. */
  multipart?: boolean | undefined;
  children?: Child;
};

/** The browser's own messages stay away: ours are in the reader's language and tell how to mend it. */
export function Form({ action, method = "post", hidden = {}, id, multipart, children }: FormProps) {
  return (
    <form
      class="rechtspoor-form"
      novalidate
      {...{ action, method, id }}
      enctype={multipart ? "multipart/form-data" : undefined}
    >
      <HiddenFields values={hidden} />
      {children}
    </form>
  );
}

type ErrorSummaryProps = { language: Language; refused: Refused | undefined; level?: HeadingLevel | undefined };

/** On top of a refused form; the reader's focus starts here. Prints nothing when there is nothing to mend. */
export function ErrorSummary({ language, refused, level = 2 }: ErrorSummaryProps) {
  const errors = Object.entries(refused?.errors ?? {}).filter(([, message]) => message !== undefined);
  if (errors.length === 0) return null;
  return (
    <div
      class="utrecht-alert utrecht-alert--error rechtspoor-error-summary"
      role="alert"
      aria-labelledby="error-summary-heading"
      id="error-summary"
      tabindex={-1}
      autofocus
    >
      <NoticeShape kind="danger" />
      <div class="utrecht-alert__content">
        <Heading level={level} id="error-summary-heading" class="rechtspoor-notice__heading">
          {texts[language].errorSummary(errors.length)}
        </Heading>
        <ul class="rechtspoor-error-summary__list">
          {errors.map(([name, message]) => (
            <li>
              <a href={`#${fieldId(name)}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

type SearchBoxProps = {
  language: Language;
  action: string;
  label: string;
  name?: string | undefined;
  value?: string | undefined;
  hint?: string | undefined;
  /** Carried along in the address: the filters that stay. */
  hidden?: Readonly<Record<string, string | undefined>> | undefined;
  /** Where what somebody may be about to type is asked, when the page has the island for it (islands/completions.ts). */
  completions?: string | undefined;
};

type CompletingProps = { language: Language; from: string; children?: Child };

function Completing({ language, from, children }: CompletingProps) {
  const { list, none, one, many } = texts[language].completions;
  return (
    <rechtspoor-completions data-from={from} data-label={list} data-none={none} data-one={one} data-many={many}>
      {children}
      <span class="rechtspoor-visually-hidden" role="status" />
    </rechtspoor-completions>
  );
}

/** A short search word may be in the address, so that the page can be kept and shared. Own words never come here. */
export function SearchBox(props: SearchBoxProps) {
  const { language, action, label, name = "zoek", value, hint, hidden = {}, completions } = props;
  const id = fieldId(name);
  const box = (
    <input
      class="utrecht-textbox utrecht-textbox--html-input"
      type="search"
      dir="auto"
      maxlength={60}
      autocomplete="off"
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      {...{ id, name, value }}
    />
  );
  return (
    <search>
      <form class="rechtspoor-search" method="get" action={action}>
        <HiddenFields values={hidden} />
        <label class="utrecht-form-label" for={id}>
          {label}
        </label>
        {hint !== undefined && (
          <p class="utrecht-form-field-description" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <div class="rechtspoor-search__row">
          {completions === undefined ? box : <Completing {...{ language, from: completions }}>{box}</Completing>}
          <Button>{texts[language].search}</Button>
        </div>
      </form>
    </search>
  );
}
