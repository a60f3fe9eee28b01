import type { Context } from "hono";
import type { CasePage } from "../../../modules/contact/index.ts";
import { openDayparts } from "../../../modules/directory/index.ts";
import { workPath } from "../../place.ts";
import { DaypartQuestion } from "../../public/callback/fields.tsx";
import { PersonQuestions, SafetyQuestions } from "../../public/callback/person-fields.tsx";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { PhoneField } from "../../ui/phone-field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { texts as deskTexts } from "../desk/slip.tsx";
import { texts } from "./texts.ts";

type Props = {
  c: Context<Env>;
  page: CasePage;
  refused: Refused | undefined;
  /** The number is known to be wrong: the box for another one stands open. */
  wrongNumber: boolean;
};

/** What a helper hears later about who somebody is and how to reach them. */
export function ReachForms({ c, page, refused, wrongNumber }: Props) {
  const { language, place } = c.var;
  const text = texts[language];
  const to = (path: string) => workPath(place, `hulpvragen/${page.file.id}/${path}`);
  const open = (...fields: string[]) => fields.some((field) => refused?.errors[field] !== undefined);
  // When another form on the page was refused, this one still shows what is known.
  const detailsRefused = c.req.path.endsWith("/gegevens") ? refused : undefined;
  return (
    <>
      <Details language={language} summary={text.phone} open={wrongNumber || open("phone")}>
        <Form action={to("nummer")}>
          <PhoneField
            language={language}
            refused={refused}
            label={text.phone}
            hint={text.phoneHint}
            autocomplete="off"
          />
          <Button look="secondary">{text.phoneSave}</Button>
        </Form>
      </Details>
      {page.resident.notSafeSince !== null && (
        <Details language={language} summary={text.safeAgain} open={open("safeReason")}>
          <Form action={to("veilig")}>
            <Field
              language={language}
              refused={refused}
              name="safeReason"
              type="textarea"
              rows={2}
              label={text.safeReason}
              hint={text.safeReasonHint}
            />
            <Button look="secondary">{text.safeSave}</Button>
          </Form>
        </Details>
      )}
      <Details language={language} summary={text.fillIn} open={open("dayparts", "name", "language", "mail")}>
        <Form action={to("gegevens")}>
          <DetailQuestions c={c} page={page} refused={detailsRefused} />
          <Button look="secondary">{text.fillInSave}</Button>
        </Form>
      </Details>
    </>
  );
}

/** The questions of the desk with what is known by now; the safe ones first, as they may not be missed. */
function DetailQuestions({ c, page, refused }: Omit<Props, "wrongNumber">) {
  const { language } = c.var;
  const { resident, callback, team } = page;
  // What the desk says of a mail with the code does not hold any more: that was sent when the question came in.
  const text = { ...deskTexts[language].questions, mailHint: texts[language].mailHint };
  const asked = { language, refused, text };
  return (
    <>
      <SafetyQuestions {...asked} given={resident} />
      <DaypartQuestion {...asked} open={openDayparts(team)} given={callback.dayparts} />
      <PersonQuestions {...asked} aboutAnother given={resident} />
    </>
  );
}
