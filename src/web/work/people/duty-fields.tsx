import type { Context } from "hono";
import { z } from "zod";
import { givenRoles, type StaffDuty, type StaffMember, type StaffTeam } from "../../../modules/access/index.ts";
import type { Env } from "../../surroundings.ts";
import { Field, type Option } from "../../ui/field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import { texts } from "./page.tsx";

/** Who may stand in for somebody: colleagues who are still there, but for themselves. */
export const deputiesFor = (people: readonly StaffMember[], personId?: string): Option[] =>
  people
    .filter((each) => each.personId !== personId && each.leftAt === null)
    .map((each) => ({ value: each.personId, label: each.name }));

/** What the box for a deputy sends; null: nobody yet. */
export const deputyOf = z
  .union([z.uuid(), z.literal("")])
  .default("")
  .transform((id) => (id === "" ? null : id));

/** The name of the box for the deputy of one duty: a page holds several. */
export const deputyBox = ({ teamId, role }: Pick<StaffDuty, "teamId" | "role">): string => `deputy-${teamId}-${role}`;

/** `of`: the duty that is theirs already; without it the box is for a new one. */
type DeputyProps = {
  c: Context<Env>;
  deputies: readonly Option[];
  refused?: Refused | undefined;
  of?: StaffDuty;
};

/** Every duty has a deputy, or is on the list of those without. */
export function DeputyField({ c, deputies, refused, of }: DeputyProps) {
  const { language } = c.var;
  const text = texts[language];
  const hint = of === undefined ? text.deputyHint : of.role === "team-lead" ? text.leadDeputyHint : undefined;
  return (
    <Field
      language={language}
      refused={refused}
      name={of === undefined ? "deputy" : deputyBox(of)}
      type="select"
      label={text.deputy}
      hint={hint}
      choose={text.nobodyYet}
      optional
      options={deputies}
      value={of?.deputyId ?? undefined}
    />
  );
}

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
