import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { type FindText, nl } from "./nl.ts";

export const texts: Translated<FindText> = { nl, en };
