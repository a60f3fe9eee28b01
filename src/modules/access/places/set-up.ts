import { z } from "zod";
import { WeekHours } from "../../../kernel/hours.ts";
import { callbackClocks, Desk, MunicipalityNames } from "../municipality.ts";
import { independences, organisationKinds, teamFunctions } from "../team.ts";

/*
 * With which places an installation begins, or which are added to it: the file of `npm run places` (docs/operations.md).
 * Numbers are written in international form, times as on a Dutch clock.
 */

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** `{ monday: ["09:00-17:00"] }` as the week that is kept. */
const Week = z
  .partialRecord(z.enum(weekdays), z.array(z.string().regex(/^\d\d:\d\d-\d\d:\d\d$/, 'must look like "09:00-17:00"')))
  .transform((days) =>
    weekdays.flatMap((day, at) =>
      (days[day] ?? []).map((range) => {
        const [from = "", until = ""] = range.split("-");
        return { weekday: at + 1, from, until };
      }),
    ),
  )
  .pipe(WeekHours);

const line = z.string().trim().min(1).max(200);
const Phone = z.string().regex(/^\+[1-9]\d{6,14}$/, "must be in international form, such as +31201234567");

const TypedDesk = Desk.extend({ name: line, phone: Phone, mail: z.email(), address: line, hours: Week });

const TypedTeam = z.strictObject({
  name: line,
  function: z.enum(teamFunctions),
  callingNumber: Phone,
  mail: z.email(),
  hours: Week.refine((hours) => hours.length > 0, "must say when the team works"),
  closingDays: z.array(z.iso.date()).default([]),
});

const TypedOrganisation = z.strictObject({
  name: line,
  kind: z.enum(organisationKinds),
  independence: z.enum(independences),
  reason: z.strictObject({ nl: line, en: line }),
  controller: line.optional(),
  privacyMail: z.email().optional(),
  teams: z.array(TypedTeam).min(1),
});

export const PlacesFile = z.strictObject({
  /** Whom to call where no municipality is chosen yet; once, when an installation begins. */
  country: z.strictObject({ desk: TypedDesk }).optional(),
  municipalities: z
    .array(
      MunicipalityNames.extend({
        name: line,
        otherNames: z.array(line).default([]),
        /** The region it lies in, when there is one: a place of this list as well, with a code that begins with RG. */
        region: z
          .string()
          .regex(/^RG\d{4}$/, "must look like RG0001")
          .optional(),
        callbackClock: z.enum(callbackClocks).default("working-days"),
        desk: TypedDesk,
        organisations: z.array(TypedOrganisation).default([]),
      }).strict(),
    )
    .default([]),
});
export type PlacesFile = z.infer<typeof PlacesFile>;

/** What was there, and what is there since: with the ids that the file of identity providers asks for. */
export type SetUp = {
  /** "region": a municipality that was there lies in it since. */
  what: "country" | "region" | "municipality" | "organisation" | "team";
  name: string;
  id: string;
  isNew: boolean;
};
