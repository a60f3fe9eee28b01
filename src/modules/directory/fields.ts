/*
 * What changed in something that is kept field by field: how its history is written, taken back, and laid over what somebody
 * else changed meanwhile. An entry of the route map has points besides, and does more of its own (editing/change.ts).
 */

/** What a field said before and after. */
export type FieldChange<Field extends string = string, Value = unknown> = { field: Field; before: Value; after: Value };

const orderOfKeys = (_: string, value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
/** The same value, whatever the order in which its parts were written. */
export const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a, orderOfKeys) === JSON.stringify(b, orderOfKeys);

type Fields<Field extends string, Value> = Readonly<Record<Field, Value>>;

/** In the order of the fields as they stand in `before`. */
export const fieldsBetween = <Field extends string, Value>(
  before: Fields<Field, Value>,
  after: Fields<Field, Value>,
): FieldChange<Field, Value>[] =>
  (Object.keys(before) as Field[]).flatMap((field) =>
    isSame(before[field], after[field]) ? [] : [{ field, before: before[field], after: after[field] }],
  );

/** The fields as they were before these changes, newest first. */
export const rewindFields = <Field extends string, Value>(
  fields: Fields<Field, Value>,
  changes: readonly FieldChange<Field, Value>[],
): Fields<Field, Value> => ({
  ...fields,
  ...Object.fromEntries(changes.map(({ field, before }) => [field, before])),
});

/**
 * What I changed of the base, laid over what somebody else made of it meanwhile.
 * @returns also what they changed in a field that I changed too, to something else. Mine stands, and theirs is told.
 */
export function rebaseFields<Field extends string, Value>(
  of: Record<"base" | "mine" | "theirs", Fields<Field, Value>>,
): {
  fields: Fields<Field, Value>;
  conflicts: FieldChange<Field, Value>[];
} {
  const changed = fieldsBetween(of.base, of.mine);
  return {
    fields: { ...of.theirs, ...Object.fromEntries(changed.map(({ field, after }) => [field, after])) },
    conflicts: fieldsBetween(of.base, of.theirs).filter((other) =>
      changed.some((change) => change.field === other.field && !isSame(change.after, other.after)),
    ),
  };
}

/** Takes changes back, but for what somebody changed once more since (`kept`): that stays as it is now. */
export function undoFields<Field extends string, Value>(
  fields: Fields<Field, Value>,
  changes: readonly FieldChange<Field, Value>[],
): { fields: Fields<Field, Value>; kept: FieldChange<Field, Value>[] } {
  const isStill = ({ field, after }: FieldChange<Field, Value>): boolean => isSame(fields[field], after);
  return {
    fields: rewindFields(fields, changes.filter(isStill)),
    kept: changes.filter((change) => !isStill(change)),
  };
}
