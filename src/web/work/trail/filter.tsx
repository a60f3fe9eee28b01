import type { Context } from "hono";
import { z } from "zod";
import { type Day, dayOf } from "../../../kernel/day.ts";
import type { Result } from "../../../kernel/result.ts";
import {
  findOpeningDay,
  isTrailKind,
  periodOf,
  readReference,
  type TrailChoice,
  trailKinds,
} from "../../../modules/access/index.ts";
import { readDay } from "../../form.ts";
import { withQuery, workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/choice.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import { texts } from "./texts.ts";

const idIn = (text: string | undefined) => z.uuid().safeParse(text).data;

/** With where its period comes from: what nobody chose does not stand in the boxes or in an address, as if they had. */
export type AskedTrail = TrailChoice & { period: "chosen" | "usual" | "sinceOpening" };

/** What somebody chose stands in the address, so that it can be kept and shared with a colleague who may see it too. */
export async function readTrailChoice(c: Context<Env>): Promise<Result<AskedTrail, Refused>> {
  const { language, ctx } = c.var;
  const { problems } = texts[language];
  const values = c.req.query();
  const refuse = (field: string, sentence: string) =>
    ({ ok: false, problem: { values, errors: { [field]: sentence } } }) as const;
  const chosen: { from?: Day; until?: Day } = {};
  for (const [field, name] of [
    ["from", "van"],
    ["until", "tot"],
  ] as const) {
    const day = readDay(values, name);
    if (day.ok) chosen[field] = day.value;
    else if (day.problem === "impossible") return refuse(name, sharedWords[language].dayImpossible(day.typed));
    else if (["day", "month", "year"].some((part) => (values[`${name}-${part}`] ?? "").trim() !== ""))
      return refuse(name, problems.dayMissing);
  }
  const reference = (values.kenmerk ?? "").trim();
  if (reference !== "" && readReference(reference) === undefined) return refuse("kenmerk", problems.referenceWrong);
  const openedOn = reference === "" ? undefined : await findOpeningDay(ctx, reference);
  const period = periodOf(
    { from: chosen.from, until: chosen.until },
    dayOf(ctx.now),
    reference === "" ? undefined : { openedOn },
  );
  if (!period.ok) return refuse("tot", problems[period.problem]);
  const isChosen = chosen.from !== undefined || chosen.until !== undefined;
  const kind = values.wat ?? "";
  return {
    ok: true,
    value: {
      ...period.value,
      period: isChosen ? "chosen" : openedOn === undefined ? "usual" : "sinceOpening",
      kind: isTrailKind(kind) ? kind : undefined,
      personId: idIn(values.wie),
      teamId: idIn(values.team),
      reference: reference === "" ? undefined : reference,
    },
  };
}

const boxes = (name: string, { day, month, year }: Day) => ({
  [`${name}-day`]: String(day),
  [`${name}-month`]: String(month),
  [`${name}-year`]: String(year),
});

export const trailPath = (c: Context<Env>, choice: AskedTrail, page = 1, path = "inzage"): string =>
  withQuery(workPath(c.var.place, path), {
    ...(choice.period === "chosen" ? { ...boxes("van", choice.from), ...boxes("tot", choice.until) } : {}),
    wat: choice.kind,
    wie: choice.personId,
    team: choice.teamId,
    kenmerk: choice.reference,
    pagina: page === 1 ? undefined : String(page),
  });

type Named = { id: string; name: string };
type Props = {
  c: Context<Env>;
  choice: AskedTrail | undefined;
  refused: Refused | undefined;
  people: Named[];
  teams: Named[];
};

/** An ordinary form that ends in an address. */
export function TrailFilter({ c, choice, refused, people, teams }: Props) {
  const { language, place } = c.var;
  const text = texts[language];
  const shared = { language, refused, optional: true } as const;
  const named = (first: string, all: Named[]) => [
    { value: "", label: first },
    ...all.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const kinds = Object.keys(trailKinds).filter(isTrailKind);
  const days = choice?.period === "chosen" ? choice : undefined;
  return (
    <Details language={language} summary={text.filter} open={refused !== undefined}>
      <Form method="get" action={workPath(place, "inzage")}>
        <DateField {...shared} name="van" legend={text.from} hint={text.periodHint} value={days?.from.toString()} />
        <DateField {...shared} name="tot" legend={text.until} value={days?.until.toString()} />
        <Field
          {...shared}
          optional={false}
          name="wat"
          type="select"
          label={text.kind}
          value={choice?.kind}
          options={[
            { value: "", label: text.everything },
            ...kinds.map((kind) => ({ value: kind, label: text.kinds[kind] })),
          ]}
        />
        <Field
          {...shared}
          optional={false}
          name="wie"
          type="select"
          label={text.person}
          hint={text.personHint}
          value={choice?.personId}
          options={named(text.everybody, people)}
        />
        <Field
          {...shared}
          optional={false}
          name="team"
          type="select"
          label={text.team}
          value={choice?.teamId}
          options={named(text.allTeams, teams)}
        />
        <Field
          {...shared}
          name="kenmerk"
          width="medium"
          label={text.reference}
          hint={text.referenceHint}
          value={choice?.reference}
          maxlength={20}
          autocomplete="off"
          spellcheck={false}
        />
        <Button look="secondary">{text.show}</Button>
      </Form>
    </Details>
  );
}
