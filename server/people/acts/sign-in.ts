/** Signing in and out: sessions in the hall's file, revocable. */
import { randomBytes } from 'node:crypto';
import type { Clerk, Me } from '../../../schema/people/clerk.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { forgetFirstSecret } from '../../hall/acts/first-secrets.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import type { From } from '../../ledger/subject/route.ts';
import { addressKind, browserWords } from '../rules/browser-words.ts';
import { clerks } from '../tables/clerks.ts';
import { type Password, passwords } from '../tables/passwords.ts';
import { sessions } from '../tables/sessions.ts';
import { maySignIn, meOf } from '../views/staff.ts';
import { countGuess, forgetGuesses, rightGuess } from './guesses.ts';
import { storePassword } from './save-clerk.ts';

/** `browser` is the secret by which the browser is known again. */
export type Session = { me: Me; secret: string; lastsMs: number; browser: string };

/** An account with the password that it has. */
export type Known = { clerk: Clerk; password: Password };

/** The account with its password, to be compared; null: there is none. The guess is counted, and cleared by a right one. */
export function trySignIn(tx: Tx, account: string, from: From): Known | null | Refusal {
  const clerk = tx.read(clerks).byAccount(account);
  const slowed = countGuess(tx, account, clerk?.id ?? null, from);
  if (slowed) return slowed;
  const password = clerk && tx.read(passwords).of(clerk.id);
  return clerk && password ? { clerk, password } : null;
}

/** `known` as of when the password was found right; refused where it or the right changed meanwhile. */
export function beginSession(tx: Tx, known: Known, from: From): Session | Refusal {
  const clerk = unchanged(tx, known);
  return clerk ? startSession(tx, clerk, from) : refuse('sign-in-failed');
}

export function endSession(tx: Tx, secret: string): Nothing {
  tx.write(sessions).end(secret);
  return {};
}

/** Ends every other session of the account and answers with a fresh one. */
export function setPassword(tx: Tx, known: Known, encoded: string, from: From): Session | Refusal {
  const clerk = unchanged(tx, known);
  if (!clerk) return refuse('sign-in-failed');
  storePassword(tx, clerk.id, { encoded, mustChange: false });
  tx.write(sessions).endAllOf(clerk.id);
  return startSession(tx, clerk, from);
}

/** For whoever has forgotten it: every session ends, and failed tries are forgotten. */
export function resetPassword(tx: Tx, clerk: Clerk, encoded: string): Nothing {
  storePassword(tx, clerk.id, { encoded, mustChange: true });
  tx.write(sessions).endAllOf(clerk.id);
  forgetGuesses(tx, clerk.id);
  return {};
}

export function startSession(tx: Tx, clerk: Clerk, from: From): Session {
  const browser = rightGuess(tx, clerk.account, clerk.id, from);
  const secret = newSecret();
  const lastsMs = tx.settings.sessionMs;
  tx.write(sessions).add(secret, clerk.id, {
    now: tx.now,
    until: new Date(tx.nowMs + lastsMs).toISOString(),
    browser: browserWords(from.agent),
    address: addressKind(from.address),
  });
  forgetFirstSecret(tx, clerk.id);
  return { me: meOf(tx, clerk), secret, lastsMs, browser };
}

/** The clerk as of now, or null when a password or the right to sign in changed while a hash was made. */
export function unchanged(tx: Tx, { clerk: { id }, password }: Known): Clerk | null {
  const present = tx.read(clerks).all().get(id);
  return present && maySignIn(present) && tx.read(passwords).of(id)?.encoded === password.encoded ? present : null;
}

/** Of a session, 192 bits. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}
