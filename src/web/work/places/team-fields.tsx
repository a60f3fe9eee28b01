import type { Context } from "hono";
import { z } from "zod";
import { type Team, teamFunctions } from "../../../modules/access/index.ts";
import { readPhone } from "../../../modules/contact/index.ts";
import { parseForm, readTime } from "../../form.ts";
import type { Env } from "../../surroundings.ts";
import { CheckboxGroup } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import { PhoneField } from "../../ui/phone-field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import { texts as deskTexts } from "../desk/slip.tsx";
import { texts } from "./page.tsx";

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

const typedTeam = {
  teamName: z.string().trim().min(1, { error: "nameMissing" }).max(200, { error: "tooLong" }),
  function: z.enum(teamFunctions, { error: "functionMissing" }),
  phone: z.string().default(""),
  teamMail: z
    .string()
    .trim()
    .pipe(z.email({ error: "mailWrong" }).max(200, { error: "mailWrong" })),
  day: z.array(z.coerce.number().int().min(1).max(7)).min(1, { error: "daysMissing" }),
};

type NewTeam = Omit<Team, "id" | "municipalityId" | "organisation">;

/**
 * A team as it was typed, beside what else stands in the form.
 * @param beside the fields of the other part of the form.
 */
export async function readTeam<Beside extends z.ZodRawShape>(c: Context<Env>, beside: Beside) {
  const { app, language } = c.var;
  const text = texts[language];
  const form = await parseForm(c, z.object({ ...typedTeam, ...beside }), text.problems, ["day"]);
  if (!form.ok) return { ok: false, refused: form.refused } as const;
  const typed = z.object(typedTeam).parse(form.value);
  const refuse = (field: string, sentence: string) => ({ ok: false, refused: form.refuse(field, sentence) }) as const;
  const phone = readPhone(typed.phone, app.config.mode !== "production");
  if (!phone.ok) return refuse("phone", deskTexts[language].problems[phone.problem]);
  const [from, until] = [readTime(form.values, "from"), readTime(form.values, "until")];
  if (!from.ok) return refuse("from", text.problems.timeMissing);
  if (!until.ok) return refuse("until", text.problems.timeMissing);
  if (until.value <= from.value) return refuse("until", text.problems.untilBefore);
  const team: NewTeam = {
    name: typed.teamName,
    function: typed.function,
    callingNumber: phone.phone,
    mail: typed.teamMail,
    officeHours: typed.day.toSorted().map((weekday) => ({ weekday, from: from.value, until: until.value })),
    closingDays: new Set(),
  };
  return { ok: true, value: form.value, team } as const;
}

export function TeamFields({ c, refused }: { c: Context<Env>; refused: Refused | undefined }) {
  const { language } = c.var;
  const text = texts[language];
  const question = { language, refused };
  return (
    <>
      <Field {...question} name="teamName" label={text.teamName} maxlength={200} autocomplete="off" />
      <Field
        {...question}
        name="function"
        type="select"
        label={text.function}
        choose={text.chooseFunction}
        options={teamFunctions.map((what) => ({ value: what, label: text.functions[what] }))}
      />
      <PhoneField {...question} label={text.callingNumber} hint={text.callingHint} autocomplete="off" />
      <Field {...question} name="teamMail" type="email" label={text.teamMail} maxlength={200} dir="ltr" />
      <CheckboxGroup
        {...question}
        name="day"
        legend={text.days}
        compact
        options={weekdays.map((day) => ({ value: String(day), label: sharedWords[language].weekday(day) }))}
      />
      <Field {...question} name="from" label={text.from} width="short" inputmode="numeric" maxlength={5} />
      <Field {...question} name="until" label={text.until} width="short" inputmode="numeric" maxlength={5} />
    </>
  );
}
