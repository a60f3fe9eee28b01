import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { type CoverageText, nl } from "./nl.ts";

export const texts: Translated<CoverageText> = { nl, en };
