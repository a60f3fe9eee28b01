import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder that holds package.json, whether this code runs from `src/` or from the bundle in `dist/`. */
export const root: string = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("The folder of this project (with package.json) was not found.");
  return findRoot(parent);
}
