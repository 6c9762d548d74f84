/** Every push, per screen. Sockets only tell; every wish is an HTTP call. */
import type { BoardName, Snapshot } from './board.ts';
import type { Delta, Head } from './live.ts';

/** How often the server says which seq a board has; a screen without one for STALE_AFTER_MS says it is stale (D2). */
export const BEACON_MS = 2_000;
/** D2 allows five seconds in all: a screen looks every STALE_CHECK_MS, and has to draw what it found. */
export const STALE_AFTER_MS = 4_400;
export const STALE_CHECK_MS = 250;

export type ServerToScreen = {
  'board:snapshot': (snapshot: Snapshot) => void;
  'board:delta': (delta: Delta) => void;
  head: (head: Head) => void;
  /** The session or the device was revoked: sign in or enrol again. */
  revoked: () => void;
};

/** The one question a screen may ask over its socket: a fresh snapshot of a board that it already follows. */
export type ScreenToServer = { 'board:again': (board: BoardName) => void };
