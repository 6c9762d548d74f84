/** Drafts of a case (C16, P1): sealed; of a sitting until its ticket is finished or the case concluded, all of them for a day. */
import { blob, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CaseId, ClerkId, Day, TicketId } from '../../../schema/ids.ts';
import type { CaseForm, FormDrafts, Kept, KeptDraft, KeptForm } from '../../../schema/line/draft.ts';
import { seal, unseal } from '../../ledger/file/seal.ts';
import { type Keys, type Sealed, sealedTable, upsert } from '../../ledger/table.ts';

export const draftsColumns = sqliteTable(
  'drafts',
  {
    caseId: text('case_id').primaryKey(),
    /** Empty of a case that goes on without one. */
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

/** `forms`: of each clerk what was typed in each form. */
type Drafted = Kept & { forms?: Record<ClerkId, { [F in CaseForm]?: string }> };
const NOTHING: Drafted = { ticked: [], draft: null };
type Place = { ticketId: TicketId | null; day: Day };

export const drafts = sealedTable(SEALED, (db, keys) => {
  const put = upsert(db, 'drafts', ['case_id', 'ticket_id', 'sealed', 'day']);
  const ofTicket = db.prepare<[string], { caseId: CaseId; sealed: Buffer }>(
    'SELECT case_id AS caseId, sealed FROM drafts WHERE ticket_id = ? ORDER BY case_id',
  );
  const ofCase = db.prepare<[string], Buffer>('SELECT sealed FROM drafts WHERE case_id = ?').pluck();
  const drop = db.prepare('DELETE FROM drafts WHERE case_id = ?');
  const dropOf = db.prepare('DELETE FROM drafts WHERE ticket_id = ?');
  const dropBefore = db.prepare('DELETE FROM drafts WHERE day < ?');

  const of = (caseId: CaseId): Drafted => {
    const sealed = ofCase.get(caseId);
    return sealed ? opened(keys, caseId, sealed) : NOTHING;
  };
  const write = (caseId: CaseId, { ticketId, day }: Place, drafted: Drafted): void => {
    const isNothing = isEmpty(drafted) && Object.keys(drafted.forms ?? {}).length === 0;
    if (isNothing) drop.run(caseId);
    else put.run(caseId, ticketId ?? '', seal(keys.seal, JSON.stringify(drafted), `draft:${caseId}`), day);
  };

  const reader = {
    ofTicket: (ticketId: TicketId): KeptDraft[] =>
      ofTicket.all(ticketId).flatMap(({ caseId, sealed }) => {
        const { forms: _, ...kept } = opened(keys, caseId, sealed);
        return isEmpty(kept) ? [] : [{ caseId, kept }];
      }),
    formsOf: (caseId: CaseId, by: ClerkId): FormDrafts =>
      Object.entries(of(caseId).forms?.[by] ?? {}).map(([form, fields]) => ({ form: form as CaseForm, fields })),
  };
  return {
    reader,
    writer: {
      ...reader,
      save: (caseId: CaseId, at: Place, kept: Kept): void => write(caseId, at, { ...of(caseId), ...kept }),
      saveForm(caseId: CaseId, at: Place, { by, form, fields }: Omit<KeptForm, 'caseId'> & { by: ClerkId }): void {
        const { forms: { [by]: own, ...others } = {}, ...kept } = of(caseId);
        const { [form]: _, ...rest } = own ?? {};
        const now = fields === null ? rest : { ...rest, [form]: fields };
        write(caseId, at, { ...kept, forms: Object.keys(now).length > 0 ? { ...others, [by]: now } : others });
      },
      drop: (caseId: CaseId): void => void drop.run(caseId),
      dropOf: (ticketId: TicketId): void => void dropOf.run(ticketId),
      dropBefore: (day: Day): void => void dropBefore.run(day),
    },
  };
});

function isEmpty({ ticked, draft }: Kept): boolean {
  return ticked.length === 0 && draft === null;
}

function opened(keys: Keys, id: CaseId, sealed: Buffer): Drafted {
  return JSON.parse(unseal(keys.seal, sealed, `draft:${id}`));
}
