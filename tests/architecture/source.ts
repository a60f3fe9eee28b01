import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/* Reads source text without a compiler: TypeScript 7 has no API for it. */

/** Path from the root of the project, and what is in the file. */
export type Files = ReadonlyMap<string, string>;

/** `to` is a path in this project, or the name of a package as it was written. */
type Import = { to: string; names: string[] };

export type Source = {
  path: string;
  /** The text without comments. */
  code: string;
  /** The text without comments and without what stands between quotes. */
  bare: string;
  /** What stands between quotes, but for the names of imported files. */
  strings: string[];
  imports: Import[];
};

/** Every file in these folders, by its path from the root. */
export function readFiles(root: string, folders: string[]): Files {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

const commentOrString = /\/\*[\s\S]*?\*\/|(?<![\\:])\/\/.*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
const isComment = (text: string) => text.startsWith("//") || text.startsWith("/*");
const imports =
  /^\s*(?:import|export)\s+(?:type\s+)?([\w\s{},*$]+?)\s+from\s*"([^"]+)"|^\s*import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm;

export function readSource(path: string, text: string): Source {
  const code = text.replace(commentOrString, (found) => (isComment(found) ? " " : found));
  const withoutImports = code.replace(imports, "");
  return {
    path,
    code,
    // A template keeps what it computes: `${…}` is code like any other.
    bare: code.replace(commentOrString, (found) => `""${[...found.matchAll(/\$\{[^}]*\}/g)].join(" ")}`),
    strings: (withoutImports.match(commentOrString) ?? []).map((quoted) => quoted.slice(1, -1)),
    imports: [...code.matchAll(imports)].map(([, names = "", from, alone, dynamic]) => {
      const written = from ?? alone ?? dynamic ?? "";
      return {
        to: written.startsWith(".") ? posix.join(posix.dirname(path), written) : written,
        names: [...names.matchAll(/(?:type\s+)?([\w*$]+)(?:\s+as\s+\w+)?/g)].map(([, name = ""]) => name),
      };
    }),
  };
}

/** What a page shows that stands in its own text: between tags, and between quotes. */
export function shownText(source: Source): string[] {
  const betweenTags = [...source.bare.matchAll(/[>}]([^<>{}()[\]=;|&`]+)(?=[<{])/g)].map(([, text = ""]) =>
    text.trim(),
  );
  return [...source.strings, ...betweenTags];
}
