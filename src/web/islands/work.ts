/* The workspace's scripts: what changes by itself, and the keyboard. */
import "./live.ts";
import "./session.ts";

const remembered = "toetsen";
const switchedOff = "uit";

/** A browser may refuse to remember anything; then the keys work until the page is left. */
function read(): string | null {
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null;
  }
}

function remember(on: boolean): void {
  try {
    if (on) localStorage.removeItem(remembered);
    else localStorage.setItem(remembered, switchedOff);
  } catch {
    // Nothing to do: the box on this page still holds.
  }
}

const use = document.querySelector<HTMLInputElement>("#keys-use");
if (use !== null) {
  document.querySelector("#keys-no-script")?.remove();
  use.disabled = false;
  use.checked = read() !== switchedOff;
  use.addEventListener("change", () => remember(use.checked));
}

/** A button that prints, instead of the keys that do. */
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
  button.nextElementSibling?.remove();
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

/** The first link of each row: what the row is about. */
const rows = () => [...document.querySelectorAll<HTMLElement>(".rechtspoor-row__title a, .rechtspoor-table tbody a")];

function step(by: 1 | -1): void {
  const all = rows();
  const row = document.activeElement?.closest(".rechtspoor-row, tr");
  const at = all.findIndex((link) => link.closest(".rechtspoor-row, tr") === row);
  all[Math.max(0, Math.min(all.length - 1, at === -1 ? 0 : at + by))]?.focus();
}

function search(): void {
  const box = document.querySelector<HTMLInputElement>(".rechtspoor-nav__search input[type=search]");
  box?.focus();
  box?.select();
}

/** Links say themselves by which keys they are followed. */
const place = (keys: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>("[data-keys]")].find((link) => link.dataset.keys === keys);

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"));

const acts: Record<string, () => void> = {
  "/": search,
  j: () => step(1),
  k: () => step(-1),
  "?": () => document.querySelector<HTMLElement>("#keys")?.togglePopover(),
};

const state = { before: "" };

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.ctrlKey && event.target instanceof HTMLTextAreaElement) {
    event.target.form?.requestSubmit();
    return;
  }
  if (event.key === "Shift") return;
  // With the list of keys open, only closing it is meant.
  if (document.querySelector("#keys:popover-open") !== null && event.key !== "?") return;
  const { before } = state;
  state.before = "";
  if (use?.checked === false || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  const link = place(before === "g" ? `g ${event.key}` : event.key);
  const act = link === undefined ? acts[event.key] : () => link.click();
  if (act === undefined) {
    state.before = event.key;
    return;
  }
  event.preventDefault();
  act();
});
