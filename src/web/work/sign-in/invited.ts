/** Where the word of an invitation waits while somebody is away at their provider. */
export const invitationCookie = "uitnodiging";
/** As long as signing in itself may take (page.tsx). */
export const invitationMinutes = 10;
