/** The sessions of the staff: whose, since when, and whether one is locked (S2). */
import type { ClerkId } from '../../../schema/ids.ts';
import type { SessionView } from '../../../schema/people/session.ts';
import { hallRecord } from '../../hall/tables/hall-record.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { Tables } from '../../ledger/table.ts';
import { type StoredSession, sessions } from '../tables/sessions.ts';

/** A session is written as seen once in so long: a key press costs no write. */
const SEEN_EVERY_MS = 60_000;

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

/**
 * Asked with every wish of the staff, so of the tables alone. `locked`: by its screen, or because there was no wish and
 * no key press for so long; its password has to be given again. `isOld`: it is time to write that somebody is there.
 */
export function standingOf(from: Tables, secret: string, nowMs: number): { locked: boolean; isOld: boolean } {
  const session = from.read(sessions).of(secret, new Date(nowMs).toISOString());
  if (!session) return { locked: false, isOld: false };
  const { settings } = from.read(hallRecord).get();
  return {
    locked: isIdle({ nowMs, settings }, session),
    isOld: Date.parse(session.seenAt) + SEEN_EVERY_MS <= nowMs,
  };
}

function isIdle(
  { nowMs, settings }: Pick<Reader, 'nowMs' | 'settings'>,
  { locked, seenAt }: Pick<StoredSession, 'locked' | 'seenAt'>,
): boolean {
  return locked || Date.parse(seenAt) + settings.idleLockMs + SEEN_EVERY_MS <= nowMs;
}

function now({ nowMs }: Reader): string {
  return new Date(nowMs).toISOString();
}
