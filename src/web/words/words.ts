import type { Translated } from "../../kernel/language.ts";
import { en } from "./en.ts";
import { nl, type SharedWords } from "./nl.ts";

export const sharedWords: Translated<SharedWords> = { nl, en };
