/** Socket.IO: who may follow which board, and telling them (D2, D3). Only told; nothing is asked here but a fresh snapshot. */
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { type BoardName, BoardName as BoardNames } from '../../schema/board.ts';
import { BEACON_MS, type ScreenToServer, type ServerToScreen } from '../../schema/live.ts';
import type { Committed } from '../ledger/commit.ts';
import { createAskedAgain } from './asked-again.ts';
import type { BoardKeeper, Push } from './boards.ts';

/** Whose socket it is, by cookie; null: nobody known. */
export type Follower = {
  /** The same for all sockets of one session or device. */
  key: string;
  boards: readonly BoardName[];
  stillValid: (board: BoardName) => boolean;
  seen: () => void;
};
export type RealtimeParts = {
  server: HttpServer;
  boards: BoardKeeper;
  /** From the handshake's cookie header. */
  follower: (cookies: string | undefined) => Follower | null;
  mayOpen: (request: IncomingMessage) => Promise<boolean>;
  /** The address of whoever opens a socket. */
  place: (request: IncomingMessage) => string;
};

const NAMES = BoardNames.options;
/** A screen that does not read for so long is cut off; it comes back and gets a snapshot. */
const MAX_UNSENT = 64;
/** Of a socket's connection what the library's types leave out. */
type Unsent = { writeBuffer: unknown[]; transport: { socket: { terminate: () => void } } };
/** A session or device that asks again for a board sooner is answered then, whichever of its sockets asks; a screen asks once after each gap. */
const AGAIN_MS = 1_000;
/** A screen sends its answers to pings and an occasional word; more is no screen. */
const PACKETS_PER_SECOND = 50;
/** Sockets of one session or device: its tabs, and those of a lost line that are not known to be gone yet. */
const OF_FOLLOWER = 16;
/** Sockets of one address that nobody is known by: each is told so, and ends. */
const OF_STRANGERS = 20;
/** Within this a socket says which board it wants. */
const JOIN_MS = 5_000;

type Following = { follower: Follower; board: BoardName };
type Screen = Socket<ScreenToServer, ServerToScreen, Record<string, never>, Following>;

export function startRealtime({ server, boards, follower, mayOpen, place }: RealtimeParts) {
  const io = new Server<ScreenToServer, ServerToScreen, Record<string, never>, Following>(server, {
    transports: ['websocket'],
    perMessageDeflate: false,
    maxHttpBufferSize: 10_000,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    serveClient: false,
    connectTimeout: JOIN_MS,
    // cors.origin does not stop a foreign page's websocket; this does.
    allowRequest: (request, decide) => void mayOpen(request).then((may) => decide(null, may)),
  });
  capSockets(io.engine as unknown as Engine, follower, place);
  const again = createAskedAgain<Screen>(AGAIN_MS, (socket) => {
    socket.emit('board:snapshot', boards.shared(socket.data.board));
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
    socket.emit('board:snapshot', boards.shared(board));
    // Its first beacon: by it the screen knows its own build.
    socket.emit('head', boards.head(board));
    const follower = `${who.key} ${board}`;
    socket.on('board:again', () => again.ask(follower, socket));
    socket.once('disconnect', () => again.leave(follower, socket));
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
      const { writeBuffer, transport } = socket.conn as unknown as Unsent;
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
      again.close();
      void io.close();
    },
  };
}

/** The part of Socket.IO's engine that is under its namespaces: what a socket is before anybody is known by it. */
type Engine = { on: (event: 'connection', listener: (connection: Connection) => void) => void };
type Connection = {
  request: IncomingMessage;
  close: (discard?: boolean) => void;
  on: (event: 'packet' | 'close', listener: () => void) => void;
};

/** Of too many sockets the oldest ends: a screen that lost its line comes back, whatever lingers of it. */
function capSockets(engine: Engine, follower: RealtimeParts['follower'], place: RealtimeParts['place']): void {
  const open = new Map<string, Set<Connection>>();
  engine.on('connection', (connection) => {
    const known = follower(connection.request.headers.cookie);
    const key = known ? `follower:${known.key}` : `strangers:${place(connection.request)}`;
    const others = open.get(key) ?? new Set();
    open.set(key, others.add(connection));
    let [packets, second] = [0, 0];
    connection.on('packet', () => {
      const now = Math.floor(performance.now() / 1_000);
      packets = now === second ? packets + 1 : 1;
      second = now;
      if (packets > PACKETS_PER_SECOND) connection.close(true);
    });
    connection.on('close', () => {
      others.delete(connection);
      if (others.size === 0 && open.get(key) === others) open.delete(key);
    });
    const [oldest] = others;
    if (others.size > (known ? OF_FOLLOWER : OF_STRANGERS)) oldest?.close(true);
  });
}
