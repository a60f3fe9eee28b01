import type { Context } from "hono";
import { type Change, readField, type Service } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { sayValue } from "./say-value.ts";
import { texts } from "./texts.ts";

/** What a field is called: the question of the form that it answers. */
export type NameOf = (field: string) => string;
type Props = { c: Context<Env>; changes: readonly Change[]; caption: string; nameOf: NameOf };

/** Field by field what it said and what it says. */
export function ChangeTable({ c, changes, caption, nameOf }: Props) {
  const { language } = c.var;
  const text = texts[language];
  return (
    <DataTable
      language={language}
      caption={caption}
      captionHidden
      rows={changes}
      columns={[
        { head: text.field, cell: ({ field }) => nameOf(field) },
        { head: text.was, cell: ({ field, before }) => <Value c={c} field={field} value={before} /> },
        { head: text.is, cell: ({ field, after }) => <Value c={c} field={field} value={after} /> },
      ]}
    />
  );
}

/** Of an entry; of a point also where that is. */
export const namesOfEntry =
  (c: Context<Env>, service: Service): NameOf =>
  (field) => {
    const text = texts[c.var.language];
    const { pointId, key } = readField(field);
    const labels: Record<string, string> = pointId === undefined ? text.labels : text.pointLabels;
    if (pointId === undefined) return labels[key] ?? key;
    const place = service.points.find(({ id }) => id === pointId)?.place.name ?? text.pointTitle;
    return key === "" ? place : `${place}: ${labels[key] ?? key}`;
  };

function Value({ c, field, value }: { c: Context<Env>; field: string; value: unknown }) {
  return (
    <>
      {sayValue(field, value, c.var.language).map(({ text, lang }, at) => (
        <>
          {at > 0 && <br />}
          <span lang={lang} dir="auto">
            {text}
          </span>
        </>
      ))}
    </>
  );
}
