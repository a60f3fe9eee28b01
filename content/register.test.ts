import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { activities, activityUri } from "../src/jobs/processing-activities.ts";
import type { EventName } from "../src/kernel/event.ts";
import { ruleIds } from "../src/modules/access/index.ts";
import { PlainActivity } from "../src/modules/access/register/activity.ts";
import { averageLength, bannedWords, informal, sentencesOf, wordCount } from "../src/modules/directory/plain-dutch.ts";

const sentence = z.string().min(10);
const list = z.array(z.string().min(2)).min(1);

/** The register of processing activities (AVG 30), as far as it is the same for everybody who uses this system. */
const ProcessingActivity = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: z.strictObject({ nl: z.string().min(5), en: z.string().min(5) }),
  /** What a resident reads of it. */
  plain: z.strictObject({ nl: PlainActivity, en: PlainActivity }),
  purpose: sentence,
  /** By who answers for it: the organisation of the team, which may be a municipality itself. */
  legalBasis: z
    .array(
      z.strictObject({
        controller: z.enum(["organisation", "municipality"]),
        article: z.string().regex(/^AVG 6 lid 1 onder [a-f]\b/),
        because: sentence,
      }),
    )
    .length(2),
  persons: list,
  data: list,
  special: z.string().min(3),
  recipients: list,
  /** The rules of content/retention.yaml that say how long it is kept. */
  retention: z.array(z.enum(ruleIds)).min(1),
});

const folder = new URL("./register/", import.meta.url);
const files = readdirSync(folder).sort();
const register = files.map((file) => ({
  file,
  activity: ProcessingActivity.parse(parse(readFileSync(new URL(file, folder), "utf8"))),
}));

/** Everything an event can be: for those whose facts decide, each of their values. */
const named = [
  ...Object.values(activities).filter((activity) => typeof activity === "string"),
  ...(["own-code", "own-team", "intake"] as const).map((ground) => activityOf("access.fileRead", { ground })),
  ...(["helper", "resident"] as const).map((by) => activityOf("casework.noted", { by })),
  ...(["number", "safety", "safe-again", "details"] as const).map((what) =>
    activityOf("contact.reachChanged", { what }),
  ),
];

function activityOf(name: EventName, facts: Record<string, string>): string {
  const activity = activities[name] as string | ((facts: Record<string, string>) => string);
  return typeof activity === "string" ? activity : activity(facts);
}

describe("the register of processing activities", () => {
  test("says of each activity in full what it is for, on what ground, about whom and for whom", () => {
    expect(register.map(({ file, activity }) => `${activity.id}.yaml` === file)).not.toContain(false);
    for (const { activity } of register)
      expect(activity.legalBasis.map(({ controller }) => controller).sort()).toEqual(["municipality", "organisation"]);
  });

  test("says it to residents in plain words, in each language", () => {
    for (const { activity } of register)
      for (const { allowed, ...told } of [activity.plain.nl, activity.plain.en])
        for (const text of [...Object.values(told), ...Object.values(allowed)])
          expect(text).toMatch(/^\p{Lu}.{8,}\.$/u);
    const dutch = register.flatMap(({ activity: { name, plain } }) => {
      const { allowed, ...told } = plain.nl;
      return [name.nl, ...Object.values(told), ...Object.values(allowed)];
    });
    const sentences = dutch.flatMap(sentencesOf);
    expect(averageLength(sentences)).toBeLessThanOrEqual(15);
    expect(sentences.filter((one) => wordCount(one) > 20)).toEqual([]);
    expect(dutch.filter((text) => bannedWords.test(text) || informal.test(text))).toEqual([]);
  });

  test("holds every activity that an event names, and none that nothing names", () => {
    expect([...new Set(named)].sort()).toEqual(register.map(({ activity }) => activity.id));
  });

  test("gives each activity an address that a log can name", () => {
    for (const { activity } of register) expect(URL.canParse(activityUri(activity.id))).toBe(true);
  });

  test("has every event that decides by its facts asked for each of them", () => {
    const deciding = Object.entries(activities).filter(([, activity]) => typeof activity === "function");
    expect(deciding.map(([name]) => name).sort()).toEqual([
      "access.fileRead",
      "casework.noted",
      "contact.reachChanged",
    ]);
  });
});
