import { expect, test } from "vitest";
import { z } from "zod";
import { testApp } from "../support/app.ts";
import { get } from "./program.ts";

const site = testApp();
const Answer = z.object({ gemeenten: z.array(z.object({ cbsCode: z.string(), naam: z.string() })) });

test("a program learns which municipalities there are, and whom to call in each", async () => {
  const answer = await get(site, "/gemeenten");
  expect(answer.status).toBe(200);
  const body: unknown = await answer.json();
  const { gemeenten } = Answer.parse(body);
  expect(gemeenten).toHaveLength(9);
  expect(gemeenten.map(({ naam }) => naam)).toEqual(
    gemeenten.map(({ naam }) => naam).toSorted((a, b) => a.localeCompare(b, "nl")),
  );
  expect(body).toMatchObject({
    gemeenten: expect.arrayContaining([
      {
        cbsCode: "GM0344",
        adresnaam: "utrecht",
        naam: "Utrecht",
        andereNamen: expect.arrayContaining(["Vleuten"]),
        klok: "werkdagen",
        loket: {
          naam: "Voorbeeldbalie Utrecht",
          telefoonnummer: expect.stringMatching(/^\+31/),
          mailadres: "balie-utrecht@example.org",
          adres: "Voorbeeldplein 1, Utrecht",
        },
      },
    ]),
  });
});

test("the country is no municipality that one can ask in", async () => {
  const { gemeenten } = Answer.parse(await (await get(site, "/gemeenten")).json());
  expect(gemeenten.map(({ cbsCode }) => cbsCode)).not.toContain("NL");
});

test("a municipality says on which clock it promises", async () => {
  const body: unknown = await (await get(site, "/gemeenten")).json();
  expect(body).toMatchObject({
    gemeenten: expect.arrayContaining([expect.objectContaining({ adresnaam: "deurne", klok: "klokuren" })]),
  });
});
