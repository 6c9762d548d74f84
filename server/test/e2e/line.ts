/** The cable between the screens and the hall, in the test's hand. */

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export type Line = {
  origin: string;
  /** Nothing passes any more, and nobody is told: a cable pulled out of a switch. */
  silence: () => void;
  /** What was silenced passes again. */
  pass: () => void;
  close: () => Promise<void>;
};

/** Leads to the hall at this port, also when another process listens there later. */
export async function openLine(port: number): Promise<Line> {
  const ends = new Set<Socket>();
  let silent = false;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        ends.delete(from);
        to.destroy();
      });
      if (silent) from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    silence() {
      silent = true;
      for (const end of ends) end.pause();
    },
    pass() {
      silent = false;
      for (const end of ends) end.resume();
    },
    async close() {
      for (const end of ends) end.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
