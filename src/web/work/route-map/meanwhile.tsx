import type { Context } from "hono";
import type { Change, EntryChange } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { Notice } from "../../ui/notice.tsx";
import { ChangeTable, type NameOf } from "./change-table.tsx";
import { texts } from "./texts.ts";

export type OthersChange = EntryChange & { kind: "meanwhile" };

type Props = {
  c: Context<Env>;
  others: { revisions: readonly OthersChange["revisions"][number][]; conflicts: readonly Change[] };
  nameOf: NameOf;
};

/** What somebody else changed while this form was open: it stands above what was typed, and nothing is stored yet. */
export function Meanwhile({ c, others, nameOf }: Props) {
  const { language } = c.var;
  const text = texts[language];
  return (
    <Notice kind="warning" heading={text.meanwhile} id="error-summary">
      <p>{text.meanwhileLead}</p>
      {others.revisions.map((revision) => (
        <>
          <p>{text.revision(revision.at, revision.by)}</p>
          <ChangeTable
            c={c}
            nameOf={nameOf}
            changes={revision.changes}
            caption={text.revision(revision.at, revision.by)}
          />
        </>
      ))}
      {others.conflicts.length > 0 && (
        <>
          <p>{text.conflict}</p>
          <ChangeTable c={c} nameOf={nameOf} changes={others.conflicts} caption={text.conflict} />
        </>
      )}
    </Notice>
  );
}
