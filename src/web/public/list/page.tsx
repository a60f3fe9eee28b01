import type { Context, Handler } from "hono";
import { dayOf, sayDate } from "../../../kernel/day.ts";
import type { Team } from "../../../modules/access/index.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { type OpenedList, openList } from "../../../modules/directory/index.ts";
import { limitRequests } from "../../limit-requests.ts";
import { chainOf, publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { LinkButton } from "../../ui/button.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { PaperOnly } from "../../ui/paper.tsx";
import { QrCode } from "../../ui/qr-code.tsx";
import { Lead } from "../../ui/text.tsx";
import { Frame } from "../frame/frame.tsx";
import { PaperAddress } from "../frame/paper-address.tsx";
import { problemPage } from "../problem/page.tsx";
import { ListedHelp } from "./listed-help.tsx";
import { texts } from "./texts.ts";

/** Words that open nothing are counted as codes that do not; those that do are not, or a whole library would share ten a minute. */
const limitGuesses = limitRequests("codes", (c) => problemPage(c, "tooMany"));

/** The help that a helper put in order for somebody, as it is today. For whoever holds the word, without an account. */
export const residentListPage: Handler<Env> = async (c) => {
  const opened = await openList(c.var.ctx, chainOf(c.var.place), c.req.param("woord") ?? "");
  if (opened === undefined) return (await limitGuesses(c, async () => undefined)) ?? c.notFound();
  return opened.state === "over" ? c.html(<OverPage c={c} team={opened.team} />, 410) : showList(c, opened);
};

function showList(c: Context<Env>, { list, team, entries }: OpenedList & { state: "open" }) {
  const { app, language, place } = c.var;
  const text = texts[language];
  const here = publicPath(place, `lijst/${(c.req.param("woord") ?? "").toLowerCase()}`);
  return c.html(
    <Frame c={c} title={text.title} unlisted sensitive>
      <h1>{text.title}</h1>
      <Lead>{text.lead}</Lead>
      <p>
        {text.madeBy(team.name, sayDate(dayOf(list.madeAt), language))} <AskTeam c={c} team={team} />
      </p>
      {entries.map((entry, at) => (
        <ListedHelp c={c} entry={entry} at={at + 1} team={team} toldIn={list.toldIn} />
      ))}
      <p>{text.until(sayDate(list.lastDay, language))}</p>
      <PaperOnly>
        <QrCode address={app.publicUrl() + here} label={text.qr} />
      </PaperOnly>
      <PaperAddress c={c} path={here} />
    </Frame>,
  );
}

function AskTeam({ c, team }: { c: Context<Env>; team: Team }) {
  return <>{texts[c.var.language].ask(team.name, <PhoneLink number={sayPhone(team.callingNumber)} />)}</>;
}

/** For the right word alone: that it is over, and who helps now. */
function OverPage({ c, team }: { c: Context<Env>; team: Team }) {
  const { language, place } = c.var;
  const text = texts[language];
  const { desk } = place.municipality;
  return (
    <Frame c={c} title={text.overTitle} unlisted sensitive>
      <h1>{text.overTitle}</h1>
      <Lead>{text.overLead}</Lead>
      <p>{text.overAsk(team.name, <PhoneLink number={sayPhone(team.callingNumber)} />)}</p>
      <p>{text.overDesk(desk.name, <PhoneLink number={sayPhone(desk.phone)} />)}</p>
      <LinkButton href={publicPath(place)}>{text.overFind}</LinkButton>
    </Frame>
  );
}
