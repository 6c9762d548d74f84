/** D1: which call is shown and spoken now and which ones wait for it. Pure; the page turns it into sound and light. */

import type { Snapshot } from '../schema/board.ts';
import type { CallRow } from '../schema/line/rows.ts';

/** A call missed while the line was lost is spoken only when it is younger than this; the person has gone there since. */
const SPEAK_MISSED_WITHIN_MS = 60_000;

/**
 * `heard`: greatest seq and latest instant of the calls taken in, null before the first board. Both count: a clock that
 * was set back does not silence new calls, and neither does a ledger that was restored. `spokenSeq`: the last one spoken in full.
 */
export type Announcer = {
  heard: { seq: number; at: string } | null;
  spokenSeq: number | null;
  current: CallRow | null;
  waiting: CallRow[];
};

export const quiet: Announcer = { heard: null, spokenSeq: null, current: null, waiting: [] };

/**
 * Takes in a board. New calls line up behind what is being spoken; the calls of the first board are history.
 * Ages are measured by the server's clock alone, so a screen with a wrong clock speaks the same calls.
 */
export function hear(state: Announcer, board: Snapshot<'display'>): Announcer {
  const { calls } = board.rows;
  const before = state.heard ?? { seq: 0, at: '' };
  const heard = calls.reduce(
    (most, { seq, at }) => ({ seq: Math.max(most.seq, seq), at: at.localeCompare(most.at) > 0 ? at : most.at }),
    before,
  );
  if (state.heard === null) return { ...state, heard };
  const fresh = calls
    .filter((call) => call.seq > before.seq || call.at > before.at)
    .filter((call) => Date.parse(board.at) - Date.parse(call.at) < SPEAK_MISSED_WITHIN_MS)
    .sort((a, b) => a.seq - b.seq);
  return begin({ ...state, heard, waiting: [...state.waiting, ...fresh] });
}

/** The current call was shown and spoken in full; the next one begins. */
export function spoken(state: Announcer): Announcer {
  if (!state.current) return state;
  return begin({ ...state, spokenSeq: state.current.seq, current: null });
}

/** The last calls, newest first, each number once with its latest counter; what still waits to be spoken is not shown before its turn. */
export function lastCalls(state: Announcer, calls: CallRow[], most: number): CallRow[] {
  const unspoken = new Set(state.waiting.map((call) => call.seq));
  const newest = calls.filter((call) => !unspoken.has(call.seq)).sort((a, b) => b.seq - a.seq);
  return newest.filter((call, i) => newest.findIndex((other) => other.number === call.number) === i).slice(0, most);
}

function begin(state: Announcer): Announcer {
  const [next, ...rest] = state.waiting;
  return state.current || !next ? state : { ...state, current: next, waiting: rest };
}
