import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { nl, type PosterText } from "./nl.ts";

export const texts: Translated<PosterText> = { nl, en };
