/** Every cookie that a resident may get from us, by its name: the page says what each is for, and a test that this is all. */
export const residentCookies = [
  "gemeente",
  "postcode",
  "verhaal",
  "vragen",
  "antwoorden",
  "bewijs",
  "begonnen",
  "vraag",
  "mijncode",
  "gezegd",
] as const;
export type ResidentCookie = (typeof residentCookies)[number];
