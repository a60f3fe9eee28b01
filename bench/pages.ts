import autocannon from "autocannon";
import { machine, say, startDatabase, startServer } from "./surroundings.ts";

/*
 * How many pages a second, and the slowest of a hundred, at 20 connections. The yardstick runs in the same minute:
 * a bare Hono route that answers the same query as JSON, from the same transaction and role.
 * Aim: the results page at half of that route or more, p99 at most 50 ms.
 */

const connections = 20;
const seconds = Number(process.argv[2] ?? 6);

const surroundings = await startDatabase();
const bare = await startServer("bench/bare.ts", surroundings, "/text");
const site = await startServer("dist/server/server.js", surroundings, "/health/live");

type Run = { name: string; url: string; options?: Partial<autocannon.Options> };

const results = await (await fetch(`${site.url}/utrecht/hulp?thema=schulden`)).text();
const service = /\/utrecht\/hulp\/([0-9a-f-]{36})/.exec(results)?.[1] ?? "";
const point = /punt=([0-9a-f-]{36})/.exec(results)?.[1] ?? "";
const phone = { next: 0 };

const runs: Run[] = [
  { name: "bare text", url: `${bare.url}/text` },
  { name: "bare JSON, same query", url: `${bare.url}/json` },
  { name: "start", url: `${site.url}/utrecht` },
  { name: "results", url: `${site.url}/utrecht/hulp?thema=schulden` },
  { name: "detail", url: `${site.url}/utrecht/hulp/${service}` },
  {
    name: "POST a callback",
    url: `${site.url}/api/v1/terugbelverzoeken?gemeente=utrecht`,
    options: {
      requests: [
        {
          method: "POST",
          path: "/api/v1/terugbelverzoeken?gemeente=utrecht",
          headers: { "content-type": "application/json" },
          setupRequest: (request) => ({
            ...request,
            body: JSON.stringify({
              hulppuntId: point,
              telefoonnummer: `06-0000${String(phone.next++ % 10_000).padStart(4, "0")}`,
              dagdelen: ["ochtend"],
              dringend: false,
              thema: "schulden",
            }),
          }),
        },
      ],
    },
  },
];

const run = async ({ url, options }: Run, duration: number) => autocannon({ url, connections, duration, ...options });

say(machine());
say(`${connections} connections, ${seconds} s each, twice, alternating`);
const figures = new Map<string, { rate: number[]; p99: number[]; wrong: number }>();
for (const each of runs) await run(each, 1);
for (let round = 0; round < 2; round++)
  for (const each of runs) {
    const measured = await run(each, seconds);
    const figure = figures.get(each.name) ?? { rate: [], p99: [], wrong: 0 };
    figure.rate.push(measured.requests.average);
    figure.p99.push(measured.latency.p99);
    figure.wrong += measured.non2xx + measured.errors;
    figures.set(each.name, figure);
  }
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const limit = mean(figures.get("bare JSON, same query")?.rate ?? [1]);
say("| route | requests/s | p99 ms | share of bare JSON | wrong answers |");
say("|---|---|---|---|---|");
for (const [name, { rate, p99, wrong }] of figures)
  say(
    `| ${name} | ${Math.round(mean(rate))} | ${Math.round(mean(p99))} | ${Math.round((100 * mean(rate)) / limit)} % | ${wrong} |`,
  );

await site.stop();
await bare.stop();
surroundings.stop();
process.exit(0);
