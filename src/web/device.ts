/** Browsers in the order in which their names must be looked for: each may also name those after it. */
const browsers = [
  ["Edg", "Edge"],
  ["Firefox", "Firefox"],
  ["Chrome", "Chrome"],
  ["Safari", "Safari"],
] as const;
const systems = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS", "Mac"],
  ["Linux", "Linux"],
] as const;

/** Enough to recognise one's own device, "Firefox, Windows", and no more: no version, nothing to tell people apart. */
export const deviceOf = (userAgent: string): string =>
  [browsers, systems].flatMap((names) => names.find(([sign]) => userAgent.includes(sign))?.[1] ?? []).join(", ");
