/*
 * <rechtspoor-zoek gemeente="utrecht" lang="nl"><a href="…">Zoek hulp</a></rechtspoor-zoek>, on the site of a municipality:
 * a box for own words that leads, in the same tab, to the answer on ours. It asks nothing when it loads, keeps nothing, and
 * stands apart from the page around it. Without this script the link inside it stays. How to use it: docs/operations.md.
 */

const said = {
  nl: {
    label: "Waar hebt u hulp bij nodig?",
    hint: "Een paar woorden is genoeg. Noem geen naam of nummer. Het antwoord staat op Rechtspoor.",
    search: "Zoek hulp",
  },
  en: {
    label: "What do you need help with?",
    hint: "A few words are enough. Give no name or number. The answer is on Rechtspoor.",
    search: "Find help",
  },
};

/** Where this script came from is where the answer is. */
const { origin } = new URL(import.meta.url);

// A sheet made here needs no leave of a content policy, as an attribute or an element with styles would.
const look = new CSSStyleSheet();
look.replaceSync(`
  :host { display: block; max-inline-size: 40rem; }
  form { display: grid; gap: .5rem; margin-block-end: .5rem; }
  label { font-weight: 700; }
  p { margin: 0; }
  div { display: flex; flex-wrap: wrap; gap: .5rem; }
  input, button { font: inherit; min-block-size: 2.75rem; box-sizing: border-box; border-radius: .5rem; padding: .5rem .75rem; }
  input { flex: 1 1 12rem; min-inline-size: 0; border: 2px solid #14252b; background: #fff; color: #14252b; }
  button { border: 2px solid transparent; background: #0b5457; color: #fff; font-weight: 700; cursor: pointer; }
  button:hover { text-decoration: underline; }
  :focus-visible { outline: 3px solid #14252b; outline-offset: 2px; box-shadow: 0 0 0 2px #fff; }
`);

class SearchWidget extends HTMLElement {
  connectedCallback(): void {
    const municipality = this.getAttribute("gemeente") ?? "";
    // Without a municipality there is no answer: then the link is all there is.
    if (!/^[a-z0-9-]+$/.test(municipality) || this.shadowRoot !== null) return;
    const language = this.closest("[lang]")?.getAttribute("lang")?.startsWith("en") ? "en" : "nl";
    const { label, hint, search } = said[language];
    const root = this.attachShadow({ mode: "open", delegatesFocus: true });
    root.adoptedStyleSheets = [look];
    root.innerHTML =
      '<form method="post"><label for="words"></label><p id="hint"></p><div>' +
      '<input id="words" name="woorden" maxlength="400" autocomplete="off" dir="auto" aria-describedby="hint" required>' +
      "<button></button></div></form><slot></slot>";
    const fill = (selector: string, text: string) => root.querySelector(selector)?.append(text);
    fill("label", label);
    fill("p", hint);
    fill("button", search);
    const form = root.querySelector("form");
    if (form === null) return;
    form.lang = language;
    form.action = `${origin}${language === "nl" ? "" : `/${language}`}/${municipality}/hulp/van-elders`;
  }
}

if (customElements.get("rechtspoor-zoek") === undefined) customElements.define("rechtspoor-zoek", SearchWidget);
