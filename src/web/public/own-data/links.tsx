import type { Context } from "hono";
import type { OwnQuestion } from "../../../modules/contact/index.ts";
import { publicPath, withQuery } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { ownKinds, ownKindWords } from "./nl.ts";
import { texts } from "./texts.ts";

/** What they can ask about their own data, and that something was asked. */
export function OwnDataLinks({ c, question: { requests } }: { c: Context<Env>; question: OwnQuestion }) {
  const { language, place } = c.var;
  const text = texts[language];
  return (
    <>
      <h2>{text.title}</h2>
      <ul>
        {ownKinds.map((kind) => (
          <li>
            <a href={withQuery(publicPath(place, "volg/gegevens"), { wat: ownKindWords[kind] })}>{text.links[kind]}</a>
          </li>
        ))}
        {requests.length > 0 && (
          <li>
            <a href={publicPath(place, "volg/gegevens")}>{text.mineTitle}</a>
          </li>
        )}
      </ul>
    </>
  );
}
