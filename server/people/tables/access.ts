/** Sessions of clerks, devices, and one-time tokens: all stored hashed, all revocable. */
import { hash } from 'node:crypto';
import type { Device } from '../../../schema/api.ts';
import type { ClerkId, DeviceId, Instant } from '../../../schema/ids.ts';
import { table } from '../../ledger/table.ts';
import { forgetsFirstSecret } from './first-secrets.ts';

type DeviceRow = {
  id: string;
  kind: Device['kind'];
  name: string;
  codeUntil: string | null;
  enrolledAt: string | null;
  revokedAt: string | null;
  lastSeenAt: string | null;
};

export const access = table((db) => {
  const addSession = db.prepare('INSERT INTO sessions (hash, clerk_id, created_at, expires_at) VALUES (?, ?, ?, ?)');
  const session = db
    .prepare<[Buffer, string], string>('SELECT clerk_id FROM sessions WHERE hash = ? AND expires_at > ?')
    .pluck();
  const hasSession = db
    .prepare<[string, string], number>('SELECT 1 FROM sessions WHERE clerk_id = ? AND expires_at > ? LIMIT 1')
    .pluck();
  const endSession = db.prepare('DELETE FROM sessions WHERE hash = ?');
  const endOf = db.prepare('DELETE FROM sessions WHERE clerk_id = ?');
  const endExpired = db.prepare('DELETE FROM sessions WHERE expires_at <= ?');
  const tries = db.prepare<[string], { failed: number; until: string }>(
    'SELECT failed, until FROM sign_in_tries WHERE account = ?',
  );
  const addTry = db.prepare(
    `INSERT INTO sign_in_tries (account, failed, until) VALUES (?, 1, ?)
     ON CONFLICT (account) DO UPDATE SET failed = failed + 1, until = excluded.until`,
  );
  const clearTries = db.prepare('DELETE FROM sign_in_tries WHERE account = ?');
  const dropTries = db.prepare("DELETE FROM sign_in_tries WHERE account GLOB ? || '*' AND until <= ?");
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
  const addOnce = db.prepare('INSERT INTO once_tokens (hash, purpose, expires_at) VALUES (?, ?, ?)');
  const once = db.prepare('SELECT 1 FROM once_tokens WHERE hash = ? AND purpose = ? AND expires_at > ?');
  const spendOnce = db.prepare('DELETE FROM once_tokens WHERE hash = ? AND purpose = ? AND expires_at > ?');
  const endOnce = db.prepare('DELETE FROM once_tokens WHERE purpose = ?');
  const extend = db.prepare('UPDATE devices SET code_until = ? WHERE id = ? AND code_hash IS NOT NULL');
  const forgetFirst = forgetsFirstSecret(db);
  const hashOf = (text: string) => hash('sha256', text, 'buffer');
  /** Devices by their secret's hash, as asked for with each of their requests; forgotten whenever a device changes. */
  const known = new Map<string, Device>();

  const reader = {
    clerkOfSession: (secret: string, now: Instant): ClerkId | null =>
      (session.get(hashOf(secret), now) as ClerkId | undefined) ?? null,
    hasSession: (clerk: ClerkId, now: Instant): boolean => hasSession.get(clerk, now) !== undefined,
    tries: (account: string) => tries.get(account) ?? null,
    devices: (): Device[] => devices.all().map(deviceOf),
    deviceOfSecret(secret: string): Device | null {
      const key = hash('sha256', secret, 'base64url');
      const device = known.get(key) ?? optional(deviceByHash.get(hashOf(secret)));
      if (device) known.set(key, device);
      return device;
    },
    deviceOfCode: (code: string, now: Instant): Device | null => optional(deviceByCode.get(hashOf(code), now)),
    hasOnceToken: (token: string, purpose: string, now: Instant): boolean =>
      once.get(hashOf(token), purpose, now) !== undefined,
  };
  return {
    reader,
    writer: {
      ...reader,
      addSession(secret: string, clerk: ClerkId, now: Instant, until: Instant): void {
        addSession.run(hashOf(secret), clerk, now, until);
        forgetFirst(clerk);
      },
      endSession: (secret: string): void => void endSession.run(hashOf(secret)),
      endSessionsOf: (clerk: ClerkId): number => endOf.run(clerk).changes,
      endExpired: (now: Instant): void => void endExpired.run(now),
      addTry: (account: string, until: Instant): void => void addTry.run(account, until),
      /** Of a kind that is told by how its key begins: those whose rest is over. */
      dropTries: (prefix: string, now: Instant): void => void dropTries.run(prefix, now),
      clearTries: (account: string): void => void clearTries.run(account),
      addDevice: (id: DeviceId, kind: Device['kind'], name: string, code: string, codeUntil: Instant): void =>
        void addDevice.run(id, kind, name, hashOf(code), codeUntil),
      /** A code that nobody has used is good for longer. */
      extendCode: (id: DeviceId, codeUntil: Instant): void => void extend.run(codeUntil, id),
      enrolDevice(id: DeviceId, secret: string, now: Instant): void {
        known.clear();
        enrol.run(hashOf(secret), now, now, id);
        forgetFirst(id);
      },
      deviceSeen: (id: DeviceId, now: Instant): void => void seen.run(now, id),
      revokeDevice(id: DeviceId, now: Instant): boolean {
        known.clear();
        forgetFirst(id);
        return revoke.run(now, id).changes === 1;
      },
      addOnceToken: (token: string, purpose: string, until: Instant): void =>
        void addOnce.run(hashOf(token), purpose, until),
      endOnceTokens: (purpose: string): void => void endOnce.run(purpose),
      /** True once. */
      spendOnceToken: (token: string, purpose: string, now: Instant): boolean =>
        spendOnce.run(hashOf(token), purpose, now).changes === 1,
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
