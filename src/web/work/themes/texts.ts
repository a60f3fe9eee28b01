import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { nl, type ThemesText } from "./nl.ts";

export const texts: Translated<ThemesText> = { nl, en };
