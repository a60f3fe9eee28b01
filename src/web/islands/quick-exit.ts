/*
 * "Verlaat deze site" also on the keyboard: Shift three times within two seconds. The page is replaced, so that
 * "back" does not return to it. Without this script the link itself works, and nothing is said about a key.
 */

const times = 3;
const within = 2_000;

const link = document.querySelector<HTMLAnchorElement>("#quick-exit a");
const keys = document.querySelector<HTMLElement>("#quick-exit-keys");
const said = keys?.querySelector<HTMLElement>("[role=status]");

function leave(href: string): void {
  document.documentElement.hidden = true;
  location.replace(href);
}

/** How often still, for who cannot see whether it worked; silent again when the moment has passed. */
function sayLeft(pressed: number): void {
  if (said == null) return;
  const { one = "", two = "" } = said.dataset;
  said.textContent = pressed === 0 ? "" : pressed === 1 ? two : one;
}

if (link !== null) {
  const shift: { alone: boolean; pressed: number[]; silence: number | undefined } = {
    alone: false,
    pressed: [],
    silence: undefined,
  };
  if (keys !== null) {
    keys.hidden = false;
    link.setAttribute("aria-describedby", keys.id);
  }
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave(link.href);
  });
  // A capital letter and going back with Shift and Tab are no wish to leave: only Shift by itself counts.
  document.addEventListener("keydown", (event) => {
    shift.alone = event.key === "Shift";
    if (!shift.alone) shift.pressed.length = 0;
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !shift.alone) return;
    shift.alone = false;
    shift.pressed = [...shift.pressed.filter((moment) => event.timeStamp - moment <= within), event.timeStamp];
    if (shift.pressed.length >= times) return leave(link.href);
    sayLeft(shift.pressed.length);
    clearTimeout(shift.silence);
    shift.silence = window.setTimeout(() => sayLeft(0), within);
  });
}
