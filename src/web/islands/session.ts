/*
 * <rechtspoor-session data-seconds="7200" data-stay="/werk/…/blijf">: says some minutes before the session is over that it
 * will be, with a way to stay. Without script nothing is said, and what was typed is kept when it is sent too late.
 */

const warnSeconds = 600;

class Session extends HTMLElement {
  #timer: number | undefined;

  connectedCallback(): void {
    this.#wait(Number(this.dataset.seconds));
    this.querySelector("button")?.addEventListener("click", () => void this.#stay());
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
  }

  #wait(seconds: number): void {
    window.clearTimeout(this.#timer);
    this.hidden = true;
    this.#timer = window.setTimeout(() => this.#warn(), Math.max(0, seconds - warnSeconds) * 1000);
  }

  #warn(): void {
    this.hidden = false;
    // Said to who cannot see it; focus stays where somebody types.
    const said = this.querySelector<HTMLElement>("[role=status]");
    if (said !== null) said.textContent = said.dataset.said ?? "";
  }

  async #stay(): Promise<void> {
    const answer = await fetch(this.dataset.stay ?? "", { method: "POST" }).catch(() => undefined);
    if (answer?.ok !== true) return;
    const { seconds } = await answer.json();
    if (typeof seconds === "number") this.#wait(seconds);
  }
}

customElements.define("rechtspoor-session", Session);
