/** Read table `tickets`: one row per ticket, written from its fold; read by the queue, the boards and the pages. */
import type { CounterId, Day, Instant, Letter, MatterId, TicketId } from '../../../schema/ids.ts';
import { compareRank, type Rank, type Ticket } from '../../../schema/line/ticket.ts';
import { numberedTable } from '../../ledger/table.ts';
import {
  CHANGING,
  COLUMNS,
  queuesOf,
  type Row,
  type StoredTicket,
  TICKET_NUMBERS,
  ticketOf,
  VALUES,
} from './ticket-row.ts';

/** Who stands before a ticket: `later` came after it and has a head start (Q1); `back` was called once before. */
export type Before = { queues: string; later: number; back: number; count: number };

const AT_COUNTER = ` OR phase IN ('called', 'serving')`;
const UNDERWAY = `phase IN ('called', 'serving', 'away', 'missed')`;

/** As it stands on the slip (T1). */
const NUMBER = /^([A-Z])(\d{3,7})$/;

export const tickets = numberedTable(['tickets', 'lines'], TICKET_NUMBERS, (db) => {
  const insert = db.prepare(
    `INSERT INTO tickets (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
  );
  const update = db.prepare(`UPDATE tickets SET ${CHANGING.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`);
  const byId = db.prepare<[string], Row>('SELECT * FROM tickets WHERE id = ?');
  // Of a long line few rows are of the queues asked for: SQLite passes over the others.
  const waiting = db.prepare<[string, string], Row>(
    `SELECT * FROM tickets WHERE live_day = ? AND phase = 'waiting' AND queues GLOB ? ORDER BY rank_at, rank_tie, rank_no`,
  );
  // Two parts, because each has its own small index; together they are all that is not over.
  const both = (day: string, orAt = '') =>
    `SELECT * FROM tickets WHERE ${day} AND phase = 'waiting'
     UNION ALL SELECT * FROM tickets WHERE (${day}${orAt}) AND ${UNDERWAY}`;
  const ofMatters = db.prepare<[string, string, string], { number: string; day: Day }>(
    `SELECT DISTINCT number, live_day AS day, rank_at, rank_tie, rank_no
     FROM (${both('live_day >= ?')}) AS live, json_each(live.matters) AS one
     WHERE one.value IN (SELECT value FROM json_each(?)) ORDER BY live_day, rank_at, rank_tie, rank_no`,
  );
  const live = db.prepare<[string, string], Row>(
    `${both('live_day = ?', AT_COUNTER)} ORDER BY rank_at, rank_tie, rank_no`,
  );
  const unfinished = db.prepare<[string, string], Row>(`${both('live_day <= ?')} ORDER BY arrived_at, issue_no`);
  const atCounter = db.prepare<[string], Row>(
    `SELECT * FROM tickets WHERE counter_id = ? AND phase IN ('called', 'serving')`,
  );
  const atCounters = db.prepare<[], Row>(`SELECT * FROM tickets WHERE phase IN ('called', 'serving')`);
  const serving = db
    .prepare<[], TicketId>(`SELECT id FROM tickets WHERE phase IN ('called', 'serving') AND phase = 'serving'`)
    .pluck();
  const byNumber = db.prepare<[string, string, number], Row>(
    'SELECT * FROM tickets WHERE day = ? AND letter = ? AND ordinal = ?',
  );
  const carriedByNumber = db.prepare<[string, number, string], Row>(
    'SELECT * FROM tickets WHERE letter = ? AND ordinal = ? AND live_day = ? AND live_day <> day',
  );
  const laterByNumber = db.prepare<{ letter: string; ordinal: number; day: string }, Row>(
    `${both('letter = @letter AND ordinal = @ordinal AND live_day > @day')} ORDER BY live_day LIMIT 1`,
  );
  const lastOrdinal = db
    .prepare<{ day: string; letter: string }, number>(
      `SELECT max(coalesce((SELECT max(ordinal) FROM tickets WHERE day = @day AND letter = @letter), 0),
        coalesce((SELECT number FROM number_floors WHERE kind = 'ticket' AND day = @day AND letter = @letter), 0))`,
    )
    .pluck();
  const carriedOrdinal = db
    .prepare<[string, number, string], number>(
      'SELECT 1 FROM tickets WHERE letter = ? AND ordinal = ? AND live_day >= ? AND live_day <> day',
    )
    .pluck();
  // Unfinished ones of an earlier day: there are some only while that day's end was not swept yet.
  const unswept = db
    .prepare<[string, string], number>(
      `SELECT 1 FROM tickets WHERE live_day < ? AND phase = 'waiting'
       UNION ALL SELECT 1 FROM tickets WHERE live_day < ? AND ${UNDERWAY} LIMIT 1`,
    )
    .pluck();
  const unsweptOrdinal = db
    .prepare<[string, string, number, string, string, number], number>(
      `SELECT 1 FROM tickets WHERE live_day < ? AND phase = 'waiting' AND letter = ? AND ordinal = ?
       UNION ALL SELECT 1 FROM tickets WHERE live_day < ? AND ${UNDERWAY} AND letter = ? AND ordinal = ? LIMIT 1`,
    )
    .pluck();
  const lastIssueNo = db.prepare<[], number | null>('SELECT max(issue_no) FROM tickets').pluck();
  const lengthen = db.prepare(
    `INSERT INTO lines (day, letter, waiting, away) VALUES (?, ?, ?, ?)
     ON CONFLICT (day, letter) DO UPDATE SET waiting = waiting + excluded.waiting, away = away + excluded.away`,
  );
  const pending = db.prepare<[string], { day: Day; count: number }>(
    `SELECT day, waiting + away AS count FROM lines WHERE letter = ? AND waiting + away > 0 ORDER BY day`,
  );
  const early = db
    .prepare<[string, string], number>(
      `SELECT 1 FROM tickets WHERE live_day = ? AND phase = 'waiting' AND not_before > ? LIMIT 1`,
    )
    .pluck();
  const lines = db.prepare<[string], { letter: Letter; waiting: number; away: number }>(
    'SELECT letter, waiting, away FROM lines WHERE day = ?',
  );
  const ahead = db.prepare<[string, number, number, number], { queues: string; count: number }>(
    `SELECT queues, count(*) AS count FROM tickets
     WHERE live_day = ? AND phase = 'waiting' AND (rank_at, rank_tie, rank_no) < (?, ?, ?) GROUP BY queues`,
  );
  const behind = db
    .prepare<[string, string, number, number, number, number], number>(
      `SELECT count(*) FROM (SELECT 1 FROM tickets WHERE live_day = ? AND phase = 'waiting' AND queues GLOB ?
       AND (rank_at, rank_tie, rank_no) > (?, ?, ?) LIMIT ?)`,
    )
    .pluck();
  // Of those who are away the phases say twice which they are: the second is the index's own condition.
  const before = db.prepare<{ day: string; arrivedAt: Instant; issueNo: number } & Required<Rank>, Before>(
    `SELECT queues, (arrived_at, issue_no) > (@arrivedAt, @issueNo) AND klass <> 'walk-in' AS later, why IS NOT NULL AS back, count(*) AS count FROM tickets
     WHERE live_day = @day AND phase = 'waiting' AND (rank_at, rank_tie, rank_no) < (@at, @tie, @no)
     GROUP BY queues, later, back
     UNION ALL
     SELECT queues, (arrived_at, issue_no) > (@arrivedAt, @issueNo) AND klass <> 'walk-in', why IS NOT NULL, count(*) FROM tickets
     WHERE live_day = @day AND phase = 'away' AND phase IN ('called', 'serving', 'away', 'missed')
       AND (rank_at, rank_tie, rank_no) < (@at, @tie, @no)
     GROUP BY 1, 2, 3`,
  );

  const reader = {
    byId: (id: TicketId) => optional(byId.get(id)),
    /** Not over, of this day and later, for any of these matters; in the order of the line. */
    ofMatters: (ids: readonly MatterId[], from: Day) =>
      ofMatters.all(from, from, JSON.stringify(ids)).map(({ number, day }) => ({ number, day })),
    /** Of all counters. */
    serving: (): TicketId[] => serving.all(),
    /** Whom each counter has. */
    atCounters: (): Map<CounterId, StoredTicket> =>
      new Map(atCounters.all().map((row) => [row.counter_id as CounterId, ticketOf(row)])),
    atCounter: (counterId: CounterId) => optional(atCounter.get(counterId)),
    /** By the number on the slip: carried over to this day, or of this day. */
    byNumber(number: string, day: Day): StoredTicket | null {
      const [, letter = '', digits = ''] = NUMBER.exec(number) ?? [];
      const ordinal = Number(digits);
      return optional(carriedByNumber.get(letter, ordinal, day) ?? byNumber.get(day, letter, ordinal));
    },
    /**
     * The same of several days, one that is not over first; or the one with that number that is to come on a later day:
     * no other wears it until then (T1).
     */
    findByNumber(number: string, days: readonly Day[]): StoredTicket | null {
      const [, letter = '', digits = ''] = NUMBER.exec(number) ?? [];
      const found = days.flatMap((day) => reader.byNumber(number, day) ?? []);
      const day = days.at(-1) ?? '';
      return (
        found.find((ticket) => ticket.endedAt === undefined) ??
        found.at(-1) ??
        optional(laterByNumber.get({ letter, ordinal: Number(digits), day }))
      );
    },
    /** Waiting tickets of these days in any of these queues, in order of rank (Q1); of one day read one at a time. */
    *waitingInOrder(days: readonly Day[], queues: readonly Letter[]): Generator<StoredTicket> {
      const any = `*[${queues.join('')}]*`;
      if (days.length > 1) yield* inOrder(days.flatMap((day) => waiting.all(day, any)).map(ticketOf));
      else for (const row of waiting.iterate(days[0] ?? '', any)) yield ticketOf(row);
    },
    /** All that are not over, in order of rank; who is at a counter, whatever the day. */
    live(days: readonly Day[]): StoredTicket[] {
      const found = new Map(days.flatMap((day) => live.all(day, day)).map((row) => [row.id, row]));
      const all = [...found.values()].map(ticketOf);
      return days.length > 1 ? inOrder(all) : all;
    },
    /** Everything unfinished that is live on this day or an earlier one (T10). */
    unfinishedUpTo: (day: Day): StoredTicket[] => unfinished.all(day, day).map(ticketOf),
    /** How many stand in this queue, unfinished, on each day on which they are to come; the first day first. */
    pending: (letter: Letter): { day: Day; count: number }[] => pending.all(letter),
    /** Whether somebody in line is booked for later than this instant (Q2). */
    hasEarly: (days: readonly Day[], now: Instant): boolean => days.some((day) => early.get(day, now) !== undefined),
    /** How long each queue is on these days together; none where nobody stands. */
    lines(days: readonly Day[]): Map<Letter, { waiting: number; away: number }> {
      const sums = new Map<Letter, { waiting: number; away: number }>();
      for (const day of days)
        for (const line of lines.all(day)) {
          const { waiting, away } = sums.get(line.letter) ?? { waiting: 0, away: 0 };
          sums.set(line.letter, { waiting: waiting + line.waiting, away: away + line.away });
        }
      return sums;
    },
    /** Who waits or holds a place on these days before this rank, in any queue. */
    before: (
      days: readonly Day[],
      { rank, arrivedAt, issueNo }: Pick<Ticket, 'rank' | 'arrivedAt' | 'issueNo'>,
    ): Before[] => days.flatMap((day) => before.all({ no: 0, ...rank, day, arrivedAt, issueNo })),
    /** How many wait with a smaller rank, by the queues they stand in. */
    ahead: (days: readonly Day[], rank: Rank): { queues: string; count: number }[] =>
      days.flatMap((day) => ahead.all(day, rank.at, rank.tie, rank.no ?? 0)),
    /** How many wait in these queues with a larger rank; of each day no more are counted than this. */
    behind: (days: readonly Day[], queues: readonly Letter[], { at, tie, no = 0 }: Rank, most: number): number =>
      days.reduce((sum, day) => sum + behind.get(day, `*[${queues.join('')}]*`, at, tie, no, most)!, 0),
    /** T1: the next ordinal of the day, above all that a restore skips (S3); one that a carried-over ticket wears is stepped over. */
    nextOrdinal(day: Day, letter: Letter): number {
      let ordinal = lastOrdinal.get({ day, letter })! + 1;
      const late = unswept.get(day, day) !== undefined;
      const isWorn = (number: number) =>
        carriedOrdinal.get(letter, number, day) !== undefined ||
        (late && unsweptOrdinal.get(day, letter, number, day, letter, number) !== undefined);
      while (isWorn(ordinal)) ordinal++;
      return ordinal;
    },
    nextIssueNo: (): number => (lastIssueNo.get() ?? 0) + 1,
  };
  return {
    reader,
    writer: {
      ...reader,
      /** `at` is the instant of the fold's last event, `version` how many events it has. */
      save(ticket: Ticket, at: Instant, version: number): void {
        if (version === 1) insert.run(...COLUMNS.map((name) => VALUES[name]!(ticket, at)));
        else update.run(...CHANGING.map((name) => VALUES[name]!(ticket, at)), ticket.id);
      },
      /** Moves the ticket's part of the lines from how it stood before to how it stands now. */
      moveInLines(before: Ticket | null, now: Ticket): void {
        const unchanged = before && before.phase === now.phase && before.liveDay === now.liveDay;
        if (unchanged && before.remaining.length === now.remaining.length) return;
        for (const [ticket, sign] of [[before, -1] as const, [now, 1] as const]) {
          if (!ticket || (ticket.phase !== 'waiting' && ticket.phase !== 'away')) continue;
          const [waiting, away] = ticket.phase === 'waiting' ? [sign, 0] : [0, sign];
          for (const letter of queuesOf(ticket)) lengthen.run(ticket.liveDay, letter, waiting, away);
        }
      },
    },
  };
});

function inOrder(tickets: StoredTicket[]): StoredTicket[] {
  return tickets.sort((a, b) => compareRank(a.rank, b.rank));
}

function optional(row: Row | undefined): StoredTicket | null {
  return row ? ticketOf(row) : null;
}
