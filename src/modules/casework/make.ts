import { newId } from "../../kernel/id.ts";
import type { Resident } from "./resident.ts";
import type { OpenRequest } from "./rights/request.ts";

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

/** What somebody asked about their own data on a Tuesday morning, and nobody answered yet. */
export const anOpenRequest = (over: Partial<OpenRequest> = {}): OpenRequest => ({
  id: newId(),
  municipalityId: "GM9999",
  teamId: newId(),
  caseId: newId(),
  kind: "correction",
  askedBy: "resident",
  askedAt: Temporal.Instant.from("2026-11-24T10:00+01:00"),
  ownWords: "",
  answerBy: Temporal.PlainDate.from("2026-12-24"),
  extension: null,
  reviewedAt: null,
  reviewedLines: [],
  state: "asked",
  ...over,
});
