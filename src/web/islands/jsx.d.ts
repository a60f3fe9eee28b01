import "hono/jsx";

declare module "hono/jsx" {
  namespace JSX {
    interface IntrinsicElements {
      "rechtspoor-session": {
        class: string;
        "data-seconds": number;
        "data-stay": string | undefined;
        hidden: boolean;
        children?: unknown;
      };
      "rechtspoor-completions": {
        "data-from": string;
        "data-label": string;
        "data-none": string;
        "data-one": string;
        "data-many": string;
        children?: unknown;
      };
      "rechtspoor-live": { "data-stream": string; "data-said": string; children?: unknown };
    }
  }
}
