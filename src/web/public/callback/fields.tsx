import type { Language, Translated } from "../../../kernel/language.ts";
import type { Daypart } from "../../../modules/directory/index.ts";
import { CheckboxGroup, RadioGroup } from "../../ui/choice.tsx";
import { PhoneField } from "../../ui/phone-field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import { en } from "./en.ts";
import { type CallbackText, nl } from "./nl.ts";

export const callbackTexts: Translated<CallbackText> = { nl, en };

/** What is asked. A resident is asked about themselves, a helper at a desk about somebody else. */
export type Questions = Pick<
  CallbackText,
  | "phone"
  | "phoneHint"
  | "dayparts"
  | "daypartsHint"
  | "harm"
  | "harmHint"
  | "harmYes"
  | "harmNo"
  | "mayLeaveMessage"
  | "mayLeaveMessageHint"
  | "maySayWho"
  | "maySayWhoHint"
  | "word"
  | "wordHint"
  | "askedFor"
  | "self"
  | "someoneElse"
  | "name"
  | "nameHint"
  | "language"
  | "languageHint"
  | "interpreter"
  | "mail"
  | "mailHint"
> &
  Partial<Pick<CallbackText, "harmYesHint">>;

type Props = {
  language: Language;
  refused: Refused | undefined;
  open: Daypart[];
  text: Questions;
  /** Somebody else's: the browser must not fill in the number and name of whoever types. */
  aboutAnother?: boolean;
};

/** The questions that must be answered: a number, when, and whether it can wait. */
export function MainQuestions({ language, refused, open, text, aboutAnother = false }: Props) {
  return (
    <>
      <PhoneField
        language={language}
        refused={refused}
        label={text.phone}
        hint={text.phoneHint}
        autocomplete={aboutAnother ? "off" : "tel"}
      />
      <DaypartQuestion language={language} refused={refused} text={text} open={open} />
      <RadioGroup
        language={language}
        refused={refused}
        name="harm"
        legend={text.harm}
        hint={text.harmHint}
        options={[
          { value: "yes", label: text.harmYes, hint: text.harmYesHint },
          { value: "no", label: text.harmNo },
        ]}
      />
    </>
  );
}

type DaypartProps = Pick<Props, "language" | "refused" | "open"> & {
  text: Pick<Questions, "dayparts"> & { daypartsHint?: string };
  given?: Daypart[];
};

/** When to call, of the parts of the day in which the team works; `given`: what was chosen before. */
export function DaypartQuestion({ language, refused, text, open, given }: DaypartProps) {
  return (
    <CheckboxGroup
      language={language}
      refused={refused}
      name="dayparts"
      legend={text.dayparts}
      hint={text.daypartsHint}
      values={given}
      options={open.map((part) => ({ value: part, label: sharedWords[language].dayparts[part] }))}
    />
  );
}
