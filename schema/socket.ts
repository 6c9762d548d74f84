/** Every push, per screen. Sockets only tell; every wish is an HTTP call. */
import type { BoardName, Snapshot } from './board.ts';
import type { Delta, Head } from './live.ts';

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
