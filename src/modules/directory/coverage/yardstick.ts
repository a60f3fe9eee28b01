import { parse } from "yaml";
import { z } from "zod";
import type { Language } from "../../../kernel/language.ts";
import { type SupportFunction, supportFunctions } from "../service.ts";

/** Where a kind of help must be: in the municipality itself, or also in the region or by a national number. */
export type Wanted = "here" | "anywhere";

const Functions = z.array(z.enum(supportFunctions)).default([]);
const Because = z.object({ nl: z.string(), en: z.string() });
const YardstickFile = z.strictObject({
  every: z.strictObject({ here: Functions, anywhere: Functions, because: Because }),
  themes: z.record(
    z.string(),
    z.strictObject({
      here: Functions,
      anywhere: Functions,
      "leave-out": Functions,
      independent: z.boolean().default(false),
      because: Because,
    }),
  ),
});

/** What should be there for a life event, and why. */
export type Measure = {
  wanted: ReadonlyMap<SupportFunction, Wanted>;
  /** Some of it free and independent of the municipality. */
  independent: boolean;
  because: Record<Language, string>[];
};

/** @param file content/coverage.yaml @returns what should be there for the life event of this slug. */
export function parseYardstick(file: string): (theme: string) => Measure {
  const { every, themes } = YardstickFile.parse(parse(file));
  return (theme) => {
    const own = themes[theme];
    const left = new Set(own?.["leave-out"]);
    const wanted = new Map<SupportFunction, Wanted>();
    for (const name of [...every.anywhere, ...(own?.anywhere ?? [])]) if (!left.has(name)) wanted.set(name, "anywhere");
    for (const name of [...every.here, ...(own?.here ?? [])]) if (!left.has(name)) wanted.set(name, "here");
    return {
      wanted,
      independent: own?.independent ?? false,
      because: [every.because, ...(own === undefined ? [] : [own.because])],
    };
  };
}
