/**
 * What a page hands back when a form was refused: everything that was typed, and one sentence per wrong field.
 * Every form component takes it whole and picks its own part by name.
 */
export type Refused = {
  values: Readonly<Record<string, string | readonly string[] | undefined>>;
  errors: Readonly<Record<string, string | undefined>>;
};

/** The error summary links here; in a group it is the first choice, in a date the first box. */
export const fieldId = (name: string): string => `field-${name.replaceAll(/[^\w-]/g, "-")}`;

export const hintId = (name: string): string => `${fieldId(name)}-hint`;
export const errorId = (name: string): string => `${fieldId(name)}-error`;

type Given = { name: string; error?: string | undefined; refused?: Refused | undefined };

export const errorOf = ({ name, error, refused }: Given): string | undefined => error ?? refused?.errors[name];

/** What was typed wins over what was stored: nobody types a thing twice. */
export function typedValue(name: string, stored: string | undefined, refused: Refused | undefined): string {
  const typed = refused === undefined ? stored : refused.values[name];
  return typeof typed === "string" ? typed : (typed?.[0] ?? "");
}

export function typedValues(
  name: string,
  stored: readonly string[] | undefined,
  refused: Refused | undefined,
): readonly string[] {
  const typed = refused === undefined ? stored : refused.values[name];
  return typeof typed === "string" ? [typed] : (typed ?? []);
}

/** The ids that describe a field, or nothing at all: an empty aria-describedby is an error. */
export const describedBy = (...ids: (string | false | undefined)[]): string | undefined =>
  ids.filter((id) => typeof id === "string").join(" ") || undefined;
