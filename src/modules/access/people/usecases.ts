import { as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { record } from "../../../kernel/event.ts";
import { fingerprint, hashOf, newId } from "../../../kernel/id.ts";
import { type Translated, textIn } from "../../../kernel/language.ts";
import type { Mail } from "../../../kernel/mail.ts";
import { givenRoles, type TeamRole } from "../role.ts";
import * as access from "../store.ts";
import { organisationsWhere } from "../usecases.ts";
import { en } from "./en.ts";
import { nl, type PeopleText } from "./nl.ts";
import type { Skill, SkillName } from "./skill.ts";
import { invitationLength, leavesNoAdmin, type StaffDuty, type StaffMember, type StaffTeam } from "./staff.ts";
import * as store from "./store.ts";

const texts: Translated<PeopleText> = { nl, en };

/** Everybody of the organisations that the actor administers, with the teams those have here; undefined when none. */
export type Staff = { teams: StaffTeam[]; people: StaffMember[] };

export const listStaff = (ctx: Ctx): Promise<Staff | undefined> => {
  const organisationIds = organisationsWhere(ctx, "people.manage");
  return organisationIds.length === 0
    ? Promise.resolve(undefined)
    : reading(ctx, (ctx) => gather(ctx, organisationIds));
};

async function gather(ctx: Inside, organisationIds: string[]): Promise<Staff> {
  const people = await store.listPeople(ctx.db, organisationIds);
  const duties = Map.groupBy(await store.listDuties(ctx.db, organisationIds), ({ personId }) => personId);
  const ids = people.map(({ personId }) => personId);
  const skills = Map.groupBy(await store.listSkills(ctx.db, ids), ({ personId }) => personId);
  return {
    teams: await store.listTeams(ctx.db, ctx.municipalityId, organisationIds),
    people: people.map((person) => ({
      ...person,
      duties: duties.get(person.personId) ?? [],
      skills: skills.get(person.personId) ?? [],
    })),
  };
}

export type StaffChange = "done" | "gone" | "lastAdmin" | "notHere" | "hasIt";

/** Does something to somebody of an organisation that the actor administers; for others there is nobody. */
function withMember(
  ctx: Ctx,
  personId: string,
  act: (ctx: Inside, staff: Staff & { member: StaffMember }) => Promise<StaffChange>,
): Promise<StaffChange> {
  const organisationIds = organisationsWhere(ctx, "people.manage");
  if (organisationIds.length === 0) return Promise.resolve("gone");
  return inTransaction(ctx, async (ctx) => {
    await lockAll(ctx, organisationIds);
    const staff = await gather(ctx, organisationIds);
    const member = staff.people.find((person) => person.personId === personId);
    return member === undefined ? "gone" : act(ctx, { ...staff, member });
  });
}

/** Two administrators wait for each other, always in the same order. */
async function lockAll(ctx: Inside, organisationIds: readonly string[]): Promise<void> {
  for (const organisationId of organisationIds.toSorted()) await store.lockOrganisation(ctx.db, organisationId);
}

const dutiesOf = (people: readonly StaffMember[], organisationId: string) =>
  people.flatMap(({ personId, duties }) =>
    duties
      .filter((duty) => duty.organisationId === organisationId)
      .map(({ role, teamId }) => ({ personId, role, teamId })),
  );

/** Gives somebody a role in a team of the same organisation, with who stands in for them. */
export const giveDuty = (
  ctx: Ctx,
  personId: string,
  given: { teamId: string; role: TeamRole; deputyId: string | null },
): Promise<StaffChange> =>
  withMember(ctx, personId, async (ctx, { teams, people, member }) => {
    if (!givenRoles.includes(given.role) || member.leftAt !== null) return "notHere";
    if (!teams.some(({ id }) => id === given.teamId)) return "notHere";
    if (!mayStandIn(people, personId, given.deputyId)) return "notHere";
    const isNew = await store.insertDuty(ctx.db, { ...given, municipalityId: ctx.municipalityId, personId });
    if (!isNew) return "hasIt";
    await record(ctx, "access.dutyGiven", personId, { role: given.role, teamId: given.teamId });
    return "done";
  });

/** A deputy is a colleague of the same organisation, and somebody else. */
const mayStandIn = (people: readonly StaffMember[], personId: string, deputyId: string | null): boolean =>
  deputyId === null ||
  (deputyId !== personId && people.some((each) => each.personId === deputyId && each.leftAt === null));

/** Takes a role away again; the last administrator of an organisation keeps theirs. */
export const takeDuty = (
  ctx: Ctx,
  personId: string,
  taken: { municipalityId: string; teamId: string; role: TeamRole },
): Promise<StaffChange> =>
  withMember(ctx, personId, async (ctx, { people, member }) => {
    const duty = findDuty(member, taken);
    if (duty === undefined || !givenRoles.includes(taken.role)) return "gone";
    const isThis = (each: { personId: string; role: TeamRole; teamId?: string }) =>
      each.personId === personId && each.role === taken.role && each.teamId === taken.teamId;
    if (leavesNoAdmin(dutiesOf(people, duty.organisationId), isThis)) return "lastAdmin";
    if (!(await store.deleteDuty(ctx.db, { ...taken, personId }))) return "gone";
    await record(ctx, "access.dutyTaken", personId, { role: taken.role, teamId: taken.teamId });
    return "done";
  });

const findDuty = (
  member: StaffMember,
  wanted: { municipalityId: string; teamId: string; role: TeamRole },
): StaffDuty | undefined =>
  member.duties.find(
    ({ municipalityId, teamId, role }) =>
      municipalityId === wanted.municipalityId && teamId === wanted.teamId && role === wanted.role,
  );

/** Who stands in for somebody in a duty of theirs; null: nobody yet. */
export const setDeputy = (
  ctx: Ctx,
  personId: string,
  duty: { municipalityId: string; teamId: string; role: TeamRole; deputyId: string | null },
): Promise<StaffChange> =>
  withMember(ctx, personId, async (ctx, { people, member }) => {
    if (findDuty(member, duty) === undefined) return "gone";
    if (!mayStandIn(people, personId, duty.deputyId)) return "notHere";
    if (!(await store.updateDeputy(ctx.db, { ...duty, personId }))) return "gone";
    await record(ctx, "access.deputySet", personId, { role: duty.role, teamId: duty.teamId });
    return "done";
  });

/** What somebody learned and since when; without `since` they have it no longer. */
export const changeSkill = (
  ctx: Ctx,
  personId: string,
  skill: Skill | { skill: SkillName; since: null },
): Promise<StaffChange> =>
  withMember(ctx, personId, async (ctx) => {
    await (skill.since === null
      ? store.deleteSkill(ctx.db, personId, skill.skill)
      : store.setSkill(ctx.db, personId, skill));
    await record(ctx, "access.skillChanged", personId, { skill: skill.skill });
    return "done";
  });

/**
 * Somebody leaves the organisation: every duty in it ends at once, and no provider gives them one again. What they had
 * taken goes back to their team (promises), which hears of it by the event.
 */
export const leaveOrganisation = (ctx: Ctx, personId: string, organisationId: string): Promise<StaffChange> =>
  withMember(ctx, personId, async (ctx, { people, member }) => {
    if (!organisationsWhere(ctx, "people.manage").includes(organisationId) || member.leftAt !== null) return "gone";
    if (member.duties.some(({ role }) => role === "platform-admin")) return "notHere";
    if (leavesNoAdmin(dutiesOf(people, organisationId), (duty) => duty.personId === personId)) return "lastAdmin";
    await store.insertLeft(ctx.db, personId, organisationId, ctx.now);
    await store.deleteInvitation(ctx.db, personId);
    await store.dropDeputy(ctx.db, personId, organisationId);
    await store.deleteDuties(ctx.db, personId, organisationId);
    await record(ctx, "access.personLeft", personId, { organisationId });
    return "done";
  });

/** Somebody who left is welcome again, with a first duty: whoever has none is nobody's. */
export const comeBackToOrganisation = (
  ctx: Ctx,
  personId: string,
  first: { teamId: string; role: TeamRole },
  secret: string,
): Promise<StaffChange> =>
  withMember(ctx, personId, async (ctx, { teams, member }) => {
    const team = teams.find(({ id }) => id === first.teamId);
    if (member.leftAt === null) return "gone";
    if (team === undefined || !givenRoles.includes(first.role)) return "notHere";
    const { teamId, role } = first;
    await store.insertDuty(ctx.db, { municipalityId: ctx.municipalityId, teamId, personId, role, deputyId: null });
    await store.deleteLeft(ctx.db, personId, team.organisationId);
    await record(ctx, "access.personBack", personId, { organisationId: team.organisationId });
    await record(ctx, "access.dutyGiven", personId, { role, teamId });
    if (!member.hasAccount) await invite(ctx, personId, team.organisationId, secret);
    return "done";
  });

/** Adds a colleague by hand, with their first duty, and invites them to tie their account to it. */
export function addColleague(
  ctx: Ctx,
  added: { name: string; mail: string; teamId: string; role: TeamRole; deputyId: string | null },
  secret: string,
): Promise<{ kind: "added"; personId: string } | { kind: "notHere" | "isThere" }> {
  const organisationIds = organisationsWhere(ctx, "people.manage");
  if (organisationIds.length === 0 || !givenRoles.includes(added.role)) return Promise.resolve({ kind: "notHere" });
  return inTransaction(ctx, async (ctx) => {
    await lockAll(ctx, organisationIds);
    const { teams, people } = await gather(ctx, organisationIds);
    const team = teams.find(({ id }) => id === added.teamId);
    // Whoever is new is not a colleague yet: nobody stands in for themselves.
    if (team === undefined || !mayStandIn(people, "", added.deputyId)) return { kind: "notHere" };
    // Also somebody who left: they are welcome again on their own page.
    if (people.some(({ mail }) => mail?.toLowerCase() === added.mail.toLowerCase())) return { kind: "isThere" };
    const personId = await addAndInvite(ctx, { ...added, organisationId: team.organisationId }, secret);
    return { kind: "added", personId };
  });
}

/** Somebody new with their first duty, and the invitation; whether the actor may is asked by whoever calls this. */
export async function addAndInvite(
  ctx: Inside,
  { name, mail, teamId, organisationId, role, deputyId }: NewColleague,
  secret: string,
): Promise<string> {
  const personId = newId();
  await access.insertPerson(ctx.db, { id: personId, name, mail });
  await record(ctx, "access.personAdded", personId, {});
  await access.insertMember(ctx.db, { municipalityId: ctx.municipalityId, teamId, personId, role, deputyId });
  await record(ctx, "access.dutyGiven", personId, { role, teamId });
  await invite(ctx, personId, organisationId, secret);
  return personId;
}

type NewColleague = {
  name: string;
  mail: string;
  teamId: string;
  organisationId: string;
  role: TeamRole;
  deputyId: string | null;
};

/** Sends an invitation anew: the one before it holds no longer. Nobody who has an account needs one. */
export const inviteAgain = (ctx: Ctx, personId: string, secret: string): Promise<StaffChange> =>
  withMember(ctx, personId, async (ctx, { member }) => {
    const organisationId = member.duties[0]?.organisationId;
    if (member.hasAccount || organisationId === undefined || member.mail === null) return "notHere";
    await invite(ctx, personId, organisationId, secret);
    return "done";
  });

/** Signs somebody out everywhere, at once: a laptop was lost, or somebody else signs in as them. They can sign in again. */
export const endSessionsOf = (ctx: Ctx, personId: string): Promise<StaffChange> =>
  withMember(ctx, personId, async (ctx) => {
    const ended = await store.deleteSessionsOf(ctx.db, personId);
    await record(ctx, "access.sessionsEnded", personId, { ended });
    return "done";
  });

/** What stands in the link of an invitation: nobody can make one without the secret of the installation. */
const invitationWord = (secret: string, personId: string, endsAt: string): string =>
  fingerprint(secret, `invitation:${personId}:${endsAt}`);

async function invite(ctx: Inside, personId: string, organisationId: string, secret: string): Promise<void> {
  const endsAt = ctx.now.add(invitationLength);
  const tokenHash = hashOf(invitationWord(secret, personId, endsAt.toString()));
  await store.setInvitation(ctx.db, { personId, organisationId, tokenHash, endsAt });
  const [team] = await store.listTeams(ctx.db, ctx.municipalityId, [organisationId]);
  if (team === undefined) throw new Error("Somebody was invited by an organisation without a team here.");
  await record(ctx, "access.invited", personId, {
    personId,
    organisationId,
    teamId: team.id,
    endsAt: endsAt.toString(),
  });
}

/** The mail to somebody who was invited, as long as they are; its link holds the one word that opens the way in. */
export async function invitationMail(
  ctx: Ctx,
  { personId, teamId, endsAt }: { personId: string; teamId: string; endsAt: string },
  given: { secret: string; invitationLink: string },
): Promise<Mail | undefined> {
  const word = invitationWord(given.secret, personId, endsAt);
  const found = await reading(as(ctx, { kind: "system", purpose: "provisioning" }), async (ctx) => ({
    invitation: await store.findInvitation(ctx.db, hashOf(word)),
    person: await store.findMail(ctx.db, personId),
  }));
  const { invitation, person } = found;
  if (invitation === undefined || person?.mail == null) return undefined;
  const text = textIn(texts, person.language);
  return {
    key: `invited:${personId}:${endsAt}`,
    teamId,
    caseId: null,
    to: person.mail,
    ...text.invited(invitation.organisationName, `${given.invitationLink}/${word}`, invitation.endsAt),
  };
}

/** Who invites whom, for whoever holds the word of an invitation that still runs. */
export const findInvitation = (
  ctx: Ctx,
  word: string,
): Promise<{ organisationName: string; name: string } | undefined> =>
  reading(as(ctx, { kind: "system", purpose: "provisioning" }), async (ctx) => {
    const found = await store.findInvitation(ctx.db, hashOf(word));
    if (found === undefined || Temporal.Instant.compare(ctx.now, found.endsAt) >= 0) return undefined;
    const person = await store.findMail(ctx.db, found.personId);
    return { organisationName: found.organisationName, name: person?.name ?? "" };
  });
