import { describe, expect, test } from "vitest";
import { production, testApp, tuesdayMorning } from "../support/app.ts";

const site = testApp();
const real = testApp({ ...production, SECURITY_POLICY: "https://rechtspoor.example/melden" });

const path = "/.well-known/security.txt";
const fieldsOf = async (answer: Response) =>
  (await answer.text())
    .trimEnd()
    .split("\n")
    .map((line) => line.split(/: (.*)/s).slice(0, 2));

describe("where somebody who finds a weakness tells it", () => {
  test("stands where RFC 9116 says, with every field at most once", async () => {
    const answer = await real.app.request(path);
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await fieldsOf(answer)).toEqual([
      ["Contact", "mailto:veiligheid@rechtspoor.example"],
      ["Expires", "2027-05-24T00:00:00Z"],
      ["Preferred-Languages", "nl, en"],
      ["Canonical", `https://rechtspoor.example${path}`],
      ["Policy", "https://rechtspoor.example/melden"],
    ]);
  });

  test.each([0, 1, 200, 364, 365, 900])("is good for less than a year, also %i days from now", async (days) => {
    const now = tuesdayMorning.add({ hours: days * 24 });
    real.at(now);
    const fields = new Map((await fieldsOf(await real.app.request(path))).map(([name, value]) => [name, value]));
    const until = Temporal.Instant.from(fields.get("Expires") ?? "");
    expect(Temporal.Instant.compare(until, now)).toBe(1);
    expect(Temporal.Instant.compare(until, now.add({ hours: 365 * 24 }))).toBe(-1);
  });

  test("in an example is the page that says who made it", async () => {
    const [contact] = await fieldsOf(await site.app.request(path));
    expect(contact).toEqual(["Contact", "http://localhost/over"]);
    expect((await site.app.request("/over")).status).toBe(200);
  });
});
