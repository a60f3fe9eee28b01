import { type FieldChange, isSame } from "../fields.ts";
import { type OpeningHours, type WayHours, type WayIn, waysIn } from "../opening-hours.ts";
import type { ServiceContent } from "../service.ts";
import type { PointContent } from "../service-point.ts";

/*
 * What changed in an entry of the route map, field by field: how history is kept, undone, and laid over what somebody else
 * changed meanwhile. An entry is a service with its points; a field is a key of one of them, its value as JSON.
 */

/** What an editor may change of an entry: the service, and its points by id. */
export type Entry = { service: ServiceContent; points: Record<string, PointContent> };

/** "sentence", "point:<id>:phone", "point:<id>:hours.walkIn"; "point:<id>" when the point itself came or went. */
export type Field = string;
export type Change = FieldChange<Field>;

/** The fields of a service in the order of the form. */
export const serviceFields = [
  ...["name", "kind", "sentence", "themes", "functions", "level", "audience", "eligibility", "limits"],
  ...["cost", "costNote", "price", "waiting", "stop", "howToAsk", "toBring", "result", "interpreter", "withoutDigid"],
  ...["website", "professional", "otherNames", "forProfessionals", "sourceUrl", "asOf", "withdrawn"],
] as (keyof ServiceContent)[];

export const pointFields = [
  ...["kind", "place", "under", "pc4", "phone", "mail", "hours", "serves", "wheelchair", "accessibility"],
  ...["transport", "homeVisit", "privateRoom", "languages"],
] as (keyof PointContent)[];

/** The service or one of its points that a field is of. */
export function readField(field: Field): { pointId?: string; key: string } {
  const [first = "", pointId, key = ""] = field.split(":");
  return pointId === undefined || first !== "point" ? { key: field } : { pointId, key };
}

/** Each way in has hours of its own, which one editor changes while another changes those of the next. */
const hoursOfWay = (hours: OpeningHours, way: WayIn): WayHours => ({
  week: hours[way],
  exceptions: hours.exceptions[way],
});

/** A point with another value in this field. */
function withField(point: object, key: string, value: unknown): object {
  const way = waysIn.find((way) => key === `hours.${way}`);
  if (way === undefined) return { ...point, [key]: value };
  // Every value came from an entry, under the field that it stood in.
  const { hours } = point as PointContent;
  const { week, exceptions } = value as WayHours;
  return { ...point, hours: { ...hours, [way]: week, exceptions: { ...hours.exceptions, [way]: exceptions } } };
}

type Values = ReadonlyMap<Field, unknown>;

/** Every field with its value; what a point does not have stands under the point itself. */
function valuesOf({ service, points }: Entry): Values {
  return new Map<Field, unknown>([
    ...serviceFields.map((key) => [key, service[key]] as const),
    ...Object.entries(points).flatMap(([id, point]) => [
      [`point:${id}`, true] as const,
      ...pointFields.filter((key) => key !== "hours").map((key) => [`point:${id}:${key}`, point[key]] as const),
      ...waysIn.map((way) => [`point:${id}:hours.${way}`, hoursOfWay(point.hours, way)] as const),
    ]),
  ]);
}

/** What somebody changed. A point that came or went is one change with all that it said. */
export function changesBetween(before: Entry, after: Entry): Change[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const fields = [...new Set([...old.keys(), ...now.keys()])];
  const moved = (id: string) => old.has(`point:${id}`) !== now.has(`point:${id}`);
  return fields.flatMap((field): Change[] => {
    const { pointId, key } = readField(field);
    if (pointId !== undefined && moved(pointId))
      return key === ""
        ? [{ field, before: before.points[pointId] ?? null, after: after.points[pointId] ?? null }]
        : [];
    const [was, is] = [old.get(field), now.get(field)];
    return key === "" || isSame(was, is) ? [] : [{ field, before: was, after: is }];
  });
}

/** Lays values over an entry. What is of a point that is gone is left out. */
function withValues(entry: Entry, values: readonly { field: Field; value: unknown }[]): Entry {
  const service: Record<string, unknown> = { ...entry.service };
  const points: Record<string, unknown> = { ...entry.points };
  for (const { field, value } of values) {
    const { pointId, key } = readField(field);
    if (pointId === undefined) service[key] = value;
    else if (key !== "") {
      const point = points[pointId];
      if (typeof point === "object" && point !== null) points[pointId] = withField(point, key, value);
    } else if (value === null) delete points[pointId];
    else points[pointId] = value;
  }
  // Every value came from an entry, under the field that it stood in.
  return { service, points } as Entry;
}

/** The entry with these changes made to it, whatever it said before. */
export const withChanges = (entry: Entry, changes: readonly Change[]): Entry =>
  withValues(
    entry,
    changes.map(({ field, after }) => ({ field, value: after })),
  );

/** The entry as it was before these changes, newest first. */
export const rewind = (entry: Entry, changes: readonly Change[]): Entry =>
  withValues(
    entry,
    changes.map(({ field, before }) => ({ field, value: before })),
  );

export type Rebased = {
  entry: Entry;
  /** What they changed that cannot stand beside what I changed: it is told. Mine stands, but for what is of a point that is gone. */
  conflicts: Change[];
};

/** Something else in the same field, or in a point that one of the two took away. */
function clash(mine: Change, theirs: Change): boolean {
  if (mine.field === theirs.field) return !isSame(mine.after, theirs.after);
  const [of, other] = [readField(mine.field), readField(theirs.field)];
  return of.pointId !== undefined && of.pointId === other.pointId && (of.key === "" || other.key === "");
}

/** What I changed of the base, laid over what somebody else made of it meanwhile. */
export function rebase({ base, mine, theirs }: { base: Entry; mine: Entry; theirs: Entry }): Rebased {
  const changed = changesBetween(base, mine);
  const conflicts = changesBetween(base, theirs).filter((other) => changed.some((change) => clash(change, other)));
  return {
    entry: withValues(
      theirs,
      changed.map(({ field, after }) => ({ field, value: after })),
    ),
    conflicts,
  };
}

export type Undone = {
  entry: Entry;
  /** What was changed again since: it stays as it is now. */
  kept: Change[];
};

/** Takes changes back, but for what somebody changed once more since. */
export function undo(entry: Entry, changes: readonly Change[]): Undone {
  const now = valuesOf(entry);
  const isStill = ({ field, after }: Change): boolean => {
    const { pointId, key } = readField(field);
    if (pointId === undefined || key !== "") return isSame(now.get(field), after);
    return after === null ? !now.has(field) : isSame(entry.points[pointId], after);
  };
  return {
    entry: rewind(entry, changes.filter(isStill)),
    kept: changes.filter((change) => !isStill(change)),
  };
}
