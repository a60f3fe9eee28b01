/**
 * The page of the workspace that somebody asked for before they had to sign in. Only a page of ours: an address that leads
 * elsewhere would make of our sign-in page the door to somebody else's.
 */
export const wayBack = (asked: string | undefined): string | undefined =>
  asked !== undefined && /^\/([a-z]{2,3}\/)?werk\/[^\\\p{Cc}]*$/u.test(asked) && !asked.includes("//")
    ? asked
    : undefined;
