import { get } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { say, startDatabase, startServer } from "./surroundings.ts";

/*
 * Bytes over the line for a resident's pages. Aim: a first visit (HTML and CSS) at most 40 kB, a second at most 8 kB,
 * fonts at most 60 kB, no script but that of the quick exit and that of a box that completes, each at most 2 kB, where there
 * is one. Exits with 1 when one is over: bytes, unlike seconds, do not depend on the machine.
 */

const aims = { first: 40_000, second: 8_000, fonts: 60_000, script: 2_000 };

const surroundings = await startDatabase();
const site = await startServer("dist/server/server.js", surroundings, "/health/live");

/** The bytes that travel, compressed as the server sends them to a browser. */
function travelled(path: string): Promise<{ bytes: number; body: string }> {
  return new Promise((resolve, reject) => {
    get(site.url + path, { headers: { "accept-encoding": "br, gzip" } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const sent = Buffer.concat(chunks);
        resolve({ bytes: sent.length, body: unpack(sent, answer.headers["content-encoding"]).toString("utf8") });
      });
    }).once("error", reject);
  });
}

const unpack = (sent: Buffer, encoding: string | undefined): Buffer =>
  encoding === "br" ? brotliDecompressSync(sent) : encoding === "gzip" ? gunzipSync(sent) : sent;

const paths = [
  "/",
  "/utrecht",
  "/utrecht/hulp?thema=schulden",
  "/utrecht/hulp",
  "/utrecht/onderwerp/wonen",
  "/utrecht/bel-mij-terug",
  "/utrecht/volg",
  "/utrecht/privacy",
];
const over: string[] = [];
const check = (what: string, bytes: number, most: number) => {
  if (bytes > most) over.push(`${what}: ${bytes} > ${most}`);
};

say("| page | HTML | CSS | first visit | second visit | scripts |");
say("|---|---|---|---|---|---|");
const fonts = new Set<string>();
for (const path of paths) {
  const page = await travelled(path);
  const sheets = [...page.body.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1] ?? "");
  const css = await Promise.all(sheets.map(travelled));
  for (const { body } of css)
    for (const [, font] of body.matchAll(/url\(["']?([^)"']+\.woff2)/g)) fonts.add(font ?? "");
  const cssBytes = css.reduce((sum, sheet) => sum + sheet.bytes, 0);
  const scripts = [...page.body.matchAll(/<script type="module" src="([^"]+)"/g)].map((match) => match[1] ?? "");
  say(`| ${path} | ${page.bytes} | ${cssBytes} | ${page.bytes + cssBytes} | ${page.bytes} | ${scripts.length} |`);
  check(`first visit of ${path}`, page.bytes + cssBytes, aims.first);
  check(`second visit of ${path}`, page.bytes, aims.second);
  check(
    `scripts of ${path}`,
    [...page.body.matchAll(/<script/g)].length,
    ['id="quick-exit"', "<rechtspoor-completions"].filter((island) => page.body.includes(island)).length,
  );
  for (const script of await Promise.all(scripts.map(travelled))) check(`script of ${path}`, script.bytes, aims.script);
}
const fontBytes = (
  await Promise.all([...fonts].map((font) => travelled(new URL(font, `${site.url}/assets/`).pathname)))
).reduce((sum, font) => sum + font.bytes, 0);
say(`fonts: ${fontBytes} bytes in ${fonts.size} files`);
check("fonts", fontBytes, aims.fonts);
say(over.length === 0 ? "Everything is within its aim." : `Over the aim: ${over.join("; ")}`);

await site.stop();
surroundings.stop();
process.exit(over.length === 0 ? 0 : 1);
