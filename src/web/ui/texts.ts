import type { Translated } from "../../kernel/language.ts";
import { en } from "./en.ts";
import { nl, type UiText } from "./nl.ts";

export const texts: Translated<UiText> = { nl, en };
