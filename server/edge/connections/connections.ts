/** How many connections strangers may keep without asking anything: the oldest of them makes room (S2). */
import type { Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { placeOf, type Trust } from '../gate/address.ts';

/** A head that takes longer, or a connection that never sends one, is no phone on a bad line; nor is a slower body of 64 kB. */
export const SLOW: ServerOptions = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  // A display asks again within a minute; opening a connection anew costs more than keeping it.
  keepAliveTimeout: 65_000,
};
/** Connections without a single request of one address: a browser opens two ahead, and a hall of phones is one address. */
const SILENT_OF_ADDRESS = 100;
/** A crowd that comes at once has asked by then: its connections are accepted together, and heard one after the other. */
const PATIENCE_MS = 2_000;
/** Connections of strangers that ask nothing now, of all addresses. */
const IDLE = 2_000;

/** Marks an answer to somebody known: the gate says so, and the connection is not counted. */
export const KNOWN = 'isKnown';

/** To be called before the first connection. A believed proxy speaks for many, and is not counted by its address. */
export function limitConnections(
  server: Server,
  trusts: Trust,
  most = { silentOfAddress: SILENT_OF_ADDRESS, idle: IDLE, patienceMs: PATIENCE_MS },
) {
  /** Of each address since when each is silent, the oldest first. */
  const silent = new Map<string, Map<Socket, number>>();
  const idle = new Set<Socket>();
  /** Those of an address that are looked at again when the oldest have had their time. */
  const waited = new Set<Map<Socket, number>>();

  function spoke(socket: Socket): void {
    idle.delete(socket);
    const place = placeOf(socket.remoteAddress ?? '');
    const others = silent.get(place);
    if (others?.delete(socket) && others.size === 0) silent.delete(place);
  }
  function rests(socket: Socket): void {
    if (socket.destroyed) return;
    idle.add(socket);
    if (idle.size > most.idle) cutOldest(idle);
  }

  /** At once as far as the oldest have had their time, of the others when they have. */
  function makeRoom(others: Map<Socket, number>): void {
    for (const [oldest, since] of others) {
      if (others.size <= most.silentOfAddress) return;
      const leftMs = since + most.patienceMs - performance.now();
      if (leftMs > 0) return void again(others, leftMs);
      oldest.destroy();
      // Its own end comes later; room is made now.
      others.delete(oldest);
    }
  }

  function again(others: Map<Socket, number>, inMs: number): void {
    if (waited.has(others)) return;
    waited.add(others);
    const look = () => {
      waited.delete(others);
      makeRoom(others);
    };
    // Nothing of it is owed to anybody when the hall ends.
    setTimeout(look, inMs).unref();
  }

  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    // Of a connection that has ended no address is known any more.
    const place = placeOf(address);
    socket.once('close', () => {
      idle.delete(socket);
      if (silent.get(place)?.delete(socket) && silent.get(place)?.size === 0) silent.delete(place);
    });
    rests(socket);
    if (trusts(address, 0)) return;
    const others = silent.get(place) ?? new Map<Socket, number>();
    silent.set(place, others.set(socket, performance.now()));
    if (others.size > most.silentOfAddress) makeRoom(others);
  });
  server.on('upgrade', ({ socket }) => spoke(socket));
  server.on('request', ({ socket }, response: ServerResponse & { locals?: Record<string, unknown> }) => {
    spoke(socket);
    response.once('close', () => response.locals?.[KNOWN] !== true && rests(socket));
  });
}

function cutOldest(sockets: Set<Socket>): void {
  const [oldest] = sockets;
  oldest?.destroy();
  // Its own end comes later; room is made now.
  if (oldest) sockets.delete(oldest);
}
