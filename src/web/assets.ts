import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { root } from "../config/root.ts";

/** Where a stylesheet or script of ours is served, by the name of its source file. */
export type Assets = (source: string) => string;

const Manifest = z.record(z.string(), z.object({ file: z.string() }));

export const clientFolder = join(root, "dist/client");

/** The names with their hash as Vite built them. Before a build (tests of the app alone) the plain names. */
export function readAssets(): Assets {
  const file = join(clientFolder, ".vite/manifest.json");
  const built = existsSync(file) ? Manifest.parse(JSON.parse(readFileSync(file, "utf8"))) : {};
  return (source) => {
    const entry = built[`src/web/${source}`];
    return entry === undefined ? `/assets/${source}` : `/${entry.file}`;
  };
}
