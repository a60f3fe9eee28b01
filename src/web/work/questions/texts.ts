import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { nl, type WorkQuestionsText } from "./nl.ts";

export const texts: Translated<WorkQuestionsText> = { nl, en };
