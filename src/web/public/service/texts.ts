import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { nl, type ServiceText } from "./nl.ts";

export const texts: Translated<ServiceText> = { nl, en };
