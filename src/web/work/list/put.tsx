import type { Context, Handler } from "hono";
import type { Child } from "hono/jsx";
import { z } from "zod";
import { listListable, mostEntries } from "../../../modules/directory/index.ts";
import { parseForm } from "../../form.ts";
import { chainOf, hasSite, workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { About } from "../../ui/text.tsx";
import { keepDraft, readDraft } from "./draft.ts";
import { texts } from "./texts.ts";

type PutProps = {
  c: Context<Env>;
  serviceId: string;
  isOn: boolean;
  /** Said after the words of the button, for who hears it alone. */
  about: Child;
  /** Of "Hulp vinden": back to it afterwards. Without one, on to the list. */
  page?: number;
};

/** "Zet op lijst", wherever help stands; for whoever may give lists. */
export function PutOnList({ c, serviceId, isOn, about, page }: PutProps) {
  const { language, place } = c.var;
  const text = texts[language];
  if (isOn)
    return (
      <p>
        {text.isOn} <a href={workPath(place, "lijst")}>{text.seeList}</a>
      </p>
    );
  return (
    <Form
      action={workPath(place, "lijst/erbij")}
      hidden={{ help: serviceId, pagina: page === undefined ? undefined : String(page) }}
    >
      <Button look="secondary" tight>
        {text.put}
        <About>{about}</About>
      </Button>
    </Form>
  );
}

const Put = z.object({ help: z.uuid(), pagina: z.coerce.number().int().min(1).max(500).optional().catch(undefined) });

export const putForm: Handler<Env> = async (c) => {
  const { ctx, place } = c.var;
  if (!hasSite(place.municipality)) return c.notFound();
  const form = await parseForm(c, Put, {});
  if (!form.ok) return c.notFound();
  const { help, pagina } = form.value;
  const [service] = await listListable(ctx, chainOf(place), [help]);
  if (service === undefined) return c.notFound();
  const draft = readDraft(c);
  const isOn = draft.entries.some(({ serviceId }) => serviceId === help);
  const entries = isOn ? draft.entries : [...draft.entries, { serviceId: help, advice: null, line: "" }];
  if (entries.length > mostEntries || !keepDraft(c, { ...draft, entries }))
    return thenSay(c, workPath(place, "lijst"), { what: "list", came: "full" });
  const back = pagina === undefined ? "lijst" : `hulp${pagina === 1 ? "" : `?pagina=${pagina}`}#hulp-${help}`;
  return c.redirect(workPath(place, back), 303);
};
