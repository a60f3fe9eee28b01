import type { Context, Handler } from "hono";
import type { Child } from "hono/jsx";
import { z } from "zod";
import type { Translated } from "../../../kernel/language.ts";
import {
  findOrganisation,
  inLanguage,
  type OrganisationProfile,
  profileTexts,
  type Service,
} from "../../../modules/directory/index.ts";
import { chainOf, publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons } from "../../ui/button.tsx";
import { type SummaryItem, SummaryList } from "../../ui/summary-list.tsx";
import { sharedWords } from "../../words/words.ts";
import { OlderLine } from "../answer/service-facts.tsx";
import { CallMe } from "../frame/call-me.tsx";
import { Frame } from "../frame/frame.tsx";
import { PaperAddress } from "../frame/paper-address.tsx";
import { said } from "../service/facts.tsx";
import { en } from "./en.ts";
import { nl, type OrganisationText } from "./nl.ts";

const texts: Translated<OrganisationText> = { nl, en };

/** Who an organisation is, where its help ends, and everything that it offers here. Open to everybody. */
export const aboutOrganisationPage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const id = z.uuid().safeParse(c.req.param("id"));
  const found = id.success ? await findOrganisation(ctx, chainOf(place), id.data) : undefined;
  if (found === undefined) return c.notFound();
  const { profile, offer } = found;
  const text = texts[language];
  const forResidents = offer.filter(({ forProfessionals }) => !forProfessionals);
  return c.html(
    <Frame c={c} title={profile.name}>
      <h1>{profile.name}</h1>
      <OlderLine c={c} texts={profileTexts.map((name) => profile.content[name])} />
      <SummaryList language={language} items={profileFacts(c, profile)} />
      <h2>{text.offer}</h2>
      {forResidents.length === 0 ? <p>{text.noOffer}</p> : <Offer c={c} services={forResidents} />}
      <Buttons>
        <CallMe c={c} look="secondary" about={{}}>
          {text.callMe}
        </CallMe>
      </Buttons>
      <ForProfessionals c={c} profile={profile} offer={offer.filter(({ forProfessionals }) => forProfessionals)} />
      <PaperAddress c={c} path={publicPath(place, `organisatie/${profile.id}`)} />
    </Frame>,
  );
};

function profileFacts(c: Context<Env>, { independence, reason, content }: OrganisationProfile): SummaryItem[] {
  const { language } = c.var;
  const text = texts[language];
  const because = said(c, reason);
  return [
    ...factsOf([
      [text.does, said(c, content.does)],
      [text.doesNot, said(c, content.doesNot)],
      [text.limits, said(c, content.limits)],
    ]),
    {
      term: text.independence,
      value: (
        <>
          {sharedWords[language].independence[independence]}.{because !== undefined && <> {because}</>}
        </>
      ),
    },
    ...factsOf([[text.website, content.website === null ? undefined : <Website address={content.website} />]]),
  ];
}

const factsOf = (facts: [term: string, value: Child | undefined][]): SummaryItem[] =>
  facts.flatMap(([term, value]) => (value === undefined ? [] : [{ term, value }]));

const Website = ({ address }: { address: string }) => (
  <a href={address} rel="noopener">
    {address}
  </a>
);

function Offer({ c, services }: { c: Context<Env>; services: readonly Service[] }) {
  const { language, place } = c.var;
  return (
    <ul>
      {services.map((service) => {
        const name = inLanguage(service.name, language);
        const sentence = inLanguage(service.sentence, language);
        const path = service.forProfessionals ? `hulp/${service.id}/professional` : `hulp/${service.id}`;
        return (
          <li>
            <a href={publicPath(place, path)} lang={name.lang}>
              {name.text}
            </a>
            <br />
            <span lang={sentence.lang}>{sentence.text}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Nothing secret: what residents need not read, apart. */
function ForProfessionals({ c, profile, offer }: { c: Context<Env>; profile: OrganisationProfile; offer: Service[] }) {
  const { language } = c.var;
  const text = texts[language];
  const { chain, kvk, oin } = profile.content;
  const facts = factsOf([
    [text.chain, said(c, chain)],
    [text.kvk, kvk ?? undefined],
    [text.oin, oin ?? undefined],
  ]);
  if (facts.length + offer.length === 0) return null;
  return (
    <>
      <h2>{text.forProfessionals}</h2>
      <SummaryList language={language} items={facts} />
      {offer.length > 0 && (
        <>
          <h3>{text.offerForProfessionals}</h3>
          <Offer c={c} services={offer} />
        </>
      )}
    </>
  );
}
