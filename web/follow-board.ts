/** Wires a screen to its board: snapshot, deltas, fresh snapshot on a gap, and an honest word when the line is lost (D2). */
import { io } from 'socket.io-client';
import type { BoardName, Snapshot } from '../schema/board.ts';
import {
  type Followed,
  follow,
  isReadable,
  type Served,
  STALE_CHECK_MS,
  STALE_TELLING_MS,
  served,
} from '../schema/live.ts';

export type Line = {
  /** `stale`: no beacon for `staleAfterMs` or no socket; the rows are those of `snapshot.at`. */
  onBoard: (snapshot: Snapshot, stale: boolean) => void;
  /** The session or the device is no longer valid. */
  onRevoked: () => void;
  /** Once, when the hall serves other screens than this one: it is to be loaded again. */
  onOutdated?: () => void;
};

/** Follows until the returned function is called. `options` is for clients outside a page. */
export function followBoard(
  board: BoardName,
  line: Line,
  options: { origin?: string; headers?: Record<string, string> } = {},
): () => void {
  let followed: Followed<BoardName> = { snapshot: null, needsSnapshot: true };
  let version: Served = { build: null, outdated: false };
  let heardAt = 0;
  let wasStale = true;
  const socket = io(options.origin ?? '/', {
    transports: ['websocket'],
    auth: { board },
    reconnectionDelay: 500,
    reconnectionDelayMax: 3_000,
    ...(options.headers ? { extraHeaders: options.headers } : {}),
  });

  const stale = () => {
    const staleAfterMs = followed.snapshot?.rows.settings[0]?.staleAfterMs ?? 0;
    return !socket.connected || performance.now() - heardAt > staleAfterMs - STALE_TELLING_MS;
  };
  const tell = () => {
    wasStale = stale();
    if (followed.snapshot) line.onBoard(followed.snapshot, wasStale);
  };
  const take = (push: Parameters<typeof follow>[1]) => {
    heardAt = performance.now();
    const known = version;
    version = served(known, push);
    if (version.outdated && !known.outdated) line.onOutdated?.();
    // Of another protocol nothing is drawn: the rows that are on the screen stay, and grow stale.
    if (!isReadable(push)) return;
    const before = followed;
    followed = follow(followed, push);
    if (followed.needsSnapshot && !before.needsSnapshot) socket.emit('board:again', board);
    if (followed.snapshot !== before.snapshot || wasStale) tell();
  };
  socket.on('board:snapshot', (snapshot: Snapshot) => take({ snapshot }));
  socket.on('board:delta', (delta) => take({ delta }));
  socket.on('head', (head) => take({ head }));
  socket.on('revoked', line.onRevoked);
  socket.on('connect_error', (error) => error.message === 'not-allowed' && line.onRevoked());
  socket.on('disconnect', () => {
    // What comes after the line is a new chain, whatever its seq: the hall may have been restored meanwhile.
    followed = { ...followed, needsSnapshot: true };
    tell();
  });
  const watch = setInterval(() => stale() !== wasStale && tell(), STALE_CHECK_MS);
  return () => {
    clearInterval(watch);
    socket.close();
  };
}
