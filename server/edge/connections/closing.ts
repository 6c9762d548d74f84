/** Ending a web server in order and in time, whoever is connected: drained first, then cut. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export type Closing = {
  /** Takes no new connection, and waits for the requests that are under way to be answered, at most `DRAIN_MS`. */
  drain: () => Promise<void>;
  /** Every connection is gone: by itself within `CUT_MS`, or cut off. */
  cut: () => Promise<void>;
};

const DRAIN_MS = 1_500;
const CUT_MS = 500;
const LOOK_MS = 10;

/** To be called before the first connection: Node itself lists neither silent connections nor websockets. */
export function closingOf(server: Server): Closing {
  const connections = new Set<Socket>();
  let underWay = 0;
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  server.on('request', (_request, response) => {
    underWay++;
    response.once('close', () => underWay--);
  });

  /** Waits for the condition at most so long. Connections that ended a request meanwhile are idle, and closed. */
  async function until(condition: () => boolean, mostMs: number): Promise<void> {
    const end = performance.now() + mostMs;
    while (!condition() && performance.now() < end) {
      server.closeIdleConnections();
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  return {
    async drain() {
      server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
      server.close();
      await until(() => underWay === 0, DRAIN_MS);
    },
    async cut() {
      await until(() => connections.size === 0, CUT_MS);
      for (const socket of connections) socket.destroy();
    },
  };
}
