/** Pictures of samples (L3): each by the hash of its bytes, which the ledger names; it is in the file once, and never changed. */
import { createHash } from 'node:crypto';
import { blob, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { table } from '../../ledger/table.ts';
import type { PictureType } from '../rules/picture.ts';

export const picturesColumns = sqliteTable('pictures', {
  id: text('id').primaryKey(),
  type: text('type').$type<PictureType>().notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});

export type Picture = { type: PictureType; bytes: Buffer };

export const pictures = table((db) => {
  const get = db.prepare<[string], Picture>('SELECT type, bytes FROM pictures WHERE id = ?');
  const put = db.prepare('INSERT INTO pictures (id, type, bytes) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING');
  const has = db.prepare<[string], number>('SELECT 1 FROM pictures WHERE id = ?').pluck();
  const drop = db.prepare(
    `DELETE FROM pictures WHERE id NOT IN (
       SELECT one.value ->> 'picture' FROM matter_versions, json_each(matter, '$.materials') AS one
       WHERE one.value ->> 'picture' IS NOT NULL)`,
  );
  const reader = {
    byId: (id: string): Picture | null => get.get(id) ?? null,
    has: (id: string): boolean => has.get(id) !== undefined,
  };
  return {
    reader,
    writer: {
      ...reader,
      /** Those that no version of a matter names. */
      dropUnnamed: (): void => void drop.run(),
      /** Its id. */
      keep({ type, bytes }: Picture): string {
        const id = createHash('sha256').update(bytes).digest('hex');
        put.run(id, type, bytes);
        return id;
      },
    },
  };
});
