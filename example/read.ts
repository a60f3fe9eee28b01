import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { root } from "../src/config/root.ts";
import { teamFunctions, teamRoles } from "../src/modules/access/index.ts";

/* The files of the example world and the content it stands on, parsed at the edge. */

const read = <S extends z.ZodType>(file: string, schema: S): z.infer<S> => {
  const text = readFileSync(join(root, file), "utf8");
  return schema.parse(file.endsWith(".json") ? JSON.parse(text) : parse(text));
};

const Words = z.object({ nl: z.string(), en: z.string() });
const Lines = z.object({ nl: z.array(z.string()), en: z.array(z.string()) });
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** `{ monday: ["09:00-12:00"] }` as the ranges the directory keeps. */
const Hours = z
  .partialRecord(z.enum(weekdays), z.array(z.string().regex(/^\d\d:\d\d-\d\d:\d\d$/)))
  .default({})
  .transform((days) =>
    weekdays.flatMap((day, at) =>
      (days[day] ?? []).map((range) => {
        const [from = "", until = ""] = range.split("-");
        return { weekday: at + 1, from, until };
      }),
    ),
  );

const independence = z.enum(["independent", "funded", "municipal", "unknown"]);
const cost = z.enum(["free", "conditions", "paid", "unknown"]);

const Municipalities = z.object({
  municipalities: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      slug: z.string(),
      alsoKnownAs: z.array(z.string()),
      places: z.array(z.string()),
    }),
  ),
});

const Postcodes = z.object({
  postcodes: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      municipality: z.string(),
      place: z.string(),
      lat: z.number(),
      lon: z.number(),
    }),
  ),
});

const Pilots = z.array(
  z.object({
    id: z.string(),
    municipality: z.string(),
    name: z.string(),
    organisation: z.string(),
    sentence: Words,
    type: z.string(),
    themes: z.array(z.string()),
    functions: z.array(z.string()),
    audience: Words,
    forProfessionals: z.boolean(),
    free: cost,
    independence,
    independenceReason: Words,
    website: z.string().nullable(),
    sourceUrl: z.string().nullable(),
    asOf: z.string().nullable(),
  }),
);

const Desks = z.object({
  organisations: z.array(
    z.object({
      slug: z.string(),
      municipality: z.string(),
      name: z.string(),
      independence,
      independenceReason: Words,
      profile: z.object({ does: Words, doesNot: Words, limits: Words, chain: Words }).optional(),
      team: z.object({ slug: z.string(), name: z.string(), function: z.enum(teamFunctions) }),
      service: z.object({
        slug: z.string(),
        name: z.union([z.string().transform((nl) => ({ nl, en: nl })), Words]),
        sentence: Words,
        themes: z.array(z.string()),
        functions: z.array(z.string()),
        audience: Words,
        free: cost,
        result: Words,
        bring: Lines,
      }),
      servicePoint: z.object({
        slug: z.string(),
        under: z.string().default(""),
        street: z.string(),
        pc4: z.number(),
        place: z.string(),
        phone: z.string(),
        email: z.string(),
        hours: z.object({ walkIn: Hours, phone: Hours, appointment: Hours }),
        wheelchair: z.boolean(),
        languages: z.array(z.string()),
      }),
    }),
  ),
});

const People = z.object({
  people: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      email: z.string(),
      memberships: z.array(z.object({ team: z.string(), role: z.enum(teamRoles) })),
      deputy: z.string().nullable(),
    }),
  ),
});

const Staff = z.object({
  organisations: z.array(
    z.object({
      slug: z.string(),
      municipality: z.string(),
      name: z.string(),
      reason: Words,
      privacyMail: z.string(),
    }),
  ),
  teams: z.array(
    z.object({
      slug: z.string(),
      organisation: z.string(),
      municipality: z.string(),
      name: z.string(),
      function: z.enum(teamFunctions),
      phone: z.string(),
    }),
  ),
  people: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      email: z.string(),
      duties: z.array(z.object({ team: z.string(), role: z.enum(teamRoles), deputy: z.string() })),
    }),
  ),
});

const Regions = z.object({
  regions: z.array(
    z.object({
      code: z.string(),
      slug: z.string(),
      name: z.string(),
      phone: z.string(),
      municipalities: z.array(z.string()),
    }),
  ),
  texts: z.array(
    z.object({ place: z.string(), theme: z.string(), paragraph: z.string(), nl: z.string(), en: z.string() }),
  ),
});

const Contacts = z.object({
  contacts: z.array(
    z.object({
      service: z.string(),
      function: z.string(),
      person: z.string().optional(),
      phone: z.string().optional(),
      email: z.string().optional(),
      reachable: z.string(),
      advice: z.string(),
    }),
  ),
});

const answer = z.enum(["yes", "no", "unknown"]);
const Residents = z.object({
  residents: z.array(
    z.object({
      name: z.string(),
      municipality: z.string(),
      phone: z.string(),
      email: z.string().optional(),
      language: z.string(),
      theme: z.string(),
      question: z.string(),
      mayLeaveMessage: answer,
      mayWhoWeAre: answer,
      askedFor: z.enum(["self", "someone-else"]),
      harm: answer,
    }),
  ),
});

export const readExample = () => ({
  municipalities: read("content/municipalities.yaml", Municipalities).municipalities,
  postcodes: read("content/postcodes.yaml", Postcodes).postcodes,
  pilots: read("example/pilots.json", Pilots),
  desks: read("example/desks.yaml", Desks).organisations,
  people: read("example/people.yaml", People).people,
  staff: read("example/staff.yaml", Staff),
  contacts: read("example/contacts.yaml", Contacts).contacts,
  ...read("example/regions.yaml", Regions),
  residents: read("example/residents.yaml", Residents).residents,
});
export type Example = ReturnType<typeof readExample>;
