import { as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { dayOf } from "../../../kernel/day.ts";
import { record } from "../../../kernel/event.ts";
import { newId } from "../../../kernel/id.ts";
import { maySomewhere } from "../../access/index.ts";
import { findEntry, lockEntry } from "../editing/store.ts";
import { mayEdit } from "../editing/usecases.ts";
import type { Service } from "../service.ts";
import { findService } from "../store.ts";
import {
  type ContactDetails,
  type ContactProblem,
  type DirectContact,
  mostContacts,
  problemWith,
} from "./direct-contact.ts";
import * as store from "./store.ts";

// ── for whoever refers somebody ─────────────────────────────────────────────────────────────────────────────────────

/** Which of these services of this municipality have somebody to call directly, without a word of whom. */
export const listWithContacts = async (ctx: Ctx, serviceIds: readonly string[]): Promise<ReadonlySet<string>> =>
  maySomewhere(ctx, "contact.find")
    ? new Set(await reading(ctx, (ctx) => store.listWithContacts(ctx.db, ctx.municipalityId, serviceIds)))
    : new Set();

export type OpenedContacts = { service: Service; contacts: DirectContact[] };

/** Whom a professional calls there; looking is written down. undefined: no such help here, or not for whoever asks. */
export const openContacts = (ctx: Ctx, serviceId: string): Promise<OpenedContacts | undefined> =>
  inTransaction(ctx, async (ctx) => {
    if (!maySomewhere(ctx, "contact.find")) return undefined;
    const service = await findService(ctx.db, [ctx.municipalityId], serviceId);
    return service && { service, contacts: await look(ctx, serviceId) };
  });

/** The only way to see them: with the event of who saw which. Where nothing is, nothing was seen. */
async function look(ctx: Inside, serviceId: string): Promise<DirectContact[]> {
  const contacts = await store.listContacts(ctx.db, { municipalityId: ctx.municipalityId, serviceId });
  if (contacts.length > 0)
    await record(ctx, "directory.contactsRead", serviceId, { contactIds: contacts.map(({ id }) => id) });
  return contacts;
}

// ── for whoever keeps the entry ─────────────────────────────────────────────────────────────────────────────────────

/** Those of an entry, to keep them right: that is looking, too. undefined: it is not theirs to keep. */
export const openKeptContacts = (ctx: Ctx, serviceId: string): Promise<OpenedContacts | undefined> =>
  withEntry(ctx, serviceId, async (ctx, service) => ({ service, contacts: await look(ctx, serviceId) }));

async function withEntry<T>(
  ctx: Ctx,
  serviceId: string,
  act: (ctx: Inside, service: Service) => Promise<T>,
): Promise<T | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const service = await findEntry(ctx.db, ctx.municipalityId, serviceId);
    return service !== undefined && (await mayEdit(ctx, service.organisation.id)) ? act(ctx, service) : undefined;
  });
}

export type ContactSaved = { kind: "done" | "gone" | "tooMany" } | { kind: "wrong"; problem: ContactProblem };

/**
 * Adds one, or changes the one with this id; either way somebody looked at it today. With the mail address of who works for
 * the organisation here, it leaves with them (trigger `contact_leaves`).
 */
export async function saveContact(
  ctx: Ctx,
  serviceId: string,
  contactId: string | undefined,
  details: ContactDetails,
): Promise<ContactSaved> {
  const today = dayOf(ctx.now);
  const problem = problemWith(details, today);
  if (problem !== undefined) return { kind: "wrong", problem };
  const came = await withEntry(ctx, serviceId, async (ctx): Promise<ContactSaved> => {
    const at = { municipalityId: ctx.municipalityId, serviceId };
    // Two who add at once count each other.
    await lockEntry(ctx.db, ctx.municipalityId, serviceId);
    const personId = details.mail === null ? null : await store.findWhoWorksThere(ctx.db, serviceId, details.mail);
    const contact = { id: contactId ?? newId(), details, personId, confirmedOn: today };
    if (contactId === undefined) {
      if ((await store.listContacts(ctx.db, at)).length >= mostContacts) return { kind: "tooMany" };
      await store.insertContact(ctx.db, at, contact);
    } else if (!(await store.updateContact(ctx.db, at, contact))) return { kind: "gone" };
    const change = contactId === undefined ? "added" : "changed";
    await record(ctx, "directory.contactChanged", serviceId, { contactId: contact.id, change });
    return { kind: "done" };
  });
  return came ?? { kind: "gone" };
}

/** "Klopt nog": whoever keeps it asked, and it is right today. The last day stays what it was. */
export const confirmContact = (ctx: Ctx, serviceId: string, contactId: string): Promise<"done" | "gone"> =>
  changeKept(ctx, serviceId, contactId, "confirmed", (ctx, at) =>
    store.setConfirmed(ctx.db, at, contactId, dayOf(ctx.now)),
  );

export const removeContact = (ctx: Ctx, serviceId: string, contactId: string): Promise<"done" | "gone"> =>
  changeKept(ctx, serviceId, contactId, "removed", (ctx, at) => store.deleteContact(ctx.db, at, contactId));

async function changeKept(
  ctx: Ctx,
  serviceId: string,
  contactId: string,
  change: "confirmed" | "removed",
  act: (ctx: Inside, at: { municipalityId: string; serviceId: string }) => Promise<boolean>,
): Promise<"done" | "gone"> {
  const came = await withEntry(ctx, serviceId, async (ctx) => {
    if (!(await act(ctx, { municipalityId: ctx.municipalityId, serviceId }))) return "gone";
    await record(ctx, "directory.contactChanged", serviceId, { contactId, change });
    return "done";
  });
  return came ?? "gone";
}

/** Setting up an installation. */
export const addContact = (ctx: Inside, at: Parameters<typeof store.insertContact>[1], contact: store.StoredContact) =>
  store.insertContact(ctx.db, at, contact);

// ── by night ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Whose last day was yesterday or before: nobody sees them any more, and now they go. */
export async function forgetContacts(
  ctx: Ctx,
  given: { dryRun: boolean },
): Promise<{ forgotten: number; failed: unknown[] }> {
  const there = as(ctx, { kind: "system", purpose: "retention" });
  const ended = await reading(there, (ctx) => store.listEnded(ctx.db, dayOf(ctx.now)));
  if (given.dryRun) return { forgotten: ended.length, failed: [] };
  const total: { forgotten: number; failed: unknown[] } = { forgotten: 0, failed: [] };
  for (const { municipalityId, serviceId, id: contactId } of ended)
    await inTransaction({ ...there, municipalityId }, async (ctx) => {
      if (!(await store.deleteContact(ctx.db, { municipalityId, serviceId }, contactId))) return;
      await record(ctx, "directory.contactChanged", serviceId, { contactId, change: "ended" });
      total.forgotten++;
    }).catch((error: unknown) => total.failed.push(error));
  return total;
}
