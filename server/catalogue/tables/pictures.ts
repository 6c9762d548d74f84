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
  const reader = { byId: (id: string): Picture | null => get.get(id) ?? null };
  return {
    reader,
    writer: {
      ...reader,
      /** Its id. */
      keep({ type, bytes }: Picture): string {
        const id = createHash('sha256').update(bytes).digest('hex');
        put.run(id, type, bytes);
        return id;
      },
    },
  };
});
