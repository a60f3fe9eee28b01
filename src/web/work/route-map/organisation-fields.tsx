import type { Context } from "hono";
import { type profileTexts, stateOf, type Words } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { Badge, Badges } from "../../ui/card.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { texts } from "./texts.ts";

type Props = {
  c: Context<Env>;
  name: (typeof profileTexts)[number];
  words: Words;
  refused: Refused | undefined;
};

/** The Dutch, and folded away the English with how it stands to the Dutch; open when something is wrong there. */
export function ProfileTextField({ c, name, words, refused }: Props) {
  const { language } = c.var;
  const text = texts[language];
  const label = text.profileLabels[name];
  const question = { language, refused };
  const state = stateOf(words, "en");
  return (
    <>
      <Field
        {...question}
        name={name}
        type="textarea"
        rows={4}
        optional
        label={label}
        hint={text.profileHints[name]}
        value={words.nl}
      />
      <Details
        language={language}
        summary={text.english(label)}
        open={state === "outdated" || refused?.errors[`${name}-en`] !== undefined}
      >
        <Badges>
          <Badge kind={state === "reviewed" ? "yes" : "neutral"}>{text.translationStates[state]}</Badge>
        </Badges>
        <Field
          {...question}
          name={`${name}-en`}
          type="textarea"
          rows={4}
          optional
          label={text.english(label)}
          value={words.en}
        />
        <RadioGroup
          {...question}
          name={`${name}-state`}
          legend={text.howItStands}
          value={state === "missing" ? "reviewed" : state}
          options={(["reviewed", "draft", "outdated"] as const).map((value) => ({
            value,
            label: text.translationStates[value],
          }))}
        />
      </Details>
    </>
  );
}
