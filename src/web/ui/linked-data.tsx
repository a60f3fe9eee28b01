import { raw } from "hono/html";

/** As a sign of JSON, so that no text in it ends the element or begins another, in whatever way a page is read. */
const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

/**
 * What a page says, for programs that read it (schema.org). A block of data and no script: a browser runs nothing of it, so
 * the policy of this site has no say in it (docs/decisions/0025).
 */
export const LinkedData = ({ data }: { data: Record<string, unknown> }) => (
  <script type="application/ld+json">{raw(JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escaped))}</script>
);
