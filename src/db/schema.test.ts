import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { testDatabase } from "../../tests/support/database.ts";

const database = testDatabase();

test("schema.ts says what the migrations make: a column that is gone is no type any more", () => {
  const verify = () => execFileSync("sh", ["scripts/schema.sh", database.urls.ownerUrl, "--verify"], { stdio: "pipe" });
  expect(verify).not.toThrow();
});
