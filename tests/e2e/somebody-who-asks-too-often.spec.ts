import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";

const site = startSite({ LIMIT_CODES: "3" });

test("somebody who tries codes far too often is asked to wait, and hears that nothing is lost", async ({ request }) => {
  const answers = [];
  // Eight tries fall in two minutes at the most, so one of those has more than three.
  for (let time = 0; time < 8; time++)
    answers.push(await request.post(`${site.url}/utrecht/volg`, { form: { code: "2222-2222", digits: "1111" } }));
  const refused = answers.find((answer) => answer.status() === 429);
  expect(refused?.headers()["retry-after"]).toBe("60");
  expect(await refused?.text()).toContain("Er is niets kwijt.");
});
