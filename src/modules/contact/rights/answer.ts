import { type Day, dayOf } from "../../../kernel/day.ts";
import type { Controller } from "../../access/index.ts";
import type { AnsweredRequest } from "../../casework/index.ts";
import { endOfTerm } from "../../terms/index.ts";

/**
 * The last day on which the resident can have the answer looked at: by objecting to the municipality, whose answer is a decision
 * (UAVG 34; Awb 6:7 and 6:8), or by asking a court, for any other controller (UAVG 35(2)). Six weeks both.
 */
export const lastDayToContest = ({ settledAt }: Pick<AnsweredRequest, "settledAt">): Day =>
  endOfTerm({
    start: dayOf(settledAt),
    length: { count: 6, unit: "weeks" },
    counted: "forwards",
    setBy: "act",
  }).day;

/** What the words around an answer depend on. */
export type AnswerFacts = { request: AnsweredRequest; organisation: string; controller: Controller };
