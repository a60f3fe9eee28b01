import { newId, newReference } from "../../kernel/id.ts";
import type { CaseFile } from "./case-file.ts";
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

type OpenCase = Extract<CaseFile, { status: "open" }>;

export const aCaseFile = (over: Partial<OpenCase> = {}): CaseFile => ({
  municipalityId: "GM9999",
  id: newId(),
  teamId: newId(),
  eventRef: newReference(),
  openedAt: Temporal.Instant.from("2026-11-24T10:00+01:00"),
  theme: "wonen",
  channel: "resident",
  status: "open",
  ...over,
});
