/** Who works here: names for the screens, and who is behind a session. */

import type { ClerkId } from '../../../schema/ids.ts';
import type { Clerk, Me } from '../../../schema/people/clerk.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Actor } from '../../../schema/who.ts';
import type { Tables } from '../../ledger/table.ts';
import { clerks } from '../tables/clerks.ts';
import { passwords } from '../tables/passwords.ts';
import { sessions } from '../tables/sessions.ts';

export function clerkName(from: Tables, id: string | null | undefined): string | null {
  return (
    from
      .read(clerks)
      .all()
      .get(id as ClerkId)?.name ?? null
  );
}

export function meOf(from: Tables, { id, account, name, role, mayPick }: Clerk): Me {
  const mustChange = from.read(passwords).of(id)?.mustChange ?? false;
  return { clerkId: id, account, name, role, mustChangePassword: mustChange, mayPick };
}

export function me(from: Tables, _: unknown, actor: Actor): Me | Refusal {
  const clerk = actor.kind === 'clerk' ? from.read(clerks).all().get(actor.id) : undefined;
  return clerk ? meOf(from, clerk) : refuse('not-signed-in');
}

/** By account. */
export function staff(from: Tables): Clerk[] {
  return [...from.read(clerks).all().values()];
}

/** The actor behind a session's secret, or null. An inactive clerk has none. */
export function actorOfSession(from: Tables, secret: string, nowMs: number): (Actor & { kind: 'clerk' }) | null {
  const session = from.read(sessions).of(secret, new Date(nowMs).toISOString());
  const clerk = session && from.read(clerks).all().get(session.clerkId);
  if (!clerk?.active) return null;
  return { kind: 'clerk', id: clerk.id, name: clerk.name, role: clerk.role, mayPick: clerk.mayPick };
}

/** Somebody else set the password: nothing but setting another may be done. */
export function mustChangePassword(from: Tables, actor: Actor): boolean {
  return actor.kind === 'clerk' && from.read(passwords).of(actor.id)?.mustChange === true;
}
