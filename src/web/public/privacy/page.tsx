import type { Context, Handler } from "hono";
import type { Child } from "hono/jsx";
import { listTeams, readRegister, readRetention, type Team } from "../../../modules/access/index.ts";
import type { Env } from "../../surroundings.ts";
import { AboutPage } from "../about/page.tsx";
import { Activities, Controllers, Cookies, Kept } from "./parts.tsx";
import { privacyTexts } from "./texts.ts";

/**
 * Made from what is true at this moment: the register of what is done with data, the organisations that have a team here,
 * and the cookies there are. What stands in nl.ts and en.ts besides holds for every municipality.
 */
export const privacyPage: Handler<Env> = async (c) => {
  const { ctx, language } = c.var;
  const text = privacyTexts[language];
  const teams = await listTeams(ctx);
  const parts = partsOf(c, teams);
  return c.html(
    <AboutPage c={c} title={text.title}>
      <h2>{text.shortTitle}</h2>
      <Lines lines={text.short} />
      <nav aria-label={text.onThisPage}>
        <ul>
          {parts.map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map(({ id, title, children }) => (
        <section aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          {children}
        </section>
      ))}
    </AboutPage>,
  );
};

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
);

type Part = { id: string; title: string; children: Child };

function partsOf(c: Context<Env>, teams: readonly Team[]): Part[] {
  const { language } = c.var;
  const text = privacyTexts[language];
  const authority = <a href="https://www.autoriteitpersoonsgegevens.nl">{text.authority}</a>;
  return [
    { id: "wie", title: text.whoTitle, children: <Controllers c={c} teams={teams} /> },
    { id: "wat", title: text.doTitle, children: <Activities c={c} activities={readRegister()} teams={teams} /> },
    {
      id: "hoe-lang",
      title: text.keptTitle,
      children: <Kept language={language} rules={Object.values(readRetention().rules)} teams={teams} />,
    },
    { id: "eigen-woorden", title: text.wordsTitle, children: <p>{text.words}</p> },
    {
      id: "zien",
      title: text.seeTitle,
      children: (
        <>
          <Lines lines={text.see} />
          <p>{text.looked}</p>
          <p>{text.log}</p>
          <p>{text.outside}</p>
        </>
      ),
    },
    { id: "cookies", title: text.cookiesTitle, children: <Cookies language={language} /> },
    { id: "mail", title: text.mailTitle, children: <Lines lines={text.mail} /> },
    {
      id: "niet",
      title: text.notTitle,
      children: (
        <>
          <Lines lines={text.not} />
          <p>{text.technical}</p>
        </>
      ),
    },
    {
      id: "rechten",
      title: text.rightsTitle,
      children: (
        <>
          <p>{text.rightsLead}</p>
          <Lines lines={text.rights} />
          <p>{text.rightsHow}</p>
          <p>{text.rightsWhen}</p>
          <p>{text.rightsOfficer}</p>
          <p>{text.rightsLaw}</p>
        </>
      ),
    },
    { id: "klagen", title: text.complainTitle, children: <p>{text.complain(authority)}</p> },
  ];
}
