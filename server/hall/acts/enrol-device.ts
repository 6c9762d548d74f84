/** Kiosks and displays: added with a code, enrolled by it once, revoked. */
import { randomBytes, randomInt } from 'node:crypto';
import type { Device } from '../../../schema/hall/device.ts';
import type { DeviceId, Instant } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { folded } from '../../../schema/typed/signs.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import { deviceStream } from '../stream.ts';
import { deviceSecrets } from '../tables/device-secrets.ts';
import { devices } from '../tables/devices.ts';
import { forgetFirstSecret } from './first-secrets.ts';

/** How long an enrolment code is good for. */
const CODE_MS = 24 * 3_600_000;
const CODE_LENGTH = 8;
/** Without letters and digits that look alike. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

export type AddedDevice = { device: Device; code: string; url: string; validUntil: Instant };

/** A name that reads like that of a device in use is taken. */
export function createDevice(tx: Tx, wanted: Pick<Device, 'kind' | 'name'>): AddedDevice | Refusal {
  const inUse = tx
    .read(devices)
    .all()
    .filter((other) => other.phase !== 'revoked');
  if (inUse.some((other) => folded(other.name) === folded(wanted.name))) return refuse('label-taken');
  return addDevice(tx, wanted);
}

export function addDevice(tx: Tx, { kind, name }: Pick<Device, 'kind' | 'name'>): AddedDevice {
  const id = tx.newId() as DeviceId;
  const code = randomLetters(CODE_LENGTH);
  const validUntil = codeEnd(tx.nowMs);
  tx.begin(deviceStream, id, [{ type: 'device-added' as const, kind, name }]);
  tx.write(deviceSecrets).addCode(id, code, validUntil);
  const device: Device = { id, kind, name, phase: 'waiting', enrolledAt: null, lastSeenAt: null };
  return { device, code, url: enrolmentUrl(kind, code), validUntil };
}

/** The code works once; the device keeps the secret in a cookie that no script can read. */
export function enrolDevice(tx: Tx, { code }: { code: string }): { device: Device; secret: string } | Refusal {
  const id = tx.read(deviceSecrets).ofCode(code, tx.now);
  const device = id && tx.read(devices).byId(id);
  if (!device || device.phase === 'revoked') return refuse('code-invalid');
  const secret = randomBytes(24).toString('base64url');
  tx.run(deviceStream, device.id, () => [{ type: 'device-enrolled' as const }]);
  tx.write(deviceSecrets).enrol(device.id, secret, tx.now);
  forgetFirstSecret(tx, device.id);
  return { device: { ...device, phase: 'enrolled', enrolledAt: tx.now, lastSeenAt: tx.now }, secret };
}

export function revokeDevice(tx: Tx, { deviceId }: { deviceId: DeviceId }): Nothing | Refusal {
  const device = tx.read(devices).byId(deviceId);
  if (!device) return refuse('device-unknown');
  if (device.phase !== 'revoked') tx.run(deviceStream, deviceId, () => [{ type: 'device-revoked' as const }]);
  tx.write(deviceSecrets).forget(deviceId);
  forgetFirstSecret(tx, deviceId);
  return {};
}

export function deviceSeen(tx: Tx, id: DeviceId): Nothing {
  tx.write(deviceSecrets).seen(id, tx.now);
  return {};
}

/** A code that nobody has used is good again from now on. */
export function renewCode(tx: Tx, id: DeviceId): void {
  tx.write(deviceSecrets).extendCode(id, codeEnd(tx.nowMs));
}

export function enrolmentUrl(kind: Device['kind'], code: string): string {
  return `/${kind}/?code=${code}`;
}

/** For codes and first passwords that people read off a paper. */
export function randomLetters(count: number): string {
  return Array.from({ length: count }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
}

function codeEnd(nowMs: number): Instant {
  return new Date(nowMs + CODE_MS).toISOString();
}
