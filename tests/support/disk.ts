import { execFileSync } from "node:child_process";
import { temporaryFolder } from "./folder.ts";

/** A small disk of its own in this folder, until it is taken away. */
export function mountDisk(folder: string, options: string): () => void {
  execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" });
  return () => execFileSync("umount", ["-l", folder]);
}

/** Needs root, and not every container lets root do it. */
export function mayMount(): boolean {
  if (process.getuid?.() !== 0) return false;
  const { path, remove } = temporaryFolder("mount");
  try {
    mountDisk(path, "size=1m")();
    return true;
  } catch {
    return false;
  } finally {
    remove();
  }
}
