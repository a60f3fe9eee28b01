/**
 * A mail that is ready to go: plain text, about one thing, once per key. The subject names nobody; the text goes to
 * the person it is about, or else names nobody either.
 */
export type Mail = { key: string; teamId: string; caseId: string | null; to: string; subject: string; text: string };

/** A mail as it was put in the post: what the outbox page of the example world shows. */
export type PostedMail = Pick<Mail, "to" | "subject" | "text"> & { madeAt: Temporal.Instant };
