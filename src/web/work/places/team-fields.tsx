import type { Context } from "hono";
import { z } from "zod";
import type { WeekHours } from "../../../kernel/hours.ts";
import { type Team, teamFunctions } from "../../../modules/access/index.ts";
import { readPhone, sayPhone } from "../../../modules/contact/index.ts";
import { parseForm, readTime } from "../../form.ts";
import type { Env } from "../../surroundings.ts";
import { CheckboxGroup } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import { PhoneField } from "../../ui/phone-field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import type { PlacesText } from "./nl.ts";
import { texts } from "./page.tsx";

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

const typedTeam = {
  teamName: z.string().trim().min(1, { error: "teamNameMissing" }).max(200, { error: "teamNameTooLong" }),
  function: z.enum(teamFunctions, { error: "functionMissing" }),
  phone: z.string().default(""),
  teamMail: z
    .string()
    .trim()
    .pipe(z.email({ error: "teamMailWrong" }).max(200, { error: "teamMailWrong" })),
  day: z.array(z.coerce.number().int().min(1).max(7)),
};
/** As they stand on the page, from top to bottom: so do the errors above it. */
const teamFields = [...Object.keys(typedTeam), "from", "until"];

/**
 * A team as it was typed, below what else stands in the form; all that is wrong with it at once, in the order of the page.
 * @param above the fields of the other part of the form.
 * @param before the team that is changed.
 */
export async function readTeam<Above extends z.ZodRawShape>(c: Context<Env>, above: Above, before?: Team) {
  const { app, language } = c.var;
  const { problems } = texts[language];
  const form = await parseForm(c, z.object({ ...above, ...typedTeam }), problems, ["day"]);
  const values = form.ok ? form.values : form.refused.values;
  const phone = readPhone(String(values.phone ?? ""), app.config.mode !== "production");
  const hours = readHours(values, problems, before);
  const wrong: Refused["errors"] = {
    ...(form.ok ? {} : form.refused.errors),
    ...(phone.ok ? {} : { phone: problems[phone.problem] }),
    ...(hours.ok ? {} : hours.errors),
  };
  if (!form.ok || !phone.ok || !hours.ok) {
    const order = [...Object.keys(above), ...teamFields];
    const errors = Object.fromEntries(
      order.flatMap((name) => (wrong[name] === undefined ? [] : [[name, wrong[name]]])),
    );
    return { ok: false, refused: { values, errors } } as const;
  }
  const typed = z.object(typedTeam).parse(form.value);
  const team = {
    name: typed.teamName,
    function: typed.function,
    callingNumber: phone.phone,
    mail: typed.teamMail,
    officeHours: hours.hours,
  };
  return { ok: true, value: form.value, team, refuse: form.refuse } as const;
}

type ReadHours = { ok: true; hours: WeekHours } | { ok: false; errors: Refused["errors"] };

/** The same times on each of these days; of a team with other times on other days, empty is as they are. */
function readHours(values: Refused["values"], problems: PlacesText["problems"], before: Team | undefined): ReadHours {
  const days = [values.day ?? []].flat().map(Number);
  const [from, until] = [readTime(values, "from"), readTime(values, "until")];
  const isMissing = (time: typeof from) => !time.ok && time.problem === "missing";
  if (before !== undefined && plainHours(before) === undefined && days.length === 0)
    if (isMissing(from) && isMissing(until)) return { ok: true, hours: before.officeHours };
  if (days.length > 0 && from.ok && until.ok && from.value < until.value)
    return {
      ok: true,
      hours: days.toSorted().map((weekday) => ({ weekday, from: from.value, until: until.value })),
    };
  return {
    ok: false,
    errors: {
      ...(days.length === 0 ? { day: problems.daysMissing } : {}),
      ...(from.ok ? {} : { from: problems.fromMissing }),
      ...(until.ok ? {} : { until: problems.untilMissing }),
      ...(from.ok && until.ok && until.value <= from.value ? { until: problems.untilBefore } : {}),
    },
  };
}

/** The days and the one pair of times of this team, as the form asks for them; undefined when days differ. */
function plainHours({ officeHours }: Team): { days: string[]; from: string; until: string } | undefined {
  const [first] = officeHours;
  const days = new Set(officeHours.map(({ weekday }) => String(weekday)));
  const isSame = officeHours.every(({ from, until }) => from === first?.from && until === first.until);
  return first !== undefined && isSame && days.size === officeHours.length
    ? { days: [...days], from: first.from, until: first.until }
    : undefined;
}

type Props = { c: Context<Env>; team?: Team | undefined; refused: Refused | undefined };

export function TeamFields({ c, team, refused }: Props) {
  const { language } = c.var;
  const text = texts[language];
  const question = { language, refused };
  const plain = team && plainHours(team);
  const differs = team !== undefined && plain === undefined;
  return (
    <>
      <Field
        {...question}
        name="teamName"
        label={text.teamName}
        value={team?.name}
        maxlength={200}
        autocomplete="off"
      />
      <Field
        {...question}
        name="function"
        type="select"
        label={text.function}
        choose={text.chooseFunction}
        value={team?.function}
        options={teamFunctions.map((what) => ({ value: what, label: text.functions[what] }))}
      />
      <PhoneField
        {...question}
        label={text.callingNumber}
        hint={text.callingHint}
        value={team && sayPhone(team.callingNumber)}
        autocomplete="off"
      />
      <Field
        {...question}
        name="teamMail"
        type="email"
        label={text.teamMail}
        value={team?.mail}
        maxlength={200}
        dir="ltr"
      />
      <CheckboxGroup
        {...question}
        name="day"
        legend={text.days}
        hint={differs ? text.hoursDiffer(sharedWords[language].hours(team.officeHours)) : undefined}
        optional={differs}
        compact
        values={plain?.days}
        options={weekdays.map((day) => ({ value: String(day), label: sharedWords[language].weekday(day) }))}
      />
      <Field
        {...question}
        name="from"
        label={text.from}
        optional={differs}
        value={plain?.from}
        width="short"
        inputmode="numeric"
        maxlength={5}
      />
      <Field
        {...question}
        name="until"
        label={text.until}
        optional={differs}
        value={plain?.until}
        width="short"
        inputmode="numeric"
        maxlength={5}
      />
    </>
  );
}
