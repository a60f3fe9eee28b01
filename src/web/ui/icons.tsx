export type StationKind = "urgent" | "now" | "later" | "done" | "current";

/** Each station has its own shape, so that the line can be read without colours. */
export function StationMark({ kind }: { kind: StationKind }) {
  return (
    <svg class="rechtspoor-spoor__mark" viewBox="0 0 30 30" aria-hidden="true" focusable="false">
      <circle class="rechtspoor-spoor__disc" cx="15" cy="15" r="12" />
      {kind === "urgent" && <path class="rechtspoor-spoor__sign" d="M15 8.5v8M15 21.4v.1" />}
      {kind === "done" && <path class="rechtspoor-spoor__sign" d="m9.5 15.5 4 4 7-8" />}
      {kind === "current" && <circle class="rechtspoor-spoor__dot" cx="15" cy="15" r="5" />}
    </svg>
  );
}

export type BadgeKind = "yes" | "no" | "neutral";

export function BadgeShape({ kind }: { kind: BadgeKind }) {
  if (kind === "neutral") return null;
  return (
    <svg class="rechtspoor-badge__shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={kind === "yes" ? "m1.5 6.5 3 3 6-7" : "m2.5 2.5 7 7m0-7-7 7"} />
    </svg>
  );
}

export type NoticeKind = "info" | "warning" | "danger" | "success";

const noticeShapes: Record<NoticeKind, string> = {
  info: "M16 3a13 13 0 1 0 0 26 13 13 0 0 0 0-26M16 14.5V22M16 10v.1",
  warning: "M16 4 29 28H3zM16 12.5v7M16 23.9v.1",
  danger: "M11 3h10l8 8v10l-8 8H11l-8-8V11zM16 9v8M16 22.4v.1",
  success: "M16 3a13 13 0 1 0 0 26 13 13 0 0 0 0-26m-6 13.5 4.3 4.3L22.5 12",
};

export function NoticeShape({ kind }: { kind: NoticeKind }) {
  return (
    <svg class="rechtspoor-notice__shape" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d={noticeShapes[kind]} />
    </svg>
  );
}

/** Two lines, two stations: where someone stands and where they are going. */
export function LogoMark() {
  return (
    <svg class="rechtspoor-logo__mark" viewBox="0 0 34 34" width="34" height="34" aria-hidden="true" focusable="false">
      <path class="rechtspoor-logo__line" d="M9 4v26M25 4v26" />
      <circle class="rechtspoor-logo__here" cx="9" cy="11" r="5" />
      <circle class="rechtspoor-logo__there" cx="25" cy="23" r="5" />
    </svg>
  );
}
