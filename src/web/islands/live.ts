/*
 * <rechtspoor-live data-stream="…" data-said="…">: the part of a page that is fetched again when the server says
 * "changed". Focus stays where it was; a screen reader hears one sentence. Without script the page is as it was.
 */

const settle = 300;

class Live extends HTMLElement {
  #source: EventSource | undefined;
  #timer: number | undefined;

  connectedCallback(): void {
    const { stream } = this.dataset;
    if (stream === undefined) return;
    this.#source = new EventSource(stream);
    this.#source.addEventListener("changed", () => {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#refresh(), settle);
    });
  }

  disconnectedCallback(): void {
    this.#source?.close();
  }

  async #refresh(): Promise<void> {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => undefined);
    if (answer?.ok !== true || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const mine = fresh.querySelector("rechtspoor-live");
    if (mine === null || mine.innerHTML === this.innerHTML) return;
    const focused = document.activeElement;
    const row = focused === null ? undefined : focused.closest("[id]")?.id;
    this.replaceChildren(...mine.childNodes);
    for (const part of ["h1 ~ p", "nav"]) replacePart(fresh, part);
    if (row !== undefined) document.getElementById(row)?.querySelector<HTMLElement>("a, button")?.focus();
    announce(this.dataset.said ?? "");
  }
}

function replacePart(fresh: Document, selector: string): void {
  const now = document.querySelector(selector);
  const then = fresh.querySelector(selector);
  if (now !== null && then !== null && now.innerHTML !== then.innerHTML) now.innerHTML = then.innerHTML;
}

function announce(sentence: string): void {
  const found = document.getElementById("said");
  const box = found ?? document.body.appendChild(Object.assign(document.createElement("p"), { id: "said" }));
  box.className = "rechtspoor-visually-hidden";
  box.setAttribute("role", "status");
  box.textContent = sentence;
}

customElements.define("rechtspoor-live", Live);
