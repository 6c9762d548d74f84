/** Socket.IO: who may follow which board, and telling them (D2, D3). Only told; nothing is asked here but a fresh snapshot. */
import type { Server as HttpServer, IncomingHttpHeaders } from 'node:http';
import { Server } from 'socket.io';
import { type BoardName, BoardName as BoardNames } from '../../schema/board.ts';
import { BEACON_MS, type ScreenToServer, type ServerToScreen } from '../../schema/live.ts';
import type { Committed } from '../ledger/commit.ts';
import type { BoardKeeper, Push } from './boards.ts';

/** Whose socket it is, by cookie; null: nobody known. */
export type Follower = { boards: readonly BoardName[]; stillValid: (board: BoardName) => boolean; seen: () => void };
export type RealtimeParts = {
  server: HttpServer;
  boards: BoardKeeper;
  /** From the handshake's cookie header. */
  follower: (cookies: string | undefined) => Follower | null;
  allowedOrigin: (headers: IncomingHttpHeaders) => boolean;
};

const NAMES = BoardNames.options;
/** A screen that does not read for so long is cut off; it comes back and gets a snapshot. */
const MAX_UNSENT = 64;
/** Of a socket's connection what the library's types leave out. */
type Connection = { writeBuffer: unknown[]; transport: { socket: { terminate: () => void } } };

export function startRealtime({ server, boards, follower, allowedOrigin }: RealtimeParts) {
  const io = new Server<
    ScreenToServer,
    ServerToScreen,
    Record<string, never>,
    { follower: Follower; board: BoardName }
  >(server, {
    transports: ['websocket'],
    perMessageDeflate: false,
    maxHttpBufferSize: 10_000,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    serveClient: false,
    // cors.origin does not stop a foreign page's websocket; this does.
    allowRequest: (request, decide) => decide(null, allowedOrigin(request.headers)),
  });
  const followed = (board: BoardName) => (io.sockets.adapter.rooms.get(board)?.size ?? 0) > 0;

  io.use((socket, next) => {
    const found = follower(socket.handshake.headers.cookie);
    const board = BoardNames.safeParse(socket.handshake.auth.board);
    if (!found || !board.success || !found.boards.includes(board.data)) return next(new Error('not-allowed'));
    socket.data = { follower: found, board: board.data };
    next();
  });
  io.on('connection', (socket) => {
    const { board, follower: who } = socket.data;
    who.seen();
    // Joining and the snapshot happen in one turn, so no push falls between them.
    socket.join(board);
    socket.emit('board:snapshot', boards.snapshot(board));
    // Its first beacon: by it the screen knows its own build.
    socket.emit('head', boards.head(board));
    socket.on('board:again', () => socket.emit('board:snapshot', boards.snapshot(board)));
  });

  function send(pushes: readonly Push[]): void {
    for (const push of pushes) {
      if ('delta' in push) io.to(push.delta.board).emit('board:delta', push.delta);
      else io.to(push.snapshot.board).emit('board:snapshot', push.snapshot);
    }
  }

  const beacon = setInterval(() => {
    for (const board of NAMES) if (followed(board)) io.to(board).emit('head', boards.head(board));
    for (const socket of io.sockets.sockets.values()) {
      const { writeBuffer, transport } = socket.conn as unknown as Connection;
      // Closing waits until everything is sent, which here is never.
      if (writeBuffer.length > MAX_UNSENT) transport.socket.terminate();
      else if (!socket.data.follower.stillValid(socket.data.board)) {
        socket.emit('revoked');
        socket.disconnect(true);
      }
    }
  }, BEACON_MS);
  const ranges = setInterval(() => send(boards.rangePushes(followed)), BEACON_MS);

  return {
    publish: (committed: Committed): void => send(boards.pushesFor(committed, followed)),
    publishTroubles: (): void => send(boards.troublePushes(followed)),
    connected: (): number => io.sockets.sockets.size,
    /** Tells every screen that it ends. Whether their connections are gone is the web server's to see to. */
    close(): void {
      clearInterval(beacon);
      clearInterval(ranges);
      void io.close();
    },
  };
}
