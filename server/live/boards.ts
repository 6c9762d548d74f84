/** Boards: the snapshot of each, and what a commit changed on it. Snapshot + deltas = a fresh snapshot. */

import type { CollectionName, Question } from '../../schema/board.ts';
import { ASKED_BESIDE, BOARDS, type BoardName, type Boards, PROTOCOL, type Snapshot } from '../../schema/board.ts';
import { TroubleKind } from '../../schema/hall/trouble.ts';
import type { QueueRow } from '../../schema/line/rows.ts';
import { BEACON_MS, type Delta, type Head } from '../../schema/live.ts';
import { daysNow } from '../hours/views/open-hours.ts';
import type { Committed } from '../ledger/commit.ts';
import type { Hall } from '../ledger/hall.ts';
import type { Reader } from '../ledger/reader.ts';
import type { Rows } from '../ledger/subject/board.ts';
import { idOf, streamOf, type Touched } from '../ledger/subject/stream.ts';
import { ROWS, STREAMS } from '../subjects.ts';

type Row = { id: string };
/** `head` of the ledger when it was made: a commit that nobody followed moves that alone. */
type Made<B extends BoardName> = { head: number; atMs: number; snapshot: Snapshot<B> };
/** `whole`: the collections of which any row may be another, as they are now. */
type Change = {
  put: Record<string, Row[]>;
  drop: Record<string, string[]>;
  whole?: Map<CollectionName, Row[]>;
  asks?: ReadonlySet<Question>;
};
/** By collection and id. */
type Sent = Map<string, Map<string, Row>>;
/** A push is a delta, or a whole snapshot where more than some rows changed. */
export type Push = { delta: Delta } | { snapshot: Snapshot };

const BOARD_NAMES = Object.keys(BOARDS) as BoardName[];
/** Of each board its collections, and of each the columns that it shows (D3). */
const SHOWN = Object.fromEntries(
  BOARD_NAMES.map((board) => [
    board,
    new Map(
      Object.entries(BOARDS[board].shape).map(([name, rows]) => [
        name as CollectionName,
        Object.keys(rows.element.shape),
      ]),
    ),
  ]),
) as Record<BoardName, Map<CollectionName, string[]>>;
const ALL_ROWS = ROWS as Record<CollectionName, Rows<Row>>;

export type BoardKeeper = ReturnType<typeof createBoards>;

/**
 * `build` names the screens that the hall serves; one that is of another loads itself again.
 * `seq` of a push is at least that of its last event, and always above the one before: a change that no event made
 * (a range that moved with time) is numbered too, so that every gap is seen.
 */
export function createBoards(hall: Hall, build = '') {
  const last: Record<BoardName, number> = { kiosk: 0, display: 0, staff: 0 };
  /** The date and the service days that the boards are of. */
  let shownDays = '';
  /** The range of each queue that everybody on a board was told; none where some may know another. */
  const told: Record<BoardName, Map<string, string>> = { kiosk: new Map(), display: new Map(), staff: new Map() };

  const made = new Map<BoardName, Made<BoardName>>();
  /** Of each board that somebody follows the rows that all its followers have. */
  const sent = new Map<BoardName, Sent>();

  const nextSeq = (board: BoardName) => {
    last[board] = Math.max(hall.ledger.head(), last[board] + 1);
    return last[board];
  };
  const at = () => new Date(hall.nowMs()).toISOString();

  function snapshot<B extends BoardName>(board: B, from: Reader): Snapshot<B> {
    last[board] = Math.max(last[board], hall.ledger.head());
    const rows = Object.fromEntries(
      [...SHOWN[board]].map(([name, columns]) => [name, ALL_ROWS[name].rows(from).map((row) => shownOf(row, columns))]),
    ) as Boards[B];
    for (const row of rows.queues) if (told[board].get(row.id) !== rangeOf(row)) told[board].delete(row.id);
    return { board, v: PROTOCOL, seq: last[board], at: at(), rows };
  }

  return {
    snapshot: <B extends BoardName>(board: B) => hall.look((from) => snapshot(board, from)),
    /** The one that all who ask get until something happens, or as long as ranges stand. */
    shared<B extends BoardName>(board: B): Snapshot<B> {
      const known = made.get(board) as Made<B> | undefined;
      const [head, nowMs] = [hall.ledger.head(), hall.nowMs()];
      const isNow = known?.head === head && known.snapshot.seq === last[board];
      const stands = known && isNow && nowMs >= known.atMs && nowMs < known.atMs + BEACON_MS;
      const { snapshot: given } = stands ? known : { snapshot: hall.look((from) => snapshot(board, from)) };
      if (!stands) made.set(board, { head, atMs: nowMs, snapshot: given });
      const others = sent.get(board);
      if (!others) sent.set(board, rowsOf(given));
      else if (!stands) forgetWhatDiffers(others, rowsOf(given));
      return given;
    },
    head: (board: BoardName): Head => ({ board, v: PROTOCOL, build, seq: last[board], at: at() }),

    /** What a commit means for the boards that somebody follows. */
    pushesFor(committed: Committed, followed: (board: BoardName) => boolean): Push[] {
      return hall.look((from) => {
        const days = [from.today, ...daysNow(from)].join();
        const isOtherDay = days !== shownDays;
        shownDays = days;
        const boards = boardsWith(followed);
        if (boards.length === 0) return [];
        if (isOtherDay) return boards.map((board) => ({ snapshot: whole(board, from) }));
        const change = changeOf(from, touchedBy(from, committed, boards));
        return boards.flatMap((board) => pushOf(board, change, from));
      });
    },

    /** Of a condition that changed: all its rows, as they are now. */
    troublePushes(followed: (board: BoardName) => boolean): Push[] {
      return hall.look((from) => {
        const now = ROWS.troubles.rows(from);
        const drop = TroubleKind.options.filter((kind) => now.every(({ id }) => id !== kind));
        const change = { put: { troubles: now }, drop: { troubles: drop } };
        return boardsWith(followed).flatMap((board) => pushOf(board, change, from));
      });
    },

    /** Ranges that moved by time alone, or that nobody was told of. */
    rangePushes(followed: (board: BoardName) => boolean): Push[] {
      const boards = boardsWith(followed);
      if (boards.length === 0) return [];
      return hall.look((from) => {
        const rows = ROWS.queues.rows(from);
        return boards.flatMap((board) => {
          const queues = rows.filter((row) => told[board].get(row.id) !== rangeOf(row));
          return pushOf(board, { put: { queues }, drop: {} }, from);
        });
      });
    },
  };

  /** What nobody follows is told to nobody, and not remembered. */
  function boardsWith(followed: (board: BoardName) => boolean): BoardName[] {
    for (const board of BOARD_NAMES) if (!followed(board)) sent.delete(board);
    return BOARD_NAMES.filter(followed);
  }

  function whole(board: BoardName, from: Reader): Snapshot {
    nextSeq(board);
    const now = snapshot(board, from);
    sent.set(board, rowsOf(now));
    return now;
  }

  /** What its followers do not know yet; a collection that is `whole` is compared with all that they know of it. */
  function pushOf(board: BoardName, change: Change, from: Reader): Push[] {
    const put: Record<string, Row[]> = {};
    const drop: Record<string, string[]> = {};
    const before = sent.get(board);
    if (!before && [...SHOWN[board].keys()].some((name) => change.whole?.has(name)))
      return [{ snapshot: whole(board, from) }];
    for (const [name, columns] of SHOWN[board]) {
      const known = before?.get(name);
      const all = change.whole?.get(name);
      const rows = (all ?? change.put[name] ?? []).map((row) => shownOf(row, columns));
      const there = all && new Set(all.map(({ id }) => id));
      const gone = there && known ? [...known.keys()].filter((id) => !there.has(id)) : (change.drop[name] ?? []);
      const isNews = (row: Row) => !known || !isTold(board, name, row) || !isSame(known.get(row.id), row);
      const news = rows.filter(isNews);
      const ids = gone.filter((id) => !known || known.has(id));
      if (news.length > 0) put[name] = news;
      if (ids.length > 0) drop[name] = ids;
      for (const row of news) known?.set(row.id, row);
      for (const id of ids) known?.delete(id);
    }
    const asks = ASKED_BESIDE[board].filter((question) => change.asks?.has(question));
    if (Object.keys(put).length + Object.keys(drop).length + asks.length === 0) return [];
    for (const row of (put.queues ?? []) as QueueRow[]) told[board].set(row.id, rangeOf(row));
    const after = last[board];
    return [{ delta: { board, v: PROTOCOL, seq: nextSeq(board), after, at: at(), put, drop, asks } }];
  }

  /** Everybody was told this range of the queue. */
  function isTold(board: BoardName, name: CollectionName, row: Row): boolean {
    return name !== 'queues' || told[board].get(row.id) === rangeOf(row as QueueRow);
  }
}

/** Of a row that was not told to everybody alike nothing is known: whatever comes next of it is sent. */
function forgetWhatDiffers(sent: Sent, given: Sent): void {
  for (const [name, known] of sent) {
    const rows = given.get(name)!;
    for (const id of new Set([...known.keys(), ...rows.keys()]))
      if (!isSame(known.get(id), rows.get(id))) known.set(id, { id });
  }
}

function isSame(known: Row | undefined, row: Row | undefined): boolean {
  return JSON.stringify(known) === JSON.stringify(row);
}

function rangeOf(row: QueueRow): string {
  return JSON.stringify([row.range, row.closing, row.open]);
}

function rowsOf({ rows }: Snapshot): Sent {
  const all = Object.entries(rows as Record<string, Row[]>);
  return new Map(all.map(([name, some]) => [name, new Map(some.map((row) => [row.id, row]))]));
}

/** D3: of a row what its board shows. */
function shownOf(row: Row, columns: readonly string[]): Row {
  const values = row as Record<string, unknown> & Row;
  return columns.length === Object.keys(row).length
    ? row
    : (Object.fromEntries(columns.map((name) => [name, values[name]])) as Row);
}

/** What a commit may change on the boards: its events say so. Each row once, and none that no followed board shows. */
function touchedBy(from: Reader, { entries }: Committed, boards: readonly BoardName[]): Touching {
  const shown = new Set(boards.flatMap((board) => [...SHOWN[board].keys()]));
  const isAsked = boards.some((board) => ASKED_BESIDE[board].length > 0);
  const ids: Touching['ids'] = new Map();
  const asked = new Set<Question>();
  for (const { stream, event, seq } of entries) {
    const touches: Record<string, Touch> = streamOf(STREAMS, stream)?.touches ?? {};
    const touch = touches[event.type] ?? 'none';
    if (touch === 'none') continue;
    const { asks, ...touched } = touch(from, idOf(stream), event, seq);
    for (const [name, some] of Object.entries(touched)) {
      const collection = name as CollectionName;
      const known = ids.get(collection);
      if (!shown.has(collection) || known === 'all') continue;
      const now = typeof some === 'function' ? some() : some;
      ids.set(collection, now === 'all' ? 'all' : new Set([...(known ?? []), ...now]));
    }
    if (isAsked) for (const question of typeof asks === 'function' ? asks() : asks) asked.add(question);
  }
  return { ids, asked };
}
type Touch = 'none' | ((from: Reader, id: string, event: { type: string }, seq: number) => Touched);
type Touching = { ids: Map<CollectionName, Set<string> | 'all'>; asked: Set<Question> };

function changeOf(from: Reader, { ids, asked: asks }: Touching): Change {
  const whole = new Map<CollectionName, Row[]>();
  const change: Change = { put: {}, drop: {}, whole, asks };
  for (const [name, some] of ids) {
    const { row, rows } = ALL_ROWS[name];
    if (some === 'all') {
      whole.set(name, rows(from));
      continue;
    }
    const found = [...some].map((id) => [id, row(from, id)] as const);
    change.put[name] = found.flatMap(([, one]) => one ?? []);
    change.drop[name] = found.flatMap(([id, one]) => (one ? [] : [id]));
  }
  return change;
}
