import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp } from "../support/app.ts";

/* What no browser and no `Request` can send, but a socket can: the server and the app together, byte by byte. */

const site = testApp();
const made: { server?: ServerType; port: number } = { port: 0 };
beforeAll(async () => {
  await new Promise<void>((ready) => {
    made.server = serve({ fetch: site.app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }: AddressInfo) => {
      made.port = port;
      ready();
    });
  });
});
afterAll(() => made.server?.close());

/** All that comes back until the server closes the connection. */
const send = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(made.port, "127.0.0.1", () => socket.write(bytes, "latin1")).setEncoding("latin1");
    const parts: string[] = [];
    socket.on("data", (part) => parts.push(String(part)));
    // A server that has heard enough may hang up while we still speak.
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(parts.join("")));
  });
const answersIn = (text: string): string[] => text.match(/^HTTP\/1\.1 \d{3}/gm) ?? [];
const close = "Connection: close\r\n\r\n";

test.each([
  [
    "TRACE, which would hand cookies back",
    405,
    `TRACE / HTTP/1.1\r\nHost: localhost\r\nCookie: session=geheim\r\n${close}`,
  ],
  ["a method nobody knows", 400, `KWAAD / HTTP/1.1\r\nHost: localhost\r\n${close}`],
  ["CONNECT to elsewhere", undefined, `CONNECT elders.example:443 HTTP/1.1\r\nHost: elders.example\r\n${close}`],
  ["a host that is none", 400, `GET /utrecht HTTP/1.1\r\nHost: lo calhost<b>\r\n${close}`],
  ["no host at all", 400, `GET /utrecht HTTP/1.1\r\n${close}`],
  ["a whole address of another site", 200, `GET http://elders.example/utrecht HTTP/1.1\r\nHost: localhost\r\n${close}`],
  ["an address with a user in it", 400, `GET /@elders.example/ HTTP/1.1\r\nHost: localhost@elders.example\r\n${close}`],
  ["two slashes first", 404, `GET //elders.example/Werk/ HTTP/1.1\r\nHost: localhost\r\n${close}`],
  ["a backslash first", 400, `GET /\\elders.example/Werk/ HTTP/1.1\r\nHost: localhost\r\n${close}`],
  ["no path but a star", 400, `OPTIONS * HTTP/1.1\r\nHost: localhost\r\n${close}`],
  ["raw bytes in the path", 400, `GET /utrecht/\xff\xfe\x80 HTTP/1.1\r\nHost: localhost\r\n${close}`],
  ["a line feed in a header", 400, `GET /utrecht HTTP/1.1\r\nHost: localhost\r\nX-A: a\nX-Kwaad: ja\r\n${close}`],
  [
    "a header that goes on on the next line",
    400,
    `GET /utrecht HTTP/1.1\r\nHost: localhost\r\nX-A: a\r\n b\r\n${close}`,
  ],
  [
    "headers of 100 kB",
    431,
    `GET /utrecht HTTP/1.1\r\nHost: localhost\r\nCookie: a=${"a".repeat(100_000)}\r\n${close}`,
  ],
  ["no HTTP at all", 400, "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"],
])("%s breaks nothing (%s)", async (_, status, bytes) => {
  const said = await send(bytes);
  // Nobody answers CONNECT: the server hangs up.
  expect(answersIn(said)).toEqual(status === undefined ? [] : [`HTTP/1.1 ${status}`]);
  expect(said).not.toMatch(/^x-kwaad|session=geheim|^location: (https?:)?\/\/(?!localhost)|\bat \S+\.ts/im);
});

test.each([
  [
    "two lengths",
    `POST /utrecht/volg HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 60\r\n\r\naaaaaGET /werk HTTP/1.1\r\nHost: localhost\r\n${close}`,
  ],
  [
    "a length and chunks",
    `POST /utrecht/volg HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /werk HTTP/1.1\r\nHost: localhost\r\n${close}`,
  ],
  [
    "chunks said twice",
    `POST /utrecht/volg HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\nGET /werk HTTP/1.1\r\nHost: localhost\r\n${close}`,
  ],
])("a request hidden in another by %s is not heard", async (_, bytes) => {
  expect(answersIn(await send(bytes))).toEqual(["HTTP/1.1 400"]);
});

test("a good request is still answered afterwards", async () => {
  expect(answersIn(await send(`GET /utrecht HTTP/1.1\r\nHost: localhost\r\n${close}`))).toEqual(["HTTP/1.1 200"]);
});
