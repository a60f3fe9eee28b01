import "hono/jsx";

declare module "hono/jsx" {
  namespace JSX {
    interface IntrinsicElements {
      "rechtspoor-live": { "data-stream": string; "data-said": string; children?: unknown };
    }
  }
}
