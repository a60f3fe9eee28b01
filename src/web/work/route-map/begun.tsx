import type { Context } from "hono";
import { z } from "zod";
import { findEntry, type Service } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { Field } from "../../ui/field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { texts } from "./texts.ts";

/* What every form about an entry begins with: which entry, and which changes somebody had before them. */

/** What the address asks for, when whoever asks keeps it. */
export const entryAsked = (c: Context<Env>): Promise<Service | undefined> => {
  const id = z.uuid().safeParse(c.req.param("id"));
  return id.success ? findEntry(c.var.ctx, id.data) : Promise.resolve(undefined);
};

/** The number of changes somebody had before them when they began. */
export const Version = z.coerce.number().int().min(1);

/** Whoever mends a refused form still began where they began. */
export const versionOf = (refused: Refused | undefined, service: Service): string =>
  String(refused?.values.version ?? service.version);

export function ReasonField({ c, refused }: { c: Context<Env>; refused: Refused | undefined }) {
  const { language } = c.var;
  const text = texts[language];
  return (
    <Field
      language={language}
      refused={refused}
      name="reason"
      optional
      label={text.reason}
      hint={text.hints.reason}
      maxlength={500}
    />
  );
}
