import type { Translated } from "../../kernel/language.ts";
import { en } from "./en.ts";
import { nl, type PromisesText } from "./nl.ts";

export const texts: Translated<PromisesText> = { nl, en };
