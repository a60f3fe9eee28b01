import type { Child } from "hono/jsx";
import { ErrorMessage, Hint, type Option, OptionalWords, type Question } from "./field.tsx";
import { describedBy, errorId, errorOf, fieldId, hintId, typedValue, typedValues } from "./refused.ts";
import { texts } from "./texts.ts";

type GroupProps = Question & { legend: Child; legendLevel?: 1 | 2 | 3 | undefined };

/** Questions with more than one box to fill in. `legendLevel` makes the question the heading of its page or part. */
function Group(props: GroupProps & { radios?: boolean | undefined; children?: Child }) {
  const { language, name, legend, legendLevel, hint, optional = false, radios = false, children } = props;
  const error = errorOf(props);
  const words = (
    <>
      {legend}
      <OptionalWords language={language} optional={optional} />
    </>
  );
  const Tag = `h${legendLevel ?? 2}` as const;
  return (
    <fieldset
      class={`utrecht-form-fieldset utrecht-form-fieldset--html-fieldset${
        error === undefined ? "" : " utrecht-form-fieldset--invalid"
      } rechtspoor-group`}
      {...(radios ? { role: "radiogroup", "aria-required": optional ? undefined : "true" } : {})}
      aria-describedby={describedBy(hint !== undefined && hintId(name), error !== undefined && errorId(name))}
    >
      <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">
        {legendLevel === undefined ? words : <Tag class="rechtspoor-group__heading">{words}</Tag>}
      </legend>
      <Hint name={name} hint={hint} />
      <ErrorMessage language={language} name={name} error={error} />
      {children}
    </fieldset>
  );
}

type ChoiceProps = {
  kind: "radio" | "checkbox";
  id: string;
  name: string;
  option: Option;
  checked: boolean;
  invalid: boolean;
  describedBy?: string | undefined;
};

function Choice({ kind, id, name, option, checked, invalid, describedBy: described }: ChoiceProps) {
  const { value, label, hint, disabled } = option;
  const component = kind === "radio" ? "utrecht-radio-button" : "utrecht-checkbox";
  const classes = `${component} ${component}--html-input${invalid ? ` ${component}--invalid` : ""}`;
  return (
    <div class={`utrecht-form-field--${kind} rechtspoor-choice`}>
      <input
        class={`${classes} utrecht-form-field__input rechtspoor-choice__${kind}`}
        type={kind}
        {...{ id, name, value, checked, disabled }}
        aria-invalid={invalid && kind === "checkbox" ? "true" : undefined}
        aria-describedby={describedBy(hint !== undefined && `${id}-hint`, described)}
      />
      <label
        class={`utrecht-form-label utrecht-form-label--${kind}${
          disabled ? " utrecht-form-label--disabled" : ""
        } utrecht-form-field__label rechtspoor-choice__label`}
        for={id}
      >
        {label}
      </label>
      {hint !== undefined && (
        <div class="utrecht-form-field-description utrecht-form-field__description" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}

const choiceId = (name: string, at: number): string => (at === 0 ? fieldId(name) : `${fieldId(name)}-${at + 1}`);

type RadioGroupProps = GroupProps & {
  options: readonly Option[];
  /** Nothing is chosen for anyone: leave it out unless the person answered before. */
  value?: string | undefined;
};

/** One of a few. */
export function RadioGroup({ options, value, ...group }: RadioGroupProps) {
  const typed = typedValue(group.name, value, group.refused);
  const invalid = errorOf(group) !== undefined;
  return (
    <Group {...group} radios>
      <div class="rechtspoor-choices">
        {options.map((option, at) => (
          <Choice
            kind="radio"
            id={choiceId(group.name, at)}
            name={group.name}
            option={option}
            checked={option.value === typed}
            invalid={invalid}
          />
        ))}
      </div>
    </Group>
  );
}

type CheckboxGroupProps = GroupProps & {
  options: readonly Option[];
  values?: readonly string[] | undefined;
  /** Beside one another where there is room: for a few short words. */
  compact?: boolean | undefined;
};

/** As many as you like. */
export function CheckboxGroup({ options, values, compact = false, ...group }: CheckboxGroupProps) {
  const typed = typedValues(group.name, values, group.refused);
  const invalid = errorOf(group) !== undefined;
  return (
    <Group {...group}>
      <div class={`rechtspoor-choices${compact ? " rechtspoor-choices--compact" : ""}`}>
        {options.map((option, at) => (
          <Choice
            kind="checkbox"
            id={choiceId(group.name, at)}
            name={group.name}
            option={option}
            checked={typed.includes(option.value)}
            invalid={invalid}
          />
        ))}
      </div>
    </Group>
  );
}

type CheckboxProps = Omit<Question, "hint"> & {
  label: string;
  hint?: string | undefined;
  /** What is sent when it is ticked. */
  value?: string | undefined;
  checked?: boolean | undefined;
  disabled?: boolean | undefined;
};

/** Yes or not. Never ticked beforehand for a consent. */
export function Checkbox({ label, hint, value = "on", checked = false, disabled, ...question }: CheckboxProps) {
  const { language, name, refused } = question;
  const error = errorOf(question);
  const ticked = refused === undefined ? checked : typedValues(name, [], refused).includes(value);
  return (
    <div class={`rechtspoor-field${error === undefined ? "" : " utrecht-form-field--invalid"}`}>
      <ErrorMessage language={language} name={name} error={error} />
      <Choice
        kind="checkbox"
        id={fieldId(name)}
        name={name}
        option={{ value, label, hint, disabled }}
        checked={ticked}
        invalid={error !== undefined}
        describedBy={error === undefined ? undefined : errorId(name)}
      />
    </div>
  );
}

const dateParts = ["day", "month", "year"] as const;

type DateFieldProps = GroupProps & {
  /** "2026-04-02", as stored. */
  value?: string | undefined;
  /** A date of birth fills itself in. */
  birthday?: boolean | undefined;
};

/** Names of the three boxes: `<name>-day`, `<name>-month`, `<name>-year`; the error is that of `<name>`. */
export function DateField({ value, birthday = false, ...group }: DateFieldProps) {
  const { language, name, refused, optional = false } = group;
  const [year, month, day] = value?.split("-").map((part) => String(Number(part))) ?? [];
  const stored = { day, month, year };
  const error = errorOf(group);
  return (
    <Group {...group}>
      <div class="rechtspoor-date">
        {dateParts.map((part, at) => {
          const id = at === 0 ? fieldId(name) : `${fieldId(name)}-${part}`;
          return (
            <div class="rechtspoor-date__part">
              <label class="utrecht-form-label rechtspoor-date__label" for={id}>
                {texts[language].dateParts[part]}
              </label>
              <input
                class={`utrecht-textbox utrecht-textbox--html-input${
                  error === undefined ? "" : " utrecht-textbox--invalid"
                } rechtspoor-date__box rechtspoor-date__box--${part}`}
                type="text"
                inputmode="numeric"
                dir="ltr"
                maxlength={part === "year" ? 4 : 2}
                autocomplete={birthday ? `bday-${part}` : "off"}
                name={`${name}-${part}`}
                id={id}
                aria-required={optional ? undefined : "true"}
                aria-invalid={error === undefined ? undefined : "true"}
                value={typedValue(`${name}-${part}`, stored[part], refused)}
              />
            </div>
          );
        })}
      </div>
    </Group>
  );
}
