/** Signing in and out: sessions in the hall's file, revocable; guessing is slow per account, never per address. */
import { randomBytes } from 'node:crypto';
import type { Clerk, Me } from '../../../schema/people/clerk.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { forgetFirstSecret } from '../../hall/acts/first-secrets.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import { clerks } from '../tables/clerks.ts';
import { type Password, passwords } from '../tables/passwords.ts';
import { sessions } from '../tables/sessions.ts';
import { tries } from '../tables/tries.ts';
import { meOf } from '../views/staff.ts';
import { storePassword } from './save-clerk.ts';
import { addTryAnew, clearTries } from './tries.ts';

/** After so many failures in a row an account rests. */
const FREE_TRIES = 5;
const REST_MS = 5 * 60_000;
/** Under this name no account can be; tries at unknown ones are counted here, all together, and never looked at. */
const NOBODY = '';

export type Session = { me: Me; secret: string; lastsMs: number };

/** An account with the password that it has. */
export type Known = { clerk: Clerk; password: Password };

/** Counted before the password is looked at, so that guesses made at once do not all pass; a right one clears it. */
export function trySignIn(tx: Tx, account: string): Known | null | Refusal {
  const clerk = tx.read(clerks).byAccount(account);
  const found = clerk && tx.read(tries).of(clerk.account);
  const restMs = found && found.failed >= FREE_TRIES ? Date.parse(found.until) - tx.nowMs : 0;
  if (restMs > 0) return refuse('too-many-tries', { minutes: Math.ceil(restMs / 60_000) });
  // What was typed may be a password: for an account that is none, nothing of it is kept, but a write takes its time.
  addTryAnew(tx, clerk?.account ?? NOBODY, REST_MS);
  const password = clerk && tx.read(passwords).of(clerk.id);
  return clerk && password ? { clerk, password } : null;
}

/** `known` as of when the password was found right; refused where it or the right changed meanwhile. */
export function beginSession(tx: Tx, known: Known): Session | Refusal {
  const clerk = unchanged(tx, known);
  if (!clerk) return refuse('sign-in-failed');
  clearTries(tx, clerk.account);
  return startSession(tx, clerk);
}

export function endSession(tx: Tx, secret: string): Nothing {
  tx.write(sessions).end(secret);
  return {};
}

/** Ends every other session of the account and answers with a fresh one. */
export function setPassword(tx: Tx, known: Known, encoded: string): Session | Refusal {
  const clerk = unchanged(tx, known);
  if (!clerk) return refuse('sign-in-failed');
  storePassword(tx, clerk.id, { encoded, mustChange: false });
  tx.write(sessions).endAllOf(clerk.id);
  return startSession(tx, clerk);
}

/** For whoever has forgotten it: every session ends, and failed tries are forgotten. */
export function resetPassword(tx: Tx, clerk: Clerk, encoded: string): Nothing {
  storePassword(tx, clerk.id, { encoded, mustChange: true });
  tx.write(sessions).endAllOf(clerk.id);
  clearTries(tx, clerk.account);
  return {};
}

export function startSession(tx: Tx, clerk: Clerk): Session {
  const secret = randomBytes(24).toString('base64url');
  const lastsMs = tx.settings.sessionMs;
  tx.write(sessions).add(secret, clerk.id, tx.now, new Date(tx.nowMs + lastsMs).toISOString());
  forgetFirstSecret(tx, clerk.id);
  return { me: meOf(tx, clerk), secret, lastsMs };
}

/** The clerk as of now, or null when a password or the right to sign in changed while a hash was made. */
function unchanged(tx: Tx, { clerk: { id }, password }: Known): Clerk | null {
  const present = tx.read(clerks).all().get(id);
  return present?.active && tx.read(passwords).of(id)?.encoded === password.encoded ? present : null;
}
