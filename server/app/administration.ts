/** Reference data by the administrator: counters, clerks, devices, what the catalogue offers. History is kept by triggers. */
import { randomBytes, randomInt } from 'node:crypto';
import type { Clerk, Device } from '../../schema/api.ts';
import type { CounterPlan } from '../../schema/catalogue.ts';
import type { CounterEvent } from '../../schema/counter.ts';
import type { ClerkId, CounterId, DeviceId, Instant, Letter, MatterId, RequestId } from '../../schema/ids.ts';
import { type Refusal, refuse } from '../../schema/refusal.ts';
import { localTime } from '../../schema/time.ts';
import { labelKey } from '../../schema/typed/names.ts';
import { folded } from '../../schema/typed/signs.ts';
import type { Actor } from '../../schema/who.ts';
import { lostBy } from '../domain/cover.ts';
import { access } from '../store/access.ts';
import { appointments } from '../store/projections/appointments.ts';
import { cases } from '../store/projections/cases.ts';
import { places } from '../store/projections/places.ts';
import { tickets } from '../store/projections/tickets.ts';
import { reference } from '../store/reference.ts';
import type { Reader } from '../store/table.ts';
import type { Tx } from './commit.ts';
import type { Hall } from './hall.ts';
import { encodePassword } from './sessions.ts';
import { spellingOf } from './spelling.ts';
import { counterStream } from './streams.ts';

/** How long an enrolment code is good for. */
const CODE_MS = 24 * 3_600_000;
/** Without letters and digits that look alike. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** So many numbers fit into a sentence. */
const NUMBERS_NAMED = 6;

type Wanted<T extends { id: string }> = Omit<T, 'id'> & { id?: T['id'] };

export function saveCounter(
  hall: Hall,
  actor: Actor,
  input: { requestId: RequestId; counter: Wanted<CounterPlan> },
): Promise<CounterPlan | Refusal> {
  return hall.commit({ command: 'save-counter', requestId: input.requestId, actor }, (tx) => {
    const { id, label } = input.counter;
    if (id && !tx.read(reference).counters().has(id)) return refuse('counter-unknown');
    for (const letter of input.counter.letters)
      if (!tx.read(reference).groups().has(letter)) return refuse('matter-unknown');
    const others = [...tx.read(reference).counters().values()].filter((other) => other.id !== id);
    const before = id && tx.read(reference).counters().get(id);
    // An older file may hold two that read the same: each is still changed in everything else.
    const isTaken = others.some((other) => labelKey(other.label) === labelKey(label)) && before?.label !== label;
    if (isTaken) return refuse('label-taken');
    const busy = id && !input.counter.inUse ? tx.read(tickets).atCounter(id) : null;
    if (busy) return refuse('counter-busy', { counter: label, number: busy.number });
    const counter = { ...input.counter, id: id ?? (tx.newId() as CounterId) };
    const needed = neededBy(hall, tx, counter);
    if (needed) return needed;
    tx.write(reference).saveCounter(counter);
    tx.touchReference();
    return counter;
  });
}

/** H11: planned and running openings that the change would leave without a counter for one of their groups. */
function neededBy(hall: Hall, tx: Tx, counter: CounterPlan): Refusal | null {
  const ahead = hall.openings().filter((one) => one.phase === 'running' || one.phase === 'planned');
  const lost = lostBy(
    counter,
    ahead.filter((one) => one.endsAt > tx.now),
    tx.read(reference).counters(),
  );
  const [first] = lost;
  if (!first) return null;
  const { day, time } = localTime(Date.parse(first.opening.startsAt), tx.timeZone);
  return refuse('counter-needed', {
    counter: tx.read(reference).counters().get(counter.id)?.label ?? counter.label,
    opening: `${day} ${time}`,
    group: lost
      .filter((one) => one.opening === first.opening)
      .map((one) => one.letter)
      .join(', '),
    openings: new Set(lost.map((one) => one.opening.id)).size,
    bookings: lost.reduce((sum, { opening, letter }) => sum + tx.read(appointments).countOf(opening.id, letter), 0),
  });
}

/** A new password is answered once, in the clear; it is changed at the first sign-in. */
export async function saveClerk(
  hall: Hall,
  actor: Actor,
  input: { requestId: RequestId; clerk: Wanted<Clerk>; newPassword: boolean },
): Promise<{ clerk: Clerk; password: string | null } | Refusal> {
  const password = input.clerk.id && !input.newPassword ? null : newPassword();
  const encoded = password && (await encodePassword(password));
  return hall.commit({ command: 'save-clerk', requestId: input.requestId, actor }, (tx) => {
    const { id, account, name, role, mayPick, active } = input.clerk;
    // Read here and not before: the clerk may have changed the password while the new one was hashed.
    const before = id && tx.read(reference).clerks().get(id);
    if (id && !before) return refuse('clerk-unknown');
    const others = [...tx.read(reference).clerks().values()].filter((other) => other.id !== id);
    const isTaken = others.some((other) => folded(other.account) === folded(account)) && before?.account !== account;
    if (isTaken) return refuse('account-taken');
    const keepsOne = (role === 'administrator' && active) || others.some((o) => o.role === 'administrator' && o.active);
    if (!keepsOne) return refuse('last-administrator');
    const leaves = before && handlesCases(before) && !handlesCases({ active, role });
    const stands = leaves && (dutiesOf(tx, before) ?? leaveSeats(tx, before.id));
    if (stands) return stands;
    const clerk: Clerk = { id: id ?? (tx.newId() as ClerkId), account, name, role, mayPick, active };
    const kept = before && !encoded ? before : { password: encoded ?? '', mustChangePassword: true };
    tx.write(reference).saveClerk({ ...clerk, password: kept.password, mustChangePassword: kept.mustChangePassword });
    if (password || !active) tx.write(access).endSessionsOf(clerk.id);
    tx.touchReference();
    return { clerk, password };
  });
}

function handlesCases({ active, role }: Pick<Clerk, 'active' | 'role'>): boolean {
  return active && role !== 'administrator';
}

/** C15: nobody stops handling cases while a case or an offer is theirs. One at a counter goes with its ticket. */
function dutiesOf(from: Reader, { id, name }: Clerk): Refusal | null {
  const found = from.read(cases).ofClerk(id);
  const handled = found.filter((one) => one.handler === id && one.phase !== 'open');
  const offers = found.filter(({ offer }) => offer && (offer.from === id || offer.to === id));
  const both = [...new Set([...handled, ...offers])];
  if (both.length === 0) return null;
  const numbers = both.map(
    (one) => one.receiptNo ?? one.noticeNo ?? from.read(tickets).byId(one.ticketId)?.number ?? one.id,
  );
  const named = numbers.slice(0, NUMBERS_NAMED).join(', ') + (numbers.length > NUMBERS_NAMED ? ' …' : '');
  return refuse('clerk-has-duties', { name, cases: handled.length, offers: offers.length, numbers: named });
}

/** H4: who works here no more sits nowhere, and no opening seats them again; refused while a ticket is there. */
function leaveSeats(tx: Tx, clerkId: ClerkId): Refusal | null {
  for (const { id } of tx
    .read(places)
    .counters()
    .filter((counter) => counter.clerkId === clerkId)) {
    const ticket = tx.read(tickets).atCounter(id);
    const counter = tx.read(reference).counters().get(id)?.label ?? id;
    if (ticket) return refuse('counter-busy', { counter, number: ticket.number });
    // Not the clerk's own command: it also gives up a seat that the last opening's end has kept.
    const left: CounterEvent = { type: 'counter-closed', clerkId };
    tx.run(counterStream, id, () => [left]);
  }
  return null;
}

export function createDevice(
  hall: Hall,
  actor: Actor,
  input: { requestId: RequestId | null; kind: Device['kind']; name: string },
): Promise<{ device: Device; code: string; url: string; validUntil: string } | Refusal> {
  return hall.commit({ command: 'create-device', requestId: input.requestId, actor }, (tx) => {
    const inUse = tx
      .read(access)
      .devices()
      .filter((other) => other.phase !== 'revoked');
    if (inUse.some((other) => folded(other.name) === folded(input.name))) return refuse('label-taken');
    return addDevice(tx, input.kind, input.name);
  });
}

export function addDevice(tx: Tx, kind: Device['kind'], name: string) {
  const id = tx.newId() as DeviceId;
  const code = Array.from({ length: 8 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
  const validUntil = codeEnd(tx.nowMs);
  tx.write(access).addDevice(id, kind, name, code, validUntil);
  const device: Device = { id, kind, name, phase: 'waiting', enrolledAt: null, lastSeenAt: null };
  return { device, code, url: enrolmentUrl(kind, code), validUntil };
}

/** Until when an enrolment code is good that is handed out now. */
export function codeEnd(nowMs: number): Instant {
  return new Date(nowMs + CODE_MS).toISOString();
}

export function enrolmentUrl(kind: Device['kind'], code: string): string {
  return `/${kind}/?code=${code}`;
}

/** The code works once; the device keeps the secret in a cookie that no script can read. */
export function enrolDevice(hall: Hall, code: string): Promise<{ device: Device; secret: string } | Refusal> {
  return hall.commit({ command: 'enrol-device', requestId: null, actor: { kind: 'resident' } }, (tx) => {
    const device = tx.read(access).deviceOfCode(code, tx.now);
    if (!device) return refuse('code-invalid');
    const secret = randomBytes(24).toString('base64url');
    tx.write(access).enrolDevice(device.id, secret, tx.now);
    return { device: { ...device, phase: 'enrolled' as const, enrolledAt: tx.now, lastSeenAt: tx.now }, secret };
  });
}

export function revokeDevice(hall: Hall, actor: Actor, input: { requestId: RequestId; deviceId: DeviceId }) {
  return hall.commit({ command: 'revoke-device', requestId: input.requestId, actor }, (tx) => {
    if (!tx.write(access).revokeDevice(input.deviceId, tx.now)) return refuse('device-unknown');
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
    if (!tx.read(reference).matters().has(input.matterId)) return refuse('matter-unknown');
    if (input.letter && !tx.read(reference).groups().has(input.letter)) return refuse('matter-unknown');
    const { offered, letter } = input;
    tx.write(reference).changeMatter(input.matterId, {
      ...(offered === undefined ? {} : { offered }),
      ...(letter ? { letter } : {}),
    });
    tx.touchReference();
    return {};
  });
}

/** L3. The pinyin is made before the transaction: the first text that is spelt loads a dictionary. */
export async function nameMatter(
  hall: Hall,
  actor: Actor,
  input: { requestId: RequestId; matterId: MatterId; aliases: string[] },
) {
  const { requestId, matterId, aliases } = input;
  const known = hall.read(reference).matters().get(matterId);
  const spelling = known && (await spellingOf({ names: known.names, aliases }));
  return hall.commit({ command: 'name-matter', requestId, actor }, (tx) => {
    if (spelling === undefined) return refuse('matter-unknown');
    tx.write(reference).changeMatter(matterId, { aliases, spelling });
    tx.touchReference();
    return {};
  });
}

export function newPassword(): string {
  return Array.from({ length: 12 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)])
    .join('')
    .toLowerCase();
}
