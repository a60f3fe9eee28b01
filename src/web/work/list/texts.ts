import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { type ListText, nl } from "./nl.ts";

export const texts: Translated<ListText> = { nl, en };
