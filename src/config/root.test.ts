import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./root.ts";

test("the folder of the project is the one with package.json and content", () => {
  expect(existsSync(join(root, "package.json"))).toBe(true);
  expect(existsSync(join(root, "content/themes"))).toBe(true);
});
