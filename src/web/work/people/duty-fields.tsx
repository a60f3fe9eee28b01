import type { Context } from "hono";
import { givenRoles, type StaffTeam } from "../../../modules/access/index.ts";
import type { Env } from "../../surroundings.ts";
import { Field } from "../../ui/field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import { texts } from "./page.tsx";

type Props = { c: Context<Env>; teams: readonly StaffTeam[]; refused: Refused | undefined };

/** Which role in which team: for who is new, who is back, and who gets one more. */
export function DutyFields({ c, teams, refused }: Props) {
  const { language } = c.var;
  const text = texts[language];
  return (
    <>
      <Field
        language={language}
        refused={refused}
        name="team"
        type="select"
        label={text.team}
        choose={text.chooseTeam}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field
        language={language}
        refused={refused}
        name="role"
        type="select"
        label={text.role}
        choose={text.chooseRole}
        options={givenRoles.map((role) => ({ value: role, label: sharedWords[language].roles[role] }))}
      />
    </>
  );
}
