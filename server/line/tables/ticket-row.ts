/** A ticket as a row of its table, and back. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Day, Instant, Letter, TicketId } from '../../../schema/ids.ts';
import type { CallReason, PassedTo, Ticket, TicketClass, TicketPhase } from '../../../schema/line/ticket.ts';
import type { Db } from '../../ledger/file/connection.ts';
import type { Numbers } from '../../ledger/table.ts';

export const ticketsColumns = sqliteTable(
  'tickets',
  {
    /** The hall's running number of records, no order of arrival; as the row's key it costs no index of its own. */
    issueNo: integer('issue_no').primaryKey(),
    id: text('id').notNull(),
    day: text('day').notNull(),
    liveDay: text('live_day').notNull(),
    letter: text('letter').notNull(),
    ordinal: integer('ordinal').notNull(),
    number: text('number').notNull(),
    phase: text('phase').$type<TicketPhase>().notNull(),
    klass: text('klass').$type<TicketClass>().notNull(),
    channel: text('channel').notNull(),
    arrivedAt: text('arrived_at').notNull(),
    rankAt: integer('rank_at').notNull(),
    rankTie: real('rank_tie').notNull(),
    rankNo: real('rank_no').notNull().default(0),
    notBefore: text('not_before'),
    matters: text('matters', { mode: 'json' }).$type<string[]>().notNull(),
    letters: text('letters', { mode: 'json' }).$type<string[]>().notNull(),
    remaining: text('remaining', { mode: 'json' }).$type<string[]>().notNull(),
    /** The queues of the remaining matters, as one string of letters. */
    queues: text('queues').notNull(),
    sitting: text('sitting', { mode: 'json' }).$type<string[]>().notNull(),
    counterId: text('counter_id'),
    clerkId: text('clerk_id'),
    callNo: integer('call_no').notNull().default(0),
    calledAt: text('called_at'),
    startedAt: text('started_at'),
    endedAt: text('ended_at'),
    missedAt: text('missed_at'),
    rejoinUntil: text('rejoin_until'),
    awayUntil: text('away_until'),
    /** T8: the counter or clerk that alone calls it. */
    passedTo: text('passed_to', { mode: 'json' }).$type<PassedTo>(),
    passes: integer('passes').notNull().default(0),
    misses: integer('misses').notNull().default(0),
    carriedBecause: text('carried_because'),
    why: text('why', { mode: 'json' }).$type<CallReason>(),
    slip: text('slip').notNull(),
    appointmentId: text('appointment_id'),
    /** C18: from when its last step counts. */
    standsFrom: text('stands_from'),
  },
  (t) => [
    uniqueIndex('tickets_number').on(t.day, t.letter, t.ordinal), // T1
    uniqueIndex('tickets_id').on(t.id),
    // T10: numbers that carried-over tickets wear; they are stepped over when a number is drawn.
    index('tickets_carried').on(t.letter, t.ordinal, t.liveDay).where(sql`live_day <> day`),
    uniqueIndex('tickets_counter').on(t.counterId).where(sql`phase IN ('called', 'serving')`), // T5
    index('tickets_underway').on(t.liveDay).where(sql`phase IN ('called', 'serving', 'away', 'missed')`),
    index('tickets_waiting').on(t.liveDay, t.rankAt, t.rankTie, t.rankNo).where(sql`phase = 'waiting'`), // Q1
  ],
);

/** How long each line is: kept with every step of a ticket, so that no screen has to count. */
export const linesColumns = sqliteTable(
  'lines',
  {
    day: text('day').notNull(),
    letter: text('letter').notNull(),
    waiting: integer('waiting').notNull(),
    away: integer('away').notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.letter] })],
);

/** As stored: the fold, its queues, and when it ended. */
export type StoredTicket = Ticket & { queues: Letter[]; endedAt?: Instant; standsFrom?: Instant };

/** After every day. */
export const LAST_DAY = '9999-12-31' as Day;

export type Row = Record<string, string | number | null>;

const OVER = ['finished', 'withdrawn', 'expired'];

/** Column by column, from the fold; `at` is the instant of its last event. */
export const VALUES: Record<string, (ticket: Ticket, at: Instant) => string | number | null> = {
  issue_no: (t) => t.issueNo,
  id: (t) => t.id,
  day: (t) => t.day,
  live_day: (t) => t.liveDay,
  letter: (t) => t.letter,
  ordinal: (t) => t.ordinal,
  number: (t) => t.number,
  phase: (t) => t.phase,
  klass: (t) => t.klass,
  channel: (t) => t.channel,
  arrived_at: (t) => t.arrivedAt,
  rank_at: (t) => t.rank.at,
  rank_tie: (t) => t.rank.tie,
  rank_no: (t) => t.rank.no ?? 0,
  not_before: (t) => t.notBefore ?? null,
  matters: (t) => JSON.stringify(t.matters),
  letters: (t) => JSON.stringify(t.letters),
  remaining: (t) => JSON.stringify(t.remaining),
  queues: (t) => queuesOf(t),
  sitting: (t) => JSON.stringify(t.sitting),
  counter_id: (t) => t.counterId ?? null,
  clerk_id: (t) => t.clerkId ?? null,
  call_no: (t) => t.callNo,
  called_at: (t) => t.calledAt ?? null,
  started_at: (t) => t.startedAt ?? null,
  ended_at: (t, at) => (OVER.includes(t.phase) ? at : null),
  missed_at: (t) => t.missedAt ?? null,
  rejoin_until: (t) => t.rejoinUntil ?? null,
  away_until: (t) => t.awayUntil ?? null,
  passed_to: (t) => (t.passedTo ? JSON.stringify(t.passedTo) : null),
  passes: (t) => t.passes,
  misses: (t) => t.misses,
  carried_because: (t) => t.carriedBecause ?? null,
  why: (t) => (t.why ? JSON.stringify(t.why) : null),
  slip: (t) => t.slip,
  stands_from: (t) => standsFrom(t),
  appointment_id: (t) => t.appointmentId ?? null,
};
export const COLUMNS = Object.keys(VALUES);
const FIXED = 'id day letter ordinal number issue_no klass channel arrived_at appointment_id'.split(' ');
/** Those that a ticket's steps may change. */
export const CHANGING = COLUMNS.filter((name) => !FIXED.includes(name));

/** C18: from when its last step can be undone no more. */
function standsFrom({ undo }: Ticket): Instant | null {
  return undo?.undoMs === undefined ? null : new Date(Date.parse(undo.at) + undo.undoMs).toISOString();
}

/** The queues of the remaining matters as one string of letters (T8). */
export function queuesOf(ticket: Ticket): string {
  return [...new Set(ticket.remaining.map((matter) => ticket.letters[ticket.matters.indexOf(matter)]!))].join('');
}

export function ticketOf(row: Row): StoredTicket {
  const some = <T>(value: string | number | null | undefined) => (value ?? undefined) as T | undefined;
  const list = (value: unknown) => JSON.parse(value as string);
  return {
    id: row.id as TicketId,
    phase: row.phase as Ticket['phase'],
    day: row.day as string,
    liveDay: row.live_day as string,
    letter: row.letter as Letter,
    ordinal: row.ordinal as number,
    number: row.number as string,
    issueNo: row.issue_no as number,
    klass: row.klass as Ticket['klass'],
    channel: row.channel as Ticket['channel'],
    arrivedAt: row.arrived_at as string,
    rank: { at: row.rank_at as number, tie: row.rank_tie as number, no: row.rank_no as number },
    notBefore: some(row.not_before),
    matters: list(row.matters),
    letters: list(row.letters),
    remaining: list(row.remaining),
    queues: [...(row.queues as string)] as Letter[],
    sitting: list(row.sitting),
    counterId: some(row.counter_id),
    clerkId: some(row.clerk_id),
    callNo: row.call_no as number,
    calledAt: some(row.called_at),
    startedAt: some(row.started_at),
    endedAt: some(row.ended_at),
    missedAt: some(row.missed_at),
    rejoinUntil: some(row.rejoin_until),
    awayUntil: some(row.away_until),
    passedTo: row.passed_to ? list(row.passed_to) : undefined,
    passes: row.passes as number,
    misses: row.misses as number,
    carriedBecause: some(row.carried_because),
    why: row.why ? list(row.why) : undefined,
    slip: row.slip as Ticket['slip'],
    standsFrom: some(row.stands_from),
    appointmentId: some(row.appointment_id),
  };
}

/** S3. */
export const TICKET_NUMBERS: Numbers = {
  of: 'tickets',
  last: `SELECT 'ticket' AS kind, day, letter, max(ordinal) AS number FROM tickets WHERE day >= @since GROUP BY day, letter`,
};

/** T10: on the day to which a ticket was carried over it wears the number of another one. */
export function carriedNumbers(db: Db): { id: TicketId; day: Day; letter: Letter; number: number }[] {
  return db
    .prepare<[], { id: TicketId; day: Day; letter: Letter; number: number }>(
      'SELECT id, live_day AS day, letter, ordinal AS number FROM tickets WHERE live_day <> day',
    )
    .all();
}
