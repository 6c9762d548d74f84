/** The sessions of the staff: whose, since when, and whether one is locked (S2). */
import type { ClerkId } from '../../../schema/ids.ts';
import type { SessionView } from '../../../schema/people/session.ts';
import type { Reader } from '../../ledger/reader.ts';
import { type StoredSession, sessions } from '../tables/sessions.ts';

/** A session is written as seen once in so long: a key press costs no write. */
export const SEEN_EVERY_MS = 60_000;

/** The latest first. */
export function sessionsOf(from: Reader, clerkId: ClerkId, secret: string | null): SessionView[] {
  const own = secret && from.read(sessions).of(secret, now(from))?.id;
  return from
    .read(sessions)
    .ofClerk(clerkId, now(from))
    .map((one) => {
      const { id, since, seenAt, browser } = one;
      const address = one.address as SessionView['address'];
      return { id, since, seenAt, locked: isIdle(from, one), browser, address, isThis: id === own };
    });
}

/** Locked by its screen, or without a wish or a key press for so long: its password has to be given again. */
export function isLocked(from: Reader, secret: string): boolean {
  const session = from.read(sessions).of(secret, now(from));
  return session !== null && isIdle(from, session);
}

/** Whether it is time to write that somebody is there. */
export function isSeenLongAgo(from: Reader, secret: string): boolean {
  const session = from.read(sessions).of(secret, now(from));
  return session !== null && Date.parse(session.seenAt) + SEEN_EVERY_MS <= from.nowMs;
}

function isIdle({ nowMs, settings }: Reader, { locked, seenAt }: StoredSession): boolean {
  return locked || Date.parse(seenAt) + settings.idleLockMs + SEEN_EVERY_MS <= nowMs;
}

function now({ nowMs }: Reader): string {
  return new Date(nowMs).toISOString();
}
