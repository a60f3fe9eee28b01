import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { type GlassText, nl } from "./nl.ts";

export const texts: Translated<GlassText> = { nl, en };
