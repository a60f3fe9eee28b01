import { as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { record } from "../../../kernel/event.ts";
import { hashOf, newId, newToken } from "../../../kernel/id.ts";
import { deleteInvitation, findInvitation, findMail, hasLeft } from "../people/store.ts";
import type { SignedIn } from "../person.ts";
import * as people from "../store.ts";
import { type Claims, knownAs, type TeamRule, teamsOf } from "./identity.ts";
import { endOf, idleSince, type OwnSession, sessionIsOver, sessionLength } from "./session.ts";
import * as store from "./store.ts";

const signIn = { kind: "system", purpose: "sign-in" } as const;
const provisioning = { kind: "system", purpose: "provisioning" } as const;

/** A person for this identity of a provider: for people who are added by hand, as those of the example world are. */
export const addIdentity = (ctx: Inside, identity: Parameters<typeof store.insertIdentity>[1]) =>
  store.insertIdentity(ctx.db, identity);

/** An identity provider as the rules of signing in see it; how to reach it is in config/identity-providers.ts. */
export type Provider = { key: string; organisationId: string | null; teams: readonly TeamRule[] };

export type SignInOutcome =
  /** `isNew`: with an invitation, just now. */
  | { kind: "signedIn"; token: string; isNew: boolean }
  /** The provider knows them, but nobody here gave them a team. */
  | { kind: "noTeam" }
  /** They came with an invitation that was mailed to another address than their account has. */
  | { kind: "otherMail" }
  /** They came with an invitation, and have an account here that belongs to somebody else. */
  | { kind: "otherAccount" };

/**
 * Signs in whoever the provider says this is. With rules for teams, the provider's claims give and take the teams of its
 * own organisation; without rules, only people who were added by hand come in. The session's token is for the cookie.
 */
export function signInWith(
  ctx: Ctx,
  provider: Provider,
  given: { claims: Claims; idToken: string | null; device: string; invitation?: string | undefined },
): Promise<SignInOutcome> {
  return inTransaction(as(ctx, provisioning), async (ctx) => {
    const known = knownAs(given.claims);
    if (known === undefined) return { kind: "noTeam" };
    await store.lockIdentity(ctx.db, provider.key, known.subject);
    const account = await store.findIdentity(ctx.db, provider.key, known.subject);
    const invitation = await findOpenInvitation(ctx, given.invitation);
    if (invitation !== undefined) {
      // Nothing is tied to anybody by a link that was passed on: one account would be two people.
      if (account !== undefined && account !== invitation.personId) return { kind: "otherAccount" };
      if (account === undefined && isOtherMail(invitation.mail, known.mail)) return { kind: "otherMail" };
    }
    const accepted =
      account === undefined && invitation !== undefined
        ? await acceptInvitation(ctx, provider, known.subject, invitation)
        : undefined;
    const before = account ?? accepted;
    const left =
      before !== undefined && provider.organisationId !== null
        ? await hasLeft(ctx.db, before, provider.organisationId)
        : false;
    const teams = left ? [] : teamsOf(given.claims, provider.teams);
    if (before === undefined && teams.length === 0) return { kind: "noTeam" };
    const personId = before ?? newId();
    if (before === undefined) {
      await people.insertPerson(ctx.db, { id: personId, name: known.name, mail: known.mail });
      await store.insertIdentity(ctx.db, { provider: provider.key, subject: known.subject, personId });
    }
    if (provider.organisationId !== null && provider.teams.length > 0) {
      if (before !== undefined) await store.updatePerson(ctx.db, { id: personId, name: known.name, mail: known.mail });
      await store.setGivenTeams(ctx.db, personId, { ...provider, organisationId: provider.organisationId }, teams);
    }
    if ((await people.listMemberships(ctx.db, personId)).length === 0) return { kind: "noTeam" };
    const token = newToken();
    await store.insertSession(ctx.db, {
      tokenHash: hashOf(token),
      personId,
      beganAt: ctx.now,
      endsAt: ctx.now.add(sessionLength),
      provider: provider.key,
      idToken: given.idToken,
      device: given.device,
    });
    await record(ctx, "access.signedIn", personId, { provider: provider.key });
    return { kind: "signedIn", token, isNew: accepted !== undefined };
  });
}

/** Who was invited with this word, as long as it runs, and where they were written to. */
async function findOpenInvitation(ctx: Inside, word: string | undefined) {
  const found = word === undefined ? undefined : await findInvitation(ctx.db, hashOf(word));
  if (found === undefined || Temporal.Instant.compare(ctx.now, found.endsAt) >= 0) return undefined;
  return { ...found, mail: (await findMail(ctx.db, found.personId))?.mail ?? null };
}

/** A provider that gives no address says nothing about it; then having read the mail is enough. */
const isOtherMail = (invited: string | null, known: string | null): boolean =>
  invited !== null && known !== null && invited.toLowerCase() !== known.toLowerCase();

/**
 * Ties the account to the person who was invited, once: at a provider of the organisation
 * that invited them (or one that is of no organisation, as that of the example world).
 */
async function acceptInvitation(
  ctx: Inside,
  provider: Provider,
  subject: string,
  { personId, organisationId }: { personId: string; organisationId: string },
): Promise<string | undefined> {
  if (provider.organisationId !== null && provider.organisationId !== organisationId) return undefined;
  if (!(await deleteInvitation(ctx.db, personId))) return undefined;
  await store.insertIdentity(ctx.db, { provider: provider.key, subject, personId });
  await record(ctx, "access.invitationUsed", personId, { provider: provider.key });
  return personId;
}

/** Where I am signed in. */
export function listMySessions(ctx: Ctx): Promise<OwnSession[]> {
  const { actor } = ctx;
  if (actor.kind !== "person") return Promise.resolve([]);
  return reading(ctx, async (ctx) =>
    (await store.listSessions(ctx.db, actor.personId, ctx.now)).filter((session) => !sessionIsOver(session, ctx.now)),
  );
}

/** Signs me out elsewhere, at once. A session that is not mine, or gone already, is nothing to end. */
export const endMySession = (ctx: Ctx, sessionId: string): Promise<void> =>
  inTransaction(ctx, async (ctx) => {
    if (ctx.actor.kind === "person") await store.deleteOwnSession(ctx.db, ctx.actor.personId, sessionId);
  });

/** Who holds this session, with their teams; undefined when it is over or never was. */
export function findSignedIn(ctx: Ctx, token: string): Promise<SignedIn | undefined> {
  return inTransaction(as(ctx, signIn), async (ctx) => {
    const tokenHash = hashOf(token);
    const session = await store.findSession(ctx.db, tokenHash);
    if (session === undefined) return undefined;
    const memberships = await people.listMemberships(ctx.db, session.personId);
    // Whoever left everywhere is signed out, too.
    if (memberships.length === 0 || sessionIsOver(session, ctx.now)) {
      await store.deleteSession(ctx.db, tokenHash);
      return undefined;
    }
    // Once a minute is enough to know that somebody is still there.
    if (Temporal.Instant.compare(ctx.now, session.seenAt.add({ minutes: 1 })) > 0)
      await store.touchSession(ctx.db, tokenHash, ctx.now);
    const endsAt = endOf({ ...session, seenAt: ctx.now });
    return {
      sessionId: session.id,
      personId: session.personId,
      name: session.name,
      endsAt,
      canStay: Temporal.Instant.compare(endsAt, session.endsAt) < 0,
      memberships,
    };
  });
}

/** Ends a session; returns with which provider it began, so that it can be ended there as well. */
export const endSession = (
  ctx: Ctx,
  token: string,
): Promise<{ provider: string; idToken: string | null } | undefined> =>
  inTransaction(as(ctx, signIn), async (ctx) => {
    const session = await store.findSession(ctx.db, hashOf(token));
    await store.deleteSession(ctx.db, hashOf(token));
    return session?.provider == null ? undefined : { provider: session.provider, idToken: session.idToken };
  });

/** Sessions that are over are of no use to anybody: they go. */
export const forgetEndedSessions = (ctx: Ctx): Promise<void> =>
  inTransaction(as(ctx, signIn), (ctx) => store.deleteEndedSessions(ctx.db, ctx.now, idleSince(ctx.now)));
