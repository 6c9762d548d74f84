/** Which of a clerk's cases come first: a list is read page by page, whatever somebody has (C2, C10). */
import type { TakenBy } from '../../../schema/cases/events.ts';
import type { AcceptanceStage } from '../../../schema/catalogue/facts/stage.ts';
import type { CaseId, ClerkId, Day, Instant, MatterId } from '../../../schema/ids.ts';
import { table } from '../../ledger/table.ts';

/** By which day a case's clock runs: of what is decided that of telling it. In the text of its indexes. */
export const CLOCK = `coalesce(CASE phase WHEN 'decided' THEN json_extract(life, '$.decision.tellBy')
  WHEN 'closed' THEN coalesce(late_by, ring_by, json_extract(correction, '$.reviewBy')) END, due_on, '9999')`;

/** Of what is closed the soonest day of whatever is still owed. */
const OWED_CLOCK = `CASE phase WHEN 'closed' THEN coalesce(nullif(min(coalesce(late_by, '9999'), coalesce(ring_by, '9999'),
  coalesce(inquiry_by, '9999'), coalesce(json_extract(correction, '$.reviewBy'), '9999')), '9999'), due_on, '9999')
  ELSE ${CLOCK} END`;

/** Each part by its own small index. */
const OFFERED = `offer_to = @clerk AND offer_id IS NOT NULL`;
const OFFERED_TO_GROUP = `offer_to IS NULL AND offer_id IS NOT NULL
  AND EXISTS (SELECT 1 FROM json_each(life, '$.offerGroup.receivers') AS receiver WHERE receiver.value = @clerk)`;
const OWED = [
  `question_by IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(life, '$.questions') AS question
     WHERE json_extract(question.value, '$.to.clerkId') = @clerk
     AND json_extract(question.value, '$.answer') IS NULL AND json_extract(question.value, '$.takenBack') IS NULL)`,
  'late_by IS NOT NULL AND late_to = @clerk',
  `ring_by IS NOT NULL AND coalesce(CASE phase WHEN 'closed' THEN json_extract(life, '$.ring.to') END, handler) = @clerk`,
  `inquiry_by IS NOT NULL AND phase = 'closed' AND EXISTS (SELECT 1 FROM json_each(life, '$.inquiries') AS inquiry
     WHERE json_extract(inquiry.value, '$.answer') IS NULL
     AND CASE WHEN json_type(inquiry.value, '$.to') IS NULL THEN handler
       ELSE json_extract(inquiry.value, '$.to') END = @clerk)`,
  `correction IS NOT NULL AND json_extract(correction, '$.by') = @clerk`,
];
const OPEN = [`phase <> 'closed' AND handler = @clerk`, `phase <> 'closed' AND first_contact = @clerk`];

/** What a clerk handles, was first contact of, is offered, is asked about, or still owes something of (C2, C3, C5, C6). */
export const OF_CLERK = `${OPEN.map((part) => `(${part})`).join(' OR ')} OR id IN (
  ${[OFFERED, OFFERED_TO_GROUP, ...OWED].map((part) => `SELECT id FROM cases WHERE ${part}`).join(' UNION ALL ')})`;

/** What choosing and counting need of a case; `clock`: the day by which it runs (CLOCK), null: by none. */
export type ListedCase = {
  id: CaseId;
  handler: ClerkId;
  matterId: MatterId;
  phase: string;
  clock: Day | null;
  openedAt: Instant;
  /** C8: all is there since that day, and the hall owes the next step. */
  receivedOn: Day | null;
  /** C8: its own stage of acceptance. */
  acceptance: AcceptanceStage | null;
  isReview: boolean;
  offerTo: ClerkId | null;
  isOffered: boolean;
  isPaused: boolean;
};
type ListedRow = Omit<ListedCase, 'acceptance' | 'isOffered' | 'isPaused' | 'isReview'> &
  Record<'isOffered' | 'isPaused' | 'isReview', number> & { acceptance: string | null };

/** `after`: the place of the last one of the page before, so that no page reads another, whatever comes in between. */
type Page = { first: number; after: string | null };
/** As `CasePlace` says it. */
type Place = { goesOn: number; rank: number; clock: string; openedAt: string; id: string };
type Since = { sinceClock: string; sinceOpened: string; sinceId: string };
export type PlacedCase = { id: CaseId; place: string };

function placeOf(after: string | null): Place {
  const [goesOn = '-1', rank = '0', clock = '', openedAt = '', id = ''] = after?.split(' ') ?? [];
  return { goesOn: Number(goesOn), rank: Number(rank), clock, openedAt, id };
}

/** After an offer each of those that are not offered is still to come. */
function sinceOf({ rank, clock, openedAt, id }: Place): Since {
  if (rank === 0) return { sinceClock: '', sinceOpened: '', sinceId: '' };
  return { sinceClock: clock, sinceOpened: openedAt, sinceId: id };
}
/** `from` and `before`: instants of closing. */
export type ClosedKey = { at: Instant; id: CaseId };
type Closed = { from: Instant; before: Instant; handler: ClerkId | null; matterId: MatterId | null };

/** Each by its index: among hundreds of thousands that are closed few owe anything, and of the jobs most are done. */
const OWED_OF_CLOSED = [
  ['late_by', 'cases_late'],
  ['ring_by', 'cases_ring'],
  ['inquiry_by', 'cases_inquired'],
  ['question_by', 'cases_questioned'],
  ['correction', 'cases_corrected'],
] as const;
/** A look at a case is planned. */
const LOOKED_AT = `SELECT 1 FROM outbox INDEXED BY outbox_case WHERE case_id = cases.id
  AND kind IN ('watch-case', 'fold-case') AND done_at IS NULL`;

export const caseLists = table((db) => {
  /** `rank`: 0 of what is offered. */
  const part = (where: string, rank: 0 | 1, clock = OWED_CLOCK) =>
    `SELECT id, phase <> 'open' AS goes_on, ${rank} AS rank, ${clock} AS clock, opened_at FROM cases WHERE ${where}`;
  // Of the two long parts no more is read than the page can show, in the order of their indexes.
  // Of what is offered some may be among these, too: it stands before them.
  const offers = [OFFERED, OFFERED_TO_GROUP].map((where) => `(SELECT count(*) FROM cases WHERE ${where})`).join(' + ');
  const shown = `AND (phase <> 'open', ${CLOCK}, opened_at, id) > (@goesOn, @sinceClock, @sinceOpened, @sinceId)
    ORDER BY phase <> 'open', ${CLOCK}, opened_at, id LIMIT @first + ${offers}`;
  const ofClerk = db.prepare<Place & Since & { first: number; clerk: string }, PlacedCase>(
    `SELECT id, goes_on || ' ' || rank || ' ' || clock || ' ' || opened_at || ' ' || id AS place FROM (
       SELECT id, goes_on, min(rank) AS rank, clock, opened_at FROM (
         ${OPEN.map((where) => `SELECT * FROM (${part(where, 1, CLOCK)} ${shown})`).join(' UNION ALL ')}
         UNION ALL ${[part(OFFERED, 0), part(OFFERED_TO_GROUP, 0), ...OWED.map((where) => part(where, 1))].join(' UNION ALL ')}
       ) GROUP BY id
     ) WHERE (goes_on, rank, clock, opened_at, id) > (@goesOn, @rank, @clock, @openedAt, @id)
     ORDER BY goes_on, rank, clock, opened_at, id LIMIT @first`,
  );
  const takenAs = db
    .prepare<[string, string, string], CaseId>(
      `SELECT id FROM cases WHERE origin_kind = ? AND number = ? AND ticket_id IS NULL AND number <> '' AND matter_id = ?
         AND outcome IS NOT 'not-needed' LIMIT 1`,
    )
    .pluck();
  const ofHall = db.prepare<{ today: Day }, ListedRow>(
    `SELECT id, handler, matter_id AS matterId, phase, nullif(${OWED_CLOCK}, '9999') AS clock, opened_at AS openedAt,
       CASE phase WHEN 'open' THEN origin_day WHEN 'noticed' THEN json_extract(life, '$.notice.completeOn') END AS receivedOn,
       json_extract(life, '$.acceptance') AS acceptance,
       NOT (proposal IS NULL AND (correction IS NULL OR json_extract(correction, '$.sentBack') IS NOT NULL)) AS isReview,
       offer_to AS offerTo,
       offer_id IS NOT NULL AS isOffered, phase NOT IN ('closed', 'decided') AND EXISTS (
         SELECT 1 FROM json_each(life, '$.pauses') AS pause WHERE json_extract(pause.value, '$.ended') IS NULL
         AND json_extract(pause.value, '$.until') >= @today) AS isPaused
     FROM cases WHERE phase <> 'closed' AND (phase <> 'open' OR ticket_id IS NULL)
       OR phase = 'closed' AND (late_by IS NOT NULL OR ring_by IS NOT NULL OR inquiry_by IS NOT NULL OR correction IS NOT NULL)`,
  );
  const unwatchedOf = db
    .prepare<[string], CaseId>(
      `SELECT id FROM cases INDEXED BY cases_handler WHERE handler = ? AND phase <> 'closed'
       AND (phase <> 'open' OR ticket_id IS NULL) AND NOT EXISTS (${LOOKED_AT})`,
    )
    .pluck();
  const nextHandler = db
    .prepare<[string], ClerkId>(
      `SELECT handler FROM cases INDEXED BY cases_handler WHERE phase <> 'closed' AND handler > ? ORDER BY handler LIMIT 1`,
    )
    .pluck();
  const unwatchedClosed = db
    .prepare<[], CaseId>(
      OWED_OF_CLOSED.map(
        ([by, index]) =>
          `SELECT id FROM cases INDEXED BY ${index} WHERE phase = 'closed' AND ${by} IS NOT NULL AND NOT EXISTS (${LOOKED_AT})`,
      ).join(' UNION '),
    )
    .pluck();
  const openOf = db.prepare<[], { handler: ClerkId; count: number }>(
    `SELECT handler, count(*) AS count FROM cases WHERE phase <> 'closed' AND (phase <> 'open' OR ticket_id IS NULL)
     GROUP BY handler`,
  );
  const closedIn = `FROM cases WHERE phase = 'closed' AND closed_at >= @from AND closed_at < @before
    AND (@handler IS NULL OR handler = @handler) AND (@matterId IS NULL OR matter_id = @matterId)`;
  const closed = db.prepare<Closed & { first: number; below: Instant; belowId: string }, ClosedKey>(
    `SELECT id, closed_at AS at ${closedIn} AND (closed_at, id) < (@below, @belowId)
     ORDER BY closed_at DESC, id DESC LIMIT @first`,
  );
  const countClosed = db.prepare<Closed, number>(`SELECT count(*) ${closedIn}`).pluck();
  const reader = {
    /** Closed in that time, the last one first; `below`: the last one of the page before, so that no page reads another. */
    closed: (of: Closed, { first, below }: { first: number; below: ClosedKey | null }): ClosedKey[] =>
      closed.all({ ...of, first, below: below?.at ?? of.before, belowId: below?.id ?? '' }),
    countClosed: (of: Closed): number => countClosed.get(of)!,
    /** Of what this clerk handles, that of which something may come due, and no look is planned (C10). */
    unwatchedOf: (handler: ClerkId): CaseId[] => unwatchedOf.all(handler),
    /** The same of what is closed. */
    unwatchedClosed: (): CaseId[] => unwatchedClosed.all(),
    /** Whoever handles something, after this one in the order of ids. */
    nextHandler: (after: ClerkId | ''): ClerkId | null => nextHandler.get(after) ?? null,
    /** How many open cases each handles, but those at a counter. */
    openOf: (): ReadonlyMap<ClerkId, number> => new Map(openOf.all().map(({ handler, count }) => [handler, count])),
    /** Every case no longer at a counter that is not closed, or of which something is still owed (C5, C10). */
    ofHall: (today: Day): ListedCase[] =>
      ofHall.all({ today }).map((row) => ({
        ...row,
        acceptance: row.acceptance === null ? null : JSON.parse(row.acceptance),
        isOffered: row.isOffered === 1,
        isPaused: row.isPaused === 1,
        isReview: row.isReview === 1,
      })),
    /** As `ofClerk` of the cases: at the counter first, then what is offered to this clerk, then the soonest due. */
    ofClerk(clerk: ClerkId, { first, after }: Page): PlacedCase[] {
      const place = placeOf(after);
      return ofClerk.all({ clerk, first, ...place, ...sinceOf(place) });
    },
    /** C1: of one letter each matter is a case; what turned out not to be needed was taken wrongly. */
    takenAs: (by: TakenBy, number: string, matterId: MatterId): CaseId | null =>
      takenAs.get(by, number, matterId) ?? null,
  };
  return { reader, writer: reader };
});
