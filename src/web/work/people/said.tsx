import type { Said } from "../../said.ts";
import { Notice } from "../../ui/notice.tsx";
import type { PeopleText } from "./nl.ts";

/** What became of the last change to who works here. */
export function StaffNotice({ said, text }: { said: Said | undefined; text: PeopleText }) {
  if (said?.what !== "staff") return null;
  return <Notice kind={said.came === "gone" ? "warning" : "success"}>{text.said[said.came]}</Notice>;
}
