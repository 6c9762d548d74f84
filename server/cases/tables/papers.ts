/** Read table `papers`: each receipt and notice as it was given, by its number; printed again and counted from here (C7). */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Case, IsCounted } from '../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../schema/cases/events.ts';
import type { PaperContent, PaperKind } from '../../../schema/cases/paper.ts';
import type { CaseId, ClerkId, Day } from '../../../schema/ids.ts';
import { type Numbers, numberedTable } from '../../ledger/table.ts';

/** Receipts and notices as they were given (C7); numbered per kind and year, in older ledgers per kind and day. */
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
    /** Of a changed due day the one before; whether the new one may still move. */
    dueBefore: text('due_before'),
    provisional: integer('provisional', { mode: 'boolean' }).notNull().default(false),
    note: text('note').notNull(),
    content: text('content', { mode: 'json' }).$type<PaperContent>(),
    missing: text('missing', { mode: 'json' }).$type<number[]>().notNull(),
    /** C18: its conclusion was undone before anybody had it; its number is nobody else's. */
    cancelled: integer('cancelled', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [index('papers_case').on(t.caseId), index('papers_day').on(t.kind, t.day)],
);

/** What each of these events gives to the resident. */
const KINDS = {
  'case-accepted': 'receipt',
  'notice-given': 'notice',
  'due-moved': 'due-change',
  'day-moved': 'due-change',
  'case-decided': 'decision',
  'outcome-corrected': 'decision',
  'refusal-proposed': 'proposal',
  'correction-proposed': 'proposal',
  'refusal-confirmed': 'not-accepted',
  'case-closed': 'referral',
  'ending-corrected': 'closing',
  'late-papers-received': 'late-receipt',
  'resident-told': 'delivery',
} as const satisfies Partial<Record<CaseEvent['type'], PaperKind>>;

export function givesPaper(event: CaseEvent): event is PaperEvent {
  // What another system gave was never on this hall's paper.
  if (event.happenedAt !== undefined) return false;
  // Ledgers older than the paper hold no number of it.
  if (event.type === 'refusal-proposed') return event.proposalNo !== undefined;
  if (event.type === 'refusal-confirmed') return event.notAcceptedNo !== undefined;
  // What was decided has its decision, and closes without another paper.
  if (event.type === 'case-closed' || event.type === 'ending-corrected')
    return event.referralNo !== undefined || event.closingNo !== undefined;
  // Only what is handed over has one.
  if (event.type === 'resident-told') return event.deliveryNo !== undefined;
  return event.type in KINDS;
}

export type StoredPaper = {
  no: string;
  kind: PaperKind;
  day: Day;
  caseId: CaseId;
  /** Who gave it, and who was first contact then. */
  clerkId: ClerkId;
  firstContact: ClerkId;
  /** Of a proposed refusal the day by which somebody else looks at it (C6), of late papers that of the answer (C5). */
  dueOn: Day | null;
  /** C17: of a changed due day the one that was told before. */
  dueBefore: Day | null;
  /** C9: the date was told as one that may still move. */
  provisional: boolean;
  /** Of a changed due day its cause, which the paper puts into words. */
  note: string;
  /** Null in ledgers older than it: then `missing` names the catalogue's items by their places. */
  content: PaperContent | null;
  missing: number[];
};
type Row = Omit<StoredPaper, 'content' | 'missing' | 'provisional'> & {
  content: string | null;
  missing: string;
  provisional: number;
};
type PaperEvent = Extract<CaseEvent, { type: keyof typeof KINDS }>;

const COLUMNS = `no, kind, day, case_id AS caseId, clerk_id AS clerkId, first_contact AS firstContact,
  due_on AS dueOn, due_before AS dueBefore, provisional, note, content, missing`;

const NUMBERS: Numbers = {
  of: 'papers',
  last: `SELECT kind, substr(no, 3, 4) AS day, '' AS letter, max(CAST(substr(no, 8) AS INTEGER)) AS number
    FROM papers WHERE substr(no, 7, 1) = '-' AND substr(no, 3, 4) >= substr(@since, 1, 4) GROUP BY kind, substr(no, 3, 4)`,
};

export const papers = numberedTable(['papers'], NUMBERS, (db) => {
  const add = db.prepare(
    `INSERT INTO papers (no, kind, day, case_id, clerk_id, first_contact, due_on, due_before, provisional, note, content, missing)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofCase = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM papers WHERE case_id = ? AND NOT cancelled ORDER BY rowid`,
  );
  const caseOf = db.prepare<[string], CaseId>('SELECT case_id FROM papers WHERE no = ?').pluck();
  const cancel = db.prepare('UPDATE papers SET cancelled = 1 WHERE no = ?');
  // Numbers of one prefix have one length: the last of them is the highest. A dot follows a dash.
  const last = db
    .prepare<{ kind: string; prefix: string; until: string; year: string }, number>(
      `SELECT max(coalesce((SELECT CAST(substr(max(no), length(@prefix) + 1) AS INTEGER)
          FROM papers WHERE no >= @prefix AND no < @until), 0),
        coalesce((SELECT number FROM number_floors WHERE kind = @kind AND day = @year AND letter = ''), 0))`,
    )
    .pluck();

  const given = db.prepare<[string, string], { kind: PaperKind; count: number }>(
    `SELECT kind, count(*) AS count FROM papers WHERE day BETWEEN ? AND ? AND NOT cancelled GROUP BY kind`,
  );
  // A corrected outcome has a second decision: the first one kept its day, or did not.
  const decided = db.prepare<[string, string], Record<'kept' | 'late' | 'unlimited', number | null>>(
    `SELECT sum(paper.day <= cases.due_on) AS kept, sum(paper.day > cases.due_on) AS late,
       sum(cases.due_on IS NULL) AS unlimited
     FROM papers AS paper JOIN cases ON cases.id = paper.case_id
     WHERE paper.kind = 'decision' AND paper.day BETWEEN ? AND ? AND NOT EXISTS
       (SELECT 1 FROM papers WHERE case_id = paper.case_id AND kind = 'decision' AND rowid < paper.rowid)`,
  );
  const noticesAgain = db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM papers AS again WHERE kind = 'notice' AND day BETWEEN ? AND ? AND NOT cancelled AND (EXISTS
       (SELECT 1 FROM papers WHERE case_id = again.case_id AND kind = 'notice' AND NOT cancelled AND rowid < again.rowid)
       OR json_extract(content, '$.again') IS NOT NULL)`,
    )
    .pluck();

  const reader = {
    /** C7: of these days, the last one counted in, those by which somebody was asked for something once more, on one case or by a new ticket. */
    noticesAgain: (from: Day, to: Day = from): number => noticesAgain.get(from, to)!,
    /** How many of each kind on these days. */
    given: (from: Day, to: Day) => given.all(from, to),
    /** C9: of the cases decided on these days, how many were in time. */
    decided(from: Day, to: Day): Record<'kept' | 'late' | 'unlimited', number> {
      const { kept, late, unlimited } = decided.get(from, to)!;
      return { kept: kept ?? 0, late: late ?? 0, unlimited: unlimited ?? 0 };
    },
    /** In the order in which they were given; none that was cancelled. */
    ofCase: (id: CaseId): StoredPaper[] => ofCase.all(id).map(paperOf),
    caseOf: (no: string): CaseId | null => caseOf.get(no) ?? null,
    /** The next number of the kind in this year, whose numbers begin with `prefix`; above all that a restore skips (S3). */
    nextOrdinal: (kind: PaperKind, prefix: string, year: string): number =>
      last.get({ kind, prefix, until: `${prefix.slice(0, -1)}.`, year })! + 1,
  };
  return {
    reader,
    writer: {
      ...reader,
      cancel(numbers: readonly string[]): void {
        for (const no of numbers) cancel.run(no);
      },
      /** `found` is the case with the event in it; `fallback` the day of an event whose number tells none. */
      add(found: Case, event: PaperEvent, fallback: Day): void {
        const {
          kind,
          no,
          dueOn = null,
          dueBefore = null,
          provisional = false,
          missing = [],
          note = '',
        } = factsOf(event);
        const clerkId = giverOf(event, found);
        const day = event.day ?? dayOfNumber(no) ?? fallback;
        const content = event.paper ? JSON.stringify(event.paper) : null;
        const { id, firstContact } = found;
        const due = [dueOn, dueBefore, Number(provisional)] as const;
        add.run(no, kind, day, id, clerkId, firstContact, ...due, note, content, JSON.stringify(missing));
      },
    },
  };
});

/** Whose paper it is: whoever did it, else whoever has the case with the event in it. */
export function giverOf(event: PaperEvent, { handler }: Case): ClerkId {
  return factsOf(event).clerkId ?? handler;
}

type PaperFacts = Pick<StoredPaper, 'kind' | 'no'> & {
  [K in 'dueOn' | 'dueBefore' | 'provisional' | 'missing' | 'note' | 'clerkId']?: StoredPaper[K] | undefined;
};

function factsOf(event: PaperEvent): PaperFacts {
  switch (event.type) {
    case 'case-accepted': {
      const { receiptNo: no, dueOn, provisional, note } = event;
      return { kind: 'receipt', no, dueOn, provisional, note };
    }
    case 'notice-given':
      return { kind: 'notice', no: event.noticeNo, dueOn: event.answerBy, missing: event.missing, note: event.note };
    case 'case-decided':
      return { kind: 'decision', no: event.decisionNo, note: event.note };
    case 'outcome-corrected':
      return { kind: 'decision', no: event.decisionNo, note: event.reason };
    case 'refusal-proposed':
      return { kind: 'proposal', no: event.proposalNo!, dueOn: event.reviewBy, ...mayMove(event), note: event.reason };
    case 'correction-proposed': {
      const { proposalNo: no, reviewBy: dueOn, reason: note, by: clerkId } = event;
      return { kind: 'proposal', no, dueOn, ...mayMove(event), note, clerkId };
    }
    case 'case-closed':
      return event.referralNo
        ? { kind: 'referral', no: event.referralNo, note: event.note }
        : { kind: 'closing', no: event.closingNo!, note: event.note };
    case 'ending-corrected': {
      const { referralNo, closingNo, reason: note, by: clerkId } = event;
      return referralNo
        ? { kind: 'referral', no: referralNo, note, clerkId }
        : { kind: 'closing', no: closingNo!, note, clerkId };
    }
    case 'refusal-confirmed':
      return { kind: 'not-accepted', no: event.notAcceptedNo!, note: event.why ?? '' };
    case 'late-papers-received': {
      const { no, note, answerBy: dueOn, by: clerkId } = event;
      return { kind: 'late-receipt', no, dueOn, ...mayMove(event), note, clerkId };
    }
    case 'resident-told':
      return { kind: 'delivery', no: event.deliveryNo!, note: '', clerkId: event.by };
    case 'due-moved': {
      const { noticeNo: no, to: dueOn, from: dueBefore, provisional, cause: note } = event;
      return { kind: 'due-change', no, dueOn, dueBefore, provisional, note };
    }
    case 'day-moved': {
      const { noticeNo: no, to: dueOn, from: dueBefore, provisional } = event;
      return { kind: 'due-change', no, dueOn, dueBefore, provisional, note: 'calendar' };
    }
    default:
      return event satisfies never;
  }
}

/** C9: the day on it was told as one that may still move. */
function mayMove({ counted }: IsCounted): { provisional?: boolean } {
  return counted?.provisional ? { provisional: true } : {};
}

/** Of older ledgers, whose numbers are made of the service day: `SL20261123-0001`. */
function dayOfNumber(no: string): Day | null {
  const [, year, month, day] = /^[A-Z]{2}(\d{4})(\d{2})(\d{2})-/.exec(no) ?? [];
  return year ? `${year}-${month}-${day}` : null;
}

function paperOf(row: Row): StoredPaper {
  return {
    ...row,
    provisional: row.provisional === 1,
    content: row.content ? JSON.parse(row.content) : null,
    missing: JSON.parse(row.missing),
  };
}
