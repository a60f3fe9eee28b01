import type { Language } from "../../../kernel/language.ts";
import type { ContactSafety, Resident } from "../../../modules/casework/index.ts";
import { Checkbox, RadioGroup } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import type { Questions } from "./fields.tsx";

/* Who somebody is and how to reach them safely: asked of residents, at the desk, and filled in later by a helper. */

type Props = { language: Language; refused: Refused | undefined; text: Questions };

/** How to reach somebody safely. Nothing is chosen for them, and no answer means no; `given`: what they said before. */
export function SafetyQuestions({ language, refused, text, given }: Props & { given?: ContactSafety }) {
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

type PersonProps = Props & {
  /** Somebody else's: the browser must not fill in the name of whoever types. */
  aboutAnother?: boolean;
  /** What is known already. */
  given?: Pick<Resident, "askedFor" | "name" | "language" | "interpreter" | "mail">;
};

/** What helps to help, and may all stay empty. */
export function ExtraQuestions({ language, refused, text, aboutAnother = false }: Omit<PersonProps, "given">) {
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
      <PersonQuestions language={language} refused={refused} text={text} aboutAnother={aboutAnother} />
    </>
  );
}

/** For whom, and who it is. */
export function PersonQuestions({ language, refused, text, aboutAnother = false, given }: PersonProps) {
  const asked = { language, refused, optional: true } as const;
  return (
    <>
      <RadioGroup
        {...asked}
        name="askedFor"
        legend={text.askedFor}
        value={given?.askedFor}
        options={[
          { value: "self", label: text.self },
          { value: "someone-else", label: text.someoneElse },
        ]}
      />
      <Field
        {...asked}
        name="name"
        label={text.name}
        hint={text.nameHint}
        value={given?.name}
        width="medium"
        autocomplete={aboutAnother ? "off" : "name"}
      />
      <Field
        {...asked}
        name="language"
        label={text.language}
        hint={text.languageHint}
        value={given?.language}
        width="medium"
      />
      <Checkbox
        language={language}
        refused={refused}
        name="interpreter"
        value="yes"
        label={text.interpreter}
        checked={given?.interpreter}
      />
      <Field
        {...asked}
        name="mail"
        type="email"
        inputmode="email"
        label={text.mail}
        hint={text.mailHint}
        value={given?.mail ?? undefined}
        width="medium"
        autocomplete={aboutAnother ? "off" : "email"}
        dir="ltr"
      />
    </>
  );
}
