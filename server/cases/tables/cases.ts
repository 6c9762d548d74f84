/** Read table `cases`: who answers for what, by when; read by clerks, the resident's page and the boards. */
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Case, Correction, Proposal, SentBack } from '../../../schema/cases/case.ts';
import type { Limit } from '../../../schema/cases/deadline.ts';
import type { CaseEvent } from '../../../schema/cases/events.ts';
import type { CaseId, ClerkId, HandoverId, Instant, MatterId, PersonId, TicketId } from '../../../schema/ids.ts';
import { compact } from '../../../schema/typed/signs.ts';
import { readTable, upsert } from '../../ledger/table.ts';
import { waitingPapers } from '../rules/late-papers.ts';
import { answerQuestionBy } from '../rules/question.ts';
import { answerInquiryBy } from '../rules/residents/resident.ts';
import { mayHaveTasks } from '../rules/worklist/tasks.ts';
import { type Life, lifeOf } from './case-life.ts';
import { CLOCK, OF_CLERK } from './case-lists.ts';
import { noteOf } from './case-note.ts';

export const casesColumns = sqliteTable(
  'cases',
  {
    id: text('id').primaryKey(),
    phase: text('phase').notNull(),
    matterId: text('matter_id').notNull(),
    originKind: text('origin_kind').notNull(),
    /** Of the ticket that it came with: its number on its day. */
    number: text('number').notNull(),
    originDay: text('origin_day').notNull(),
    ticketId: text('ticket_id'),
    /** The case that it goes on from. */
    linkedTo: text('linked_to'),
    personId: text('person_id'),
    helperId: text('helper_id'),
    firstContact: text('first_contact').notNull(),
    handler: text('handler').notNull(),
    openedAt: text('opened_at').notNull(),
    closedAt: text('closed_at'),
    receiptNo: text('receipt_no'),
    acceptedOn: text('accepted_on'),
    dueOn: text('due_on'),
    legalDueOn: text('legal_due_on'),
    limit: text('due_limit', { mode: 'json' }).$type<Limit>(),
    noticeNo: text('notice_no'),
    note: text('note').notNull().default(''),
    offerId: text('offer_id'),
    offerFrom: text('offer_from'),
    offerTo: text('offer_to'),
    offerNote: text('offer_note'),
    offerLapsesAt: text('offer_lapses_at'),
    proposal: text('proposal', { mode: 'json' }).$type<Proposal>(),
    sentBack: text('sent_back', { mode: 'json' }).$type<SentBack>(),
    /** C6: a refusal that waits to take the place of its decision. */
    correction: text('correction', { mode: 'json' }).$type<Correction>(),
    outcome: text('outcome'),
    destination: text('destination', { mode: 'json' }).$type<{ place: string; address: string; telephone: string }>(),
    /** What its clock runs by, its notice, its duties and its tellings, as the case has them. */
    life: text('life', { mode: 'json' }).$type<Life>(),
    /** C12: until when its resident's question is to be answered. */
    inquiryBy: text('inquiry_by'),
    /** C2: until when the handler's next question is to be answered. */
    questionBy: text('question_by'),
    /** C5: until when papers that came late are answered, and by whom; nobody: any supervisor. */
    lateBy: text('late_by'),
    lateTo: text('late_to'),
    /** C6, C7: until when its resident is to be rung up. */
    ringBy: text('ring_by'),
    /** C15: from whom somebody had it at once, the last time. */
    inheritedFrom: text('inherited_from'),
    /** C18: from when its conclusion counts. */
    standsFrom: text('stands_from'),
    /** What it was called by another system, as `compact` writes it. */
    importedKey: text('imported_key'),
    /** Whether it may have something to do on some day. */
    hasTasks: integer('has_tasks', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    index('cases_ticket').on(t.ticketId, t.openedAt, t.id),
    index('cases_due').on(t.dueOn).where(sql`phase IN ('accepted', 'proposed')`),
    index('cases_taken').on(t.originKind, t.number).where(sql`ticket_id IS NULL AND number <> ''`),
    index('cases_linked').on(t.linkedTo).where(sql`linked_to IS NOT NULL`),
    index('cases_person').on(t.personId).where(sql`person_id IS NOT NULL`),
    index('cases_helper').on(t.helperId).where(sql`helper_id IS NOT NULL`),
    // In the order of the list.
    index('cases_handler')
      .on(t.handler, sql`phase <> 'open'`, sql.raw(CLOCK), t.openedAt, t.id)
      .where(sql`phase <> 'closed'`),
    index('cases_first_contact')
      .on(t.firstContact, sql`phase <> 'open'`, sql.raw(CLOCK), t.openedAt, t.id)
      .where(sql`phase <> 'closed'`),
    index('cases_offer_to').on(t.offerTo).where(sql`offer_id IS NOT NULL`),
    // C6: what a supervisor has to confirm, and what a clerk got back.
    index('cases_proposed').on(t.phase).where(sql`phase = 'proposed'`),
    index('cases_inquired').on(t.inquiryBy).where(sql`inquiry_by IS NOT NULL`),
    index('cases_questioned').on(t.questionBy).where(sql`question_by IS NOT NULL`),
    index('cases_corrected').on(t.id).where(sql`correction IS NOT NULL`),
    index('cases_late').on(t.lateBy).where(sql`late_by IS NOT NULL`),
    index('cases_late_to').on(t.lateTo).where(sql`late_by IS NOT NULL`),
    index('cases_ring').on(t.ringBy).where(sql`ring_by IS NOT NULL`),
    index('cases_inherited').on(t.inheritedFrom).where(sql`inherited_from IS NOT NULL`),
    index('cases_tasks').on(t.id).where(sql`has_tasks = 1`),
    index('cases_sent_back').on(t.id).where(sql`sent_back IS NOT NULL`),
    // In the order of the list of what is closed.
    index('cases_closed').on(t.closedAt, t.id).where(sql`phase = 'closed'`),
    index('cases_imported').on(t.importedKey).where(sql`imported_key IS NOT NULL`),
  ],
);

export type StoredCase = Case & { note: string; closedAt?: Instant };
type Row = Record<string, string | null>;

const COLUMNS = [
  ...['id', 'phase', 'matter_id', 'origin_kind', 'number', 'origin_day', 'ticket_id', 'linked_to'],
  ...['person_id', 'helper_id', 'first_contact', 'handler', 'opened_at', 'closed_at', 'receipt_no', 'accepted_on'],
  ...['due_on', 'legal_due_on', 'due_limit', 'notice_no', 'note', 'offer_id', 'offer_from', 'offer_to'],
  ...['offer_note', 'offer_lapses_at', 'proposal', 'sent_back', 'correction', 'outcome', 'destination', 'life'],
  ...['inquiry_by', 'question_by', 'late_by', 'late_to', 'ring_by', 'inherited_from', 'stands_from', 'has_tasks'],
  'imported_key',
];

export const cases = readTable(['cases'], (db) => {
  const put = upsert(db, 'cases', COLUMNS);
  const byId = db.prepare<[string], Row>('SELECT * FROM cases WHERE id = ?');
  const ids = db.prepare<[], CaseId>('SELECT id FROM cases ORDER BY id').pluck();
  const ofTicket = db.prepare<[string], Row>('SELECT * FROM cases WHERE ticket_id = ? ORDER BY opened_at, id');
  const linkedTo = db.prepare<[string], Row>('SELECT * FROM cases WHERE linked_to = ? ORDER BY opened_at, id');
  const ofPerson = db.prepare<{ person: string }, Row>(
    `SELECT * FROM cases WHERE person_id = @person UNION SELECT * FROM cases WHERE helper_id = @person
     ORDER BY opened_at, id`,
  );
  const ofClerk = db.prepare<{ clerk: string }, Row>(`SELECT * FROM cases WHERE ${OF_CLERK} ORDER BY id`);
  const ofMatter = (what: string) => `SELECT ${what} FROM cases WHERE matter_id = ? AND phase <> 'closed'`;
  const countOfMatter = db.prepare<[string], number>(ofMatter('count(*)')).pluck();
  const firstOfMatter = db.prepare<[string, number], Row>(`${ofMatter('*')} ORDER BY opened_at, id LIMIT ?`);
  const goingOn = db.prepare<[], Row>(
    `SELECT * FROM cases WHERE phase <> 'closed' AND (phase <> 'open' OR ticket_id IS NULL)`,
  );
  const asked = db.prepare<[], Row>(
    `SELECT * FROM cases WHERE offer_id IS NOT NULL
     UNION SELECT * FROM cases WHERE phase = 'proposed'
     UNION SELECT * FROM cases WHERE sent_back IS NOT NULL
     UNION SELECT * FROM cases WHERE inquiry_by IS NOT NULL
     UNION SELECT * FROM cases WHERE question_by IS NOT NULL
     UNION SELECT * FROM cases WHERE late_by IS NOT NULL
     UNION SELECT * FROM cases WHERE ring_by IS NOT NULL
     UNION SELECT * FROM cases WHERE correction IS NOT NULL
     UNION SELECT * FROM cases WHERE phase <> 'closed' AND json_extract(life, '$.dutiesWarned') IS NOT NULL`,
  );
  const withTasks = db.prepare<[], Row>('SELECT * FROM cases WHERE has_tasks = 1');
  const imported = db.prepare<{ key: string; number: string }, Row>(
    'SELECT * FROM cases WHERE imported_key = @key ORDER BY number = @number DESC, id LIMIT 1',
  );
  const heirs = db
    .prepare<[string], ClerkId>(
      `SELECT json_extract(one.value, '$.to') FROM cases, json_each(cases.life, '$.inherited') AS one
       WHERE inherited_from IS NOT NULL AND json_extract(one.value, '$.from') = ?
       ORDER BY json_extract(one.value, '$.at') DESC, cases.id`,
    )
    .pluck();

  const reader = {
    byId: (id: CaseId): StoredCase | null => optional(byId.get(id)),
    /** Of all cases, in the order in which they came to this hall. */
    ids: (): CaseId[] => ids.all(),
    ofTicket: (id: TicketId): StoredCase[] => ofTicket.all(id).map(caseOf),
    /** By what the system called it from whose log it was read in. */
    imported: (number: string): StoredCase | null => optional(imported.get({ key: compact(number), number })),
    /** Those that go on from it. */
    linkedTo: (id: CaseId): StoredCase[] => linkedTo.all(id).map(caseOf),
    /** Whose applicant or helper somebody is, over or not. */
    ofPerson: (person: PersonId): StoredCase[] => ofPerson.all({ person }).map(caseOf),
    /** Open cases that a clerk handles, was first contact of, is offered, is asked about, or answers late papers of (C2, C3, C5). */
    ofClerk: (clerk: ClerkId): StoredCase[] => ofClerk.all({ clerk }).map(caseOf),
    /** Those that are not closed. */
    countOfMatter: (id: MatterId): number => countOfMatter.get(id)!,
    firstOfMatter: (id: MatterId, most: number): StoredCase[] => firstOfMatter.all(id, most).map(caseOf),
    goingOn: (): StoredCase[] => goingOn.all().map(caseOf),
    /** Those that wait for somebody's answer: with an open offer, a refusal proposed or sent back, a resident's question, the handler's, or late papers. */
    asked: (): StoredCase[] => asked.all().map(caseOf),
    /** Those of which something may be to do (C2–C13). */
    withTasks: (): StoredCase[] => withTasks.all().map(caseOf),
    /** Who took over at once what somebody had, the latest first (C15). */
    heirsOf: (clerk: ClerkId): ClerkId[] => heirs.all(clerk),
  };
  return {
    reader,
    writer: {
      ...reader,
      save(found: Case, event: CaseEvent, at: Instant): void {
        const before = byId.get(found.id);
        put.run(
          found.id,
          found.phase,
          found.matterId,
          found.origin.kind,
          found.origin.number,
          found.origin.day,
          found.origin.ticketId ?? null,
          found.origin.linkedTo ?? null,
          found.personId ?? null,
          found.helper?.personId ?? null,
          found.firstContact,
          found.handler,
          found.openedAt,
          found.phase === 'closed' ? closedAtOf(before, at) : null,
          found.receiptNo ?? null,
          found.acceptedOn ?? null,
          found.dueOn ?? null,
          found.legalDueOn ?? null,
          found.limit ? JSON.stringify(found.limit) : null,
          found.noticeNo ?? null,
          noteOf(event, found) ?? before?.note ?? '',
          found.offer?.id ?? null,
          found.offer?.from ?? null,
          found.offer?.to ?? null,
          found.offer?.note ?? null,
          found.offer?.lapsesAt ?? null,
          found.proposal ? JSON.stringify(found.proposal) : null,
          found.sentBack ? JSON.stringify(found.sentBack) : null,
          found.correction ? JSON.stringify(found.correction) : null,
          found.outcome ?? null,
          found.destination ? JSON.stringify(found.destination) : null,
          lifeOf(found),
          answerInquiryBy(found) ?? null,
          answerQuestionBy(found) ?? null,
          waitingPapers(found)?.answerBy ?? null,
          found.lateTo ?? null,
          found.ring?.answerBy ?? null,
          found.inherited?.at(-1)?.from ?? null,
          found.standsFrom ?? null,
          mayHaveTasks(found) ? 1 : 0,
          found.origin.kind === 'import' ? compact(found.origin.number) : null,
        );
      },
    },
  };
});

/** The instant of closing, whatever comes afterwards. */
function closedAtOf(before: Row | undefined, at: Instant): Instant {
  return before?.phase === 'closed' ? before.closed_at! : at;
}

function optional(row: Row | undefined): StoredCase | null {
  return row ? caseOf(row) : null;
}

function caseOf(row: Row): StoredCase {
  const some = <T = string>(value: string | null | undefined) => (value ?? undefined) as T | undefined;
  return {
    ...{ id: row.id as CaseId, phase: row.phase as Case['phase'], matterId: row.matter_id as MatterId },
    origin: {
      kind: row.origin_kind as Case['origin']['kind'],
      ticketId: some(row.ticket_id),
      number: row.number ?? '',
      day: row.origin_day ?? '',
      ...(row.linked_to ? { linkedTo: row.linked_to as CaseId } : {}),
    },
    personId: some(row.person_id),
    ...{ firstContact: row.first_contact as ClerkId, handler: row.handler as ClerkId },
    openedAt: row.opened_at!,
    closedAt: some(row.closed_at),
    receiptNo: some(row.receipt_no),
    acceptedOn: some(row.accepted_on),
    dueOn: some(row.due_on),
    legalDueOn: some(row.legal_due_on),
    limit: row.due_limit ? JSON.parse(row.due_limit) : undefined,
    noticeNo: some(row.notice_no),
    lateTo: some(row.late_to),
    note: row.note ?? '',
    offer: row.offer_id
      ? {
          id: row.offer_id as HandoverId,
          from: row.offer_from as ClerkId,
          ...(row.offer_to ? { to: row.offer_to as ClerkId } : {}),
          note: row.offer_note ?? '',
          lapsesAt: row.offer_lapses_at!,
        }
      : undefined,
    proposal: row.proposal ? JSON.parse(row.proposal) : undefined,
    sentBack: row.sent_back ? JSON.parse(row.sent_back) : undefined,
    correction: row.correction ? JSON.parse(row.correction) : undefined,
    outcome: some(row.outcome),
    destination: row.destination ? JSON.parse(row.destination) : undefined,
    standsFrom: some(row.stands_from),
    ...{ pauses: [], late: [], tellings: [], inquiries: [], questions: [], latePapers: [], stoodIn: [] },
    ...(row.life ? (JSON.parse(row.life) as Life) : {}),
  };
}
