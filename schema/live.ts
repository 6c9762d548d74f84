/** Every push to a screen, and following a board by them: snapshot, deltas, a fresh snapshot on any gap. Pure; both ends share it. */
import { type BoardName, type Boards, PROTOCOL, type Question, type Snapshot } from './board.ts';
import type { Instant } from './ids.ts';

type Row = { id: string };
type Rows = Record<string, Row[]>;

/** Rows to put (whole, by id) and ids to drop, per collection. `after` is the seq of this board's previous push. */
export type Delta = {
  board: BoardName;
  /** See PROTOCOL. */
  v: number;
  seq: number;
  after: number;
  at: Instant;
  put: Record<string, Row[]>;
  drop: Record<string, string[]>;
  /** Questions that have another answer now, though their rows may be the same. */
  asks: readonly Question[];
};

/** The beacon: what the seq of a board is that missed nothing, and which build of the screens the hall serves now. */
export type Head = { board: BoardName; v: number; build: string; seq: number; at: Instant };

/** A copy of the rows with the delta in it. Collections are ordered by first appearance; screens sort. */
export function applyDelta<B extends BoardName>(rows: Boards[B], delta: Pick<Delta, 'put' | 'drop'>): Boards[B] {
  const next: Rows = { ...(rows as unknown as Rows) };
  for (const name of new Set([...Object.keys(delta.put), ...Object.keys(delta.drop)])) {
    const byId = new Map((next[name] ?? []).map((row) => [row.id, row]));
    for (const row of delta.put[name] ?? []) byId.set(row.id, row);
    for (const id of delta.drop[name] ?? []) byId.delete(id);
    next[name] = [...byId.values()];
  }
  return next as unknown as Boards[B];
}

type Versioned = { snapshot: { v: number } } | { delta: { v: number } } | { head: Head };

/** Which build the screen is of, as far as it knows; `outdated` once the hall serves another. */
export type Served = { build: string | null; outdated: boolean };

/** The first beacon after a page was loaded names its own build. A push of another protocol is never read. */
export function served(known: Served, push: Versioned): Served {
  const build = known.build ?? ('head' in push ? push.head.build : null);
  const isOther = !isReadable(push) || ('head' in push && push.head.build !== build);
  return { build, outdated: known.outdated || isOther };
}

export function isReadable(push: Versioned): boolean {
  const { v } = 'snapshot' in push ? push.snapshot : 'delta' in push ? push.delta : push.head;
  return v === PROTOCOL;
}

/** What a follower knows. */
export type Followed<B extends BoardName> = { snapshot: Snapshot<B> | null; needsSnapshot: boolean };

/** Takes one push. A gap keeps the old rows on the screen and asks for a fresh snapshot. */
export function follow<B extends BoardName>(
  state: Followed<B>,
  push: { snapshot: Snapshot<B> } | { delta: Delta } | { head: Head },
): Followed<B> {
  if ('snapshot' in push) {
    // A snapshot answered late may be older than what came since; the gap it leaves is seen at the next push or head.
    if (state.snapshot && !state.needsSnapshot && push.snapshot.seq < state.snapshot.seq) return state;
    return { snapshot: push.snapshot, needsSnapshot: false };
  }
  const { snapshot } = state;
  if (!snapshot) return { snapshot, needsSnapshot: true };
  if ('head' in push) {
    return push.head.seq > snapshot.seq ? { snapshot, needsSnapshot: true } : state;
  }
  const { delta } = push;
  if (delta.seq <= snapshot.seq) return state;
  if (delta.after !== snapshot.seq) return { snapshot, needsSnapshot: true };
  const rows = applyDelta<B>(snapshot.rows, delta);
  const asks = { ...snapshot.asks, ...Object.fromEntries(delta.asks.map((question) => [question, delta.seq])) };
  return { snapshot: { ...snapshot, seq: delta.seq, at: delta.at, rows, asks }, needsSnapshot: false };
}

/** How often the server says which seq a board has; a screen that hears of none for too long says it is stale (D2). */
export const BEACON_MS = 2_000;
/** A screen looks so often how long it has heard nothing. */
export const STALE_CHECK_MS = 250;
/** D2 counts until it is said: of `staleAfterMs` so much goes into looking and drawing. */
export const STALE_TELLING_MS = 600;

export type ServerToScreen = {
  'board:snapshot': (snapshot: Snapshot) => void;
  'board:delta': (delta: Delta) => void;
  head: (head: Head) => void;
  /** The session or the device was revoked: sign in or enrol again. */
  revoked: () => void;
};

/** The one question a screen may ask over its socket: a fresh snapshot of a board that it already follows. */
export type ScreenToServer = { 'board:again': (board: BoardName) => void };
