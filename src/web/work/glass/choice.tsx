import type { Context } from "hono";
import { type BehindGlass, type ToldApart, tellApart } from "../../../modules/access/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import type { GlassText } from "./nl.ts";
import { texts } from "./texts.ts";

/** When each was asked, as far as that tells them apart. */
const labelOf = ({ askedAt, by }: ToldApart, text: GlassText): string => {
  if (by === "day") return text.askedOn(askedAt);
  return by === "time" ? text.askedAt(askedAt) : text.askedNth(askedAt, by.nth);
};

/** More questions have this number: which one? What was filled in before goes along; without an error nothing was wrong. */
export async function showChoice(c: Context<Env>, found: BehindGlass[], asked: Refused) {
  const { language, place } = c.var;
  const text = texts[language];
  const { team, phone, reason, words } = asked.values;
  const refused = Object.keys(asked.errors).length === 0 ? undefined : asked;
  const page = (
    <WorkFrame c={c} title={text.which} counts={await navCounts(c)} refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      <Form action={workPath(place, "noodtoegang")} hidden={{ team, phone, reason, words, shown: "ja" }}>
        <RadioGroup
          language={language}
          refused={refused}
          name="question"
          legend={text.which}
          legendLevel={1}
          hint={text.whichHint}
          options={tellApart(found).map((one) => ({ value: one.caseId, label: labelOf(one, text) }))}
        />
        <Button>{text.open}</Button>
      </Form>
      <p>
        <a href={workPath(place, "noodtoegang")}>{text.again}</a>
      </p>
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}
