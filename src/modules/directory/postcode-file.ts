import { distanceBetween, type PostcodeArea, plainName } from "./postcode.ts";

/*
 * A table of the postcodes of the whole country, as somebody else keeps it: what must stand in it, and which areas come of
 * it for this installation.
 */

/** The columns that are read; a file may hold more, in any order. */
export const postcodeColumns = ["pc4", "woonplaats", "gemeente", "latitude", "longitude"] as const;
type Column = (typeof postcodeColumns)[number];
/** Where each column stands in a line. */
export type ColumnPlaces = Record<Column, number> & { count: number };

export type NamedPostcode = { pc4: number; place: string; municipality: string; latitude: number; longitude: number };
/** A line that is left out; without a column it is the line as a whole. */
export type SkippedLine = { line: number; column?: Column; because: SkipReason; found: string };
export type SkipReason =
  | "columns"
  | "noPostcode"
  | "twice"
  | "empty"
  | "tooLong"
  | "noNumber"
  | "outsideTheNetherlands";

/** The columns by their names, or the names that are not there. */
export function readHeader(
  cells: readonly string[],
): { ok: true; at: ColumnPlaces } | { ok: false; missing: Column[] } {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const place = (column: Column) => names.indexOf(column);
  const missing = postcodeColumns.filter((column) => place(column) === -1);
  if (missing.length > 0) return { ok: false, missing };
  const [pc4, woonplaats, gemeente, latitude, longitude] = [
    place("pc4"),
    place("woonplaats"),
    place("gemeente"),
    place("latitude"),
    place("longitude"),
  ];
  return { ok: true, at: { pc4, woonplaats, gemeente, latitude, longitude, count: cells.length } };
}

/** The Netherlands in Europe lies between these. */
const borders = { latitude: { from: 50.7, to: 53.7 }, longitude: { from: 3.2, to: 7.3 } };
const longest = 80;

/** What a line says, or why it is left out. @param seen the postcodes of the lines before it. */
export function readLine(
  line: number,
  cells: readonly string[],
  at: ColumnPlaces,
  seen: ReadonlySet<number>,
): { ok: true; postcode: NamedPostcode } | { ok: false; skipped: SkippedLine } {
  const cell = (column: Column) => (cells[at[column]] ?? "").trim();
  const skip = (because: SkipReason, column?: Column) =>
    ({
      ok: false,
      skipped: {
        line,
        because,
        found: column === undefined ? `${cells.length}` : cell(column),
        ...(column && { column }),
      },
    }) as const;
  if (cells.length !== at.count) return skip("columns");
  if (!/^[1-9]\d{3}$/.test(cell("pc4"))) return skip("noPostcode", "pc4");
  const pc4 = Number(cell("pc4"));
  if (seen.has(pc4)) return skip("twice", "pc4");
  for (const column of ["woonplaats", "gemeente"] as const) {
    if (cell(column) === "") return skip("empty", column);
    if (cell(column).length > longest) return skip("tooLong", column);
  }
  for (const column of ["latitude", "longitude"] as const) {
    if (!/^\d{1,3}(\.\d+)?$/.test(cell(column))) return skip("noNumber", column);
    const degrees = Number(cell(column));
    if (degrees < borders[column].from || degrees > borders[column].to) return skip("outsideTheNetherlands", column);
  }
  const [latitude, longitude] = [Number(cell("latitude")), Number(cell("longitude"))];
  return {
    ok: true,
    postcode: { pc4, place: cell("woonplaats"), municipality: cell("gemeente"), latitude, longitude },
  };
}

/** A file of which so much is left out is no table of postcodes, or a broken one: what was there stays. */
export const isTooBroken = ({ read, skipped }: { read: number; skipped: number }): boolean =>
  skipped === read || skipped * 10 > read;

/** A municipality of this installation, with what else it is called. */
export type NamedMunicipality = { id: string; name: string; otherNames: readonly string[] };

export type PlannedAreas = {
  areas: PostcodeArea[];
  /** Postcodes, by where they lie. */
  here: number;
  elsewhere: number;
  /** Of those here: where our own table knows better in which municipality, and which only our own table has. */
  corrected: number;
  added: number;
  /** Under which other names the file knows municipalities of ours. */
  taken: { name: string; id: string; postcodes: number }[];
};

/**
 * Which areas come of these postcodes. In which municipality a postcode lies, our own table says where it has that municipality: it was
 * made by hand and knows the mergers that lists of others miss, and the codes of post office boxes. Where its middle is, the
 * file says: ours are of districts. Municipalities that are not here stay, by name.
 */
export function planAreas(
  postcodes: readonly NamedPostcode[],
  municipalities: readonly NamedMunicipality[],
  table: readonly PostcodeArea[],
): PlannedAreas {
  const known = new Map(municipalities.map((municipality) => [municipality.id, municipality]));
  const ours = table.filter(({ municipalityId }) => municipalityId !== null && known.has(municipalityId));
  const inTable = new Map(
    ours.flatMap((area) => Array.from({ length: area.to - area.from + 1 }, (_, at) => [area.from + at, area] as const)),
  );
  const byName = namesOf(municipalities, new Set(ours.map(({ municipalityId }) => municipalityId ?? "")));
  const placed = postcodes.map((postcode): Placed => {
    const named = byName.get(plainName(postcode.municipality)) ?? null;
    const municipalityId = inTable.get(postcode.pc4)?.municipalityId ?? named;
    return { ...postcode, municipalityId, named };
  });
  const inFile = new Set(postcodes.map(({ pc4 }) => pc4));
  const added = [...inTable]
    .filter(([pc4]) => !inFile.has(pc4))
    .map(([pc4, { municipalityId, place, latitude, longitude }]): Placed => {
      const name = known.get(municipalityId ?? "")?.name ?? "";
      return { pc4, place, latitude, longitude, municipality: name, municipalityId, named: municipalityId };
    });
  const all = [...placed, ...added].sort((a, b) => a.pc4 - b.pc4);
  const here = all.filter(({ municipalityId }) => municipalityId !== null);
  return {
    areas: inRuns(all).map(areaOfRun),
    here: here.length,
    elsewhere: all.length - here.length,
    corrected: placed.filter(({ municipalityId, named }) => municipalityId !== named).length,
    added: added.length,
    taken: takenNames(placed, known),
  };
}

/**
 * By which names a municipality is found in the file. One that our own table has is found by its postcodes, so by its own
 * name alone: among the others are villages, and a village may be called as a municipality elsewhere is.
 */
function namesOf(municipalities: readonly NamedMunicipality[], inTable: ReadonlySet<string>): Map<string, string> {
  const others = municipalities.filter(({ id }) => !inTable.has(id));
  return new Map([
    ...others.flatMap(({ id, otherNames }) => otherNames.map((name) => [plainName(name), id] as const)),
    ...municipalities.map(({ id, name }) => [plainName(name), id] as const),
  ]);
}

function takenNames(placed: readonly Placed[], known: ReadonlyMap<string, NamedMunicipality>): PlannedAreas["taken"] {
  const differing = placed.filter(
    ({ named, municipality }) => named !== null && plainName(known.get(named)?.name ?? "") !== plainName(municipality),
  );
  return [...Map.groupBy(differing, ({ municipality, named }) => `${named} ${municipality}`).values()].flatMap(
    (those) =>
      those
        .slice(0, 1)
        .map(({ municipality, named }) => ({ name: municipality, id: named ?? "", postcodes: those.length })),
  );
}

/** `named`: what the name in the file alone would lead to. */
type Placed = NamedPostcode & { municipalityId: string | null; named: string | null };

/** Half a kilometre: finer than what is shown, which is in halves. */
const close = 0.5;

/** Postcodes that follow each other in one place, as long as each lies close to the first of them. */
function inRuns(all: readonly Placed[]): Placed[][] {
  const runs: Placed[][] = [];
  for (const postcode of all) {
    const run = runs.at(-1);
    const [first, last] = [run?.[0], run?.at(-1)];
    const goesOn =
      first !== undefined &&
      last !== undefined &&
      last.pc4 + 1 === postcode.pc4 &&
      last.place === postcode.place &&
      last.municipalityId === postcode.municipalityId &&
      (postcode.municipalityId !== null || last.municipality === postcode.municipality) &&
      distanceBetween(first, postcode) <= close;
    if (goesOn) run?.push(postcode);
    else runs.push([postcode]);
  }
  return runs;
}

function areaOfRun(run: Placed[]): PostcodeArea {
  const [first] = run;
  if (first === undefined) throw new Error("A run has a first postcode.");
  const mean = (of: (postcode: Placed) => number) => run.reduce((sum, one) => sum + of(one), 0) / run.length;
  const range = { from: first.pc4, to: run.at(-1)?.pc4 ?? first.pc4, place: first.place };
  const middle = { latitude: mean(({ latitude }) => latitude), longitude: mean(({ longitude }) => longitude) };
  const { municipalityId, municipality } = first;
  return municipalityId === null
    ? { ...range, ...middle, municipalityId, elsewhere: municipality }
    : { ...range, ...middle, municipalityId };
}
