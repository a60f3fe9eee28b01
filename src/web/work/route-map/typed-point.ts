import { z } from "zod";
import { readDeskNumber } from "../../../modules/contact/index.ts";
import {
  type HoursProblem,
  type PointContent,
  pointKinds,
  readHours,
  readPostcode,
  type WayHours,
  type WayIn,
  waysIn,
  withDutch,
} from "../../../modules/directory/index.ts";
import { mailOrNone } from "../../form.ts";
import { answer, line, yesNo } from "./typed-entry.ts";

/* A place or number as it is typed. */

const hoursText = z.string().max(3000);

export const hoursFields = {
  walkIn: "hoursWalkIn",
  phone: "hoursPhone",
  appointment: "hoursAppointment",
} as const satisfies Record<WayIn, string>;
export const pointLists = ["languages"];
/** Languages that are often spoken at a desk, Dutch sign language among them; as ISO 639 has them. */
export const deskLanguages = [
  "nl",
  "en",
  "de",
  "fr",
  "ar",
  "tr",
  "pl",
  "uk",
  "ru",
  "es",
  "pt",
  "fa",
  "so",
  "ti",
  "zh",
  "pap",
  "fy",
  "dse",
] as const;

export const TypedPoint = z.object({
  kind: z.enum(pointKinds, { error: "pointKindMissing" }),
  place: line(120, "placeTooLong").min(1, { error: "placeMissing" }),
  street: line(120, "streetTooLong"),
  town: line(80, "townTooLong"),
  under: line(120, "underTooLong"),
  pc4: z.string().trim(),
  phone: z.string().trim(),
  mail: mailOrNone("mailWrong"),
  hoursWalkIn: hoursText,
  hoursPhone: hoursText,
  hoursAppointment: hoursText,
  postcodes: z.string().trim().max(1000, { error: "postcodesWrong" }),
  wheelchair: answer,
  accessibility: line(500, "accessibilityTooLong"),
  transport: line(500, "transportTooLong"),
  homeVisit: answer,
  privateRoom: answer,
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).min(1, { error: "languagesMissing" }),
  reason: line(500, "reasonTooLong"),
});
type TypedPoint = z.infer<typeof TypedPoint>;

export type PointProblem =
  | "streetMissing"
  | "pc4Wrong"
  | "phoneWrong"
  | "phoneMissing"
  | "postcodesWrong"
  | { hours: HoursProblem[] };

type ReadPoint =
  | { ok: true; edit: (before: PointContent | undefined) => PointContent }
  | { ok: false; problems: Record<string, PointProblem> };

/** @param examples whether a number that nobody has may be used: in the example world. */
export function readPoint(typed: TypedPoint, examples: boolean): ReadPoint {
  const pc4 = typed.pc4 === "" ? null : readPostcode(typed.pc4);
  const phone = typed.phone === "" ? null : readDeskNumber(typed.phone, examples);
  const postcodes = readPostcodes(typed.postcodes);
  const hours = waysIn.map((way) => [way, readHours(typed[hoursFields[way]])] as const);
  const problems: Record<string, PointProblem> = {
    ...(typed.kind === "place" && typed.street === "" ? { street: "streetMissing" as const } : {}),
    ...(pc4 === undefined ? { pc4: "pc4Wrong" as const } : {}),
    ...(phone === undefined ? { phone: "phoneWrong" as const } : {}),
    ...(typed.kind === "phone" && phone === null ? { phone: "phoneMissing" as const } : {}),
    ...(postcodes === undefined ? { postcodes: "postcodesWrong" as const } : {}),
    ...Object.fromEntries(
      hours.flatMap(([way, read]) => (read.ok ? [] : [[hoursFields[way], { hours: read.problems }] as const])),
    ),
  };
  if (Object.keys(problems).length > 0 || pc4 === undefined || phone === undefined || postcodes === undefined)
    return { ok: false, problems };
  const of = (way: WayIn): WayHours => {
    const read = hours.find(([other]) => other === way)?.[1];
    return read?.ok === true ? read.hours : { week: [], exceptions: [] };
  };
  const none = { nl: "" };
  return {
    ok: true,
    edit: (before) => ({
      kind: typed.kind,
      place: { name: typed.place, street: typed.street, town: typed.town },
      under: typed.under,
      pc4,
      phone,
      mail: typed.mail === "" ? null : typed.mail,
      hours: {
        walkIn: of("walkIn").week,
        phone: of("phone").week,
        appointment: of("appointment").week,
        exceptions: {
          walkIn: of("walkIn").exceptions,
          phone: of("phone").exceptions,
          appointment: of("appointment").exceptions,
        },
      },
      serves: { municipalities: before?.serves.municipalities ?? [], postcodes },
      wheelchair: yesNo(typed.wheelchair),
      accessibility: withDutch(before?.accessibility ?? none, typed.accessibility),
      transport: withDutch(before?.transport ?? none, typed.transport),
      homeVisit: yesNo(typed.homeVisit),
      privateRoom: yesNo(typed.privateRoom),
      languages: typed.languages,
    }),
  };
}

/** "3511-3515, 3521" as ranges in order, those that touch as one; undefined when it is not that. */
function readPostcodes(text: string): PointContent["serves"]["postcodes"] | undefined {
  const parts = text.split(/[,;\n]/).map((part) => part.trim());
  const ranges = parts
    .filter((part) => part !== "")
    .map((part) => {
      const [, first = "", last = first] = /^(\d{4})(?:\s*[-\u2013]\s*(\d{4}))?$/.exec(part) ?? [];
      return { from: readPostcode(first), to: readPostcode(last) };
    });
  const merged: PointContent["serves"]["postcodes"] = [];
  for (const { from, to } of ranges.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0))) {
    if (from === undefined || to === undefined || to < from) return undefined;
    const before = merged.at(-1);
    if (before !== undefined && from <= before.to + 1) before.to = Math.max(before.to, to);
    else merged.push({ from, to });
  }
  return merged;
}
