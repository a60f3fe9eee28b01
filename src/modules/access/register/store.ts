import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "../../../config/root.ts";
import { Activity } from "./activity.ts";

/** What is done with the data of residents, from content/register. */
export function readRegister(): Activity[] {
  const folder = join(root, "content/register");
  return readdirSync(folder)
    .sort()
    .map((file) => Activity.parse(parse(readFileSync(join(folder, file), "utf8"))));
}
