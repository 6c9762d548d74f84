/** Boards: the snapshot of each, and what a commit changed on it. Snapshot + deltas = a fresh snapshot. */
import { type BoardName, type Boards, CALLS_KEPT, type QueueRow, type Snapshot } from '../../schema/board.ts';
import type { CaseId, CounterId, Letter, TicketId } from '../../schema/ids.ts';
import type { Delta, Head } from '../../schema/live.ts';
import { cases } from '../cases/tables/cases.ts';
import { reference } from '../hall/tables/reference.ts';
import type { Committed } from '../ledger/commit.ts';
import type { Hall } from '../ledger/hall.ts';
import type { Entry } from '../ledger/ledger.ts';
import { idOf, type Touched } from '../ledger/stream.ts';
import {
  callRow,
  callRows,
  caseRow,
  counterRow,
  hallRow,
  noteRows,
  notesOver,
  openingRows,
  queueRow,
  rowOfCase,
  rowOfTicket,
  ticketRow,
} from '../line/board-rows.ts';
import { calls } from '../line/tables/calls.ts';
import { places } from '../line/tables/places.ts';
import { tickets } from '../line/tables/tickets.ts';
import { streamOf } from '../streams.ts';

type Row = { id: string };
type Change = { put: Record<string, Row[]>; drop: Record<string, string[]> };
/** A push is a delta, or a whole snapshot where more than tickets, cases and counters changed. */
export type Push = { delta: Delta } | { snapshot: Snapshot };

const COLLECTIONS: { [B in BoardName]: (keyof Boards[B] & string)[] } = {
  kiosk: ['hall', 'openings', 'queues'],
  display: ['hall', 'openings', 'queues', 'counters', 'calls'],
  staff: ['hall', 'openings', 'queues', 'counters', 'tickets', 'cases', 'notes'],
};
const BOARD_NAMES = Object.keys(COLLECTIONS) as BoardName[];

export type BoardKeeper = ReturnType<typeof createBoards>;

/**
 * `seq` of a push is at least that of its last event, and always above the one before: a change that no event made
 * (a range that moved with time) is numbered too, so that every gap is seen.
 */
export function createBoards(hall: Hall) {
  const last: Record<BoardName, number> = { kiosk: 0, display: 0, staff: 0 };
  let day = '';
  let notesTold = -1;
  /** The range of each queue that everybody on a board was told; none where some may know another. */
  const told: Record<BoardName, Map<string, string>> = { kiosk: new Map(), display: new Map(), staff: new Map() };

  const nextSeq = (board: BoardName) => {
    last[board] = Math.max(hall.ledger.head(), last[board] + 1);
    return last[board];
  };
  const at = () => new Date(hall.nowMs()).toISOString();

  function snapshot<B extends BoardName>(board: B): Snapshot<B> {
    last[board] = Math.max(last[board], hall.ledger.head());
    const rows = rowsOf(hall, board);
    for (const row of rows.queues) if (told[board].get(row.id) !== rangeOf(row)) told[board].delete(row.id);
    return { board, seq: last[board], at: at(), rows };
  }

  return {
    snapshot,
    head: (board: BoardName): Head => ({ board, seq: last[board], at: at() }),

    /** What a commit means for the boards that somebody follows. */
    pushesFor(committed: Committed, followed: (board: BoardName) => boolean): Push[] {
      const today = hall.day();
      const whole = today !== day || committed.reference || committed.entries.some((entry) => touchOf(entry) === 'all');
      day = today;
      const version = hall.read(places).notesVersion();
      const notes = version !== notesTold;
      notesTold = version;
      const boards = BOARD_NAMES.filter(followed);
      if (boards.length === 0) return [];
      if (whole) {
        return boards.map((board) => {
          nextSeq(board);
          return { snapshot: snapshot(board) };
        });
      }
      const change = changeOf(hall, committed);
      if (notes) {
        change.put.notes = noteRows(hall);
        change.drop.notes = notesOver(hall);
      }
      return boards.flatMap((board) => pushOf(board, change));
    },

    /** Ranges that moved by time alone, or that nobody was told of. */
    rangePushes(followed: (board: BoardName) => boolean): Push[] {
      const boards = BOARD_NAMES.filter(followed);
      if (boards.length === 0) return [];
      const rows = present([...hall.read(reference).groups().keys()].map((letter) => queueRow(hall, letter)));
      return boards.flatMap((board) => {
        const queues = rows.filter((row) => told[board].get(row.id) !== rangeOf(row));
        return pushOf(board, { put: { queues }, drop: {} });
      });
    },
  };

  function pushOf(board: BoardName, change: Change): Push[] {
    const of = <T>(record: Record<string, T[]>) =>
      Object.fromEntries(
        Object.entries(record).filter(([name, rows]) => rows.length > 0 && hasCollection(board, name)),
      );
    const put = of(change.put);
    const drop = of(change.drop);
    if (Object.keys(put).length + Object.keys(drop).length === 0) return [];
    for (const row of (put.queues ?? []) as QueueRow[]) told[board].set(row.id, rangeOf(row));
    if (board === 'display' && put.counters) put.counters = put.counters.map((row) => publicCounter(row as never));
    const after = last[board];
    return [{ delta: { board, seq: nextSeq(board), after, at: at(), put, drop } }];
  }
}

function rangeOf(row: QueueRow): string {
  return JSON.stringify([row.range, row.closing, row.open]);
}

function hasCollection(board: BoardName, name: string): boolean {
  return (COLLECTIONS[board] as string[]).includes(name);
}

/** What one event changes on the boards; its stream says so. */
function touchOf({ stream, event }: Entry) {
  return streamOf(stream)?.touches[event.type] ?? 'none';
}

function changeOf(hall: Hall, { entries }: Committed): Change {
  const ticketIds = new Set<TicketId>();
  const caseIds = new Set<CaseId>();
  const counterIds = new Set<CounterId>();
  const queues = new Set<Letter>();
  const called: Row[] = [];
  const addAll = <T>(set: Set<T>, some: T[] | 'all' | undefined, all: () => Iterable<T>) => {
    for (const one of some === 'all' ? all() : (some ?? [])) set.add(one);
  };
  const none = () => [];
  for (const entry of entries) {
    const touch = touchOf(entry);
    if (typeof touch === 'string') continue;
    const { seq, at, stream, event } = entry;
    const touched: Touched = touch(hall, idOf(stream), event);
    addAll(ticketIds, touched.tickets, none);
    addAll(caseIds, touched.cases, none);
    addAll(counterIds, touched.counters, () => hall.read(reference).counters().keys());
    addAll(queues, touched.queues, () => hall.read(reference).groups().keys());
    if (touched.called) called.push(callRow(hall, { ...touched.called, seq, at }));
  }

  const change: Change = { put: {}, drop: {} };
  const sort = <I extends string>(name: string, ids: Iterable<I>, row: (id: I) => Row | null) => {
    const put: Row[] = [];
    const drop: string[] = [];
    for (const id of ids) {
      const found = row(id);
      if (found) put.push(found);
      else drop.push(id);
    }
    change.put[name] = put;
    change.drop[name] = drop;
  };
  sort('tickets', ticketIds, (id) => ticketRow(hall, id));
  sort('cases', caseIds, (id) => caseRow(hall, id));
  sort('counters', counterIds, (id) => counterRow(hall, id));
  sort('queues', queues, (letter) => queueRow(hall, letter));
  if (called.length > 0) {
    change.put.calls = called;
    change.drop.calls = hall
      .read(calls)
      .last(hall.day(), CALLS_KEPT + called.length)
      .slice(CALLS_KEPT)
      .map((call) => String(call.seq));
  }
  return change;
}

/** D3: number and counter only. */
function publicCounter(row: NonNullable<ReturnType<typeof counterRow>>) {
  const { id, label, phase, number, ticketPhase } = row;
  return { id, label, phase, number, ticketPhase };
}

function rowsOf<B extends BoardName>(hall: Hall, board: B): Boards[B] {
  const build: Record<string, () => Row[]> = {
    hall: () => [hallRow(hall)],
    openings: () => openingRows(hall),
    queues: () => present([...hall.read(reference).groups().keys()].map((letter) => queueRow(hall, letter))),
    counters: () => {
      const rows = present([...hall.read(reference).counters().keys()].map((id) => counterRow(hall, id)));
      return board === 'display' ? rows.map(publicCounter) : rows;
    },
    calls: () => callRows(hall),
    tickets: () =>
      hall
        .read(tickets)
        .live(hall.day())
        .map((ticket) => rowOfTicket(hall, ticket)),
    cases: () =>
      hall
        .read(cases)
        .onBoard()
        .map((found) => rowOfCase(hall, found)),
    notes: () => noteRows(hall),
  };
  return Object.fromEntries(COLLECTIONS[board].map((name) => [name, build[name]!()])) as Boards[B];
}

function present<T>(rows: (T | null)[]): T[] {
  return rows.filter((row) => row !== null);
}
