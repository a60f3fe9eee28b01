import type { Context, Handler } from "hono";
import { dayOf } from "../../../kernel/day.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import {
  hasWalkIn,
  inLanguage,
  isStopped,
  type Service,
  type ServicePoint,
  timesAhead,
} from "../../../modules/directory/index.ts";
import { type CalendarEvent, calendar } from "../../ics.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { serviceAsked } from "./page.tsx";
import { texts } from "./texts.ts";

/** What is further away may have changed by then: whoever took the file along takes it again. */
const ahead = { months: 12 };

/** The hours for walking in of every place of a service, for one's own agenda. */
export const walkInCalendar: Handler<Env> = async (c) => {
  const service = await serviceAsked(c);
  const { ctx, language } = c.var;
  if (service === undefined || !hasWalkIn(service) || isStopped(service, dayOf(ctx.now))) return c.notFound();
  const { text: name } = inLanguage(service.name, language);
  const events = service.points.flatMap((point) => eventsOf(c, service, point));
  return c.body(calendar(name, events, ctx.now), 200, {
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": 'inline; filename="inloop.ics"',
  });
};

function eventsOf(c: Context<Env>, service: Service, point: ServicePoint): CalendarEvent[] {
  const { app, ctx, language, place } = c.var;
  const text = texts[language];
  const from = dayOf(ctx.now);
  const last = from.add(ahead);
  const { returning, single } = timesAhead(point, "walkIn", { from, last });
  const url = `${app.publicUrl()}${publicPath(place, `hulp/${service.id}`)}`;
  const uid = (...parts: (string | number)[]) =>
    `${[point.id, ...parts].join("-").replaceAll(":", "")}@${new URL(app.publicUrl()).hostname}`;
  const all = {
    summary: text.agenda.summary(inLanguage(service.name, language).text),
    description: [
      inLanguage(service.sentence, language).text,
      ...(point.phone === null ? [] : [`${text.phone}: ${sayPhone(point.phone)}`]),
      text.agenda.check(url),
    ].join("\n"),
    location: [point.place.name, point.under, point.place.street, point.place.town]
      .filter((part) => part !== "")
      .join(", "),
    url,
  };
  return [
    ...returning.map(({ first, except, weekday, nth, from, until }) => ({
      ...all,
      uid: uid("w", weekday, from, until, ...(nth ?? [])),
      day: first,
      time: { from, until },
      repeats: { weekday, ...(nth && { nth }), last, except },
    })),
    ...single.map(({ day, from, until }) => ({
      ...all,
      uid: uid("d", day.toString(), from, until),
      day,
      time: { from, until },
    })),
  ];
}
