import type { Language, Translated } from "../../../kernel/language.ts";
import type { ContactSafety } from "../../../modules/casework/index.ts";
import type { Daypart } from "../../../modules/directory/index.ts";
import { Checkbox, CheckboxGroup, RadioGroup } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
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
  const words = sharedWords[language];
  return (
    <>
      <PhoneField
        language={language}
        refused={refused}
        label={text.phone}
        hint={text.phoneHint}
        autocomplete={aboutAnother ? "off" : "tel"}
      />
      <CheckboxGroup
        language={language}
        refused={refused}
        name="dayparts"
        legend={text.dayparts}
        hint={text.daypartsHint}
        options={open.map((part) => ({ value: part, label: words.dayparts[part] }))}
      />
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

/** How to reach somebody safely. Nothing is chosen for them, and no answer means no; `given`: what they said before. */
export function SafetyQuestions({
  language,
  refused,
  text,
  given,
}: Omit<Props, "open" | "aboutAnother"> & { given?: ContactSafety }) {
  const words = sharedWords[language];
  const yesOrNo = [
    { value: "yes", label: words.yes },
    { value: "no", label: words.no },
  ];
  return (
    <>
      <RadioGroup
        language={language}
        refused={refused}
        name="mayLeaveMessage"
        optional
        legend={text.mayLeaveMessage}
        hint={text.mayLeaveMessageHint}
        value={given?.mayLeaveMessage}
        options={yesOrNo}
      />
      <RadioGroup
        language={language}
        refused={refused}
        name="maySayWho"
        optional
        legend={text.maySayWho}
        hint={text.maySayWhoHint}
        value={given?.maySayWho}
        options={yesOrNo}
      />
    </>
  );
}

/** What helps to help, and may all stay empty. */
export function ExtraQuestions({ language, refused, text, aboutAnother = false }: Omit<Props, "open">) {
  return (
    <>
      <Field
        language={language}
        refused={refused}
        name="word"
        type="textarea"
        rows={3}
        optional
        label={text.word}
        hint={text.wordHint}
      />
      <RadioGroup
        language={language}
        refused={refused}
        name="askedFor"
        optional
        legend={text.askedFor}
        options={[
          { value: "self", label: text.self },
          { value: "someone-else", label: text.someoneElse },
        ]}
      />
      <Field
        language={language}
        refused={refused}
        name="name"
        optional
        label={text.name}
        hint={text.nameHint}
        width="medium"
        autocomplete={aboutAnother ? "off" : "name"}
      />
      <Field
        language={language}
        refused={refused}
        name="language"
        optional
        label={text.language}
        hint={text.languageHint}
        width="medium"
      />
      <Checkbox language={language} refused={refused} name="interpreter" value="yes" label={text.interpreter} />
      <Field
        language={language}
        refused={refused}
        name="mail"
        type="email"
        inputmode="email"
        optional
        label={text.mail}
        hint={text.mailHint}
        width="medium"
        autocomplete={aboutAnother ? "off" : "email"}
        dir="ltr"
      />
    </>
  );
}
