import type { Context } from "hono";
import { sayMonths } from "../../../kernel/day.ts";
import type { Language } from "../../../kernel/language.ts";
import { type Activity, articleFor, type Controller, type Rule, type Team } from "../../../modules/access/index.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import type { Env } from "../../surroundings.ts";
import { MailLink, PhoneLink } from "../../ui/contact.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Details } from "../../ui/details.tsx";
import { SummaryList } from "../../ui/summary-list.tsx";
import { sharedWords } from "../../words/words.ts";
import { residentCookies } from "./cookies.ts";
import { privacyTexts } from "./texts.ts";

/** Every organisation with a team here: each answers for its own files. */
export function Controllers({ c, teams }: { c: Context<Env>; teams: readonly Team[] }) {
  const { language, place } = c.var;
  const text = privacyTexts[language];
  const { name } = place.municipality;
  const organisations = Map.groupBy(teams, ({ organisation }) => organisation.id);
  return (
    <>
      <p>{text.who}</p>
      {teams.length === 0 ? (
        <p>{text.nobody(name)}</p>
      ) : (
        <>
          <p>{text.whoHere(name)}</p>
          {[...organisations.values()].map((own) => (
            <Organisation language={language} teams={own} />
          ))}
        </>
      )}
      <p>{text.host(name)}</p>
    </>
  );
}

function Organisation({ language, teams }: { language: Language; teams: readonly Team[] }) {
  const organisation = teams[0]?.organisation;
  if (organisation === undefined) return null;
  return (
    <>
      <h3>{organisation.name}</h3>
      <p>{sharedWords[language].independence[organisation.independence]}</p>
      <ul>
        {teams.map(({ name, callingNumber, mail }) => (
          <li>
            {privacyTexts[language].team(
              name,
              <PhoneLink number={sayPhone(callingNumber)} />,
              <MailLink mail={mail} />,
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The municipality itself answers for the files of its own teams; on what ground differs. */
const controllersOf = (teams: readonly Team[]): Controller[] => [
  ...new Set(
    teams.map(({ organisation }) => (organisation.independence === "municipal" ? "municipality" : "organisation")),
  ),
];

type ActivitiesProps = { c: Context<Env>; activities: readonly Activity[]; teams: readonly Team[] };

/** Everything in the register, and nothing else. */
export function Activities({ c, activities, teams }: ActivitiesProps) {
  const { language } = c.var;
  const text = privacyTexts[language];
  return (
    <>
      <p>{text.doLead}</p>
      {activities.map((activity) => {
        const plain = activity.plain[language];
        return (
          <Details language={language} summary={activity.name[language]}>
            <SummaryList
              language={language}
              items={[
                { term: text.purpose, value: plain.purpose },
                { term: text.data, value: plain.data },
                { term: text.recipients, value: plain.recipients },
                { term: text.kept, value: plain.kept },
                {
                  term: text.allowed,
                  value: controllersOf(teams).map((by) => (
                    <p>{text.allowedBy[by](plain.allowed[by], articleFor(activity, by))}</p>
                  )),
                },
              ]}
            />
          </Details>
        );
      })}
      <p>{text.special}</p>
      <p>{text.forOthers}</p>
    </>
  );
}

/** By what each holds: whoever looks in their browser finds the same names. */
export function Cookies({ language }: { language: Language }) {
  const text = privacyTexts[language];
  return (
    <>
      <p>{text.cookiesLead}</p>
      <Details language={language} summary={text.cookiesEach}>
        <DataTable
          language={language}
          caption={text.cookiesTitle}
          captionHidden
          columns={[
            { head: text.cookieName, cell: (name) => name },
            { head: text.cookieWhat, cell: (name) => text.cookies[name].what },
            { head: text.cookieHow, cell: (name) => text.cookies[name].how },
          ]}
          rows={residentCookies}
        />
      </Details>
      <p>{text.cookiesWipe}</p>
      <p>{text.elsewhere}</p>
    </>
  );
}

type RuleTerm = Rule["terms"][number];
type KeptProps = { language: Language; rules: readonly Rule[]; teams: readonly Team[] };

/** The whole retention table as far as it holds here: a municipality without a team of its own needs not read of it. */
export function Kept({ language, rules, teams }: KeptProps) {
  const text = privacyTexts[language];
  const lengthOf = ({ months, days, hours, minutes }: RuleTerm): string =>
    months !== undefined ? sayMonths(months, language) : text.keptLength({ days, hours, minutes });
  const line = (term: RuleTerm): string => {
    const said = text.keptNow(lengthOf(term), term.because[language], term.article);
    return term.controller === undefined ? said : text.keptBy[term.controller](said);
  };
  const here = controllersOf(teams);
  return (
    <>
      <p>{text.keptLead}</p>
      {rules.map(({ name, from, terms, text: what }) => (
        <Details language={language} summary={name[language]}>
          <SummaryList
            language={language}
            items={[
              { term: text.keptFrom, value: from[language] },
              {
                term: text.keptTerm,
                value: terms
                  .filter(({ controller }) => controller === undefined || here.includes(controller))
                  .map((term) => <p>{line(term)}</p>),
              },
              { term: text.keptWhat, value: what[language] },
            ]}
          />
        </Details>
      ))}
    </>
  );
}
