import type { Context } from "hono";
import { gravityOf, type Resident, safetyWarnings } from "../../../modules/casework/index.ts";
import { type CasePage, sayPhone, stepOf } from "../../../modules/contact/index.ts";
import { findTheme } from "../../../modules/directory/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Card } from "../../ui/card.tsx";
import { MailLink, PhoneLink } from "../../ui/contact.tsx";
import { Details } from "../../ui/details.tsx";
import { Notice, SafeContact, type Warning } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Warn } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import type { CaseText } from "./nl.ts";
import { ReachForms } from "./reach-forms.tsx";
import { texts } from "./texts.ts";

type Props = { c: Context<Env>; page: CasePage; refused: Refused | undefined };

/** What must be known before dialling; what nobody answered says so, because then it may still be asked. */
const warningsOf = (resident: Resident, text: CaseText): Warning[] =>
  safetyWarnings(resident).map((warning) => {
    const gravity = gravityOf(resident, warning);
    const unanswered = gravity === "calm" && (warning === "noMessage" || warning === "notSayWho");
    return { gravity, words: unanswered ? text.unanswered(text.warnings[warning]) : text.warnings[warning] };
  });

/** Who it is and how to reach them. The warnings stand before the number: whoever dials has read them. */
export function Reach({ c, page, refused }: Props) {
  const { language } = c.var;
  const text = texts[language];
  const words = sharedWords[language];
  const { file, resident, callback, team, tied } = page;
  const isOpen = callback.status === "waiting";
  const wrongNumber = isOpen && stepOf(page) === "find-number" && resident.notSafeSince === null;
  return (
    <Card title={text.reach} level={2}>
      {wrongNumber && (
        <Notice kind="warning">
          <p>{text.wrongNumber}</p>
        </Notice>
      )}
      <SafeContact language={language} warnings={warningsOf(resident, text)}>
        {isOpen && !wrongNumber && resident.notSafeSince === null ? (
          <PhoneLink look="secondary" words={words.call} number={sayPhone(resident.phone)} />
        ) : (
          // To be read, not to be dialled with a slip of the finger.
          <bdi dir="ltr">{sayPhone(resident.phone)}</bdi>
        )}
      </SafeContact>
      <SummaryList
        language={language}
        items={[
          { term: text.callFrom, value: <bdi dir="ltr">{sayPhone(team.callingNumber)}</bdi> },
          { term: text.when, value: callback.dayparts.map((part) => words.daypartsShort[part]).join(", ") },
          ...(resident.language === "" ? [] : [{ term: text.language, value: <bdi>{resident.language}</bdi> }]),
          ...(resident.mail === null ? [] : [{ term: text.mail, value: <MailLink mail={resident.mail} /> }]),
          {
            term: text.what,
            value: `${findTheme(file.theme)?.text[language].title ?? ""}, ${text.channel[file.channel]}`,
          },
        ]}
      />
      {callback.harm && (
        <p>
          <Warn>{text.harm}</Warn>
        </p>
      )}
      {page.mayWrite && isOpen && <ReachForms c={c} page={page} refused={refused} wrongNumber={wrongNumber} />}
      {tied.length > 0 && (
        <Details language={language} summary={`${text.tied} (${tied.length})`}>
          <ul>
            {tied.map((other) => (
              <li>
                <a href={workPath(c.var.place, `hulpvragen/${other.caseId}`)}>{text.tiedLink(other.requestedAt)}</a>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Card>
  );
}
