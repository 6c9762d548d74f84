/** Accounts of the staff: added, changed, switched off (C15). */
import type { Clerk } from '../../../schema/api.ts';
import type { ClerkId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { randomLetters } from '../../hall/acts/devices.ts';
import { forgetFirstSecret } from '../../hall/acts/first-secrets.ts';
import type { Tx } from '../../ledger/commit.ts';
import { clerkLeaves } from '../hooks.ts';
import { clerks, type StoredClerk } from '../tables/clerks.ts';
import { sessions } from '../tables/sessions.ts';

const PASSWORD_LENGTH = 12;

/** `password` is the new one with its hash, made before the transaction; null: the one that the account has stays. */
export function saveClerk(
  tx: Tx,
  input: { clerk: Omit<Clerk, 'id'> & { id?: ClerkId }; password: { text: string; encoded: string } | null },
): { clerk: Clerk; password: string | null } | Refusal {
  const { id, account, name, role, mayPick, active } = input.clerk;
  // Read here and not before: the clerk may have changed the password while the new one was hashed.
  const before = id && tx.read(clerks).all().get(id);
  if (id && !before) return refuse('clerk-unknown');
  const same = tx.read(clerks).byAccount(account);
  if (same && same.id !== id) return refuse('account-taken');
  const others = [...tx.read(clerks).all().values()].filter((other) => other.id !== id);
  const keepsOne = (role === 'administrator' && active) || others.some((o) => o.role === 'administrator' && o.active);
  if (!keepsOne) return refuse('last-administrator');
  const leaves = before && handlesCases(before) && !handlesCases({ active, role });
  const stands = leaves && tx.tell(clerkLeaves, { clerk: before });
  if (stands) return stands;
  const clerk: Clerk = { id: id ?? (tx.newId() as ClerkId), account, name, role, mayPick, active };
  const { password } = input;
  const kept = before && !password ? before : { password: password?.encoded ?? '', mustChangePassword: true };
  storeClerk(tx, { ...clerk, password: kept.password, mustChangePassword: kept.mustChangePassword });
  if (password || !active) tx.write(sessions).endAllOf(clerk.id);
  return { clerk, password: password?.text ?? null };
}

/** Another password makes a first one that was kept worthless. */
export function storeClerk(tx: Tx, clerk: StoredClerk): void {
  const before = tx.read(clerks).all().get(clerk.id);
  if (before && before.password !== clerk.password) forgetFirstSecret(tx, clerk.id);
  tx.write(clerks).save(clerk);
  tx.touchReference();
}

export function newPassword(): string {
  return randomLetters(PASSWORD_LENGTH).toLowerCase();
}

function handlesCases({ active, role }: Pick<Clerk, 'active' | 'role'>): boolean {
  return active && role !== 'administrator';
}
