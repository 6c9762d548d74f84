import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
let link = '';
beforeAll(async () => {
  hall = await startTestHall();
  const kiosk = await hall.kiosk();
  const issue = { requestId: newRequestId(), matterIds: ['A-1' as MatterId], care: false, printing: false };
  link = (await kiosk.tickets.issue(issue)).link.split('/').at(-1)!;
});
afterAll(() => hall.stop());

/** The status of an answer to these words, which no client library would send. */
async function statusOf(target: string, host = 'hall.example', method = 'GET', more = ''): Promise<number> {
  const socket = connect(hall.system.port, '127.0.0.1');
  socket.write(`${method} ${target} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`);
  let heard = '';
  for await (const chunk of socket.setEncoding('utf8')) heard += chunk;
  return Number(heard.split(' ')[1]);
}

const LONG = 'a'.repeat(2_300);
const PATHS = [
  ...['//?lang=en', '//', '///x', '//evil.example/book', '/\\evil', '/%', '/%00', '/%E0%A4%A', '/..%2f..%2fetc/passwd'],
  ...['/?lang=en&lang=zh-Hans', '/?lang[x]=en', '/book?group[]=A&group=B', '/book/A-1?from=%00', '/book/A-1?from=9999'],
  ...[`/book?group=${LONG}`, `/book/${LONG}`, `/catalogue?q=${LONG}`, `/catalogue/${LONG}`, `/?${LONG}`],
  ...[`/t/${LONG}`, `/t/${LONG}.json`, `/c/${LONG}`, `/a/${LONG}`, `/a/${LONG}/cancel`, `/t/%2e%2e/withdraw`],
  ...[`/paper/slip/${LONG}`, `/paper/receipt/${LONG}`, `/paper/notice/${LONG}?no[]=1`, `/paper/slip/x?print[]=`],
  ...['http://evil.example/', 'http://evil.example//?lang=en', '*', '/api//', '/api/%', `/api/slots?matterId=${LONG}`],
  ...[
    '/assets/%00',
    '/assets/..%2f..%2fpackage.json',
    '/counter-ui//',
    '/livez/',
    '/readyz?x[]=1',
    '/socket.io/?EIO=9',
  ],
];
const HOSTS = ['x'.repeat(4_000), 'a b', 'evil.example/path', '<script>', 'hall.example:999999', '[::1', 'a@b', ''];

describe('an odd request', () => {
  test.each(PATHS.map((path) => [path.slice(0, 60), path]))(
    '[A3] is answered in order, and is no fault: %s',
    async (_, path) => {
      for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE']) {
        const status = await statusOf(path, undefined, method, method === 'POST' ? 'Content-Length: 0\r\n' : '');
        expect(status, method).toBeGreaterThanOrEqual(200);
        expect(status, method).toBeLessThan(500);
      }
    },
  );

  test.each(HOSTS.map((host) => [host.slice(0, 40), host]))(
    '[A3] a host that can be none is refused: %s',
    async (_, host) => {
      const known = [`/paper/slip/${link}`, '/', '/api/catalogue', '//?lang=en'];
      for (const path of known) expect(await statusOf(path, host), path).toBe(400);
    },
  );

  test.each(['hall.example', 'hall.example:8080', '127.0.0.1', '[::1]:80', 'xn--fiq.example'])(
    '[A3] a host that can be one is answered: %s',
    async (host) => expect(await statusOf(`/paper/slip/${link}`, host)).toBe(200),
  );

  it('[A3] the languages of a page are offered under its own address, whatever slashes it begins with', async () => {
    const html = await (await fetch(`${hall.origin}//?lang=en&x=1`)).text();
    expect(html).toContain('href="?lang&#x3D;zh-Hans"');
  });
});
