import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { nl, type PrivacyText } from "./nl.ts";

export const privacyTexts: Translated<PrivacyText> = { nl, en };
