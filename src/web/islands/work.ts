/* The workspace's scripts: what changes by itself, and the keyboard. */
import "./live.ts";

const today = () => document.querySelector<HTMLAnchorElement>("nav a")?.href;

const rows = () => [...document.querySelectorAll<HTMLElement>(".rechtspoor-row a, .rechtspoor-table tbody a")];

function step(by: 1 | -1): void {
  const all = rows();
  const at = all.findIndex((row) => row.isSameNode(document.activeElement));
  all[Math.max(0, Math.min(all.length - 1, at === -1 ? 0 : at + by))]?.focus();
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input:not([type=radio], [type=checkbox]), textarea, select");

const state = { before: "" };

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.ctrlKey && event.target instanceof HTMLTextAreaElement) {
    event.target.form?.requestSubmit();
    return;
  }
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") step(1);
  if (event.key === "k") step(-1);
  if (event.key === "v" && state.before === "g") {
    const href = today();
    if (href !== undefined) location.assign(href);
  }
  state.before = event.key;
});
