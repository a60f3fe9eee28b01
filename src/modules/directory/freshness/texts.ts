import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { type FreshnessText, nl } from "./nl.ts";

export const texts: Translated<FreshnessText> = { nl, en };
