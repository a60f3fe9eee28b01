import type { Handler } from "hono";
import { z } from "zod";
import { listHistory, undoChange } from "../../../modules/directory/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { Version } from "./begun.tsx";
import { namesOfEntry } from "./change-table.tsx";
import { RouteMapSaid } from "./page.tsx";
import { Revisions } from "./revisions.tsx";
import { texts } from "./texts.ts";

const Id = z.uuid();

/** All that was changed of an entry, with what it said before; each change can be taken back. */
export const historyPage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const id = Id.safeParse(c.req.param("id"));
  const found = id.success ? await listHistory(ctx, id.data) : undefined;
  if (found === undefined) return c.notFound();
  const { service, revisions } = found;
  const own = (path = "") => workPath(place, `routekaart/${service.id}${path}`);
  return c.html(
    <WorkFrame c={c} title={text.historyTitle(service.name.nl)} section="routeMap" counts={await navCounts(c)}>
      <RouteMapSaid c={c} />
      <h1>{text.historyTitle(service.name.nl)}</h1>
      <Lead>{text.historyLead}</Lead>
      <h2>{text.changes}</h2>
      <Revisions c={c} revisions={revisions} nameOf={namesOfEntry(c, service)} undo={own("/geschiedenis")} />
      <LinkButton look="secondary" href={own()}>
        {text.backTo(service.name.nl)}
      </LinkButton>
    </WorkFrame>,
  );
};

export const undoForm: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const id = Id.safeParse(c.req.param("id"));
  const form = await parseForm(c, z.object({ version: Version }), {});
  if (!id.success || !form.ok) return c.notFound();
  const came = await undoChange(ctx, id.data, form.value.version, texts[language].undoReason(form.value.version));
  if (came.kind === "gone") return c.notFound();
  return thenSay(c, workPath(place, `routekaart/${id.data}/geschiedenis`), {
    what: "routeMap",
    came: came.kind === "done" ? "undone" : came.kind === "nothing" ? "nothing" : "changedSince",
  });
};
