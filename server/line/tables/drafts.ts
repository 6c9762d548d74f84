/** Drafts of a sitting (C16, P1): sealed, for as long as the ticket is unfinished and the case without a conclusion. */
import { blob, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CaseId, Day, TicketId } from '../../../schema/ids.ts';
import type { Kept, KeptDraft } from '../../../schema/line/draft.ts';
import { seal, unseal } from '../../ledger/file/seal.ts';
import { type Keys, type Sealed, sealedTable, upsert } from '../../ledger/table.ts';

export const draftsColumns = sqliteTable(
  'drafts',
  {
    caseId: text('case_id').primaryKey(),
    ticketId: text('ticket_id').notNull(),
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
    /** The calendar day of the last change. */
    day: text('day').notNull(),
  },
  (t) => [index('drafts_ticket').on(t.ticketId), index('drafts_day').on(t.day)],
);

const SEALED: Sealed = {
  of: 'drafts',
  *each(db, keys) {
    const all = db.prepare<[], { id: CaseId; sealed: Buffer }>('SELECT case_id AS id, sealed FROM drafts');
    for (const { id, sealed } of all.iterate()) yield [id, () => opened(keys, id, sealed)];
  },
};

export const drafts = sealedTable(SEALED, (db, keys) => {
  const put = upsert(db, 'drafts', ['case_id', 'ticket_id', 'sealed', 'day']);
  const ofTicket = db.prepare<[string], { caseId: CaseId; sealed: Buffer }>(
    'SELECT case_id AS caseId, sealed FROM drafts WHERE ticket_id = ? ORDER BY case_id',
  );
  const drop = db.prepare('DELETE FROM drafts WHERE case_id = ?');
  const dropOf = db.prepare('DELETE FROM drafts WHERE ticket_id = ?');
  const dropBefore = db.prepare('DELETE FROM drafts WHERE day < ?');

  const reader = {
    ofTicket: (ticketId: TicketId): KeptDraft[] =>
      ofTicket.all(ticketId).map(({ caseId, sealed }) => ({ caseId, kept: opened(keys, caseId, sealed) })),
  };
  return {
    reader,
    writer: {
      ...reader,
      save: (caseId: CaseId, ticketId: TicketId, kept: Kept, day: Day): void =>
        void put.run(caseId, ticketId, seal(keys.seal, JSON.stringify(kept), `draft:${caseId}`), day),
      drop: (caseId: CaseId): void => void drop.run(caseId),
      dropOf: (ticketId: TicketId): void => void dropOf.run(ticketId),
      dropBefore: (day: Day): void => void dropBefore.run(day),
    },
  };
});

function opened(keys: Keys, id: CaseId, sealed: Buffer): Kept {
  return JSON.parse(unseal(keys.seal, sealed, `draft:${id}`));
}
