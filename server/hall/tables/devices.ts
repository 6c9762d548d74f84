/** Kiosks and displays: enrolled by a code that works once, known by a secret that is stored hashed, revocable. */
import { hash } from 'node:crypto';
import { blob, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Device } from '../../../schema/api.ts';
import type { DeviceId, Instant } from '../../../schema/ids.ts';
import { table } from '../../ledger/table.ts';

export const devicesColumns = sqliteTable('devices', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  codeHash: blob('code_hash', { mode: 'buffer' }),
  codeUntil: text('code_until'),
  tokenHash: blob('token_hash', { mode: 'buffer' }).unique(),
  enrolledAt: text('enrolled_at'),
  revokedAt: text('revoked_at'),
  lastSeenAt: text('last_seen_at'),
});

type DeviceRow = {
  id: string;
  kind: Device['kind'];
  name: string;
  codeUntil: string | null;
  enrolledAt: string | null;
  revokedAt: string | null;
  lastSeenAt: string | null;
};

export const devices = table((db) => {
  const columns = `id, kind, name, code_until AS codeUntil, enrolled_at AS enrolledAt, revoked_at AS revokedAt,
    last_seen_at AS lastSeenAt`;
  const devices = db.prepare<[], DeviceRow>(`SELECT ${columns} FROM devices ORDER BY kind, name`);
  const deviceByHash = db.prepare<[Buffer], DeviceRow>(
    `SELECT ${columns} FROM devices WHERE token_hash = ? AND revoked_at IS NULL`,
  );
  const deviceByCode = db.prepare<[Buffer, string], DeviceRow>(
    `SELECT ${columns} FROM devices WHERE code_hash = ? AND code_until > ? AND revoked_at IS NULL`,
  );
  const addDevice = db.prepare('INSERT INTO devices (id, kind, name, code_hash, code_until) VALUES (?, ?, ?, ?, ?)');
  const enrol = db.prepare(
    'UPDATE devices SET token_hash = ?, enrolled_at = ?, last_seen_at = ?, code_hash = NULL, code_until = NULL WHERE id = ?',
  );
  const seen = db.prepare('UPDATE devices SET last_seen_at = ? WHERE id = ?');
  const revoke = db.prepare('UPDATE devices SET revoked_at = ?, token_hash = NULL, code_hash = NULL WHERE id = ?');
  const extend = db.prepare('UPDATE devices SET code_until = ? WHERE id = ? AND code_hash IS NOT NULL');
  const hashOf = (text: string) => hash('sha256', text, 'buffer');
  /** Devices by their secret's hash, as asked for with each of their requests; forgotten whenever a device changes. */
  const known = new Map<string, Device>();

  const reader = {
    all: (): Device[] => devices.all().map(deviceOf),
    ofSecret(secret: string): Device | null {
      const key = hash('sha256', secret, 'base64url');
      const device = known.get(key) ?? optional(deviceByHash.get(hashOf(secret)));
      if (device) known.set(key, device);
      return device;
    },
    ofCode: (code: string, now: Instant): Device | null => optional(deviceByCode.get(hashOf(code), now)),
  };
  return {
    reader,
    writer: {
      ...reader,
      add: (id: DeviceId, kind: Device['kind'], name: string, code: string, codeUntil: Instant): void =>
        void addDevice.run(id, kind, name, hashOf(code), codeUntil),
      /** A code that nobody has used is good for longer. */
      extendCode: (id: DeviceId, codeUntil: Instant): void => void extend.run(codeUntil, id),
      enrol(id: DeviceId, secret: string, now: Instant): void {
        known.clear();
        enrol.run(hashOf(secret), now, now, id);
      },
      seen: (id: DeviceId, now: Instant): void => void seen.run(now, id),
      revoke(id: DeviceId, now: Instant): boolean {
        known.clear();
        return revoke.run(now, id).changes === 1;
      },
    },
    /** What is remembered may be of the part that was undone. */
    reread: () => known.clear(),
  };
});

function optional(row: DeviceRow | undefined): Device | null {
  return row ? deviceOf(row) : null;
}

function deviceOf(row: DeviceRow): Device {
  const { id, kind, name, enrolledAt, lastSeenAt } = row;
  const phase = row.revokedAt ? 'revoked' : enrolledAt ? 'enrolled' : 'waiting';
  return { id: id as DeviceId, kind, name, phase, enrolledAt, lastSeenAt };
}
