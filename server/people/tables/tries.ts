/** Wrong tries, by what was guessed at and from where: `failed` in a row, and until when the next one waits. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../../schema/ids.ts';
import { table } from '../../ledger/table.ts';

export const signInTriesColumns = sqliteTable('sign_in_tries', {
  account: text('account').primaryKey(),
  failed: integer('failed').notNull(),
  until: text('until').notNull(),
});

export const tries = table((db) => {
  const of = db.prepare<[string], { failed: number; until: string }>(
    'SELECT failed, until FROM sign_in_tries WHERE account = ?',
  );
  const add = db.prepare(
    `INSERT INTO sign_in_tries (account, failed, until) VALUES (?, 1, ?)
     ON CONFLICT (account) DO UPDATE SET failed = failed + 1, until = excluded.until`,
  );
  const clear = db.prepare('DELETE FROM sign_in_tries WHERE account = ?');
  const clearAll = db.prepare("DELETE FROM sign_in_tries WHERE account GLOB ? || '*'");
  const drop = db.prepare("DELETE FROM sign_in_tries WHERE account GLOB ? || '*' AND until <= ?");

  const reader = {
    of: (account: string) => of.get(account) ?? null,
  };
  return {
    reader,
    writer: {
      ...reader,
      add: (account: string, until: Instant): void => void add.run(account, until),
      clear: (account: string): void => void clear.run(account),
      clearAll: (prefix: string): void => void clearAll.run(prefix),
      /** Of a kind that is told by how its key begins: those whose rest is over. */
      drop: (prefix: string, now: Instant): void => void drop.run(prefix, now),
    },
  };
});
