/** Who acts. The ledger knows clerks and devices by id, residents not at all (P1). */
import type { Device, StaffRole } from '../../schema/api.ts';
import type { ClerkId } from '../../schema/ids.ts';
import type { Actor as ActorKind } from '../../schema/ticket.ts';

export type Actor =
  | { kind: 'clerk'; id: ClerkId; name: string; role: StaffRole; mayPick: boolean }
  | { kind: 'device'; id: Device['id']; device: Device['kind'] }
  | { kind: 'resident' }
  | { kind: 'clock' };

export const CLOCK: Actor = { kind: 'clock' };
export const RESIDENT: Actor = { kind: 'resident' };

export function actorName(actor: Actor): string {
  return 'id' in actor ? `${actor.kind}:${actor.id}` : actor.kind;
}

/** As events name it. */
export function actorKind(actor: Actor): ActorKind {
  return actor.kind === 'device' ? 'kiosk' : actor.kind;
}
