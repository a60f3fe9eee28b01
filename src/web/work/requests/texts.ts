import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { nl, type RequestsText } from "./nl.ts";

export const texts: Translated<RequestsText> = { nl, en };
