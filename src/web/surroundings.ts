import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import type { IdentityProvider } from "../config/identity-providers.ts";
import type { Ctx, Pool } from "../kernel/context.ts";
import { type Day, dayOf } from "../kernel/day.ts";
import type { Language } from "../kernel/language.ts";
import type { PostedMail } from "../kernel/mail.ts";
import type { Municipality, SignedIn } from "../modules/access/index.ts";
import type { PostcodeArea } from "../modules/directory/index.ts";
import type { Assets } from "./assets.ts";
import type { Changes } from "./changes.ts";
import type { Limits } from "./limits.ts";
import type { Metrics } from "./metrics.ts";
import type { Oidc } from "./oidc.ts";

/** Where people sign in: the providers of this installation, or the example world's own. */
type SignIn = { oidc: Oidc; providers: () => Promise<IdentityProvider[]>; example: ExamplePicking | undefined };

/** The page of the example world's provider, where somebody picks who they are (example/idp.ts). */
type ExamplePicking = {
  isAsked: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  pick: (request: IncomingMessage, response: ServerResponse, personId: string) => Promise<string>;
};

/** What the app was started with: made once in server.ts, or by a test. */
export type Surroundings = {
  config: Config;
  db: Pool;
  secret: string;
  now: () => Temporal.Instant;
  log: Logger;
  assets: Assets;
  limits: Limits;
  metrics: Metrics;
  changes: Changes;
  publicUrl: () => string;
  signIn: SignIn;
  /** The newest mails, whose table belongs to the jobs: shown outside production alone. */
  outbox: (ctx: Ctx) => Promise<PostedMail[]>;
  /** The day for which the example world was made; absent in production. */
  exampleDay?: Day;
};

/** The example world grows old: from the next day but one its promises are all late. */
export const exampleIsOld = ({ exampleDay, now }: Surroundings): boolean =>
  exampleDay !== undefined && exampleDay.until(dayOf(now())).days > 1;

/** What hardly ever changes and every page needs. */
export type Tenants = {
  all: Municipality[];
  bySlug: ReadonlyMap<string, Municipality>;
  byId: ReadonlyMap<string, Municipality>;
  areas: PostcodeArea[];
  /** The languages that help is given in, by municipality: asked at the first answer there, and forgotten with the rest. */
  helpLanguages: Map<string, string[]>;
};

/** Where in the site a request is: language and municipality, from its address. */
export type Place = { language: Language; mirrored: boolean; municipality: Municipality };

/** Somebody at work in one municipality: their teams there. */
type AtWork = { person: SignedIn; teamIds: string[] };

export type Env = {
  /** The request and answer of Node itself; absent when a test asks the app directly. */
  Bindings: { incoming?: IncomingMessage; outgoing?: ServerResponse };
  Variables: {
    app: Surroundings;
    requestId: string;
    tenants: Tenants;
    language: Language;
    /** Shown right to left, to prove that it can be (`/rtl/…`, never in production). */
    mirrored: boolean;
    ctx: Ctx;
    place: Place;
    atWork: AtWork;
    signedIn: SignedIn;
  };
};
