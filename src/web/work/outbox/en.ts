import type { OutboxText } from "./nl.ts";

export const en: OutboxText = {
  title: "Outgoing mail",
  lead: "The example world sends no mail. Here is what would have been sent, the newest first.",
  empty: "There is no mail yet.",
  to: "To",
};
