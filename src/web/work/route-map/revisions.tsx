import type { Context } from "hono";
import type { Change } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/data-table.tsx";
import { Form } from "../../ui/form.tsx";
import { VisuallyHidden } from "../../ui/text.tsx";
import { ChangeTable, type NameOf } from "./change-table.tsx";
import { texts } from "./texts.ts";

type Revision = {
  version: number;
  at: Temporal.Instant;
  by: string | null;
  reason: string;
  changes: readonly Change[];
};

type Props = { c: Context<Env>; revisions: readonly Revision[]; nameOf: NameOf; undo: string };

/** Every change with what it said before; each can be taken back. @param undo where that is asked. */
export function Revisions({ c, revisions, nameOf, undo }: Props) {
  const text = texts[c.var.language];
  if (revisions.length === 0) return <EmptyState heading={text.noHistory} />;
  return (
    <>
      {revisions.map(({ version, at, by, reason, changes }) => (
        <section>
          <h3>{text.revision(at, by)}</h3>
          {reason !== "" && <p dir="auto">{reason}</p>}
          <ChangeTable c={c} nameOf={nameOf} changes={changes} caption={text.revision(at, by)} />
          <Form action={undo} hidden={{ version: String(version) }}>
            <Button look="secondary" tight>
              {text.undo}
              <VisuallyHidden> {text.revision(at, by)}</VisuallyHidden>
            </Button>
          </Form>
        </section>
      ))}
    </>
  );
}
