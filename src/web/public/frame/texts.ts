import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { type FrameText, nl } from "./nl.ts";

export const texts: Translated<FrameText> = { nl, en };
