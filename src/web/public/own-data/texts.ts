import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { nl, type OwnDataText } from "./nl.ts";

export const texts: Translated<OwnDataText> = { nl, en };
