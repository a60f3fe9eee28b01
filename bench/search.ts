import MiniSearch from "minisearch";
import pg from "pg";
import { readExample } from "../example/read.ts";
import { connect } from "../src/db/connect.ts";
import type { Ctx } from "../src/kernel/context.ts";
import { findHelp, type Service, searchableOf, searchVector } from "../src/modules/directory/index.ts";
import {
  anOffer,
  anyMunicipality,
  chance,
  municipalities,
  municipalityId,
  municipalityName,
  type Offer,
} from "./country.ts";
import { entriesById, ndcg, type Question, readGolden } from "./golden.ts";
import { benchSecret, machine, percentile, say, startDatabase, startServer } from "./surroundings.ts";

/*
 * How good the search is, and how fast: against MiniSearch in memory, on the same texts, with the same questions in the
 * same run. Aims: nDCG of the first five 0.9 on the set that nobody tuned with, nothing found at most once in a hundred;
 * and at a hundred times the country's 1,621 service points at most twice the time of once.
 */

const points = 1_621;
const steps = [1, 10, 100];
const asked = 300;

const surroundings = await startDatabase({ durable: false, callbacks: false });
const admin = new pg.Client({
  connectionString: new URL(surroundings.postgres.adminUrl.replace("/postgres?", "/rechtspoor?")).href,
});
await admin.connect();
const { db, pool } = connect(surroundings.postgres.appUrl, 4, () => undefined, benchSecret);
const ctxIn = (municipality: string): Ctx => ({
  db,
  now: Temporal.Now.instant(),
  actor: { kind: "visitor" },
  municipalityId: municipality,
});
const ours = async (text: string, municipality: string, forProfessionals = false): Promise<Service[]> =>
  (
    await findHelp(ctxIn(municipality), {
      chain: [municipality, "NL"],
      words: text,
      forProfessionals,
      page: 1,
      perPage: 20,
    })
  ).services;

/** The peer: any word, also the beginning of one and misspelled, names before sentences; only what is offered here. */
type Text = {
  id: string;
  municipality: string;
  name: string;
  sentence: string;
  details: string;
  forProfessionals: boolean;
};
const textOf = (service: Service, forProfessionals: boolean): Text => {
  const { names, sentences, details } = searchableOf(service);
  return {
    id: service.id,
    municipality: service.municipalityId,
    name: names.join(" "),
    sentence: sentences.join(" "),
    details: [...details, ...service.themes, ...service.functions].join(" "),
    forProfessionals,
  };
};
const peer = new MiniSearch<Text>({
  fields: ["name", "sentence", "details"],
  storeFields: ["municipality", "forProfessionals"],
  searchOptions: { boost: { name: 3, sentence: 2 }, prefix: true, fuzzy: 0.2 },
});
const theirs = (text: string, municipality: string, forProfessionals = false): string[] =>
  peer
    .search(text, {
      filter: (hit) => [municipality, "NL"].includes(hit.municipality) && (forProfessionals || !hit.forProfessionals),
    })
    .slice(0, 20)
    .map((hit) => String(hit.id));

say(machine());
await showQuality();
await showSpeed();
await pool.end();
await admin.end();
surroundings.stop();
process.exit(0);

async function showQuality(): Promise<void> {
  const entries = entriesById(readExample());
  const { rows } = await admin.query("select id, municipality_id, for_professionals from service");
  for (const { id, municipality_id, for_professionals } of rows) {
    const [service] = (await ourEntry(municipality_id, id)) ?? [];
    if (service !== undefined) peer.add(textOf(service, for_professionals));
  }
  say();
  say("| set | questions | nDCG@5 | nothing found | MiniSearch nDCG@5 | nothing found |");
  say("|---|---|---|---|---|---|");
  for (const set of ["tuned", "tuned-more", "fresh", "fresh-more", "held-out"] as const) {
    const questions = readGolden(set);
    const found = async (search: (question: Question) => Promise<string[]>) => {
      const lists = await Promise.all(
        questions.map(async (question) => ({
          question,
          ids: (await search(question)).map((id) => entries.get(id) ?? id),
        })),
      );
      const good = lists.reduce((sum, { question, ids }) => sum + ndcg(question, ids), 0) / questions.length;
      const none = lists.filter(({ ids }) => ids.length === 0).length / questions.length;
      return `${good.toFixed(3)} | ${(none * 100).toFixed(1)} %`;
    };
    const isHelper = ({ who }: Question) => who === "helper";
    const our = await found(async (question) =>
      (await ours(question.query, question.municipality, isHelper(question))).map(({ id }) => id),
    );
    const their = await found(async (question) => theirs(question.query, question.municipality, isHelper(question)));
    say(`| ${set} | ${questions.length} | ${our} | ${their} |`);
  }
}

async function ourEntry(municipality: string, id: string): Promise<Service[] | undefined> {
  const { services } = await findHelp(ctxIn(municipality), {
    chain: [municipality],
    forProfessionals: true,
    page: 1,
    perPage: 500,
  });
  return services.filter((service) => service.id === id);
}

async function showSpeed(): Promise<void> {
  await addMunicipalities();
  const texts = [...readGolden("tuned"), ...readGolden("held-out")].map(({ query }) => query);
  const random = chance(1);
  const questions = Array.from({ length: asked }, (_, at) => ({
    text: texts[at % texts.length] ?? "",
    at: anyMunicipality(random),
  }));
  const first = new Map<string, number>();
  say();
  say("| points | what | p50 ms | p95 ms | p50 against 1× | p95 against 1× |");
  say("|---|---|---|---|---|---|");
  for (const step of steps) {
    await grow(points * step);
    const site = await startServer("dist/server/server.js", surroundings, "/health/live");
    const ways: [string, (question: (typeof questions)[number]) => Promise<unknown>][] = [
      ["query", ({ text, at }) => ours(text, municipalityId(at))],
      [
        "whole page",
        async ({ text, at }) => {
          const answer = await fetch(`${site.url}/${slugOf(at)}/hulp?zoek=${encodeURIComponent(text.slice(0, 60))}`);
          if (answer.status !== 200) throw new Error(`The page answered ${answer.status}.`);
          await answer.text();
        },
      ],
      ["MiniSearch, in memory", async ({ text, at }) => theirs(text, municipalityId(at))],
    ];
    for (const [name, ask] of ways) {
      for (const question of questions.slice(0, 60)) await ask(question);
      const taken: number[] = [];
      for (const question of questions) {
        const began = performance.now();
        await ask(question);
        taken.push(performance.now() - began);
      }
      const figures = [percentile(taken, 0.5), percentile(taken, 0.95)];
      const ratios = figures.map((figure, at) => {
        const key = `${name} ${at}`;
        first.set(key, first.get(key) ?? figure);
        return (figure / (first.get(key) ?? figure)).toFixed(2);
      });
      say(
        `| ${points * step} | ${name} | ${figures.map((figure) => figure.toFixed(2)).join(" | ")} | ${ratios.join(" | ")} |`,
      );
    }
    await site.stop();
  }
}

function slugOf(at: number): string {
  return `plaats-${at}`;
}

async function addMunicipalities(): Promise<void> {
  await admin.query(
    `insert into municipality (id, slug, name, parent_id, desk)
       select id, slug, name, 'NL', (select desk from municipality where id = 'GM0344')
       from unnest($1::text[], $2::text[], $3::text[]) as fresh (id, slug, name)`,
    [
      Array.from({ length: municipalities }, (_, at) => municipalityId(at)),
      Array.from({ length: municipalities }, (_, at) => slugOf(at)),
      Array.from({ length: municipalities }, (_, at) => municipalityName(at)),
    ],
  );
}

/** Adds what is offered, each with one point, until there are so many. */
async function grow(count: number): Promise<void> {
  const { rows } = await admin.query("select count(*)::int as there from service where municipality_id >= 'GM5'");
  const random = chance(2);
  const began: number = rows[0].there;
  const offers = Array.from({ length: count }, (_, nth) => anOffer(nth, anyMunicipality(random), random)).slice(began);
  // A municipality joins with all that it offers, so that it lies together.
  const together = offers.toSorted((a, b) => (a.municipalityId < b.municipalityId ? -1 : 1));
  for (let at = 0; at < together.length; at += 2_000) await addOffers(together.slice(at, at + 2_000));
  peer.addAll(offers.map((offer) => textOf(offer, false)));
  await admin.query("vacuum analyze");
  await admin.query("checkpoint");
}

async function addOffers(offers: Offer[]): Promise<void> {
  const rows = offers.map((offer) => ({
    municipality_id: offer.municipalityId,
    id: offer.id,
    name: offer.name,
    sentence: offer.sentence,
    audience: offer.audience,
    themes: offer.themes,
    functions: offer.functions,
    cost: offer.cost,
    website: offer.website,
    checked_on: offer.checkedOn,
    search: searchVector(searchableOf(offer)),
  }));
  await admin.query(
    `with fresh as (
       insert into service (municipality_id, id, organisation_id, name, sentence, audience, themes, functions, cost, website, checked_on, search)
       select r.municipality_id, r.id, (select id from organisation limit 1), r.name, r.sentence, r.audience, r.themes, r.functions, r.cost, r.website,
         r.checked_on, r.search
       from jsonb_to_recordset($1::jsonb) as r (municipality_id text, id uuid, name jsonb, sentence jsonb, audience jsonb, themes text[],
         functions text[], cost text, website text, checked_on date, search tsvector)
       returning municipality_id, id)
     insert into service_point (municipality_id, id, service_id, place, hours, phone)
       select municipality_id, gen_random_uuid(), id, '{"name":"Punt","street":"Plein 1","town":"Plaats"}',
         '{"walkIn":[],"phone":[],"appointment":[]}', '+31600000000' from fresh`,
    [JSON.stringify(rows)],
  );
}
