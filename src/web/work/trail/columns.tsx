import type { Context } from "hono";
import { zone } from "../../../kernel/day.ts";
import { sayReference, type TrailLine } from "../../../modules/access/index.ts";
import type { Env } from "../../surroundings.ts";
import type { Column } from "../../ui/data-table.tsx";
import { sharedWords } from "../../words/words.ts";
import { type AskedTrail, trailPath } from "./filter.tsx";
import type { TrailText } from "./nl.ts";
import { texts } from "./texts.ts";

/** What the trail says, on the page and in the file that is taken along: the same columns, in the same order. */
type TrailColumn = Pick<Column<TrailLine>, "head" | "cell" | "unbroken"> & { plain: (line: TrailLine) => string };

/** As a spreadsheet sorts it and reads it as a moment: "2026-11-24 10:00:05". */
const moment = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "second" }).replace("T", " ");

const nameOf = (text: TrailText, { name: what, by: { kind, name } }: TrailLine): string => {
  // A code that did not fit proves nothing about who typed it.
  if (kind === "code" && what === "access.codeRefused") return text.by.visitor;
  if (kind !== "person") return text.by[kind];
  // Whoever became nobody has an empty name; whom the officer may not know has none.
  return name === "" ? text.by.person : (name ?? text.noName);
};

const aboutOf = (text: TrailText, { about }: TrailLine): string =>
  about === null ? "" : about.name === "" ? text.by.person : about.name;

export const referenceOf = ({ subjectRef }: Pick<TrailLine, "subjectRef">): string =>
  subjectRef === null ? "" : sayReference(subjectRef);

export function columnsOf(c: Context<Env>, teams: { id: string; name: string }[], choice: AskedTrail): TrailColumn[] {
  const { language } = c.var;
  const text = texts[language];
  const what = ({ name, count, role }: TrailLine) =>
    [
      text.what[name],
      ...(role === null ? [] : [sharedWords[language].roles[role]]),
      ...(count === null ? [] : [text.residents(count)]),
    ].join(", ");
  const groundOf = ({ ground }: TrailLine) => (ground === null ? "" : text.grounds[ground]);
  const teamsOf = ({ teamIds }: TrailLine) =>
    teams.flatMap(({ id, name }) => (teamIds.includes(id) ? name : [])).join(", ");
  const person = (personId: string, name: string) => (
    <a href={trailPath(c, { ...choice, personId })}>
      <bdi>{name}</bdi>
    </a>
  );
  return [
    { head: text.columns.at, cell: ({ at }) => text.moment(at), plain: ({ at }) => moment(at) },
    { head: text.columns.what, cell: what, plain: what },
    { head: text.columns.ground, cell: groundOf, plain: groundOf },
    {
      head: text.columns.by,
      cell: (line) => (line.by.personId === null ? nameOf(text, line) : person(line.by.personId, nameOf(text, line))),
      plain: (line) => nameOf(text, line),
    },
    {
      head: text.columns.about,
      cell: (line) => line.about !== null && person(line.about.personId, aboutOf(text, line)),
      plain: (line) => aboutOf(text, line),
    },
    {
      head: text.columns.reference,
      unbroken: true,
      cell: (line) =>
        line.subjectRef !== null && (
          <a href={trailPath(c, { ...choice, reference: referenceOf(line) })}>{referenceOf(line)}</a>
        ),
      plain: referenceOf,
    },
    { head: text.columns.team, cell: teamsOf, plain: teamsOf },
  ];
}
