import { soundOf } from "./dutch.ts";

/* A word that nobody wrote is read as the nearest one that somebody did: only then, so that no right word is changed. */

/** Shorter words are near to everything. */
const shortest = 4;

/** A number or a word this short is left as it is. */
export const mayBeMistake = (word: string): boolean => word.length >= shortest && !/\d/.test(word);

/** So many letters may differ from how a word sounds. */
const mostOff = (word: string): number => (word.length <= 4 ? 0 : word.length <= 8 ? 1 : 2);

/** How each word of a list sounds: that of our content is asked for all the time. */
const remembered = new WeakMap<readonly string[], string[]>();
function soundsOf(written: readonly string[]): string[] {
  const sounds = remembered.get(written) ?? written.map(soundOf);
  remembered.set(written, sounds);
  return sounds;
}

/**
 * The word that it was most likely meant to be; undefined when none is near.
 * @param asItSounds only what sounds the same: where the rest of the question is understood, a guess would do more harm
 */
export function nearestTo(word: string, written: readonly string[], asItSounds: boolean): string | undefined {
  if (!mayBeMistake(word)) return undefined;
  const sound = soundOf(word);
  const most = asItSounds ? 0 : mostOff(word);
  const sounds = soundsOf(written);
  const near = written.flatMap((candidate, at) => {
    const other = sounds[at] ?? "";
    // Few begin a word with the wrong sound, and most words of the same length differ there.
    if (sound[0] !== other[0]) return [];
    if (candidate.length < shortest || Math.abs(candidate.length - word.length) > 3) return [];
    const off = distance(sound, other, most);
    if (off > most) return [];
    return [{ candidate, off: off * 10 + distance(word, candidate, 9) }];
  });
  return near.sort((a, b) => a.off - b.off)[0]?.candidate;
}

/** Letters put in, left out, changed or swapped; more than `most` is not counted to the end. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const at = (up: number, left: number) => rows[i - up]?.[j - left] ?? 0;
      const changed = at(1, 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(2, 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(changed, swapped, at(1, 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    rows.push(row);
    if (Math.min(...row) > most) return most + 1;
  }
  return rows[a.length]?.[b.length] ?? most + 1;
}
