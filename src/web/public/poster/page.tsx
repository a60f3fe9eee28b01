import type { Context, Handler } from "hono";
import { dayOf, sayDate } from "../../../kernel/day.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { inLanguage, type Service, type ServicePoint } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { PhoneLink } from "../../ui/contact.tsx";
import { PosterFact } from "../../ui/poster.tsx";
import { sharedWords } from "../../words/words.ts";
import { serviceAsked } from "../service/page.tsx";
import { shortOf } from "../service/short.ts";
import { PosterPage } from "./sheet.tsx";
import { texts } from "./texts.ts";

/** More than this does not fit on a sheet that is read from three metres. */
const atMost = 2;

/** What hangs in a library or at a doctor's: who helps, when, where, and how to get there. */
export const servicePoster: Handler<Env> = async (c) => {
  const service = await serviceAsked(c);
  if (service === undefined) return c.notFound();
  const { language } = c.var;
  const text = texts[language];
  const name = inLanguage(service.name, language);
  const sentence = inLanguage(service.sentence, language);
  // Whoever can be walked in to first.
  const points = service.points.toSorted((a, b) => rank(a) - rank(b));
  return c.html(
    <PosterPage
      c={c}
      name={name.text}
      title={<span lang={name.lang}>{name.text}</span>}
      sentence={<span lang={sentence.lang}>{sentence.text}</span>}
      badges={badgesOf(c, service)}
      path={`hulp/${service.id}`}
      shortPath={`hulp/${shortOf(service.id)}`}
      back={text.back}
      foot={footOf(c, service)}
    >
      {points.slice(0, atMost).map((point) => (
        <PointFacts c={c} point={point} />
      ))}
      {points.length === 0 && <DeskFact c={c} />}
      {points.length > atMost && <p>{text.morePlaces}</p>}
    </PosterPage>,
  );
};

const rank = ({ hours, place }: ServicePoint): number => (hours.walkIn.length > 0 ? 0 : place.street === "" ? 2 : 1);

/** What makes somebody come in: never that something costs money or is not independent. */
function badgesOf(c: Context<Env>, { cost, organisation }: Service): string[] {
  const words = sharedWords[c.var.language];
  return [
    ...(cost === "free" ? [words.cost.free] : []),
    ...(organisation.independence === "independent" ? [words.independence.independent] : []),
  ];
}

function PointFacts({ c, point }: { c: Context<Env>; point: ServicePoint }) {
  const { language } = c.var;
  const text = texts[language];
  const words = sharedWords[language];
  const { place, under, hours, phone, mail } = point;
  const where = [place.name, under, place.street, place.town].filter((part) => part !== "");
  return (
    <>
      <PosterFact term={where[0] ?? ""}>{where.slice(1).join(", ")}</PosterFact>
      {hours.walkIn.length > 0 && <PosterFact term={text.walkIn}>{words.hours(hours.walkIn)}</PosterFact>}
      {hours.walkIn.length === 0 && hours.appointment.length > 0 && (
        <PosterFact term={text.appointment}>{words.hours(hours.appointment)}</PosterFact>
      )}
      {phone !== null && (
        <PosterFact term={text.call}>
          <PhoneLink number={sayPhone(phone)} />
          {hours.phone.length > 0 && ` (${words.hours(hours.phone)})`}
        </PosterFact>
      )}
      {phone === null && mail !== null && <PosterFact term={text.mail}>{mail}</PosterFact>}
    </>
  );
}

/** Who to call of the municipality: somebody is on every poster. */
export function DeskFact({ c }: { c: Context<Env> }) {
  const { language, place } = c.var;
  const { desk } = place.municipality;
  const text = texts[language];
  return (
    <PosterFact term={text.call}>
      {text.talk(desk.name, <PhoneLink number={sayPhone(desk.phone)} />)} ({sharedWords[language].hours(desk.hours)})
    </PosterFact>
  );
}

function footOf(c: Context<Env>, { checkedOn }: Service): string {
  const { app, ctx, language } = c.var;
  const text = texts[language];
  const checked =
    checkedOn === null
      ? text.notChecked(app.config.mode !== "production")
      : text.checked(sayDate(Temporal.PlainDate.from(checkedOn), language));
  return `${checked} ${text.made(sayDate(dayOf(ctx.now), language))}`;
}
