/** D1: which call is shown and spoken now and which ones wait for it. Pure; the page turns it into sound and light. */
import type { CallRow, Snapshot } from '../schema/board.ts';

/** A call missed while the line was lost is spoken only when it is younger than this; the person has gone there since. */
export const SPEAK_MISSED_WITHIN_MS = 60_000;

/** `heardSeq`: the newest call taken in, null before the first snapshot. `spokenSeq`: the last one spoken in full. */
export type Announcer = {
  heardSeq: number | null;
  spokenSeq: number | null;
  current: CallRow | null;
  waiting: CallRow[];
};

export const quiet: Announcer = { heardSeq: null, spokenSeq: null, current: null, waiting: [] };

/**
 * Takes in a board. New calls line up behind what is being spoken; the calls of the first board are history.
 * Ages are measured by the server's clock alone, so a screen with a wrong clock speaks the same calls.
 */
export function hear(state: Announcer, board: Snapshot<'display'>): Announcer {
  const newest = Math.max(board.seq, ...board.rows.calls.map((call) => call.seq));
  if (state.heardSeq === null || newest < state.heardSeq) return { ...state, heardSeq: newest };
  const since = state.heardSeq;
  const fresh = board.rows.calls
    .filter((call) => call.seq > since && Date.parse(board.at) - Date.parse(call.at) < SPEAK_MISSED_WITHIN_MS)
    .sort((a, b) => a.seq - b.seq);
  return begin({ ...state, heardSeq: newest, waiting: [...state.waiting, ...fresh] });
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
