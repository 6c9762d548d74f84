/** Accounts of the staff: added, changed, switched off (C15). */
import { isDeepStrictEqual } from 'node:util';
import type { ClerkId } from '../../../schema/ids.ts';
import type { Clerk, ClerkEvent } from '../../../schema/people/clerk.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { lookAlikes } from '../../../schema/typed/names.ts';
import { folded } from '../../../schema/typed/signs.ts';
import { randomLetters } from '../../hall/acts/enrol-device.ts';
import { forgetFirstSecret } from '../../hall/acts/first-secrets.ts';
import type { Tx } from '../../ledger/commit.ts';
import { clerkLeaves, supervisorStepsDown } from '../hooks.ts';
import { clerkStream } from '../stream.ts';
import { clerks } from '../tables/clerks.ts';
import { type Password, passwords } from '../tables/passwords.ts';
import { sessions } from '../tables/sessions.ts';
import { endAbsencesOf } from './absences.ts';
import { recordOfAccount } from './account-acts.ts';
import { endContact } from './contacts.ts';
import { forgetGuesses } from './guesses.ts';

const PASSWORD_LENGTH = 12;

/** `password` is the new one with its hash, made before the transaction; null: the one that the account has stays. */
export function saveClerk(
  tx: Tx,
  input: {
    clerk: Omit<Clerk, 'id' | 'blocked'> & { id?: ClerkId };
    password: { text: string; encoded: string } | null;
  },
): { clerk: Clerk; password: string | null } | Refusal {
  const { id, account, name, role, mayPick, active } = input.clerk;
  // Read here and not before: the clerk may have changed the password while the new one was hashed.
  const before = id && tx.read(clerks).all().get(id);
  if (id && !before) return refuse('clerk-unknown');
  const others = [...tx.read(clerks).all().values()].filter((other) => other.id !== id);
  // An older file may hold two that read the same: each is still changed in everything else.
  const isTaken = others.some((other) => folded(other.account) === folded(account)) && before?.account !== account;
  if (isTaken) return refuse('account-taken');
  // An account of an older file keeps what it was called.
  const letters = before?.account === account ? '' : lookAlikes(account);
  if (letters) return refuse('account-look-alike', { letters });
  const keepsOne =
    (role === 'administrator' && active && !before?.blocked) ||
    others.some((o) => o.role === 'administrator' && o.active && !o.blocked);
  if (!keepsOne) return refuse('last-administrator');
  const leaves = before && handlesCases(before) && !handlesCases({ active, role });
  const stepsDown = before?.role === 'supervisor' && role !== 'supervisor';
  const told = leaves ? clerkLeaves : stepsDown ? supervisorStepsDown : null;
  const stands = before && told && tx.tell(told, { clerk: before });
  if (stands) return stands;
  const blocked = before?.blocked ?? false;
  const clerk: Clerk = { id: id ?? (tx.newId() as ClerkId), account, name, role, mayPick, active, blocked };
  const { password } = input;
  storeClerk(tx, clerk);
  if (before && handlesCases(before) !== handlesCases(clerk)) endAbsencesOf(tx, clerk.id);
  if (before && before.active !== active) endContact(tx, clerk.id, active);
  if (password || !before) storePassword(tx, clerk.id, { encoded: password?.encoded ?? '', mustChange: true });
  if (password) forgetGuesses(tx, clerk.id);
  if (password || !active) tx.write(sessions).endAllOf(clerk.id);
  return { clerk, password: password?.text ?? null };
}

/** Saved as it was, nothing has happened. */
export function storeClerk(tx: Tx, { id, account, name, role, mayPick, active }: Omit<Clerk, 'blocked'>): void {
  const event: ClerkEvent = { type: 'clerk-saved', account, name, role, mayPick, active };
  const isSame = ({ blocked: _, ...before }: Omit<Clerk, 'id'>) =>
    isDeepStrictEqual({ type: event.type, ...before }, event);
  tx.run(clerkStream, id, (before) => (before && isSame(before) ? [] : [event]));
}

/** Another password makes a first one that was kept worthless. */
export function storePassword(tx: Tx, id: ClerkId, password: Password): void {
  if (tx.read(passwords).of(id)) forgetFirstSecret(tx, id);
  tx.write(passwords).save(id, password);
  recordOfAccount(tx, id, { type: 'password-set', mustChange: password.mustChange });
}

export function newPassword(): string {
  return randomLetters(PASSWORD_LENGTH).toLowerCase();
}

function handlesCases({ active, role }: Pick<Clerk, 'active' | 'role'>): boolean {
  return active && role !== 'administrator';
}
