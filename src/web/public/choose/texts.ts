import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { type ChooseText, nl } from "./nl.ts";

export const texts: Translated<ChooseText> = { nl, en };
