import type { Resident } from "./resident.ts";

/** Somebody with a number nobody has, who may be left a message and told who calls. */
export const aResident = (over: Partial<Resident> = {}): Resident => ({
  name: "Fatima Voorbeeld",
  phone: "+31600001234",
  mail: null,
  language: "",
  siteLanguage: "nl",
  interpreter: false,
  mayLeaveMessage: "yes",
  maySayWho: "yes",
  askedFor: "self",
  notSafeSince: null,
  ...over,
});
