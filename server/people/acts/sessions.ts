/** Sessions while they last: seen, locked, unlocked, ended; and the sign-in of somebody blocked at once (S2, S4). */
import type { ClerkId, Instant } from '../../../schema/ids.ts';
import type { Clerk } from '../../../schema/people/clerk.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import type { From } from '../../ledger/subject/route.ts';
import { signInBlocked } from '../hooks.ts';
import { clerkStream } from '../stream.ts';
import { clerks } from '../tables/clerks.ts';
import { sessions } from '../tables/sessions.ts';
import { recordOfAccount } from './account-acts.ts';
import { rightGuess } from './guesses.ts';
import { sealReasons } from './keep-words.ts';
import { type Known, newSecret, unchanged } from './sign-in.ts';

/** As of the wish by which somebody was seen. */
export function sessionSeen(tx: Tx, secret: string, at: Instant): Nothing {
  tx.write(sessions).seen(secret, at);
  return {};
}

export function lockSession(tx: Tx, secret: string): Nothing {
  tx.write(sessions).lock(secret, tx.now);
  return {};
}

/** `known`: whose password it was, as of when it was found right. `next`: whoever knows the old secret is out. */
export function unlockSession(
  tx: Tx,
  known: Known,
  secret: string,
  from: From,
): { clerk: Clerk; next: string; lastsMs: number } | Refusal {
  const clerk = unchanged(tx, known);
  if (!clerk || tx.read(sessions).of(secret, tx.now)?.clerkId !== clerk.id) return refuse('sign-in-failed');
  rightGuess(tx, clerk.account, clerk.id, from);
  const next = newSecret();
  tx.write(sessions).unlock(secret, next, tx.now);
  return { clerk, next, lastsMs: Date.parse(tx.write(sessions).until(next) ?? tx.now) - tx.nowMs };
}

/** One of the person's, or all; the one with the secret of `but` goes on. */
export function endSessions(
  tx: Tx,
  { clerkId, sessionId, but }: { clerkId: ClerkId; sessionId?: string | undefined; but?: string | null },
): { ended: number } | Refusal {
  if (!tx.read(clerks).all().has(clerkId)) return refuse('clerk-unknown');
  const table = tx.write(sessions);
  const ended = sessionId
    ? table.endOne(clerkId, sessionId)
    : but
      ? table.endOthers(clerkId, but)
      : table.endAllOf(clerkId);
  if (ended > 0) recordOfAccount(tx, clerkId, { type: 'sessions-ended', count: ended });
  return { ended };
}

/**
 * At once, whatever the person is doing: every session ends, a ticket at the counter returns to its line with its rank
 * (T8), the counter closes. Cases stay with the person, and the supervisor sees them, until they are handed on (C15).
 */
export function blockSignIn(
  tx: Tx,
  { clerkId, reason }: { clerkId: ClerkId; reason: string },
): { ended: number } | Refusal {
  const clerk = tx.read(clerks).all().get(clerkId);
  if (!clerk) return refuse('clerk-unknown');
  if (clerk.blocked) return { ended: 0 };
  if (!otherAdministrator(tx, clerkId)) return refuse('last-administrator');
  const ended = endSessions(tx, { clerkId });
  if (isRefusal(ended)) return ended;
  tx.run(clerkStream, clerkId, () =>
    sealReasons(tx, `clerk:${clerkId}`, [{ type: 'sign-in-blocked' as const, reason }]),
  );
  return tx.tell(signInBlocked, { clerk, reason }) ?? ended;
}

export function allowSignIn(tx: Tx, { clerkId }: { clerkId: ClerkId }): Nothing | Refusal {
  const clerk = tx.read(clerks).all().get(clerkId);
  if (!clerk) return refuse('clerk-unknown');
  if (clerk.blocked) tx.run(clerkStream, clerkId, () => [{ type: 'sign-in-allowed' as const }]);
  return {};
}

/** Somebody who can sign in and is administrator stays. */
function otherAdministrator(tx: Tx, but: ClerkId): boolean {
  const all = [...tx.read(clerks).all().values()];
  return all.some(({ id, role, active, blocked }) => id !== but && role === 'administrator' && active && !blocked);
}
