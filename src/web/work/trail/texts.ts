import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { nl, type TrailText } from "./nl.ts";

export const texts: Translated<TrailText> = { nl, en };
