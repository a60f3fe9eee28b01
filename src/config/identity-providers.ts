import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

/*
 * The identity providers of the organisations on this installation, from the file that IDENTITY_PROVIDERS names.
 * What each entry means, with examples for Entra ID and Keycloak: docs/sign-in.md.
 */

const secureAddress = z.url({ protocol: /^https$/, error: "must begin with https://" });

/** `teamRoles` of module access, which the configuration does not know; a test keeps them equal. */
export const roles = [
  "helper",
  "team-lead",
  "objection-officer",
  "directory-editor",
  "chair",
  "policy",
  "project-lead",
  "researcher",
  "privacy-officer",
  "organisation-admin",
  "platform-admin",
] as const;

const Entry = z.strictObject({
  /** What we call it inside: it is kept beside its people, so it never changes. */
  key: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,40}$/, "must be a few small letters, digits and hyphens")
    .refine((key) => key !== "terug" && key !== "voorbeeld", "is a name of our own; choose another"),
  /** What people read on the button. */
  name: z.string().trim().min(1).max(80),
  issuer: secureAddress,
  clientId: z.string().min(1),
  /** A private key in PEM (private_key_jwt, as the Dutch profile wants), or a file with a shared secret. */
  keyFile: z.string().optional(),
  secretFile: z.string().optional(),
  scope: z.string().default("openid profile email"),
  /** `login` or `select_account`: the provider asks again, for who shares a computer. */
  prompt: z.enum(["login", "select_account"]).optional(),
  /** The ways of proving who one is (`acr`) that are enough; empty: any. */
  acr: z.array(z.string()).default([]),
  organisation: z.uuid(),
  teams: z
    .array(
      z.strictObject({
        claim: z.string().min(1),
        value: z.string().min(1),
        municipality: z.string().regex(/^GM\d{4}$/, "must be the CBS code of a municipality, such as GM0344"),
        team: z.uuid(),
        role: z.enum(roles),
      }),
    )
    .default([]),
});

/** How this installation proves to a provider that it is the one that was registered. */
type ClientProof = { kind: "key"; pem: string } | { kind: "secret"; secret: string };

export type IdentityProvider = Omit<z.infer<typeof Entry>, "keyFile" | "secretFile" | "organisation"> & {
  organisationId: string | null;
  proof: ClientProof;
};

/** The providers in this file, or sentences that say what is wrong with it. Secrets are in no sentence. */
export function readIdentityProviders(
  path: string,
): { ok: true; providers: IdentityProvider[] } | { ok: false; problems: string[] } {
  const wrong = (problem: string) => `IDENTITY_PROVIDERS: ${path} ${problem}`;
  const text = read(path);
  if (text === undefined) return { ok: false, problems: [wrong("cannot be read.")] };
  const parsed = z.strictObject({ providers: z.array(Entry).min(1) }).safeParse(yamlOf(text));
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map(({ path, message }) => wrong(`${path.join(".")}: ${message}.`)),
    };
  const { providers } = parsed.data;
  const problems: string[] = [];
  const seen = new Set<string>();
  const usable = providers.flatMap(({ keyFile, secretFile, organisation, ...rest }): IdentityProvider[] => {
    if (seen.has(rest.key)) problems.push(wrong(`names ${rest.key} twice.`));
    seen.add(rest.key);
    const proof = proofOf({ keyFile, secretFile });
    if (proof.ok) return [{ ...rest, organisationId: organisation, proof: proof.proof }];
    problems.push(wrong(`${rest.key}: ${proof.problem}`));
    return [];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, providers: usable };
}

function proofOf({
  keyFile,
  secretFile,
}: {
  keyFile: string | undefined;
  secretFile: string | undefined;
}): { ok: true; proof: ClientProof } | { ok: false; problem: string } {
  if ((keyFile === undefined) === (secretFile === undefined))
    return { ok: false, problem: "needs either keyFile or secretFile." };
  const file = keyFile ?? secretFile ?? "";
  const content = read(file)?.trim() ?? "";
  if (content === "") return { ok: false, problem: `${file} cannot be read, or is empty.` };
  if (keyFile === undefined) return { ok: true, proof: { kind: "secret", secret: content } };
  const kind = keyKind(content);
  return kind === "rsa" || kind === "ec"
    ? { ok: true, proof: { kind: "key", pem: content } }
    : { ok: false, problem: `${file} is no private key in PEM that we can use (RSA, or EC on P-256).` };
}

function keyKind(pem: string): string | undefined {
  try {
    return createPrivateKey(pem).asymmetricKeyType;
  } catch {
    return undefined;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function yamlOf(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
