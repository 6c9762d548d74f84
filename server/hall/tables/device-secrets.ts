/** By what a device is known: a code that works once, then a secret; both stored hashed, and no fact of the ledger. */
import { hash } from 'node:crypto';
import { blob, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DeviceId, Instant } from '../../../schema/ids.ts';
import { table } from '../../ledger/table.ts';

export const deviceSecretsColumns = sqliteTable('device_secrets', {
  deviceId: text('device_id').primaryKey(),
  codeHash: blob('code_hash', { mode: 'buffer' }),
  codeUntil: text('code_until'),
  tokenHash: blob('token_hash', { mode: 'buffer' }).unique(),
  lastSeenAt: text('last_seen_at'),
});

export const deviceSecrets = table((db) => {
  const byToken = db.prepare<[Buffer], DeviceId>('SELECT device_id FROM device_secrets WHERE token_hash = ?').pluck();
  const byCode = db
    .prepare<[Buffer, string], DeviceId>('SELECT device_id FROM device_secrets WHERE code_hash = ? AND code_until > ?')
    .pluck();
  const lastSeen = db
    .prepare<[string], string | null>('SELECT last_seen_at FROM device_secrets WHERE device_id = ?')
    .pluck();
  const addCode = db.prepare('INSERT INTO device_secrets (device_id, code_hash, code_until) VALUES (?, ?, ?)');
  const enrol = db.prepare(
    'UPDATE device_secrets SET token_hash = ?, last_seen_at = ?, code_hash = NULL, code_until = NULL WHERE device_id = ?',
  );
  const extend = db.prepare('UPDATE device_secrets SET code_until = ? WHERE device_id = ? AND code_hash IS NOT NULL');
  const seen = db.prepare('UPDATE device_secrets SET last_seen_at = ? WHERE device_id = ?');
  const forget = db.prepare('UPDATE device_secrets SET token_hash = NULL, code_hash = NULL WHERE device_id = ?');
  const hashOf = (text: string) => hash('sha256', text, 'buffer');
  /** Devices by their secret's hash, as asked for with each of their requests; forgotten whenever a secret changes. */
  const known = new Map<string, DeviceId>();

  const reader = {
    ofSecret(secret: string): DeviceId | null {
      const key = hash('sha256', secret, 'base64url');
      const id = known.get(key) ?? byToken.get(hashOf(secret)) ?? null;
      if (id) known.set(key, id);
      return id;
    },
    ofCode: (code: string, now: Instant): DeviceId | null => byCode.get(hashOf(code), now) ?? null,
    lastSeenAt: (id: DeviceId): Instant | null => lastSeen.get(id) ?? null,
  };
  return {
    reader,
    writer: {
      ...reader,
      addCode: (id: DeviceId, code: string, until: Instant): void => void addCode.run(id, hashOf(code), until),
      /** A code that nobody has used is good for longer. */
      extendCode: (id: DeviceId, until: Instant): void => void extend.run(until, id),
      enrol(id: DeviceId, secret: string, now: Instant): void {
        known.clear();
        enrol.run(hashOf(secret), now, id);
      },
      seen: (id: DeviceId, now: Instant): void => void seen.run(now, id),
      forget(id: DeviceId): void {
        known.clear();
        forget.run(id);
      },
    },
    /** What is remembered may be of the part that was undone. */
    reread: () => known.clear(),
  };
});
