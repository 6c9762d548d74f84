/** Boards: the snapshot of each, and what a commit changed on it. Snapshot + deltas = a fresh snapshot. */

import type { CollectionName } from '../../schema/board.ts';
import { BOARDS, type BoardName, type Boards, PROTOCOL, type Snapshot } from '../../schema/board.ts';
import { TroubleKind } from '../../schema/hall/trouble.ts';
import type { QueueRow } from '../../schema/line/rows.ts';
import { BEACON_MS, type Delta, type Head } from '../../schema/live.ts';
import { daysNow } from '../hours/views/open-hours.ts';
import type { Committed } from '../ledger/commit.ts';
import type { Hall } from '../ledger/hall.ts';
import type { Entry } from '../ledger/ledger.ts';
import type { Reader } from '../ledger/reader.ts';
import type { Rows } from '../ledger/subject/board.ts';
import { idOf, streamOf } from '../ledger/subject/stream.ts';
import { ROWS, STREAMS } from '../subjects.ts';

type Row = { id: string };
/** `head` of the ledger when it was made: a commit that nobody followed moves that alone. */
type Made<B extends BoardName> = { head: number; atMs: number; snapshot: Snapshot<B> };
type Change = { put: Record<string, Row[]>; drop: Record<string, string[]> };
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

  function snapshot<B extends BoardName>(board: B, from: Reader = hall.look()): Snapshot<B> {
    last[board] = Math.max(last[board], hall.ledger.head());
    const rows = Object.fromEntries(
      [...SHOWN[board]].map(([name, columns]) => [name, ALL_ROWS[name].rows(from).map((row) => shownOf(row, columns))]),
    ) as Boards[B];
    for (const row of rows.queues) if (told[board].get(row.id) !== rangeOf(row)) told[board].delete(row.id);
    return { board, v: PROTOCOL, seq: last[board], at: at(), rows };
  }

  return {
    snapshot: <B extends BoardName>(board: B) => snapshot(board),
    /** The one that all who ask get until something happens, or as long as ranges stand. */
    shared<B extends BoardName>(board: B): Snapshot<B> {
      const known = made.get(board) as Made<B> | undefined;
      const [head, nowMs] = [hall.ledger.head(), hall.nowMs()];
      const isNow = known?.head === head && known.snapshot.seq === last[board];
      const stands = known && isNow && nowMs >= known.atMs && nowMs < known.atMs + BEACON_MS;
      const { snapshot: given } = stands ? known : { snapshot: snapshot(board) };
      if (!stands) made.set(board, { head, atMs: nowMs, snapshot: given });
      if (!sent.has(board)) sent.set(board, rowsOf(given));
      return given;
    },
    head: (board: BoardName): Head => ({ board, v: PROTOCOL, build, seq: last[board], at: at() }),

    /** What a commit means for the boards that somebody follows. */
    pushesFor(committed: Committed, followed: (board: BoardName) => boolean): Push[] {
      const from = hall.look();
      const days = [from.today, ...daysNow(from)].join();
      const isOtherDay = days !== shownDays;
      shownDays = days;
      const boards = boardsWith(followed);
      if (boards.length === 0) return [];
      if (isOtherDay) return boards.map((board) => ({ snapshot: whole(board, from) }));
      if (committed.entries.some((entry) => touchOf(entry) === 'all'))
        return boards.flatMap((board) => {
          const before = sent.get(board);
          return before ? pushOf(board, differences(board, before, from)) : [{ snapshot: whole(board, from) }];
        });
      const shown = new Set(boards.flatMap((board) => [...SHOWN[board].keys()]));
      const change = changeOf(from, committed, shown);
      return boards.flatMap((board) => pushOf(board, change));
    },

    /** Of a condition that changed: all its rows, as they are now. */
    troublePushes(followed: (board: BoardName) => boolean): Push[] {
      const now = ROWS.troubles.rows(hall.look());
      const drop = TroubleKind.options.filter((kind) => now.every(({ id }) => id !== kind));
      const change = { put: { troubles: now }, drop: { troubles: drop } };
      return boardsWith(followed).flatMap((board) => pushOf(board, change));
    },

    /** Ranges that moved by time alone, or that nobody was told of. */
    rangePushes(followed: (board: BoardName) => boolean): Push[] {
      const boards = boardsWith(followed);
      if (boards.length === 0) return [];
      const rows = ROWS.queues.rows(hall.look());
      return boards.flatMap((board) => {
        const queues = rows.filter((row) => told[board].get(row.id) !== rangeOf(row));
        return pushOf(board, { put: { queues }, drop: {} });
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

  /** What a board shows now and its followers do not. */
  function differences(board: BoardName, before: Sent, from: Reader): Change {
    const change: Change = { put: {}, drop: {} };
    for (const [name, columns] of SHOWN[board]) {
      const known = before.get(name)!;
      const rows = ALL_ROWS[name].rows(from).map((row) => shownOf(row, columns));
      const isTold = (row: Row) => name !== 'queues' || told[board].get(row.id) === rangeOf(row as QueueRow);
      change.put[name] = rows.filter(
        (row) => !isTold(row) || JSON.stringify(known.get(row.id)) !== JSON.stringify(row),
      );
      const ids = new Set(rows.map(({ id }) => id));
      change.drop[name] = [...known.keys()].filter((id) => !ids.has(id));
    }
    return change;
  }

  function pushOf(board: BoardName, change: Change): Push[] {
    const put: Record<string, Row[]> = {};
    const drop: Record<string, string[]> = {};
    for (const [name, columns] of SHOWN[board]) {
      const [rows = [], ids = []] = [change.put[name], change.drop[name]];
      if (rows.length > 0) put[name] = rows.map((row) => shownOf(row, columns));
      if (ids.length > 0) drop[name] = ids;
      const known = sent.get(board)?.get(name);
      for (const row of (known && put[name]) ?? []) known!.set(row.id, row);
      for (const id of ids) known?.delete(id);
    }
    if (Object.keys(put).length + Object.keys(drop).length === 0) return [];
    for (const row of (put.queues ?? []) as QueueRow[]) told[board].set(row.id, rangeOf(row));
    const after = last[board];
    return [{ delta: { board, v: PROTOCOL, seq: nextSeq(board), after, at: at(), put, drop } }];
  }
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

/** What one event changes on the boards; its stream says so. */
function touchOf({ stream, event }: Entry) {
  const touches: Record<string, unknown> = streamOf(STREAMS, stream)?.touches ?? {};
  return (touches[event.type] ?? 'none') as 'all' | 'none' | Touching;
}
type Touching = (from: Reader, id: string, event: object, seq: number) => Record<string, readonly string[] | 'all'>;

/** Each row once, however many events changed it; none that no followed board shows. */
function changeOf(from: Reader, { entries }: Committed, shown: ReadonlySet<CollectionName>): Change {
  const ids = new Map<CollectionName, Set<string> | 'all'>();
  for (const entry of entries) {
    const touch = touchOf(entry);
    if (typeof touch === 'string') continue;
    for (const [name, some] of Object.entries(touch(from, idOf(entry.stream), entry.event, entry.seq))) {
      const collection = name as CollectionName;
      const known = ids.get(collection);
      if (!shown.has(collection) || known === 'all') continue;
      ids.set(collection, some === 'all' ? 'all' : new Set([...(known ?? []), ...some]));
    }
  }
  const change: Change = { put: {}, drop: {} };
  for (const [name, some] of ids) {
    const { row, rows } = ALL_ROWS[name];
    if (some === 'all') {
      change.put[name] = rows(from);
      continue;
    }
    const found = [...some].map((id) => [id, row(from, id)] as const);
    change.put[name] = found.flatMap(([, one]) => one ?? []);
    change.drop[name] = found.flatMap(([id, one]) => (one ? [] : [id]));
  }
  return change;
}
