import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/language.ts";
import { describedBy, errorId, errorOf, fieldId, hintId, type Refused, typedValue } from "./refused.ts";
import { VisuallyHidden } from "./text.tsx";
import { texts } from "./texts.ts";

/** What every question in a form has. */
export type Question = {
  language: Language;
  name: string;
  hint?: Child;
  /** It may stay empty, and the label says so; "sometimes": the hint says when it may not. Everything else must be answered. */
  optional?: boolean | "sometimes" | undefined;
  error?: string | undefined;
  refused?: Refused | undefined;
};

export type Option = { value: string; label: string; hint?: string | undefined; disabled?: boolean | undefined };

type Control =
  | {
      type?: "text" | "tel" | "email" | "password" | "search" | "number" | "time" | "url" | undefined;
      inputmode?: "text" | "tel" | "email" | "numeric" | "decimal" | "search" | "none" | undefined;
      /** As wide as what belongs in it. */
      width?: "short" | "medium" | "full" | undefined;
    }
  | { type: "textarea"; rows?: number | undefined }
  | { type: "select"; options: readonly Option[] /** The first, empty choice: "Kies een dagdeel". */; choose?: string };

export type FieldProps = Question &
  Control & {
    label: Child;
    value?: string | undefined;
    autocomplete?: string | undefined;
    maxlength?: number | undefined;
    spellcheck?: boolean | undefined;
    disabled?: boolean | undefined;
    readonly?: boolean | undefined;
    autofocus?: boolean | undefined;
    dir?: "auto" | "ltr" | "rtl" | undefined;
  };

/** One question, one box: label, hint, what is wrong, and what was typed. */
export function Field(props: FieldProps) {
  const { language, name, label, hint, optional = false } = props;
  const error = errorOf(props);
  return (
    <div class={`utrecht-form-field${error === undefined ? "" : " utrecht-form-field--invalid"} rechtspoor-field`}>
      <label class="utrecht-form-label utrecht-form-field__label" for={fieldId(name)}>
        {label}
        <OptionalWords language={language} optional={optional} />
      </label>
      <Hint name={name} hint={hint} />
      <ErrorMessage language={language} name={name} error={error} />
      <FieldControl {...props} />
    </div>
  );
}

function FieldControl(props: FieldProps) {
  const { name, hint, optional = false, value, refused, maxlength, dir = "auto" } = props;
  const { autocomplete, spellcheck, disabled, readonly, autofocus } = props;
  const error = errorOf(props);
  const typed = typedValue(name, value, refused);
  const shared = {
    id: fieldId(name),
    name,
    dir,
    autocomplete,
    disabled,
    autofocus,
    "aria-required": optional === false ? "true" : undefined,
    "aria-invalid": error === undefined ? undefined : "true",
    "aria-describedby": describedBy(hint !== undefined && hintId(name), error !== undefined && errorId(name)),
  };
  const invalid = (component: string) => (error === undefined ? "" : ` utrecht-${component}--invalid`);
  if (props.type === "textarea") {
    return (
      <textarea
        class={`utrecht-textarea utrecht-textarea--html-textarea${invalid("textarea")}`}
        rows={props.rows ?? 5}
        {...{ ...shared, maxlength, readonly, spellcheck }}
      >
        {typed}
      </textarea>
    );
  }
  if (props.type === "select") {
    return (
      <select class={`utrecht-select utrecht-select--html-select${invalid("select")}`} {...shared}>
        {props.choose !== undefined && <option value="">{props.choose}</option>}
        {props.options.map((option) => (
          <option value={option.value} disabled={option.disabled} selected={option.value === typed}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  const { type = "text", inputmode, width = "full" } = props;
  return (
    <input
      class={`utrecht-textbox utrecht-textbox--html-input${invalid("textbox")} rechtspoor-textbox--${width}`}
      {...{ ...shared, maxlength, readonly, spellcheck, type, inputmode }}
      value={typed}
    />
  );
}

export function OptionalWords({ language, optional }: { language: Language; optional: boolean | "sometimes" }) {
  if (optional === false) return null;
  const { [optional === "sometimes" ? "neededSometimes" : "optional"]: words } = texts[language];
  return <span class="rechtspoor-field__optional"> {words}</span>;
}

export function Hint({ name, hint }: { name: string; hint?: Child }) {
  if (hint === undefined) return null;
  return (
    <div class="utrecht-form-field-description utrecht-form-field__description" id={hintId(name)}>
      {hint}
    </div>
  );
}

type ErrorMessageProps = { language: Language; name: string; error: string | undefined };

export function ErrorMessage({ language, name, error }: ErrorMessageProps) {
  if (error === undefined) return null;
  return (
    <div class="utrecht-form-field-error-message utrecht-form-field__error-message" id={errorId(name)}>
      <VisuallyHidden>{texts[language].errorPrefix} </VisuallyHidden>
      {error}
    </div>
  );
}
