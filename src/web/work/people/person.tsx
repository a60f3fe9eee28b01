import type { Context, Handler } from "hono";
import { z } from "zod";
import { dayOf, sayDay } from "../../../kernel/day.ts";
import { listStaff, type StaffDuty, type StaffMember, skills } from "../../../modules/access/index.ts";
import { workPath } from "../../place.ts";
import { takeSaid } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DateField } from "../../ui/choice.tsx";
import { Details } from "../../ui/details.tsx";
import { Field, type Option } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead, Small } from "../../ui/text.tsx";
import { capital } from "../../words/parts.ts";
import { sharedWords } from "../../words/words.ts";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { DeputyField, DutyFields, deputiesFor } from "./duty-fields.tsx";
import { Leaving } from "./leaving.tsx";
import { texts } from "./page.tsx";
import { StaffNotice } from "./said.tsx";

export const personPage: Handler<Env> = (c) => showPerson(c);

type Props = { c: Context<Env>; member: StaffMember; refused: Refused | undefined };

/** One colleague: what they do and who stands in, what they learned, and leaving. */
export async function showPerson(c: Context<Env>, refused?: Refused): Promise<Response> {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const id = z.uuid().safeParse(c.req.param("id"));
  const staff = id.success ? await listStaff(ctx) : undefined;
  const member = staff?.people.find(({ personId }) => personId === id.data);
  if (staff === undefined || member === undefined) return c.notFound();
  const deputies = deputiesFor(staff.people, member.personId);
  const here = new Set(staff.teams.map((team) => team.id));
  const page = (
    <WorkFrame c={c} title={text.title} section="people" counts={await navCounts(c)} refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      <StaffNotice said={takeSaid(c)} text={text} />
      <h1>
        <bdi>{member.name}</bdi>
      </h1>
      {member.mail !== null && <Lead>{member.mail}</Lead>}
      {member.leftAt === null && (
        <>
          <h2>{text.duties}</h2>
          {member.duties.length === 0 && <p>{text.noDuties}</p>}
          {member.duties.map((duty) => (
            <DutyCard c={c} member={member} duty={duty} deputies={deputies} isHere={here.has(duty.teamId)} />
          ))}
          <Card level={3} title={text.give}>
            <Form action={workPath(place, `collegas/${member.personId}/taak`)} hidden={{ do: "give" }}>
              <DutyFields c={c} teams={staff.teams} refused={refused} />
              <DeputyField c={c} deputies={deputies} refused={refused} />
              <Button look="secondary">{text.giveSend}</Button>
            </Form>
          </Card>
          <Skills c={c} member={member} refused={refused} />
        </>
      )}
      <Leaving c={c} member={member} teams={staff.teams} refused={refused} />
      <p>
        <a href={workPath(place, "collegas")}>{text.back}</a>
      </p>
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}

type DutyProps = Omit<Props, "refused"> & { duty: StaffDuty; deputies: Option[]; isHere: boolean };

function DutyCard({ c, member, duty, deputies, isHere }: DutyProps) {
  const { language, place } = c.var;
  const text = texts[language];
  const action = workPath(place, `collegas/${member.personId}/taak`);
  const about = { municipality: duty.municipalityId, team: duty.teamId, role: duty.role };
  const fixed = duty.role === "platform-admin";
  return (
    <Card level={3} title={capital(text.duty(sharedWords[language].roles[duty.role], duty.teamName))}>
      {!isHere && <p>{duty.municipalityName}</p>}
      <Form action={action} hidden={{ ...about, do: "deputy" }}>
        <DeputyField c={c} deputies={deputies} of={duty} />
        <Button tight look="secondary">
          {text.saveDeputy}
        </Button>
      </Form>
      {duty.byProvider && <Small>{text.fromProvider}</Small>}
      {fixed ? (
        <Small>{text.keepsPlatform}</Small>
      ) : (
        <Details language={language} summary={text.take}>
          <p>{text.takeLead(member.name)}</p>
          <Form action={action} hidden={{ ...about, do: "take" }}>
            <Button tight look="danger">
              {text.takeSend}
            </Button>
          </Form>
        </Details>
      )}
    </Card>
  );
}

function Skills({ c, member, refused }: Props) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const action = workPath(place, `collegas/${member.personId}/vaardigheid`);
  const isOver = (until: string | null) => until !== null && until < dayOf(ctx.now).toString();
  const say = (day: string) => sayDay(Temporal.PlainDate.from(day), language, dayOf(ctx.now));
  return (
    <>
      <h2>{text.skills}</h2>
      {member.skills.length === 0 && <p>{text.noSkills}</p>}
      {member.skills.map(({ skill, since, until }) => (
        <Form action={action} hidden={{ skill, do: "drop" }}>
          <p>{text.skillLine(text.skillNames[skill], say(since), until === null ? null : say(until), isOver(until))}</p>
          <Button tight look="subtle">
            {text.skillDrop}
          </Button>
        </Form>
      ))}
      <Form action={action} hidden={{ do: "set" }}>
        <Field
          language={language}
          refused={refused}
          name="skill"
          type="select"
          label={text.skill}
          choose={text.chooseSkill}
          options={skills.map((skill) => ({ value: skill, label: text.skillNames[skill] }))}
        />
        <DateField language={language} refused={refused} name="since" legend={text.since} />
        <DateField language={language} refused={refused} name="until" legend={text.until} optional />
        <Button look="secondary">{text.skillSave}</Button>
      </Form>
    </>
  );
}
