/** Accounts of the staff, and their events (S4): rights as they were given, never a password. */
import { z } from 'zod';
import { event } from '../event.ts';
import { ClerkId, type Day } from '../ids.ts';
import { StaffRole } from '../who.ts';
import { StaffWish } from './contact.ts';

export const Me = z.object({
  clerkId: ClerkId,
  account: z.string(),
  name: z.string(),
  role: StaffRole,
  mustChangePassword: z.boolean(),
  /** May call out of order (Q4). */
  mayPick: z.boolean(),
  /** Until the password is given again, nothing else is answered; by itself after so long without a key press. */
  locked: z.boolean(),
  idleLockMs: z.number(),
});
export type Me = z.infer<typeof Me>;

export const Clerk = z.object({
  id: ClerkId,
  account: z.string(),
  name: z.string(),
  role: StaffRole,
  mayPick: z.boolean(),
  active: z.boolean(),
  /** May not sign in, by an administrator's word; what the person answers for stays the person's. */
  blocked: z.boolean(),
});
export type Clerk = z.infer<typeof Clerk>;

/** What is done with an account and changes no right of it, as often as its person likes: a stream a person and date. */
export const AccountEvent = z.discriminatedUnion('type', [
  /** `mustChange`: somebody else set it. */
  event('password-set', { mustChange: z.boolean() }),
  /** A contact of the person's own was entered or changed; the telephone is in no event (P1). */
  event('contact-saved', { declined: z.array(StaffWish) }),
  /** By the person, by an administrator, or by the clock when its time was over. */
  event('contact-cleared', {}),
  event('sessions-ended', { count: z.number().int() }),
]);
export type AccountEvent = z.infer<typeof AccountEvent>;

/** Older programs wrote an account's events into this stream, too. */
export const ClerkEvent = z.discriminatedUnion('type', [
  event('clerk-saved', {
    account: z.string(),
    name: z.string(),
    role: StaffRole,
    mayPick: z.boolean(),
    active: z.boolean(),
  }),
  ...AccountEvent.options,
  event('sign-in-blocked', { reason: z.string() }),
  event('sign-in-allowed', {}),
]);
export type ClerkEvent = z.infer<typeof ClerkEvent>;

/** The id of the stream of what was done with somebody's account on a date. */
export function accountDay(id: ClerkId, day: Day): string {
  return `${id}@${day}`;
}

/** The clerk of a stream's id. */
export function clerkOfAccount(streamId: string): ClerkId {
  return streamId.split('@')[0] as ClerkId;
}
