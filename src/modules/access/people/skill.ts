/** What somebody learned; later roles ask for it. The database holds the same list. */
export const skills = ["mediation", "interpreter", "informal-approach"] as const;
export type SkillName = (typeof skills)[number];

/** `since` and `until` are days, as "2026-11-30"; `until` is the last day it holds, null when it does not end. */
export type Skill = { skill: SkillName; since: string; until: string | null };
