import fc from "fast-check";
import { z } from "zod";
import type { Route } from "../../src/web/routes.ts";

/*
 * Any request at all to an address of ours: made from the table of contents of the site, from the forms that its pages
 * show, and from the description of the REST interface. Half of it is what a page could send, so that it comes far; the
 * rest is what nobody means well with.
 */

/** The form that leads somewhere: its fields, each with the values that the page offers, and the buttons that say more. */
export type KnownForm = { fields: Map<string, string[]>; buttons: [name: string, value: string][] };

export type FuzzRequest = {
  method: string;
  /** Path and query, encoded as a program would send them. */
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
  /** Which address was meant. */
  route: string;
};

// ── values ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Seen unescaped in a page, this would be markup. */
export const markup = "<kwaad onload=kwaad()>";
/** Seen as a header, this came from a value. */
export const injectedHeader = "x-kwaad";

const harmful = [
  "",
  "\0",
  "a\0b",
  "%00",
  `\r\n${injectedHeader}: ja`,
  `%0d%0a${injectedHeader}:%20ja`,
  `ja\n${injectedHeader}: ja\n\n<html>`,
  markup,
  `"'>${markup}`,
  "javascript:alert(1)",
  "//elders.example/werk/",
  "/\\elders.example",
  "https://elders.example/",
  "/werk//elders.example",
  "../../../../etc/passwd",
  "..%2f..%2fetc%2fpasswd",
  "' or '1'='1",
  "'; drop table case_file; --",
  "1) union select null, name, phone from resident --",
  "%' or name like '%",
  "_%\\",
  "$1",
  "{{7*7}}#{7*7}<%= 7*7 %>",
  '=HYPERLINK("https://elders.example")',
  "__proto__",
  "constructor",
  "toString",
  "null",
  "undefined",
  "NaN",
  "true",
  "[object Object]",
  "-1",
  "0",
  "1e309",
  "9".repeat(400),
  "2147483648",
  "99999999999999999999",
  "31",
  "2026-02-30",
  "+999999-01-01",
  "👩‍👩‍👧‍👦🇳🇱",
  "\u202Egnp.exe",
  "مرحبا بكم",
  "e\u0301".repeat(50),
  "\ud800",
  "\uffff",
  "İstanbul",
  "ﷺ".repeat(200),
  "a".repeat(10_000),
  "ab ".repeat(8_000),
  "1".repeat(30_000),
  " ".repeat(20_000),
  "06-0000".repeat(2_000),
  "(((((((((((((((((((((((((((((((((((((((((a+)+)+)+)+$",
];

/** What a page could send in a field of this name, when it offers no values. */
const usual: Record<string, string[]> = {
  phone: ["06-00007788", "+31 6 00007788"],
  digits: ["1001", "7788", "0000"],
  code: ["K7PX-M2HR"],
  zoek: ["huur", "voor", "1001"],
  postcode: ["3511", "3511 AB"],
  thema: ["wonen", "schulden"],
  pagina: ["1", "2", "999"],
  mail: ["iemand@example.org"],
  day: ["1", "30", "31"],
  month: ["11", "12", "2"],
  year: ["2026", "2027"],
  time: ["10:30", "14"],
};
const usualFor = (name: string): string[] => usual[name.replace(/^.*-/, "")] ?? ["Belt morgen terug over de brief."];

const pollution = [
  "__proto__",
  "constructor",
  "prototype",
  "__proto__[x]",
  "toString",
  "hasOwnProperty",
  "then",
  "0",
  "",
];

/** What somebody may have heard of: their own cases and place, and ids of others. */
export type Known = {
  place: string;
  otherPlace: string;
  /** What stands for `:id` in this address at work. */
  workIds: (path: string) => string[];
  services: string[];
  ids: string[];
  slugs: string[];
};

const anyId = ({ ids }: Known): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.uuid() },
    { weight: 2, arbitrary: fc.constantFrom(...harmful) },
  );

const anyValue = (known: Known): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...harmful) },
    { weight: 2, arbitrary: anyId(known) },
    { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
  );

const encode = (value: string): string => encodeURIComponent(value.toWellFormed());

// ── parts of a request ──────────────────────────────────────────────────────────────────────────────────────────

/** A segment as it stands in an address: also half encoded, or encoded wrong. */
const segment = (value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: value.map(encode) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("%", "%E0%A4%A", "%00", "%2e%2e", "%2f", "..", "%0d%0aX-Kwaad:ja", "%c0%ae"),
    },
  );

const pathOf = (path: string, known: Known): fc.Arbitrary<string> => {
  const place = fc.oneof(
    { weight: 12, arbitrary: fc.constant(known.place) },
    { weight: 2, arbitrary: fc.constant(known.otherPlace) },
    { weight: 1, arbitrary: segment(anyValue(known)) },
  );
  const id = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...(path.startsWith("/werk") ? known.workIds(path) : known.services)) },
    { weight: 2, arbitrary: segment(anyId(known)) },
  );
  const slug = fc.oneof(fc.constantFrom(...known.slugs), segment(anyValue(known)));
  const before = fc.oneof(
    { weight: 8, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.constant("/en") },
    { weight: 1, arbitrary: fc.constantFrom("/rtl", "/en/en", "/", "/EN") },
  );
  return fc.tuple(place, id, slug, before).map(
    ([gemeente, id, slug, before]) =>
      before +
      path
        .replace(":gemeente", () => gemeente)
        .replace(/:id|:token|\{id\}/, () => id)
        .replace(":plaats", () => id)
        .replace(":slug", () => slug),
  );
};

const pairs = (known: Known, names: string[]): fc.Arbitrary<[string, string][]> =>
  fc.array(
    fc.tuple(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...names) },
        { weight: 2, arbitrary: fc.constantFrom(...pollution) },
        { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
      ),
      anyValue(known),
    ),
    { maxLength: 5 },
  );

const spell = (fields: [string, string][]): string =>
  fields.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");

/** What the page offers, then some of it changed, left out or added. */
const fieldsOf = (form: KnownForm, names: string[], known: Known): fc.Arbitrary<[string, string][]> => {
  const whole = [...form.fields].map(([name, values]) =>
    fc.constantFrom(...(values.length > 0 ? values : usualFor(name))).map((value): [string, string] => [name, value]),
  );
  return fc
    .tuple(
      fc.tuple(...whole),
      fc.array(fc.boolean(), { minLength: form.fields.size, maxLength: form.fields.size }),
      fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        fc.constantFrom<[string, string][][]>([], ...form.buttons.map((button) => [button])),
      ),
      fc.integer({ min: 0, max: 3 }),
      pairs(known, names.length > 0 ? names : pollution),
    )
    .map(([asShown, dropped, pressed, how, others]): [string, string][] => {
      if (how === 0) return [...asShown, ...pressed];
      const kept = how === 1 ? asShown : asShown.filter((_, at) => dropped[at] !== true);
      const changed = new Set(others.map(([name]) => name));
      return how === 2 ? others : [...kept.filter(([name]) => !changed.has(name)), ...pressed, ...others];
    });
};

/** Headers are Latin-1 without line ends: no client can send others. */
const headerValue = fc.oneof(
  fc.constantFrom(...harmful.filter((value) => /^[\x20-\x7e]{1,2000}$/.test(value))),
  fc.string({ unit: fc.integer({ min: 33, max: 255 }).map((sign) => String.fromCharCode(sign)), maxLength: 40 }),
);
const odd: string[] = [
  "accept-language",
  "accept",
  "accept-encoding",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-http-method-override",
  "referer",
  "range",
  "if-none-match",
  "if-modified-since",
  "idempotency-key",
  "rechtspoor-code",
  "rechtspoor-cijfers",
  "authorization",
  "sec-fetch-mode",
  "origin",
];
const oddHeaders = fc.dictionary(fc.constantFrom(...odd), headerValue, { maxKeys: 2 });
const oddCookies = fc.oneof(
  { weight: 6, arbitrary: fc.constant("") },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom("session", "vraag", "woorden", "antwoorden", "gezegd", "bewijs", "nieuwecode"),
        headerValue,
      )
      .map(([name, value]) => `${name}=${value.replaceAll(";", "")}`),
  },
);

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const methodFor = (method: string): fc.Arbitrary<string> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(method) }, { weight: 1, arbitrary: fc.constantFrom(...methods) });

const hasBody = (method: string): boolean => !["GET", "HEAD", "OPTIONS"].includes(method);

const formType = "application/x-www-form-urlencoded";
const otherTypes = [
  "application/json",
  "text/plain",
  "multipart/form-data; boundary=x",
  "multipart/form-data",
  "application/xml",
  "x",
];

// ── requests ────────────────────────────────────────────────────────────────────────────────────────────────────

export function pageRequest(
  { method, path }: Pick<Route, "method" | "path">,
  form: KnownForm,
  names: string[],
  known: Known,
): fc.Arbitrary<FuzzRequest> {
  const rawBody = fc.tuple(fc.constantFrom(...otherTypes), anyValue(known));
  const formBody = fieldsOf(form, names, known).map((fields): [string, string] => [formType, spell(fields)]);
  return fc
    .record({
      method: methodFor(method),
      path: pathOf(path, known),
      query: fc.oneof(
        { weight: 2, arbitrary: fc.constant<[string, string][]>([]) },
        { weight: 1, arbitrary: pairs(known, names) },
      ),
      // Of a form that is shown with GET, the fields stand in the address.
      shown: fieldsOf(form, names, known),
      headers: oddHeaders,
      cookie: oddCookies,
      site: fc.oneof(
        { weight: 15, arbitrary: fc.constant("same-origin") },
        { weight: 1, arbitrary: fc.constantFrom("cross-site", "none", "same-site", "?") },
      ),
      body: fc.oneof({ weight: 12, arbitrary: formBody }, { weight: 1, arbitrary: rawBody }),
    })
    .map(({ method: asked, path: filled, query, shown, headers, cookie, site, body: [type, body] }) => {
      const typed = spell(method === "GET" && form.fields.size > 0 ? [...shown, ...query] : query);
      return {
        route: `${method} ${path}`,
        method: asked,
        path: typed === "" ? filled : `${filled}?${typed}`,
        headers: {
          ...headers,
          ...(cookie === "" ? {} : { cookie }),
          "sec-fetch-site": site,
          ...(hasBody(asked) ? { "content-type": type } : {}),
        },
        body: hasBody(asked) ? body.toWellFormed() : undefined,
      };
    });
}

const Parameter = z.object({ name: z.string(), in: z.enum(["query", "header", "path"]) });
const Operation = z.object({ parameters: z.array(Parameter).default([]), requestBody: z.unknown().optional() });
const Description = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.unknown(),
});

/** Every name of a field that the description knows, wherever it stands. */
function fieldNames(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([name, inside]) => [
    ...(name === "properties" && typeof inside === "object" && inside !== null ? Object.keys(inside) : []),
    ...fieldNames(inside),
  ]);
}

/** The headers that an operation asks for; a code of one's own goes with its digits, a key is a uuid. */
const ownHeaders = (names: string[], codes: { code: string; digits: string }[]): fc.Arbitrary<[string, string][]> => {
  const value = (name: string) =>
    name === "Idempotency-Key" ? fc.oneof({ weight: 3, arbitrary: fc.uuid() }, headerValue) : headerValue;
  const any = fc.tuple(...names.map((name) => value(name).map((one): [string, string] => [name.toLowerCase(), one])));
  const right = codes.map(({ code, digits }): [string, string][] => [
    ["rechtspoor-code", code],
    ["rechtspoor-cijfers", digits],
  ]);
  return fc.oneof(any, fc.constantFrom([], ...(names.includes("Rechtspoor-Code") ? right : [])));
};

/** A request for each operation of the REST interface, as its own description tells it. */
export function apiRequests(
  description: unknown,
  known: Known,
  usualBody: Record<string, unknown>,
  codes: { code: string; digits: string }[],
  token: string,
): fc.Arbitrary<FuzzRequest>[] {
  const { paths, components } = Description.parse(description);
  const names = [...new Set(fieldNames(components))];
  const value = fc.oneof(anyValue(known), fc.jsonValue({ maxDepth: 3 }));
  const changed = fc.dictionary(fc.constantFrom(...names, ...pollution.slice(0, 3)), value, { maxKeys: 3 });
  const json = fc.oneof(
    { weight: 4, arbitrary: fc.constant(usualBody) },
    { weight: 6, arbitrary: changed.map((some) => ({ ...usualBody, ...some })) },
    { weight: 2, arbitrary: fc.jsonValue() },
  );
  const text = fc.oneof(
    { weight: 8, arbitrary: json.map((one) => JSON.stringify(one)) },
    { weight: 1, arbitrary: anyValue(known) },
  );
  const usualQuery: Record<string, string[]> = {
    gemeente: [known.place, known.place, "GM0344", known.otherPlace],
    thema: ["wonen"],
    zoek: ["huur"],
    pagina: ["1", "2"],
  };
  const parameter = (name: string): fc.Arbitrary<[string, string][]> =>
    fc
      .oneof(
        { weight: 8, arbitrary: fc.constantFrom(...(usualQuery[name] ?? ["1"])) },
        { weight: 1, arbitrary: anyValue(known) },
      )
      .map((value) => [[name, value]]);
  const shown: fc.Arbitrary<Record<string, string>> = fc.oneof(
    fc.constantFrom<Record<string, string>>({}, { authorization: `Bearer ${token}` }),
    { weight: 1, arbitrary: headerValue.map((value) => ({ authorization: `Bearer ${value}` })) },
  );
  const orNothing = (one: fc.Arbitrary<[string, string][]>) => fc.oneof(one, fc.constant<[string, string][]>([]));
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters }]) => {
      const called = (where: string) => parameters.filter((one) => one.in === where).map(({ name }) => name);
      const query = called("query");
      return fc
        .record({
          method: methodFor(method.toUpperCase()),
          path: pathOf(`/api/v1${path}`, known),
          query: fc.tuple(
            ...query.map((name) => (name === "gemeente" ? parameter(name) : orNothing(parameter(name)))),
            fc.oneof(
              { weight: 6, arbitrary: fc.constant<[string, string][]>([]) },
              { weight: 1, arbitrary: pairs(known, [...query, "x"]) },
            ),
          ),
          headers: oddHeaders,
          own: ownHeaders(called("header"), codes),
          shown,
          type: fc.oneof(
            { weight: 8, arbitrary: fc.constant("application/json") },
            { weight: 1, arbitrary: fc.constantFrom(formType, ...otherTypes) },
          ),
          body: text,
        })
        .map((made) => ({
          route: `${method.toUpperCase()} /api/v1${path}`,
          method: made.method,
          path: `${made.path}?${spell(made.query.flat())}`,
          headers: {
            ...made.headers,
            ...Object.fromEntries(made.own),
            ...made.shown,
            ...(hasBody(made.method) ? { "content-type": made.type } : {}),
          },
          body: hasBody(made.method) ? made.body.toWellFormed() : undefined,
        }));
    }),
  );
}

// ── what the pages show ─────────────────────────────────────────────────────────────────────────────────────────

const plain = (html: string): string =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
};

/** The forms in a page: how each is sent, where it leads, and what is in it. */
export function formsIn(html: string): { method: string; action: string; form: KnownForm }[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, tag = "", inside = ""]) => {
    const fields = new Map<string, string[]>();
    const buttons: [string, string][] = [];
    const add = (name: string | undefined, value: string | undefined) => {
      if (name === undefined) return;
      const before = fields.get(name) ?? [];
      fields.set(name, value === undefined || value === "" ? before : [...before, value]);
    };
    for (const [, kind = "", field = ""] of inside.matchAll(/<(input|textarea)\b([^>]*)>/g)) {
      const isTyped = kind === "textarea" || /type="(text|tel|email|search)"/.test(field);
      add(attribute(field, "name"), isTyped ? undefined : attribute(field, "value"));
    }
    for (const [, field = "", options = ""] of inside.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs))
      for (const [option] of options.matchAll(/<option\b[^>]*>/g))
        add(attribute(field, "name"), attribute(option, "value"));
    for (const [, button = ""] of inside.matchAll(/<button\b([^>]*)>/g)) {
      const name = attribute(button, "name");
      if (name !== undefined) buttons.push([name, attribute(button, "value") ?? ""]);
    }
    return {
      method: (attribute(tag, "method") ?? "get").toUpperCase(),
      action: attribute(tag, "action") ?? "",
      form: { fields, buttons },
    };
  });
}
