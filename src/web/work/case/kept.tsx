import type { Context } from "hono";
import { dayOf, sayDate, sayMonths } from "../../../kernel/day.ts";
import { may } from "../../../modules/access/index.ts";
import { holdReasons, isOpen } from "../../../modules/casework/index.ts";
import type { CasePage } from "../../../modules/contact/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { Details } from "../../ui/details.tsx";
import { Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { texts } from "./texts.ts";

type Props = { c: Context<Env>; page: CasePage; refused: Refused | undefined };

/** When this file goes, how we get to that, and for the lead what keeps it longer. */
export function Kept({ c, page, refused }: Props) {
  const { language, place } = c.var;
  const text = texts[language];
  const { file, requests } = page;
  /** Then it is the answer that lets go, and nobody before. */
  const byRequest = file.hold?.reason === "access-request" && requests.some(isOpen);
  const to = (path: string) => workPath(place, `hulpvragen/${file.id}/${path}`);
  return (
    <Card title={text.keptTitle} level={2}>
      <WhenItGoes c={c} page={page} />
      {may(c.var.ctx, "case.hold", { teamId: file.teamId }) && (
        <>
          {byRequest && <p>{text.heldByRequest}</p>}
          {file.hold !== null && !byRequest && (
            <Form action={to("loslaten")}>
              <Button tight look="secondary">
                {text.lift}
              </Button>
            </Form>
          )}
          <Details
            language={language}
            summary={file.hold === null ? text.hold : text.holdOther}
            open={refused?.errors.holdReason !== undefined}
          >
            <Form action={to("vasthouden")}>
              <RadioGroup
                language={language}
                refused={refused}
                name="holdReason"
                legend={text.holdWhy}
                hint={text.holdHint}
                options={holdReasons.map((reason) => ({ value: reason, label: text.holdReasons[reason] }))}
              />
              <Button tight look="secondary">
                {text.holdSave}
              </Button>
            </Form>
          </Details>
        </>
      )}
    </Card>
  );
}

function WhenItGoes({ c, page: { file, retention } }: Pick<Props, "c" | "page">) {
  const { language } = c.var;
  const text = texts[language];
  const { hulpvraag, "hulpvraag-afgebroken": brokenOff } = retention.terms;
  if (retention.kind === "open")
    return (
      <>
        {file.hold !== null && <p>{text.held(text.holdReasons[file.hold.reason])}</p>}
        <p>{text.keptOpen(sayMonths(hulpvraag.months, language), sayMonths(brokenOff.months, language))}</p>
      </>
    );
  const { rule, term } = retention;
  const day = sayDate(retention.goesOn, language);
  return (
    <>
      {retention.kind === "kept" && <p>{text.goesOn(day)}</p>}
      {retention.kind === "due" && <p>{text.goesTonight}</p>}
      {retention.kind === "held" && (
        <>
          <p>{text.held(text.holdReasons[retention.reason])}</p>
          {file.hold !== null && <p>{text.heldSince(sayDate(dayOf(file.hold.since), language), day)}</p>}
        </>
      )}
      <Details language={language}>
        <p>
          {text.howKept(retention.names[rule][language], sayMonths(term.months, language))}{" "}
          {text.keptGround[term.ground]} {text.keptSource(term.article)}
        </p>
      </Details>
    </>
  );
}
