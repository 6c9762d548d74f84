/** The table of the ledger 台账; what is appended to it and read: ../ledger.ts. */
import { sql } from 'drizzle-orm';
import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Append-only (triggers), hash-chained: `hash` = SHA-256(prev ‖ the row's canonical JSON). A2. */
export const ledgerColumns = sqliteTable(
  'ledger',
  {
    seq: integer('seq').primaryKey(),
    at: text('at').notNull(),
    stream: text('stream').notNull(), // 'ticket:<id>', 'case:<id>' …
    version: integer('version').notNull(), // 1, 2, 3 … within the stream
    type: text('type').notNull(),
    data: text('data').notNull(),
    actor: text('actor').notNull(), // 'clerk:<id>', 'device:<id>', 'resident', 'clock'
    /** The schema's version of its event, and the request that it came with; events of older programs have neither. */
    v: integer('v'),
    request: text('request'),
    prev: blob('prev', { mode: 'buffer' }).notNull(),
    hash: blob('hash', { mode: 'buffer' }).notNull(),
  },
  (t) => [
    uniqueIndex('ledger_stream').on(t.stream, t.version),
    // Of what this program may not know: almost empty.
    index('ledger_v').on(t.v).where(sql`v > 1`),
  ],
);
