import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { dayOf, sayDate } from "../../../kernel/day.ts";
import type { Translated } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import {
  areaOf,
  distanceBetween,
  exceptionsFrom,
  freshnessOf,
  hasWalkIn,
  helpIn,
  inLanguage,
  isNearby,
  isOlder,
  isStopped,
  openUntil,
  roughly,
  type Service,
  type ServicePoint,
  type Words,
} from "../../../modules/directory/index.ts";
import { inLanguagePath, uses } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Badge, Badges, Checked } from "../../ui/card.tsx";
import { PaperOnly } from "../../ui/paper.tsx";
import { Small, Warn } from "../../ui/text.tsx";
import { languageNames, sharedWords } from "../../words/words.ts";
import { postcodeOf } from "../choose/page.tsx";
import { en } from "./en.ts";
import { type AnswerText, nl } from "./nl.ts";

const texts: Translated<AnswerText> = { nl, en };

/* What is said of a service wherever it stands: on a card, on its own page, where somebody chooses who may call. */

/** The service and whose it is, because "Sociaal raadslieden" are at more places; once when they are called the same. */
export function FullName({ c, service }: { c: Context<Env>; service: Service }) {
  const name = inLanguage(service.name, c.var.language);
  const organisation = service.organisation.name;
  const same = organisation.includes(name.text) || name.text.includes(organisation);
  return (
    <>
      <span lang={name.lang}>{name.text}</span>
      {!same && `, ${organisation}`}
    </>
  );
}

/** The translation is older than the Dutch: what it says may not hold any more. */
export function OlderLine({ c, texts: all }: { c: Context<Env>; texts: readonly Words[] }) {
  const { language } = c.var;
  if (!all.some((words) => isOlder(words, language))) return null;
  const dutch = inLanguagePath(new URL(c.req.url).pathname, "nl");
  return (
    <Small>
      {texts[language].older}{" "}
      <a href={dutch} lang="nl" hreflang="nl">
        Nederlands
      </a>
    </Small>
  );
}

/** When somebody last asked the organisation, or that nobody has. */
export function CheckedLine({ c, service }: { c: Context<Env>; service: Service }) {
  const { app, ctx, language } = c.var;
  const { checkedOn, asOf } = service;
  const text = texts[language];
  if (checkedOn !== null && freshnessOf(checkedOn, dayOf(ctx.now)) === "stale")
    return <Small>{text.notCheckedSince(sayDate(Temporal.PlainDate.from(checkedOn), language))}</Small>;
  if (checkedOn === null)
    return (
      <Small>
        {text.notChecked(app.config.mode !== "production")}{" "}
        {asOf === null ? text.asOfUnknown : text.asOf(<InDutch>{asOf}</InDutch>)}
      </Small>
    );
  return (
    <Checked language={language} iso={checkedOn}>
      {sayDate(Temporal.PlainDate.from(checkedOn), language)}
    </Checked>
  );
}

/** Words of a source, which stand there in Dutch whatever the page is in. */
export const InDutch = ({ children }: { children?: Child }) => <span lang="nl">{children}</span>;

/** Where residents can ask to be called; nowhere at whoever helps nobody new, nor where the municipality does not use it. */
export const callingPoint = (c: Context<Env>, service: Service): ServicePoint | undefined =>
  uses(c.var.place, "contact") && !isStopped(service, dayOf(c.var.ctx.now))
    ? service.points.find((point) => point.teamId !== null)
    : undefined;

/** Nobody new is helped now: said where people choose, before they go there. */
export function StopLine({ c, service }: { c: Context<Env>; service: Service }) {
  const { ctx, language } = c.var;
  if (service.stop === null || !isStopped(service, dayOf(ctx.now))) return null;
  const { until } = service.stop;
  const text = texts[language];
  return (
    <p>
      <Warn>
        {until === null ? text.stopped : text.stoppedUntil(sayDate(Temporal.PlainDate.from(until), language))}
      </Warn>
    </p>
  );
}

/** Where and when somebody can come without an appointment: the first place with hours for it and a street; and when not. */
export function WalkInLine({ c, service }: { c: Context<Env>; service: Service }) {
  const { ctx, language } = c.var;
  const text = texts[language];
  const point = service.points.find((point) => point.hours.walkIn.length > 0 && point.place.street !== "");
  if (point === undefined || isStopped(service, dayOf(ctx.now))) return null;
  const { name, street, town } = point.place;
  const address = [name, street, town].filter((part) => part !== "").join(", ");
  const day = (iso: string) => sayDate(Temporal.PlainDate.from(iso), language);
  const soon = exceptionsFrom(point, "walkIn", dayOf(ctx.now)).filter(({ from }) => from <= weekFrom(ctx.now));
  return (
    <>
      <Small>{text.walkInAt(address, sharedWords[language].hours(point.hours.walkIn))}</Small>
      {soon.map(({ from, until, ranges }) => {
        const days = from === until ? day(from) : text.days(day(from), day(until));
        return (
          <p>
            <Warn>
              {ranges.length === 0
                ? text.closedOn(days)
                : text.otherOn(
                    days,
                    ranges.map((range) => sharedWords[language].range(range.from, range.until)).join(", "),
                  )}
            </Warn>
          </p>
        );
      })}
    </>
  );
}

/** What is not as usual within a week is said at once: "2026-12-03". */
const weekFrom = (now: Temporal.Instant): string => dayOf(now).add({ days: 7 }).toString();

/** On paper nothing can be followed: ways to reach somebody that the screen shows one step further. @param phoneShown by a button. */
export function PaperContact({ c, service, phoneShown = false }: FactsProps & { phoneShown?: boolean }) {
  const [point] = service.points.toSorted((a, b) => waysOf(b) - waysOf(a));
  const { phone = null, mail = null } = point ?? {};
  const address = [point?.place.street ?? "", point?.place.town ?? ""].filter((part) => part !== "").join(", ");
  const ways = [
    phone === null || phoneShown ? "" : `${sharedWords[c.var.language].call} ${sayPhone(phone)}`,
    ...[mail ?? "", service.website ?? ""],
    // Where somebody can walk in is said above.
    hasWalkIn(service) ? "" : address,
  ].filter((way) => way !== "");
  return ways.length === 0 ? null : (
    <PaperOnly>
      <Small>{ways.join(" · ")}</Small>
    </PaperOnly>
  );
}

type FactsProps = { c: Context<Env>; service: Service };

const waysOf = ({ phone, mail, place }: ServicePoint): number =>
  [phone, mail, place.street === "" ? null : place].filter((way) => way !== null).length;

/** What matters for choosing, in a word or two each. */
export function ServiceBadges({ c, service, helpLanguage }: FactsProps & { helpLanguage?: string | undefined }) {
  const { language, ctx } = c.var;
  const text = texts[language];
  const words = sharedWords[language];
  const { independence } = service.organisation;
  // Walking in first: a number that is answered longer does not mean that the door is open.
  const open = (["walkIn", "phone"] as const)
    .flatMap((way) => service.points.map((point) => ({ way, until: openUntil(point, way, ctx.now) })))
    .find(({ until }) => until !== undefined);
  const walksIn = service.points.some((point) => point.hours.walkIn.length > 0);
  const distance = nearest(c, service.points);
  const spoken = helpLanguage === undefined ? undefined : helpIn(service, helpLanguage);
  return (
    <Badges>
      {spoken === "spoken" && (
        <Badge kind="yes">{text.spoken(languageNames([helpLanguage ?? ""], language)[0] ?? "")}</Badge>
      )}
      {spoken === "interpreter" && <Badge>{text.withInterpreter}</Badge>}
      <Badge kind={service.cost === "free" ? "yes" : "neutral"}>{words.cost[service.cost]}</Badge>
      <Badge kind={independence === "independent" ? "yes" : "neutral"}>{words.independence[independence]}</Badge>
      {walksIn && <Badge kind="yes">{text.walkIn}</Badge>}
      {open?.until !== undefined && (
        <Badge kind="yes" isNow>
          {text.openNow[open.way](words.until(open.until))}
        </Badge>
      )}
      {distance !== undefined && <Badge>{words.kilometres(distance)}</Badge>}
      {!isNearby(service) && <Badge>{text.national}</Badge>}
    </Badges>
  );
}

/** About how far the nearest point is, when both postcodes are known. */
function nearest(c: Context<Env>, points: ServicePoint[]): number | undefined {
  const { areas } = c.var.tenants;
  const pc4 = postcodeOf(c);
  const here = pc4 === undefined ? undefined : areaOf(pc4, areas);
  if (here === undefined) return undefined;
  const distances = points.flatMap((point) => {
    const there = point.pc4 === null ? undefined : areaOf(point.pc4, areas);
    return there === undefined ? [] : [distanceBetween(here, there)];
  });
  return distances.length === 0 ? undefined : roughly(Math.min(...distances));
}
