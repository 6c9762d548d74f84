import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { closingOf } from './closing.ts';

const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
});

/** A server that answers when it is told to, takes any upgrade, and never ends one by itself. */
async function server() {
  const asked: ServerResponse[] = [];
  const web = createServer((_request, response) => void asked.push(response));
  web.on('upgrade', (_request, socket: Socket) => void socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n'));
  const closing = closingOf(web);
  web.listen(0, '127.0.0.1');
  await once(web, 'listening');
  const { port } = web.address() as AddressInfo;
  return { asked, closing, port, visitor: (words: string) => visitor(port, words) };
}

async function visitor(port: number, words: string) {
  const socket = connect(port, '127.0.0.1');
  open.push(socket);
  let heard = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
  });
  socket.on('error', () => {});
  const gone = once(socket, 'close');
  await once(socket, 'connect');
  if (words) socket.write(words);
  return { socket, heard: () => heard, gone };
}

const GET = 'GET / HTTP/1.1\r\nHost: hall\r\n\r\n';
const UPGRADE = 'GET / HTTP/1.1\r\nHost: hall\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';

describe('closing', () => {
  it('closing answers what is under way and what still comes over an open connection, and ends both', async () => {
    const { asked, closing, visitor } = await server();
    const [early, late] = [await visitor(GET), await visitor('')];
    while (asked.length < 1) await new Promise(setImmediate);
    const draining = closing.drain();
    late.socket.write(GET);
    while (asked.length < 2) await new Promise(setImmediate);
    for (const response of asked) response.end('done');
    await draining;
    await closing.cut();
    await Promise.all([early.gone, late.gone]);
    expect(early.heard()).toMatch(/^HTTP\/1\.1 200 OK\r\n(.+\r\n)+\r\n.*done/);
    expect(late.heard()).toMatch(/^HTTP\/1\.1 200 OK\r\n(.+\r\n)*Connection: close\r\n(.+\r\n)*\r\n.*done/i);
  });

  it('closing cuts off who says nothing, a websocket that never ends, and a request that is never answered', async () => {
    const { asked, closing, port, visitor } = await server();
    const visitors = [await visitor(''), await visitor('GET / HT'), await visitor(UPGRADE), await visitor(GET)];
    while (asked.length === 0 || visitors[2]!.heard() === '') await new Promise(setImmediate);
    await closing.drain();
    await closing.cut();
    await Promise.all(visitors.map(({ gone }) => gone));
    const [fault] = await once(connect(port, '127.0.0.1'), 'error');
    expect(fault).toMatchObject({ code: 'ECONNREFUSED' });
  });
});
