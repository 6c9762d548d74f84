/** Read table `devices`: kiosks and displays, and how far each has come. */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Device } from '../../../schema/hall/device.ts';
import type { DeviceId, Instant } from '../../../schema/ids.ts';
import { byId, kept, readTable, upsert } from '../../ledger/table.ts';

export const devicesColumns = sqliteTable('devices', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  enrolledAt: text('enrolled_at'),
  revokedAt: text('revoked_at'),
});

/** As its events have it. */
export type KnownDevice = {
  kind: Device['kind'];
  name: string;
  enrolledAt: Instant | null;
  revokedAt: Instant | null;
};
type Row = KnownDevice & { id: string };

const COLUMNS = 'id, kind, name, enrolled_at AS enrolledAt, revoked_at AS revokedAt';

export const devices = readTable(['devices'], (db) => {
  const put = upsert(db, 'devices', ['id', 'kind', 'name', 'enrolled_at', 'revoked_at']);
  const all = db.prepare<[], Row>(`SELECT ${COLUMNS} FROM devices ORDER BY kind, name`);
  const known = db.prepare<[], Row>(`SELECT ${COLUMNS} FROM devices ORDER BY id`);
  /** Asked for with each wish of a kiosk. */
  const rows = kept(() => byId(known.all().map(deviceOf)));

  const reader = {
    /** By kind and name. */
    all: (): Omit<Device, 'lastSeenAt'>[] => all.all().map(deviceOf),
    /** As their events have them. */
    known: (): (KnownDevice & { id: string })[] => known.all(),
    byId: (id: DeviceId): Omit<Device, 'lastSeenAt'> | null => rows.get().get(id) ?? null,
  };
  return {
    reader,
    writer: {
      ...reader,
      save(id: DeviceId, { kind, name, enrolledAt, revokedAt }: KnownDevice): void {
        put.run(id, kind, name, enrolledAt, revokedAt);
        rows.forget();
      },
    },
    reread: rows.forget,
  };
});

function deviceOf({ id, kind, name, enrolledAt, revokedAt }: Row): Omit<Device, 'lastSeenAt'> {
  const phase = revokedAt ? 'revoked' : enrolledAt ? 'enrolled' : 'waiting';
  return { id: id as DeviceId, kind, name, phase, enrolledAt };
}
