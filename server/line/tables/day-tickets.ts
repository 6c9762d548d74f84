/** Read table `day_tickets`: each ticket on each day on which it stood in line; the day's figures come from it (V4, H13). */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Instant, TicketId } from '../../../schema/ids.ts';
import type { CallReason, Ticket, TicketEvent } from '../../../schema/line/ticket.ts';
import { readTable } from '../../ledger/table.ts';

/** A ticket on a day on which it stood in line: one row each, also when it is over; the day's figures (V4, H13). */
export const dayTicketsColumns = sqliteTable(
  'day_tickets',
  {
    day: text('day').notNull(),
    ticketId: text('ticket_id').notNull(),
    /** Came over from an earlier day. */
    carriedIn: integer('carried_in', { mode: 'boolean' }).notNull(),
    /** When it came into this day's line. */
    fromAt: text('from_at').notNull(),
    calls: integer('calls').notNull().default(0),
    recalls: integer('recalls').notNull().default(0),
    misses: integer('misses').notNull().default(0),
    passes: integer('passes').notNull().default(0),
    firstCalledAt: text('first_called_at'),
    /** From coming into this day's line to its first call. */
    waitMs: integer('wait_ms'),
    startedAt: text('started_at'),
    servedMs: integer('served_ms').notNull().default(0),
    counterId: text('counter_id'),
    clerkId: text('clerk_id'),
    why: text('why', { mode: 'json' }).$type<CallReason>(),
    /** How this day ended for it; null while it is unfinished. */
    outcome: text('outcome'),
    endedAt: text('ended_at'),
  },
  (t) => [primaryKey({ columns: [t.day, t.ticketId] })],
);

export type DayTicketRow = {
  ticketId: TicketId;
  number: string;
  phase: string;
  klass: string;
  channel: string;
  matters: string;
  arrivedAt: Instant;
  carriedIn: number;
  fromAt: Instant;
  calls: number;
  recalls: number;
  misses: number;
  passes: number;
  firstCalledAt: Instant | null;
  startedAt: Instant | null;
  endedAt: Instant | null;
  servedMs: number;
  counterId: string | null;
  clerkId: string | null;
  why: string | null;
  outcome: string | null;
};

type Undone = Extract<TicketEvent, { type: 'step-undone' }>;

export const dayTickets = readTable(['day_tickets'], (db) => {
  const insert = db.prepare(
    'INSERT INTO day_tickets (day, ticket_id, carried_in, from_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const set = (assignments: string) =>
    db.prepare(`UPDATE day_tickets SET ${assignments} WHERE day = @day AND ticket_id = @id`);
  const called = set(
    `calls = calls + 1, first_called_at = coalesce(first_called_at, @at), wait_ms = coalesce(wait_ms,
       CAST(round((unixepoch(@at, 'subsec') - unixepoch(from_at, 'subsec')) * 1000) AS INTEGER)),
     counter_id = @counterId, clerk_id = @clerkId, why = @why`,
  );
  const recalled = set('recalls = recalls + 1');
  const started = set('started_at = coalesce(started_at, @at)');
  const missed = set('misses = misses + 1');
  const passed = set('passes = passes + @count');
  const served = set('served_ms = served_ms + @ms');
  const ended = set('outcome = @outcome, ended_at = @at');
  const notMissed = set('misses = misses - 1');
  const notEnded = set('served_ms = served_ms - @ms, outcome = NULL, ended_at = NULL');
  const ofDay = db.prepare<[string], DayTicketRow>(
    `SELECT d.ticket_id AS ticketId, t.number, coalesce(d.outcome, t.phase) AS phase, t.klass, t.channel, t.matters,
       t.arrived_at AS arrivedAt, d.carried_in AS carriedIn, d.from_at AS fromAt, d.calls, d.recalls, d.misses,
       d.passes, d.first_called_at AS firstCalledAt, d.started_at AS startedAt, d.ended_at AS endedAt,
       d.served_ms AS servedMs, d.counter_id AS counterId, d.clerk_id AS clerkId, d.why, d.outcome
     FROM day_tickets d JOIN tickets t ON t.id = d.ticket_id WHERE d.day = ? ORDER BY t.arrived_at, t.issue_no`,
  );
  const calls = db.prepare<[string], { at: Instant; again: number }>(
    'SELECT at, rule IS NULL AS again FROM calls WHERE day = ? ORDER BY seq',
  );

  const reader = {
    /** In the order of issue. */
    ofDay: (day: Day): DayTicketRow[] => ofDay.all(day),
    /** Every call and recall (`again`) of the day, in order. */
    calls: (day: Day): { at: Instant; again: number }[] => calls.all(day),
  };
  /** C18: each figure as if the step had never been. */
  function undo(of: { day: Day; id: TicketId }, { undone, since }: Undone, before: Ticket | null): void {
    switch (undone) {
      case 'matter-concluded':
        return;
      case 'ticket-missed':
        return void notMissed.run(of);
      case 'ticket-finished':
        return void notEnded.run({ ...of, ms: Date.parse(since) - Date.parse(before?.startedAt ?? since) });
      case 'ticket-withdrawn':
        return void notEnded.run({ ...of, ms: 0 });
      default:
        undone satisfies never;
    }
  }
  return {
    reader,
    writer: {
      ...reader,
      /** `before` is the ticket without this event: its day is the one that the event belongs to. */
      save(ticket: Ticket, event: TicketEvent, at: Instant, before: Ticket | null): void {
        const of = { day: (before ?? ticket).liveDay, id: ticket.id };
        if (before?.phase === 'serving' && ticket.phase !== 'serving') {
          served.run({ ...of, ms: Date.parse(at) - Date.parse(before.startedAt ?? at) });
        }
        switch (event.type) {
          case 'ticket-issued':
            insert.run(of.day, of.id, 0, at);
            break;
          case 'ticket-called': {
            const { counterId, clerkId, why } = event;
            called.run({ ...of, at, counterId, clerkId, why: JSON.stringify(why) });
            break;
          }
          case 'ticket-recalled':
            recalled.run(of);
            break;
          case 'serving-started':
            started.run({ ...of, at });
            break;
          case 'ticket-missed':
            missed.run(of);
            break;
          case 'others-let-pass':
            passed.run({ ...of, count: event.count });
            break;
          case 'ticket-finished':
          case 'ticket-withdrawn':
          case 'ticket-expired':
            ended.run({ ...of, at, outcome: ticket.phase });
            break;
          case 'ticket-carried-over':
            ended.run({ ...of, at, outcome: 'carried-over' });
            insert.run(event.toDay, of.id, 1, at);
            break;
          case 'step-undone':
            undo(of, event, before);
            break;
          case 'ticket-put-back':
          case 'ticket-rejoined':
          case 'matter-concluded':
          case 'ticket-handed-back':
          case 'ticket-released':
          case 'ticket-stepped-away':
          case 'ticket-returned':
          case 'matter-added':
          case 'ticket-held':
          case 'ticket-passed':
          case 'slip-reported':
            break;
          default:
            event satisfies never;
        }
      },
    },
  };
});
