/** The devices of the hall, and which one is behind a secret. */
import type { Device } from '../../../schema/hall/device.ts';
import type { Tables } from '../../ledger/table.ts';
import { deviceSecrets } from '../tables/device-secrets.ts';
import { devices } from '../tables/devices.ts';

export function allDevices(from: Tables): Device[] {
  return from
    .read(devices)
    .all()
    .map((device) => ({ ...device, lastSeenAt: from.read(deviceSecrets).lastSeenAt(device.id) }));
}

/** Null for a secret that nobody gave, and for a device that was revoked. */
export function deviceOfSecret(from: Tables, secret: string): Omit<Device, 'lastSeenAt'> | null {
  const id = from.read(deviceSecrets).ofSecret(secret);
  const device = id && from.read(devices).byId(id);
  return device && device.phase !== 'revoked' ? device : null;
}
