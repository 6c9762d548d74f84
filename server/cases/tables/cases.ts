/** Read table `cases`: who answers for what, by when; read by clerks, the resident's page and the boards. */
import type { Case, CaseEvent } from '../../../schema/case.ts';
import type { CaseId, ClerkId, HandoverId, Instant, MatterId, TicketId } from '../../../schema/ids.ts';
import { upsert } from '../../ledger/db.ts';
import { readTable } from '../../ledger/table.ts';

export type StoredCase = Case & { note: string; closedAt?: Instant };
type Row = Record<string, string | null>;

const COLUMNS = [
  'id',
  'phase',
  'matter_id',
  'ticket_id',
  'first_contact',
  'handler',
  'opened_at',
  'closed_at',
  'receipt_no',
  'accepted_on',
  'due_on',
  'legal_due_on',
  'notice_no',
  'missing',
  'note',
  'offer_id',
  'offer_from',
  'offer_to',
  'offer_note',
  'offer_lapses_at',
  'proposal',
  'sent_back',
  'outcome',
  'destination',
];

export const cases = readTable(['cases'], (db) => {
  const put = upsert(db, 'cases', COLUMNS);
  const byId = db.prepare<[string], Row>('SELECT * FROM cases WHERE id = ?');
  const ofTicket = db.prepare<[string], Row>('SELECT * FROM cases WHERE ticket_id = ? ORDER BY opened_at, id');
  const ofClerk = db.prepare<{ clerk: string }, Row>(
    `SELECT * FROM cases WHERE phase <> 'closed' AND (handler = @clerk OR first_contact = @clerk)
     UNION SELECT * FROM cases WHERE offer_to = @clerk AND offer_id IS NOT NULL`,
  );
  const goingOn = db.prepare<[], Row>(`SELECT * FROM cases WHERE phase <> 'closed' AND phase <> 'open'`);
  const onBoard = db.prepare<[], Row>(
    `SELECT * FROM cases WHERE offer_id IS NOT NULL
     UNION SELECT * FROM cases WHERE phase = 'proposed'
     UNION SELECT * FROM cases WHERE sent_back IS NOT NULL
     UNION SELECT * FROM cases WHERE ticket_id IN
       (SELECT id FROM tickets WHERE phase IN ('called', 'serving') AND phase = 'serving')`,
  );

  const reader = {
    byId: (id: CaseId): StoredCase | null => optional(byId.get(id)),
    ofTicket: (id: TicketId): StoredCase[] => ofTicket.all(id).map(caseOf),
    /** Open cases that a clerk handles, was first contact of, or is offered (C2, C3). */
    ofClerk: (clerk: ClerkId): StoredCase[] => ofClerk.all({ clerk }).map(caseOf),
    /** Of everybody, accepted, noticed or proposed. */
    goingOn: (): StoredCase[] => goingOn.all().map(caseOf),
    /** Those of the present sittings, with an open offer, or with a refusal proposed or sent back. */
    onBoard: (): StoredCase[] => onBoard.all().map(caseOf),
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
          found.ticketId,
          found.firstContact,
          found.handler,
          found.openedAt,
          found.phase === 'closed' ? at : null,
          found.receiptNo ?? null,
          found.acceptedOn ?? null,
          found.dueOn ?? null,
          found.legalDueOn ?? null,
          found.noticeNo ?? null,
          found.missing ? JSON.stringify(found.missing) : null,
          'note' in event && event.type !== 'handover-offered' ? event.note : (before?.note ?? ''),
          found.offer?.id ?? null,
          found.offer?.from ?? null,
          found.offer?.to ?? null,
          found.offer?.note ?? null,
          found.offer?.lapsesAt ?? null,
          found.proposal ? JSON.stringify(found.proposal) : null,
          found.sentBack ? JSON.stringify(found.sentBack) : null,
          found.outcome ?? null,
          found.destination ? JSON.stringify(found.destination) : null,
        );
      },
    },
  };
});

function optional(row: Row | undefined): StoredCase | null {
  return row ? caseOf(row) : null;
}

function caseOf(row: Row): StoredCase {
  const some = <T = string>(value: string | null | undefined) => (value ?? undefined) as T | undefined;
  return {
    id: row.id as CaseId,
    phase: row.phase as Case['phase'],
    matterId: row.matter_id as MatterId,
    ticketId: row.ticket_id as TicketId,
    firstContact: row.first_contact as ClerkId,
    handler: row.handler as ClerkId,
    openedAt: row.opened_at!,
    closedAt: some(row.closed_at),
    receiptNo: some(row.receipt_no),
    acceptedOn: some(row.accepted_on),
    dueOn: some(row.due_on),
    legalDueOn: some(row.legal_due_on),
    noticeNo: some(row.notice_no),
    missing: row.missing ? JSON.parse(row.missing) : undefined,
    note: row.note ?? '',
    offer: row.offer_id
      ? {
          id: row.offer_id as HandoverId,
          from: row.offer_from as ClerkId,
          to: row.offer_to as ClerkId,
          note: row.offer_note ?? '',
          lapsesAt: row.offer_lapses_at!,
        }
      : undefined,
    proposal: row.proposal ? JSON.parse(row.proposal) : undefined,
    sentBack: row.sent_back ? JSON.parse(row.sent_back) : undefined,
    outcome: some(row.outcome),
    destination: row.destination ? JSON.parse(row.destination) : undefined,
  };
}
