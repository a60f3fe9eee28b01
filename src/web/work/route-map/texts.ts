import type { Translated } from "../../../kernel/language.ts";
import { en } from "./en.ts";
import { nl, type RouteMapText } from "./nl.ts";

export const texts: Translated<RouteMapText> = { nl, en };
