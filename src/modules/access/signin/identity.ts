import { z } from "zod";
import type { TeamRole } from "../role.ts";

/*
 * From what an identity provider says of somebody to who they are here and in which teams they work. Pure.
 * Providers say the same in different ways; docs/sign-in.md has samples of Entra ID and Keycloak.
 */

/** Whoever has this value in this claim works in this team. A dot in `claim` goes one level deeper. */
export type TeamRule = { claim: string; value: string; municipality: string; team: string; role: TeamRole };

export type Claims = Readonly<Record<string, unknown>>;

/** A team somebody works in, as the rules of their provider say. */
export type GivenTeam = { municipalityId: string; teamId: string; role: TeamRole };

/** Where `path` leads in the claims. A name may hold a dot itself, as the name of an application often does. */
function claimAt(claims: unknown, path: readonly string[]): unknown {
  if (path.length === 0) return claims;
  if (typeof claims !== "object" || claims === null) return undefined;
  const entries = new Map<string, unknown>(Object.entries(claims));
  for (const length of path.keys()) {
    const found = claimAt(entries.get(path.slice(0, length + 1).join(".")), path.slice(length + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

const holds = (claim: unknown, value: string): boolean => (Array.isArray(claim) ? claim : [claim]).includes(value);

/** The duties that the claims give, each once. */
export function teamsOf(claims: Claims, rules: readonly TeamRule[]): GivenTeam[] {
  const given = rules.filter(({ claim, value }) => holds(claimAt(claims, claim.split(".")), value));
  const duties = Map.groupBy(given, ({ municipality, team, role }) => `${municipality} ${team} ${role}`);
  return [...duties.values()].flatMap(([rule]) =>
    rule === undefined ? [] : [{ municipalityId: rule.municipality, teamId: rule.team, role: rule.role }],
  );
}

const Known = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().trim().min(1).max(120).optional().catch(undefined),
  given_name: z.string().trim().max(60).optional().catch(undefined),
  family_name: z.string().trim().max(60).optional().catch(undefined),
  email: z.email().max(200).optional().catch(undefined),
  preferred_username: z.string().max(200).optional().catch(undefined),
});

export type KnownAs = { subject: string; name: string; mail: string | null };

/** What we keep of who somebody is; undefined when there is not even a subject. No mail address: no mails, no more. */
export function knownAs(claims: Claims): KnownAs | undefined {
  const parsed = Known.safeParse(claims);
  if (!parsed.success) return undefined;
  const { sub, name, given_name = "", family_name = "", email, preferred_username } = parsed.data;
  const whole = name ?? `${given_name} ${family_name}`.trim();
  // Entra ID gives an address as the name somebody signs in with, unless an administrator adds the claim for it.
  const mail = email ?? (z.email().safeParse(preferred_username).success ? preferred_username : undefined);
  return { subject: sub, name: whole === "" ? (mail ?? sub) : whole, mail: mail?.toLowerCase() ?? null };
}
