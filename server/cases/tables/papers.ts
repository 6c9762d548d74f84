/** Read table `papers`: each receipt and notice as it was given, by its number; printed again and counted from here (C7). */
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Case, CaseEvent, PaperContent, PaperKind } from '../../../schema/cases/case.ts';
import type { CaseId, ClerkId, Day } from '../../../schema/ids.ts';
import { readTable } from '../../ledger/table.ts';

/** Receipts and notices as they were given (C7); numbered per kind and day. */
export const papersColumns = sqliteTable(
  'papers',
  {
    no: text('no').primaryKey(),
    kind: text('kind').$type<PaperKind>().notNull(),
    day: text('day').notNull(),
    caseId: text('case_id').notNull(),
    clerkId: text('clerk_id').notNull(),
    firstContact: text('first_contact').notNull(),
    dueOn: text('due_on'),
    note: text('note').notNull(),
    content: text('content', { mode: 'json' }).$type<PaperContent>(),
    missing: text('missing', { mode: 'json' }).$type<number[]>().notNull(),
  },
  (t) => [index('papers_case').on(t.caseId), index('papers_day').on(t.kind, t.day)],
);

export type StoredPaper = {
  no: string;
  kind: PaperKind;
  day: Day;
  caseId: CaseId;
  /** Who gave it, and who was first contact then. */
  clerkId: ClerkId;
  firstContact: ClerkId;
  dueOn: Day | null;
  note: string;
  /** Null in ledgers older than it: then `missing` names the catalogue's items by their places. */
  content: PaperContent | null;
  missing: number[];
};
type Row = Omit<StoredPaper, 'content' | 'missing'> & { content: string | null; missing: string };
type PaperEvent = Extract<CaseEvent, { type: 'case-accepted' | 'notice-given' }>;

const COLUMNS = `no, kind, day, case_id AS caseId, clerk_id AS clerkId, first_contact AS firstContact,
  due_on AS dueOn, note, content, missing`;

export const papers = readTable(['papers'], (db) => {
  const add = db.prepare(
    `INSERT INTO papers (no, kind, day, case_id, clerk_id, first_contact, due_on, note, content, missing)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofCase = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM papers WHERE case_id = ? ORDER BY day, no`);
  const caseOf = db.prepare<[string], CaseId>('SELECT case_id FROM papers WHERE no = ?').pluck();
  // Of a number the day's ordinal follows its dash; a ledger that has none counts its papers.
  const last = db
    .prepare<{ kind: string; day: string }, number>(
      `SELECT max(count(*), coalesce(max(CAST(substr(no, instr(no, '-') + 1) AS INTEGER)), 0),
        coalesce((SELECT number FROM number_floors WHERE kind = @kind AND day = @day AND letter = ''), 0))
       FROM papers WHERE kind = @kind AND day = @day`,
    )
    .pluck();

  const reader = {
    /** In the order in which they were given. */
    ofCase: (id: CaseId): StoredPaper[] => ofCase.all(id).map(paperOf),
    caseOf: (no: string): CaseId | null => caseOf.get(no) ?? null,
    /** The next number of the kind on this day, above all that a restore skips (S3). */
    nextOrdinal: (kind: PaperKind, day: Day): number => last.get({ kind, day })! + 1,
  };
  return {
    reader,
    writer: {
      ...reader,
      /** `found` is the case with the event in it; `fallback` the day of an event whose number tells none. */
      add(found: Case, event: PaperEvent, fallback: Day): void {
        const [kind, no, missing] =
          event.type === 'case-accepted'
            ? (['receipt', event.receiptNo, []] as const)
            : (['notice', event.noticeNo, event.missing ?? []] as const);
        const day = event.day ?? dayOfNumber(no) ?? fallback;
        const dueOn = event.type === 'case-accepted' ? (event.dueOn ?? null) : null;
        const content = event.paper ? JSON.stringify(event.paper) : null;
        const { id, handler, firstContact } = found;
        add.run(no, kind, day, id, handler, firstContact, dueOn, event.note, content, JSON.stringify(missing));
      },
    },
  };
});

/** Numbers are made of the service day: `SL20261123-0001`. */
function dayOfNumber(no: string): Day | null {
  const [, year, month, day] = /^[A-Z]{2}(\d{4})(\d{2})(\d{2})-/.exec(no) ?? [];
  return year ? `${year}-${month}-${day}` : null;
}

function paperOf(row: Row): StoredPaper {
  return { ...row, content: row.content ? JSON.parse(row.content) : null, missing: JSON.parse(row.missing) };
}
