/** Reference data by the administrator: counters, clerks, devices, what the catalogue offers. History is kept by triggers. */
import { randomBytes, randomInt } from 'node:crypto';
import type { Clerk, Device } from '../../schema/api.ts';
import type { CounterPlan } from '../../schema/catalogue.ts';
import type { ClerkId, CounterId, DeviceId, Letter, MatterId, RequestId } from '../../schema/ids.ts';
import { type Refusal, refuse } from '../../schema/refusal.ts';
import type { Actor } from './actor.ts';
import type { Hall } from './hall.ts';
import { encodePassword } from './sessions.ts';

/** How long an enrolment code is good for. */
const CODE_MS = 24 * 3_600_000;
/** Without letters and digits that look alike. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

type Wanted<T extends { id: string }> = Omit<T, 'id'> & { id?: T['id'] };

export function saveCounter(
  hall: Hall,
  actor: Actor,
  input: { requestId: RequestId; counter: Wanted<CounterPlan> },
): Promise<CounterPlan | Refusal> {
  return hall.commit({ command: 'save-counter', requestId: input.requestId, actor }, (tx) => {
    const { reference, tickets } = tx.store;
    const { id, label } = input.counter;
    if (id && !reference.counters().has(id)) return refuse('counter-unknown');
    for (const letter of input.counter.letters) if (!reference.groups().has(letter)) return refuse('matter-unknown');
    const same = [...reference.counters().values()].find((other) => other.label === label && other.id !== id);
    if (same) return refuse('label-taken');
    const busy = id && !input.counter.inUse ? tickets.atCounter(id) : null;
    if (busy) return refuse('counter-busy', { counter: label, number: busy.number });
    const counter = { ...input.counter, id: id ?? (tx.newId() as CounterId) };
    reference.saveCounter(counter);
    tx.touchReference();
    return counter;
  });
}

/** A new password is answered once, in the clear; it is changed at the first sign-in. */
export async function saveClerk(
  hall: Hall,
  actor: Actor,
  input: { requestId: RequestId; clerk: Wanted<Clerk>; newPassword: boolean },
): Promise<{ clerk: Clerk; password: string | null } | Refusal> {
  const before = input.clerk.id ? hall.store.reference.clerks().get(input.clerk.id) : undefined;
  const password = before && !input.newPassword ? null : newPassword();
  const encoded = password ? await encodePassword(password) : before!.password;
  return hall.commit({ command: 'save-clerk', requestId: input.requestId, actor }, (tx) => {
    const { reference, access, places } = tx.store;
    const { id, account, name, role, mayPick, active } = input.clerk;
    if (id && !reference.clerks().has(id)) return refuse('clerk-unknown');
    const same = reference.clerkByAccount(account);
    if (same && same.id !== id) return refuse('account-taken');
    const others = [...reference.clerks().values()].filter((other) => other.id !== id);
    const keepsOne = (role === 'administrator' && active) || others.some((o) => o.role === 'administrator' && o.active);
    if (!keepsOne) return refuse('last-administrator');
    const seat = id && !active ? places.counterOf(id) : null;
    const ticket = seat && tx.store.tickets.atCounter(seat.id);
    if (ticket) return refuse('counter-busy', { counter: seat.id, number: ticket.number });
    const clerk: Clerk = { id: id ?? (tx.newId() as ClerkId), account, name, role, mayPick, active };
    const mustChangePassword = password !== null || (before?.mustChangePassword ?? true);
    reference.saveClerk({ ...clerk, password: encoded, mustChangePassword });
    if (password || !active) access.endSessionsOf(clerk.id);
    tx.touchReference();
    return { clerk, password };
  });
}

export function createDevice(
  hall: Hall,
  actor: Actor,
  input: { requestId: RequestId | null; kind: Device['kind']; name: string },
): Promise<{ device: Device; code: string; url: string; validUntil: string } | Refusal> {
  return hall.commit({ command: 'create-device', requestId: input.requestId, actor }, (tx) => {
    const { kind, name } = input;
    const id = tx.newId() as DeviceId;
    const code = Array.from({ length: 8 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
    const validUntil = new Date(tx.nowMs + CODE_MS).toISOString();
    tx.store.access.addDevice(id, kind, name, code, validUntil);
    const device: Device = { id, kind, name, phase: 'waiting', enrolledAt: null, lastSeenAt: null };
    return { device, code, url: `/${kind}/?code=${code}`, validUntil };
  });
}

/** The code works once; the device keeps the secret in a cookie that no script can read. */
export function enrolDevice(hall: Hall, code: string): Promise<{ device: Device; secret: string } | Refusal> {
  return hall.commit({ command: 'enrol-device', requestId: null, actor: { kind: 'resident' } }, (tx) => {
    const device = tx.store.access.deviceOfCode(code.trim().toUpperCase(), tx.now);
    if (!device) return refuse('code-invalid');
    const secret = randomBytes(24).toString('base64url');
    tx.store.access.enrolDevice(device.id, secret, tx.now);
    return { device: { ...device, phase: 'enrolled' as const, enrolledAt: tx.now, lastSeenAt: tx.now }, secret };
  });
}

export function revokeDevice(hall: Hall, actor: Actor, input: { requestId: RequestId; deviceId: DeviceId }) {
  return hall.commit({ command: 'revoke-device', requestId: input.requestId, actor }, (tx) => {
    if (!tx.store.access.revokeDevice(input.deviceId, tx.now)) return refuse('device-unknown');
    tx.touchReference();
    return {};
  });
}

export function changeMatter(
  hall: Hall,
  actor: Actor,
  input: { requestId: RequestId; matterId: MatterId; offered?: boolean; letter?: Letter },
) {
  return hall.commit({ command: 'change-matter', requestId: input.requestId, actor }, (tx) => {
    const { reference } = tx.store;
    if (!reference.matters().has(input.matterId)) return refuse('matter-unknown');
    if (input.letter && !reference.groups().has(input.letter)) return refuse('matter-unknown');
    const { offered, letter } = input;
    reference.changeMatter(input.matterId, {
      ...(offered === undefined ? {} : { offered }),
      ...(letter ? { letter } : {}),
    });
    tx.touchReference();
    return {};
  });
}

export function newPassword(): string {
  return Array.from({ length: 12 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)])
    .join('')
    .toLowerCase();
}
