/** Who acts, in which role, and by which way. The ledger knows clerks and devices by id, residents not at all (P1). */
import { z } from 'zod';
import type { ClerkId, DeviceId } from './ids.ts';

/** `public` needs nothing; kiosk and display are enrolled devices; the others are signed in. */
export const Role = z.enum(['public', 'kiosk', 'display', 'clerk', 'supervisor', 'administrator']);
export type Role = z.infer<typeof Role>;
export const StaffRole = z.enum(['clerk', 'supervisor', 'administrator']);
export type StaffRole = z.infer<typeof StaffRole>;
export const DeviceKind = z.enum(['kiosk', 'display']);
export type DeviceKind = z.infer<typeof DeviceKind>;

/** Where a ticket or an appointment was asked for (A1). */
export const Channel = z.enum(['kiosk', 'counter', 'phone']);
export type Channel = z.infer<typeof Channel>;

/** Who did it, as an event says. */
export const ActorKind = z.enum(['clerk', 'resident', 'kiosk', 'clock']);
export type ActorKind = z.infer<typeof ActorKind>;

export type Actor =
  | { kind: 'clerk'; id: ClerkId; name: string; role: StaffRole; mayPick: boolean }
  | { kind: 'device'; id: DeviceId; device: DeviceKind }
  | { kind: 'resident' }
  | { kind: 'clock' };

export const CLOCK: Actor = { kind: 'clock' };
export const RESIDENT: Actor = { kind: 'resident' };

/** As the ledger names the author of an event. */
export function actorName(actor: Actor): string {
  return 'id' in actor ? `${actor.kind}:${actor.id}` : actor.kind;
}

export function actorKind(actor: Actor): ActorKind {
  return actor.kind === 'device' ? 'kiosk' : actor.kind;
}
