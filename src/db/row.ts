/** Rows are an edge: a word that is not in the list did not come from this version of us. */
export function oneOf<const Known extends readonly string[]>(known: Known, value: string | null): Known[number] {
  const found = known.find((entry) => entry === value);
  if (found === undefined) throw new Error(`The database holds a word this version does not know: ${value}`);
  return found;
}

export const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

export const instantOrNull = (text: string | null): Temporal.Instant | null =>
  text === null ? null : Temporal.Instant.from(text);
