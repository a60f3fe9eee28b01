import type { IncomingMessage, ServerResponse } from "node:http";
import type { CustomFetch } from "openid-client";
import type { IdentityProvider } from "../src/config/identity-providers.ts";
import type { ExampleIdp } from "./idp.ts";

/*
 * The example world's way of signing in, made when somebody first needs it: not at start, when the port is not known yet,
 * and not at all by whoever only looks at the public site.
 */

/** @param publicUrl where people reach this site; @param ownUrl where this process reaches itself. */
export function exampleSignIn(publicUrl: () => string, ownUrl: () => string) {
  const made: { idp?: Promise<ExampleIdp> } = {};
  const idp = (): Promise<ExampleIdp> => {
    made.idp ??= import("./idp.ts").then(({ makeIdp }) => makeIdp(publicUrl()));
    return made.idp;
  };
  return {
    provider: async (): Promise<IdentityProvider> => (await idp()).provider,
    isAt: ({ url = "" }: IncomingMessage): boolean => url.startsWith("/voorbeeld/idp/"),
    handle: (request: IncomingMessage, response: ServerResponse): void =>
      void idp().then((idp) => idp.handle(request, response)),
    isAsked: async (request: IncomingMessage, response: ServerResponse) => (await idp()).isAsked(request, response),
    pick: async (request: IncomingMessage, response: ServerResponse, personId: string) =>
      (await idp()).pick(request, response, personId),
    reach:
      (): CustomFetch =>
      (url, { body, ...options }) => {
        const { host, protocol } = new URL(publicUrl());
        // It tells us its addresses as the browser knows them, not as we reach it.
        const seenAs = { "x-forwarded-host": host, "x-forwarded-proto": protocol.slice(0, -1) };
        const form = typeof body === "string" || body instanceof URLSearchParams ? { body } : {};
        return fetch(url.replace(publicUrl(), ownUrl()), {
          ...options,
          headers: { ...options.headers, ...seenAs },
          ...form,
        });
      },
  };
}
