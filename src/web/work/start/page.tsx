import type { Context, Handler } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { listTeamsBehindGlass, namesOfDeputies } from "../../../modules/access/index.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { hasSite, publicPath, workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Card } from "../../ui/card.tsx";
import { Lead, Small } from "../../ui/text.tsx";
import { capital } from "../../words/parts.ts";
import { sharedWords } from "../../words/words.ts";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { nl, type StartText, type Step } from "./nl.ts";

const texts: Translated<StartText> = { nl, en };

/** For a new colleague: what each of their duties is about, where it happens, what they see, and who stands in. */
export const startPage: Handler<Env> = async (c) => {
  const { ctx, language, place, atWork } = c.var;
  const text = texts[language];
  const duties = atWork.person.memberships.filter((duty) => duty.municipalityId === place.municipality.id);
  const [counts, behindGlass, deputies] = await Promise.all([
    navCounts(c),
    listTeamsBehindGlass(ctx),
    namesOfDeputies(ctx),
  ]);
  const { desk } = place.municipality;
  return c.html(
    <WorkFrame c={c} title={text.title} section="start" counts={counts}>
      <h1>{text.title}</h1>
      <Lead>{text.lead(atWork.person.name)}</Lead>
      {duties.map(({ role, teamName, deputyId }) => {
        const { about, steps, sees } = text.tours[role];
        const deputy = deputies.get(deputyId ?? "");
        return (
          <Card level={2} title={capital(text.role(sharedWords[language].roles[role], teamName))}>
            <p>{about}</p>
            <h3>{text.steps}</h3>
            <ol>
              {steps.map(({ does, to }) => (
                <li>{to === undefined || !leadsSomewhere(c, to) ? does : <a href={pathOf(c, to)}>{does}</a>}</li>
              ))}
            </ol>
            <h3>{text.sees}</h3>
            <p>{sees}</p>
            <p>{deputy === undefined ? text.noDeputy : text.deputy(deputy)}</p>
          </Card>
        );
      })}
      {behindGlass.length > 0 && (
        <p>
          {text.emergency} <a href={workPath(place, "noodtoegang")}>{text.emergencyLink}</a>
        </p>
      )}
      <p>{text.stuck(desk.name, sayPhone(desk.phone))}</p>
      <Small>{text.keys}</Small>
    </WorkFrame>,
  );
};

const pages: Record<Exclude<Step["to"], undefined | "routeMap">, string> = {
  today: "vandaag",
  cases: "hulpvragen",
  newCase: "hulpvragen/nieuw",
  away: "afwezig",
  handOver: "overdracht",
  people: "collegas",
  places: "gemeente",
  glass: "noodtoegang",
  trail: "inzage",
  requests: "verzoeken",
  coverage: "dekking",
  editMap: "routekaart",
  find: "hulp",
};

/** A region has no route map of its own to look at, and so nothing to measure. */
const leadsSomewhere = (c: Context<Env>, to: Exclude<Step["to"], undefined>): boolean =>
  !["routeMap", "coverage", "find"].includes(to) || hasSite(c.var.place.municipality);

const pathOf = (c: Context<Env>, to: Exclude<Step["to"], undefined>): string =>
  to === "routeMap" ? publicPath(c.var.place, "hulp") : workPath(c.var.place, pages[to]);
