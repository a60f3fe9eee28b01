/*
 * <rechtspoor-completions data-from="/utrecht/hulp/aanvullen" …>: what somebody may be about to type, under the box inside it,
 * as the combobox of the WAI-ARIA practices (list, one chosen by arrows, focus stays in the box). A choice is put in the box and
 * nothing is sent by it. Without this script the box is a box.
 */

const shortest = 2;
/** Who goes on typing asks once. */
const pause = 150;
const listId = "completions";

class Completions extends HTMLElement {
  #timer: number | undefined;
  #asked = new AbortController();
  #at = -1;
  readonly #list = document.createElement("ul");

  connectedCallback(): void {
    const box = this.querySelector("input");
    if (box === null) return;
    // A combobox is a text box: one for searching may be none.
    box.type = "text";
    box.inputMode = "search";
    box.role = "combobox";
    box.ariaAutoComplete = "list";
    box.ariaExpanded = "false";
    box.setAttribute("aria-controls", listId);
    this.#list.id = listId;
    this.#list.role = "listbox";
    this.#list.ariaLabel = this.dataset.label ?? "";
    this.#list.className = "rechtspoor-completions";
    this.#list.hidden = true;
    this.append(this.#list);
    box.addEventListener("input", () => this.#typed(box));
    box.addEventListener("keydown", (event) => this.#pressed(box, event));
    box.addEventListener("blur", () => this.#close(box));
    // Pressing a line must not take the focus out of the box, which would close the list first.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", ({ target }) => {
      const line = target instanceof Element ? target.closest("li") : null;
      if (line !== null) this.#choose(box, line);
    });
  }

  #typed(box: HTMLInputElement): void {
    window.clearTimeout(this.#timer);
    this.#asked.abort();
    if (box.value.trim().length < shortest) this.#close(box);
    else this.#timer = window.setTimeout(() => void this.#ask(box), pause);
  }

  /** In the body and not in the address: what somebody types may be about themselves. */
  async #ask(box: HTMLInputElement): Promise<void> {
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const body = new URLSearchParams({ begin: box.value });
    const found = await fetch(this.dataset.from ?? "", { method: "POST", body, signal })
      .then((answer) => (answer.ok ? answer.json() : undefined))
      .catch(() => undefined);
    if (signal.aborted || document.activeElement !== box) return;
    const lines: unknown = found?.aanvullingen;
    this.#show(box, Array.isArray(lines) ? lines.map(String) : []);
  }

  #show(box: HTMLInputElement, lines: readonly string[]): void {
    this.#list.replaceChildren(
      ...lines.map((text, at) => {
        const line = document.createElement("li");
        line.id = `${listId}-${at}`;
        line.role = "option";
        line.ariaSelected = "false";
        line.lang = "nl";
        line.textContent = text;
        return line;
      }),
    );
    this.#mark(box, -1);
    this.#list.hidden = lines.length === 0;
    box.ariaExpanded = String(lines.length > 0);
    const { none = "", one = "", many = "" } = this.dataset;
    this.#say(lines.length === 0 ? none : lines.length === 1 ? one : `${lines.length} ${many}`);
  }

  #pressed(box: HTMLInputElement, event: KeyboardEvent): void {
    if (event.isComposing || this.#list.hidden) return;
    const count = this.#list.children.length;
    switch (event.key) {
      case "ArrowDown":
        this.#mark(box, this.#at + 1 < count ? this.#at + 1 : -1);
        break;
      case "ArrowUp":
        this.#mark(box, this.#at === -1 ? count - 1 : this.#at - 1);
        break;
      case "Escape":
        this.#close(box);
        break;
      case "Enter": {
        const line = this.#list.children[this.#at];
        // Nothing chosen: the form is sent, as it is without a list.
        if (line === undefined) {
          this.#close(box);
          return;
        }
        this.#choose(box, line);
        break;
      }
      default:
        return;
    }
    event.preventDefault();
  }

  /** -1: none, and the box is what one is in. */
  #mark(box: HTMLInputElement, at: number): void {
    this.#at = at;
    for (const [place, line] of [...this.#list.children].entries()) line.ariaSelected = String(place === at);
    const line = this.#list.children[at];
    if (line === undefined) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", line.id);
    line?.scrollIntoView({ block: "nearest" });
  }

  #choose(box: HTMLInputElement, line: Element): void {
    box.value = line.textContent ?? "";
    this.#close(box);
  }

  #close(box: HTMLInputElement): void {
    window.clearTimeout(this.#timer);
    this.#asked.abort();
    this.#list.hidden = true;
    this.#list.replaceChildren();
    box.ariaExpanded = "false";
    this.#mark(box, -1);
    this.#say("");
  }

  #say(words: string): void {
    const said = this.querySelector("[role=status]");
    if (said !== null) said.textContent = words;
  }
}

customElements.define("rechtspoor-completions", Completions);
