/*
 * "Verlaat deze site" also on the keyboard: Shift three times within two seconds. The page is replaced, so that
 * "back" does not return to it. Without this script the link itself works.
 */

const times = 3;
const within = 2_000;

const link = document.querySelector<HTMLAnchorElement>("#quick-exit a");

function leave(href: string): void {
  document.documentElement.hidden = true;
  location.replace(href);
}

if (link !== null) {
  const pressed: number[] = [];
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave(link.href);
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      pressed.length = 0;
      return;
    }
    pressed.push(event.timeStamp);
    const recent = pressed.slice(-times);
    if (recent.length === times && event.timeStamp - (recent[0] ?? 0) <= within) leave(link.href);
  });
}
