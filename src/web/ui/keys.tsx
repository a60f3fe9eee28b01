import type { Language } from "../../kernel/language.ts";
import { texts } from "./texts.ts";

/** What a key does: "g v" is first g, then v. */
export type Key = { keys: string; does: string };

/**
 * The keys of the workspace, behind a button that needs no script (a popover: Escape closes it) and behind `?`. They
 * can be switched off, because somebody who speaks to their computer would press them by talking (WCAG 2.1.4).
 */
export function Keys({ language, places }: { language: Language; places: readonly Key[] }) {
  const text = texts[language].keys;
  const all = [
    { keys: "/", does: text.search },
    ...places,
    { keys: "j", does: text.next },
    { keys: "k", does: text.previous },
    { keys: text.sendKeys, does: text.send },
    { keys: "?", does: text.open },
  ];
  return (
    <>
      <button class="rechtspoor-nav__keys" type="button" popovertarget="keys">
        {text.button}
      </button>
      <div class="rechtspoor-keys" id="keys" popover="auto" role="dialog" aria-labelledby="keys-heading">
        <h2 class="rechtspoor-keys__heading" id="keys-heading">
          {text.button}
        </h2>
        <dl class="rechtspoor-keys__list">
          {all.map(({ keys, does }) => (
            <div>
              <dt>
                {keys.split(" ").map((key) => (
                  <kbd>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <p id="keys-no-script">{text.noScript}</p>
        <p class="rechtspoor-keys__use">
          <input id="keys-use" type="checkbox" checked disabled aria-describedby="keys-use-hint" />
          <label for="keys-use">{text.use}</label>
        </p>
        <p class="rechtspoor-small" id="keys-use-hint">
          {text.useHint}
        </p>
        <ClosePopover words={text.close} />
      </div>
    </>
  );
}

const ClosePopover = ({ words }: { words: string }) => (
  <button
    class="utrecht-button utrecht-button--secondary-action rechtspoor-button--tight"
    type="button"
    popovertarget="keys"
    popovertargetaction="hide"
    // Where a window opens, focus goes with it.
    autofocus
  >
    {words}
  </button>
);
