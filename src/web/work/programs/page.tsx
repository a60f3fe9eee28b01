import type { Context, Handler } from "hono";
import { z } from "zod";
import { dayOf, sayDay } from "../../../kernel/day.ts";
import type { Translated } from "../../../kernel/language.ts";
import { type Client, endClient, listClients, listOwnOrganisations } from "../../../modules/access/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { takeSaid, thenSay } from "../../said.ts";
import { dropSealed, readSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable, EmptyState } from "../../ui/data-table.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Code, Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { ProgramForm } from "./add.tsx";
import { en } from "./en.ts";
import { nl, type ProgramsText } from "./nl.ts";

export const texts: Translated<ProgramsText> = { nl, en };

/** What was just added waits here until it is shown, once. */
export const addedCookie = "programma";
const Added = z.object({ id: z.string(), secret: z.string().nullable() });

export const programsPage: Handler<Env> = (c) => showPrograms(c);

/** The programs of the organisations that I administer, what each may ask, and a way to end it. */
export async function showPrograms(c: Context<Env>, refused?: Refused): Promise<Response> {
  const { ctx, language } = c.var;
  const text = texts[language];
  const [clients, organisations, counts] = await Promise.all([
    listClients(ctx),
    listOwnOrganisations(ctx, "clients.manage"),
    navCounts(c),
  ]);
  const said = takeSaid(c);
  const added = readSealed(c, addedCookie, Added);
  dropSealed(c, addedCookie);
  const page = (
    <WorkFrame c={c} title={text.title} section="programs" counts={counts} refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      {said?.what === "program" && (
        <Notice kind={said.came === "ended" ? "success" : "warning"}>{text[said.came]}</Notice>
      )}
      {added !== undefined && (
        <Notice kind="success" heading={text.added}>
          <SummaryList
            language={language}
            items={[
              { term: text.id, value: <Code>{added.id}</Code> },
              ...(added.secret === null ? [] : [{ term: text.secret, value: <Code>{added.secret}</Code> }]),
            ]}
          />
          {added.secret !== null && <p>{text.once}</p>}
        </Notice>
      )}
      <h1>{text.title}</h1>
      <Lead>{text.lead}</Lead>
      {clients.length === 0 ? (
        <EmptyState>
          <p>{text.none}</p>
        </EmptyState>
      ) : (
        <Programs c={c} clients={clients} />
      )}
      <h2>{text.add}</h2>
      <ProgramForm c={c} organisations={organisations} refused={refused} />
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}

function Programs({ c, clients }: { c: Context<Env>; clients: readonly Client[] }) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const today = dayOf(ctx.now);
  return (
    <DataTable
      language={language}
      caption={text.title}
      captionHidden
      rows={clients}
      count={text.count(clients.length)}
      columns={[
        { head: text.columns.name, cell: ({ name }) => <bdi>{name}</bdi> },
        { head: text.columns.may, cell: ({ scopes }) => scopes.map((scope) => text.scopes[scope]).join(", ") },
        { head: text.columns.proves, cell: ({ provesWith }) => text.proofs[provesWith] },
        {
          head: text.columns.until,
          cell: ({ endsOn }) => sayDay(endsOn, language, today),
        },
        {
          head: text.columns.used,
          cell: ({ lastUsedAt }) => (lastUsedAt === null ? text.never : sayDay(dayOf(lastUsedAt), language, today)),
        },
        {
          head: text.columns.end,
          cell: ({ id, name, endedAt }) =>
            endedAt !== null ? (
              text.endedOn(sayDay(dayOf(endedAt), language, today))
            ) : (
              <Form action={workPath(place, "programmas/stop")} hidden={{ program: id }}>
                <Button tight look="secondary">
                  {text.end(name)}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  );
}

/** Ends it at once, with the tokens it still has. Somebody else's is as one that is not there. */
export const endProgramForm: Handler<Env> = async (c) => {
  const form = await parseForm(c, z.object({ program: z.uuid() }), {});
  if (!form.ok) return c.notFound();
  const came = await endClient(c.var.ctx, form.value.program);
  return thenSay(c, workPath(c.var.place, "programmas"), { what: "program", came });
};
