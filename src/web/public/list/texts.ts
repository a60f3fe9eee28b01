import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { nl, type PublicListText } from "./nl.ts";

export const texts: Translated<PublicListText> = { nl, en };
