import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { KNOWN, limitConnections } from './connections.ts';

const open: Socket[] = [];
let server: Server;
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  server.close();
  await once(server, 'close');
});

type Most = { silentOfAddress: number; idle: number; patienceMs?: number };
async function serve(most: Most, trusts = (_address: string) => false) {
  server = createServer((request, response) => {
    Object.assign(response, { locals: { [KNOWN]: request.headers.cookie === 'known' } });
    response.end('done');
  });
  limitConnections(server, trusts, { patienceMs: 0, ...most });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

/** Of 127.0.0.1, or of another address of this machine. */
async function visitor(words = '', localAddress = '127.0.0.1') {
  const socket = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', localAddress });
  open.push(socket);
  socket.on('error', () => {});
  const gone = new Promise((resolve) => socket.once('close', resolve));
  const arrived = once(server, 'connection');
  await once(socket, 'connect');
  await arrived;
  let heard = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
  });
  const ask = async (more: string) => {
    socket.write(`GET / HTTP/1.1\r\nHost: hall\r\n${more}\r\n`);
    await once(socket, 'data');
  };
  if (words) await ask(words === 'ask' ? '' : `Cookie: ${words}\r\n`);
  return { gone, heard: () => heard, ask };
}

describe('connections that ask nothing', () => {
  it('[S2] the oldest silent one of an address makes room; another address and one that asked lose nothing', async () => {
    await serve({ silentOfAddress: 2, idle: 100 });
    const asked = await visitor('ask');
    const other = await visitor('', '127.0.0.2');
    const [oldest, second] = [await visitor(), await visitor()];
    await visitor();
    await oldest.gone;
    for (const one of [asked, other, second]) {
      await one.ask('');
      expect(one.heard()).toContain('200 OK');
    }
  });

  it('[S2] a crowd of one address that comes at once is heard, however many connections it opens before it asks', async () => {
    await serve({ silentOfAddress: 2, idle: 100, patienceMs: 600_000 });
    const crowd = [];
    for (let n = 0; n < 10; n++) crowd.push(await visitor());
    for (const one of crowd) {
      await one.ask('');
      expect(one.heard()).toContain('200 OK');
    }
  });

  it('[S2] a crowd that never asks keeps as many connections as may stay, when they have had their time', async () => {
    await serve({ silentOfAddress: 2, idle: 100, patienceMs: 50 });
    const crowd = [];
    for (let n = 0; n < 6; n++) crowd.push(await visitor());
    await Promise.all(crowd.slice(0, 4).map((one) => one.gone));
    for (const one of crowd.slice(4)) {
      await one.ask('');
      expect(one.heard()).toContain('200 OK');
    }
  });

  it('[S2] a believed proxy brings any number of silent connections', async () => {
    await serve({ silentOfAddress: 1, idle: 100 }, (address) => address === '127.0.0.1');
    const [oldest] = [await visitor(), await visitor(), await visitor()];
    await oldest!.ask('');
    expect(oldest!.heard()).toContain('200 OK');
  });

  it('[S2] the oldest connection of all that ask nothing now makes room, and never that of somebody known', async () => {
    await serve({ silentOfAddress: 100, idle: 2 });
    const known = await visitor('known');
    const oldest = await visitor('ask');
    await visitor('', '127.0.0.2');
    await visitor('', '127.0.0.3');
    await oldest.gone;
    await known.ask('Cookie: known\r\n');
    expect(known.heard().match(/200 OK/g)).toHaveLength(2);
  });
});
