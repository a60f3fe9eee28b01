import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { type CaseText, nl } from "./nl.ts";

export const texts: Translated<CaseText> = { nl, en };
