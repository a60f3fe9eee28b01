import type { Handler } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { listStaff, type StaffMember, type StaffTeam } from "../../../modules/access/index.ts";
import { workPath } from "../../place.ts";
import { takeSaid } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Lead, Warn } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { nl, type PeopleText } from "./nl.ts";
import { StaffNotice } from "./said.tsx";

export const texts: Translated<PeopleText> = { nl, en };

/** Who works for the organisations that I administer: by team, with who stands in for whom. */
export const peoplePage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const staff = await listStaff(ctx);
  if (staff === undefined) return c.notFound();
  const { teams, people } = staff;
  const here = new Set(teams.map(({ id }) => id));
  const elsewhere = people.filter(
    ({ leftAt, duties }) => leftAt === null && !duties.some(({ teamId }) => here.has(teamId)),
  );
  const gone = people.filter(({ leftAt }) => leftAt !== null);
  const alone = people.flatMap(({ duties }) => duties).filter(({ deputyId }) => deputyId === null).length;
  const toPerson = ({ personId }: StaffMember) => workPath(place, `collegas/${personId}`);

  const inTeam = (team: StaffTeam) => {
    const members = people.filter(({ duties }) => duties.some(({ teamId }) => teamId === team.id));
    if (members.length === 0) return <p>{text.nobody}</p>;
    const dutiesOf = ({ duties }: StaffMember) => duties.filter(({ teamId }) => teamId === team.id);
    return (
      <DataTable
        language={language}
        caption={text.people(team.name)}
        captionHidden
        rows={members}
        count={text.count(members.length)}
        columns={[
          {
            head: text.columns.name,
            cell: (member) => (
              <a href={toPerson(member)}>
                <bdi>{member.name}</bdi>
              </a>
            ),
          },
          {
            head: text.columns.roles,
            cell: (member) =>
              dutiesOf(member)
                .map(({ role }) => sharedWords[language].roles[role])
                .join(", "),
          },
          {
            head: text.columns.deputy,
            cell: (member) => {
              const duties = dutiesOf(member);
              // Which deputy is for which duty, when there is more than one.
              return duties.map(({ role, deputyId }) => {
                const name = people.find(({ personId }) => personId === deputyId)?.name;
                return (
                  <div>
                    {duties.length > 1 && `${sharedWords[language].roles[role]}: `}
                    {name === undefined ? <Warn>{text.noDeputy}</Warn> : <bdi>{name}</bdi>}
                  </div>
                );
              });
            },
          },
          { head: text.columns.account, cell: (member) => accountOf(member, text) },
        ]}
      />
    );
  };

  return c.html(
    <WorkFrame c={c} title={text.title} section="people" counts={await navCounts(c)}>
      <StaffNotice said={takeSaid(c)} text={text} />
      <h1>{text.title}</h1>
      <Lead>{text.lead}</Lead>
      <Buttons>
        <LinkButton href={workPath(place, "collegas/nieuw")}>{text.add}</LinkButton>
      </Buttons>
      {alone > 0 && <Notice kind="warning">{text.alone(alone)}</Notice>}
      {teams.map((team) => (
        <>
          <h2>{team.name}</h2>
          {inTeam(team)}
        </>
      ))}
      {elsewhere.length > 0 && (
        <>
          <h2>{text.elsewhere}</h2>
          <ul>
            {elsewhere.map((member) => (
              <li>
                <a href={toPerson(member)}>{member.name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {gone.length > 0 && (
        <>
          <h2>{text.gone}</h2>
          <ul>
            {gone.map((member) => (
              <li>
                <a href={toPerson(member)}>{member.leftAt !== null && text.goneSince(member.name, member.leftAt)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </WorkFrame>,
  );
};

function accountOf({ hasAccount, invitedUntil }: StaffMember, text: PeopleText): string {
  if (hasAccount) return text.hasAccount;
  return invitedUntil === null ? text.noAccount : text.invitedUntil(invitedUntil);
}
