/** Production's way in: a link that works once makes the first administrator. */
import { randomBytes } from 'node:crypto';
import type { ClerkId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { lookAlikes } from '../../../schema/typed/names.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import type { From } from '../../ledger/subject/route.ts';
import { clerks } from '../tables/clerks.ts';
import { onceTokens } from '../tables/once-tokens.ts';
import { storeClerk, storePassword } from './save-clerk.ts';
import { type Session, startSession } from './sign-in.ts';

const PURPOSE = 'first-administrator';
const LINK_MS = 7 * 24 * 3_600_000;

/** Each start makes a link while there is nobody. */
export function makeFirstLink(tx: Tx): { token: string } {
  const token = randomBytes(24).toString('base64url');
  tx.write(onceTokens).add(token, PURPOSE, new Date(tx.nowMs + LINK_MS).toISOString());
  return { token };
}

/** Asked before a password is hashed: without a link nobody makes the hall work. */
export function isFirstLink(from: Pick<Tx, 'read'>, token: string, nowMs: number): boolean {
  return from.read(onceTokens).has(token, PURPOSE, new Date(nowMs).toISOString());
}

/** The file that fills an empty hall names its administrators: no link makes one more. */
export function endFirstLinks(tx: Tx): Nothing {
  tx.write(onceTokens).endAll(PURPOSE);
  return {};
}

export function becomeFirstAdministrator(
  tx: Tx,
  input: { token: string; account: string; name: string; encoded: string; from: From },
): Session | Refusal {
  const { token, account, name, encoded, from } = input;
  if (tx.read(clerks).byAccount(account)) return refuse('account-taken');
  const letters = lookAlikes(account);
  if (letters) return refuse('account-look-alike', { letters });
  if (!tx.write(onceTokens).spend(token, PURPOSE, tx.now)) return refuse('link-unknown');
  // Each start before made a link of its own.
  tx.write(onceTokens).endAll(PURPOSE);
  const id = tx.newId() as ClerkId;
  const rights = { role: 'administrator', mayPick: false, active: true } as const;
  const clerk = { id, account, name, ...rights, blocked: false };
  storeClerk(tx, clerk);
  storePassword(tx, id, { encoded, mustChange: false });
  return startSession(tx, clerk, from);
}
