/** Signing in and out: sessions in the hall's file, revocable; guessing is slow per account, never per address. */
import { randomBytes } from 'node:crypto';
import type { Me } from '../../../schema/api.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { forgetFirstSecret } from '../../hall/acts/first-secrets.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import { clerks, type StoredClerk } from '../tables/clerks.ts';
import { sessions } from '../tables/sessions.ts';
import { tries } from '../tables/tries.ts';
import { meOf } from '../views/staff.ts';
import { storeClerk } from './save-clerk.ts';
import { addTryAnew, clearTries } from './tries.ts';

/** After so many failures in a row an account rests. */
const FREE_TRIES = 5;
const REST_MS = 5 * 60_000;
/** Under this name no account can be; tries at unknown ones are counted here, all together, and never looked at. */
const NOBODY = '';

export type Session = { me: Me; secret: string; lastsMs: number };

/** Counted before the password is looked at, so that guesses made at once do not all pass; a right one clears it. */
export function trySignIn(tx: Tx, account: string): StoredClerk | null | Refusal {
  const clerk = tx.read(clerks).byAccount(account);
  const found = clerk && tx.read(tries).of(clerk.account);
  const restMs = found && found.failed >= FREE_TRIES ? Date.parse(found.until) - tx.nowMs : 0;
  if (restMs > 0) return refuse('too-many-tries', { minutes: Math.ceil(restMs / 60_000) });
  // What was typed may be a password: for an account that is none, nothing of it is kept, but a write takes its time.
  addTryAnew(tx, clerk?.account ?? NOBODY, REST_MS);
  return clerk;
}

/** `clerk` as of when the password was found right; refused where a password or the right changed meanwhile. */
export function beginSession(tx: Tx, clerk: StoredClerk): Session | Refusal {
  const present = unchanged(tx, clerk);
  if (!present) return refuse('sign-in-failed');
  clearTries(tx, present.account);
  return startSession(tx, present);
}

export function endSession(tx: Tx, secret: string): Nothing {
  tx.write(sessions).end(secret);
  return {};
}

/** Ends every other session of the account and answers with a fresh one. */
export function setPassword(tx: Tx, clerk: StoredClerk, encoded: string): Session | Refusal {
  const before = unchanged(tx, clerk);
  if (!before) return refuse('sign-in-failed');
  const changed = { ...before, password: encoded, mustChangePassword: false };
  storeClerk(tx, changed);
  tx.write(sessions).endAllOf(clerk.id);
  return startSession(tx, changed);
}

/** For whoever has forgotten it: every session ends, and failed tries are forgotten. */
export function resetPassword(tx: Tx, clerk: StoredClerk, encoded: string): Nothing {
  storeClerk(tx, { ...clerk, password: encoded, mustChangePassword: true });
  tx.write(sessions).endAllOf(clerk.id);
  clearTries(tx, clerk.account);
  return {};
}

export function startSession(tx: Tx, clerk: StoredClerk): Session {
  const secret = randomBytes(24).toString('base64url');
  const lastsMs = tx.settings.sessionMs;
  tx.write(sessions).add(secret, clerk.id, tx.now, new Date(tx.nowMs + lastsMs).toISOString());
  forgetFirstSecret(tx, clerk.id);
  return { me: meOf(clerk), secret, lastsMs };
}

/** The clerk as of now, or null when a password or the right to sign in changed while a hash was made. */
function unchanged(tx: Tx, { id, password }: StoredClerk): StoredClerk | null {
  const present = tx.read(clerks).all().get(id);
  return present?.active && present.password === password ? present : null;
}
