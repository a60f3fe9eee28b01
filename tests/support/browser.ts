import type { TestApp } from "./app.ts";

export type Form = Record<string, string | string[]>;
export type Asking = { form?: Form; headers?: Record<string, string>; method?: string };

export type Answer = { status: number; headers: Headers; body: string };

/** An answer with its body read; a stream of changes has no end, so of that nothing. */
export async function read(answer: Response): Promise<Answer> {
  const { status, headers } = answer;
  if (headers.get("content-type")?.startsWith("text/event-stream") !== true)
    return { status, headers, body: await answer.text() };
  await answer.body?.cancel();
  return { status, headers, body: "" };
}

/** A browser: it keeps cookies, says that a form comes from this site, and remembers every answer. */
export function openBrowser(app: TestApp["app"]) {
  const cookies = new Map<string, string>();
  const answers: Answer[] = [];
  return {
    cookies,
    answers,
    ask: async (path: string, { form, headers = {}, method = form === undefined ? "GET" : "POST" }: Asking = {}) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(form ?? {})) for (const one of [value].flat()) body.append(name, one);
      const answer = await read(
        await app.request(path, {
          method,
          headers: {
            host: "localhost",
            cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
            ...(method === "POST" ? { "sec-fetch-site": "same-origin" } : {}),
            ...headers,
          },
          ...(method === "POST" ? { body } : {}),
        }),
      );
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (/max-age=0/i.test(cookie)) cookies.delete(name);
        else cookies.set(name, value);
      }
      answers.push(answer);
      return answer;
    },
  };
}
export type Browser = ReturnType<typeof openBrowser>;

/** From now on this browser is theirs: a session that somebody began. The way to one is walked in sign-in.test.ts. */
export async function signIn(site: TestApp, browser: Browser, personId: string): Promise<Browser> {
  const { name, token } = await site.signIn(personId);
  browser.cookies.set(name, token);
  return browser;
}
