import type { Context } from "hono";
import { dayOf, zone } from "../../../kernel/day.ts";
import { listColleagues } from "../../../modules/access/index.ts";
import type { CaseChoice, CaseLine } from "../../../modules/casework/index.ts";
import { findTheme } from "../../../modules/directory/index.ts";
import { listNextOfCases, type OpenPromise } from "../../../modules/promises/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import type { Column } from "../../ui/data-table.tsx";
import { Warn } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import type { CasesText } from "./nl.ts";

/** A case as a list shows it: with what is owed in it first, when something is. */
export type ListedCase = CaseLine & {
  next: OpenPromise | undefined;
  owner: string;
  /** The same for whoever reads the file elsewhere: "you" is nobody there. */
  ownerName: string;
};

/** What a list says of a case, on the page and in the file that is taken along: the same columns, in the same order. */
export type CaseColumn = Pick<Column<ListedCase>, "head" | "cell"> & {
  order?: CaseChoice["order"];
  /** As a spreadsheet sorts and reads it. */
  plain: (line: ListedCase) => string;
};

/** Whose these cases are and by when something is owed. */
export async function withOwners(c: Context<Env>, text: CasesText, lines: CaseLine[]): Promise<ListedCase[]> {
  const { ctx, atWork } = c.var;
  const open = lines.flatMap(({ file }) => (file.status === "open" ? [file.id] : []));
  const [next, colleagues] = await Promise.all([listNextOfCases(ctx, open), listColleagues(ctx)]);
  const names = new Map(colleagues.map(({ personId, name }) => [personId, name]));
  return lines.map((line) => {
    const promise = next.get(line.file.id);
    const owner = promise?.owner.personId ?? null;
    const role = promise?.owner.role === "team-lead" ? text.lead : text.nobody;
    const ownerName = promise === undefined ? "" : owner === null ? role : (names.get(owner) ?? "");
    return { ...line, next: promise, ownerName, owner: owner === atWork.person.personId ? text.you : ownerName };
  });
}

/** As a spreadsheet sorts it and reads it as a moment: "2026-11-24 10:00". */
const moment = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");

/** @param found after searching, open and closed cases stand in one list. */
export function columnsOf(c: Context<Env>, text: CasesText, list: CaseChoice["status"] | "found"): CaseColumn[] {
  const { language, place, ctx } = c.var;
  const today = dayOf(ctx.now);
  const themeOf = ({ file }: CaseLine) => findTheme(file.theme)?.text[language].title ?? file.theme;
  const stateOf = ({ file }: CaseLine) =>
    file.status === "open" ? text.open : sharedWords[language].results[file.result];
  const asked: CaseColumn[] = [
    {
      head: text.name,
      order: "name",
      cell: ({ file, resident }) => (
        <>
          <a href={workPath(place, `hulpvragen/${file.id}`)}>
            <bdi>{resident.name === "" ? text.noName : resident.name}</bdi>
          </a>{" "}
          {resident.notSafeSince !== null && <Warn>{text.notSafe}</Warn>}
        </>
      ),
      plain: ({ resident }) => resident.name,
    },
    { head: text.theme, order: "theme", cell: themeOf, plain: themeOf },
    {
      head: text.asked,
      order: "asked",
      cell: ({ file }) => text.day(file.openedAt, today),
      plain: ({ file }) => moment(file.openedAt),
    },
  ];
  const owed: CaseColumn[] = [
    { head: text.whose, cell: ({ owner }) => owner, plain: ({ ownerName }) => ownerName },
    {
      head: text.due,
      cell: ({ next }) => next && (next.pause === null ? text.moment(next.dueAt) : text.resting),
      plain: ({ next }) => (next === undefined ? "" : next.pause === null ? moment(next.dueAt) : text.resting),
    },
  ];
  const state: CaseColumn = { head: list === "closed" ? text.result : text.status, cell: stateOf, plain: stateOf };
  const closedAt: CaseColumn = {
    head: text.closedAt,
    cell: ({ file }) => file.status === "closed" && text.day(file.closedAt, today),
    plain: ({ file }) => (file.status === "closed" ? moment(file.closedAt) : ""),
  };
  switch (list) {
    case "open":
      return [...asked, ...owed];
    case "closed":
      return [...asked, state, closedAt];
    case "found":
      return [...asked, state, ...owed];
  }
}
