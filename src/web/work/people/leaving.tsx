import type { Context } from "hono";
import type { StaffMember, StaffTeam } from "../../../modules/access/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { DutyFields } from "./duty-fields.tsx";
import { texts } from "./page.tsx";

type Props = {
  c: Context<Env>;
  member: StaffMember;
  teams: readonly StaffTeam[];
  refused: Refused | undefined;
};

/** Inviting somebody anew, signing them out everywhere, letting them go, and letting them in again. */
export function Leaving({ c, member, teams, refused }: Props) {
  const { language, place } = c.var;
  const text = texts[language];
  const to = (path: string) => workPath(place, `collegas/${member.personId}/${path}`);
  if (member.leftAt !== null)
    return (
      <>
        <p>{text.leftSince(member.leftAt)}</p>
        <p>{text.comeBackLead}</p>
        <Form action={to("weg")} hidden={{ do: "back" }}>
          <DutyFields c={c} teams={teams} refused={refused} />
          <Button look="secondary">{text.comeBack}</Button>
        </Form>
      </>
    );
  // Whoever works for more than one of my organisations leaves them one at a time.
  const organisation = member.duties[0]?.organisationId ?? teams[0]?.organisationId ?? "";
  return (
    <>
      {!member.hasAccount && (
        <>
          <h2>{text.invitation}</h2>
          <Form action={to("uitnodiging")}>
            <Button look="secondary">{text.inviteAgain}</Button>
          </Form>
        </>
      )}
      {member.hasAccount && (
        <>
          <h2>{text.sessions}</h2>
          <p>{text.sessionsLead}</p>
          <Form action={to("sessies")}>
            <Button look="secondary">{text.sessionsEnd}</Button>
          </Form>
        </>
      )}
      <h2>{text.leaving}</h2>
      <Details language={c.var.language} summary={text.leave(member.name)}>
        <p>{text.leavingLead}</p>
        <Form action={to("weg")} hidden={{ organisation, do: "leave" }}>
          <Button look="danger">{text.leaveSend}</Button>
        </Form>
      </Details>
    </>
  );
}
