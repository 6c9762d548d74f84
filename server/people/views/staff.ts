/** Who works here: names for the screens, and who is behind a session. */

import type { ClerkId } from '../../../schema/ids.ts';
import type { Clerk, Me } from '../../../schema/people/clerk.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Actor } from '../../../schema/who.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { Asker } from '../../ledger/subject/route.ts';
import type { Tables } from '../../ledger/table.ts';
import { clerks } from '../tables/clerks.ts';
import { passwords } from '../tables/passwords.ts';
import { sessions } from '../tables/sessions.ts';
import { standingOf } from './sessions.ts';

export function clerkName(from: Tables, id: string | null | undefined): string | null {
  return (
    from
      .read(clerks)
      .all()
      .get(id as ClerkId)?.name ?? null
  );
}

/** Of a session that has just begun or was unlocked, where nothing else is said. */
export function meOf(from: Reader, { id, account, name, role, mayPick }: Clerk, locked = false): Me {
  const mustChangePassword = from.read(passwords).mustChange(id);
  const { idleLockMs } = from.settings;
  return { clerkId: id, account, name, role, mustChangePassword, mayPick, locked, idleLockMs };
}

export function me(from: Reader, { actor, secret }: Pick<Asker, 'actor' | 'secret'>): Me | Refusal {
  const clerk = actor.kind === 'clerk' ? from.read(clerks).all().get(actor.id) : undefined;
  return clerk
    ? meOf(from, clerk, secret !== null && standingOf(from, secret, from.nowMs).locked)
    : refuse('not-signed-in');
}

export function clerkOfAccount(from: Tables, account: string): Clerk | null {
  return from.read(clerks).byAccount(account);
}

export function maySignIn({ active, blocked }: Clerk): boolean {
  return active && !blocked;
}

/** C15: is there to answer for cases. */
export function mayHandle(from: Tables, id: ClerkId): boolean {
  const clerk = from.read(clerks).all().get(id);
  return clerk !== undefined && maySignIn(clerk) && clerk.role !== 'administrator';
}

/** By account. */
export function staff(from: Tables): Clerk[] {
  return [...from.read(clerks).all().values()];
}

/** Whose sign-in is blocked. */
export function blockedClerks(from: Tables): ClerkId[] {
  return staff(from)
    .filter(({ blocked }) => blocked)
    .map(({ id }) => id);
}

/** The actor behind a session's secret, or null. Who may not sign in has none. */
export function actorOfSession(from: Tables, secret: string, nowMs: number): (Actor & { kind: 'clerk' }) | null {
  const session = from.read(sessions).of(secret, new Date(nowMs).toISOString());
  const clerk = session && from.read(clerks).all().get(session.clerkId);
  if (!clerk || !maySignIn(clerk)) return null;
  return { kind: 'clerk', id: clerk.id, name: clerk.name, role: clerk.role, mayPick: clerk.mayPick };
}

/** Somebody else set the password: nothing but setting another may be done. */
export function mustChangePassword(from: Tables, actor: Actor): boolean {
  return actor.kind === 'clerk' && from.read(passwords).mustChange(actor.id);
}
