import { z } from "zod";
import { sayDate } from "../../../kernel/day.ts";
import type { Language } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import {
  findTheme,
  type PointContent,
  readField,
  type ServiceContent,
  WayHours,
  Words,
  writeHours,
} from "../../../modules/directory/index.ts";
import { euros, sayPostcodes } from "../../words/parts.ts";
import { languageNames, sharedWords } from "../../words/words.ts";
import { texts } from "./texts.ts";

/** A line of what a field said, with its language where that is not the language of the page. */
type Said = { text: string; lang?: Language };

/**
 * What a field of an entry said, for a person: history keeps values as they are stored. A value that this version does not
 * know is shown as it is stored, rather than hidden.
 */
export function sayValue(field: string, value: unknown, language: Language): Said[] {
  const text = texts[language];
  const { pointId, key } = readField(field);
  if (pointId !== undefined && key === "") return [{ text: value === null ? text.empty : sayPoint(value, language) }];
  const said = sayOf(key, value, language);
  const lines = said.filter((line) => line.text !== "");
  return lines.length === 0 ? [{ text: text.empty }] : lines;
}

const plain = (text: string): Said[] => [{ text }];
const day = (iso: string, language: Language): string => sayDate(Temporal.PlainDate.from(iso), language);

const Price = z.object({ cents: z.number(), on: z.string(), source: z.string() });
const Waiting = z.object({ weeks: z.number(), on: z.string() });
const Stop = z.object({ since: z.string(), until: z.string().nullable() });
const Place = z.object({ name: z.string(), street: z.string(), town: z.string() });
const Serves = z.object({
  municipalities: z.array(z.string()),
  postcodes: z.array(z.object({ from: z.number(), to: z.number() })),
});
const Codes = z.array(z.string());

function sayOf(key: string, value: unknown, language: Language): Said[] {
  const text = texts[language];
  const shared = sharedWords[language];
  if (value === null || value === undefined) return [];
  if (typeof value === "boolean") return plain(value ? text.yes : text.no);
  const names: Record<string, Record<string, string>> = {
    kind: { ...text.kinds, ...text.pointKinds },
    level: shared.levels,
    cost: shared.cost,
    functions: shared.functions,
  };
  if (typeof value === "string") return plain(key === "phone" ? sayPhone(value) : (names[key]?.[value] ?? value));
  if (typeof value === "number") return plain(String(value));
  const as = <Parsed>(schema: z.ZodType<Parsed>, say: (parsed: Parsed) => string): Said[] => {
    const parsed = schema.safeParse(value);
    return plain(parsed.success ? say(parsed.data) : JSON.stringify(value));
  };
  switch (key as keyof ServiceContent | keyof PointContent) {
    case "themes":
      return as(Codes, (slugs) => slugs.map((slug) => findTheme(slug)?.text[language].title ?? slug).join(", "));
    case "functions":
      return as(Codes, (codes) => codes.map((code) => names.functions?.[code] ?? code).join(", "));
    case "languages":
      return as(Codes, (codes) => languageNames(codes, language).join(", "));
    case "otherNames":
      return as(Codes, (all) => all.join(", "));
    case "price":
      return as(Price, ({ cents, on }) => `${euros(cents, language)} (${day(on, language)})`);
    case "waiting":
      return as(Waiting, ({ weeks, on }) => `${weeks} (${day(on, language)})`);
    case "stop":
      return as(Stop, ({ since, until }) =>
        [since, until].flatMap((one) => (one === null ? [] : day(one, language))).join(" - "),
      );
    case "place":
      return as(Place, ({ name, street, town }) => [name, street, town].filter((part) => part !== "").join(", "));
    case "serves":
      return as(Serves, (serves) =>
        [...serves.municipalities, sayPostcodes(serves.postcodes)].filter((part) => part !== "").join(", "),
      );
    default: {
      if (key.startsWith("hours.")) return sayHours(value);
      const words = Words.safeParse(value);
      return words.success
        ? [
            { text: words.data.nl, lang: "nl" },
            ...(words.data.en === undefined ? [] : [{ text: words.data.en, lang: "en" as const }]),
          ]
        : plain(JSON.stringify(value));
    }
  }
}

/** A kind of day on each line, as it is typed. */
function sayHours(value: unknown): Said[] {
  const hours = WayHours.safeParse(value);
  return hours.success
    ? writeHours(hours.data)
        .split("\n")
        .map((text) => ({ text }))
    : plain(JSON.stringify(value));
}

/** Enough to know which it was; the rest comes back with it when it is put back. */
const sayPoint = (value: unknown, language: Language): string => {
  const point = z.object({ place: Place }).loose().safeParse(value);
  return point.success ? (sayOf("place", point.data.place, language)[0]?.text ?? "") : JSON.stringify(value);
};
