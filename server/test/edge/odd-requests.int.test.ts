import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { contract } from '../../../schema/api.ts';
import type { MatterId, TicketId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { tickets } from '../../line/tables/tickets.ts';
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

/** The answer to these words, which no client library would send. */
async function answerTo(target: string, host = 'hall.example', method = 'GET', more = ''): Promise<string> {
  const socket = connect(hall.system.port, '127.0.0.1');
  socket.write(`${method} ${target} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`);
  let heard = '';
  for await (const chunk of socket.setEncoding('utf8')) heard += chunk;
  return heard;
}
const statusOf = async (...words: Parameters<typeof answerTo>) => Number((await answerTo(...words)).split(' ')[1]);

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
    '[A3] an odd request is answered in order, and is no fault: %s',
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

describe('an answer', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/book', 'text/html; charset=utf-8'],
    ['/nothing', 'application/json; charset=utf-8'],
    ['/livez', 'application/json; charset=utf-8'],
    ['/api/catalogue', 'application/json'],
    ['/api/nothing', 'application/json; charset=utf-8'],
    ['/api/openapi.json', 'application/json; charset=utf-8'],
  ])('an answer says its type and its signs: %s', async (path, type) => {
    const response = await fetch(hall.origin + path);
    await response.text();
    expect(response.headers.get('content-type')).toBe(type);
  });

  test.each(['/.git/config', '/.npmrc', '/package.json', '/keys', '/hall.db', '/assets/', '/server/main.ts', '/dist/'])(
    'no file of the program or of the hall is served, and no list of files: %s',
    async (path) => expect(await statusOf(path)).toBe(404),
  );

  it('TRACE is not known, and repeats nothing of the request', async () => {
    const answer = await answerTo('/', undefined, 'TRACE', 'Cookie: shouwen-session=secret\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toContain('secret');
  });
});

describe('a body', () => {
  it.each([
    'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n',
    'Content-Length: 4\r\nContent-Length: 5\r\n',
    'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n',
  ])('a body that says its length in two ways is refused: %j', async (lengths) => {
    expect(await statusOf('/api/session', undefined, 'POST', lengths)).toBe(400);
  });

  it('a body that says more than is asked for changes nothing by it', async () => {
    const cookie = hall.cookieOf(await hall.kiosk());
    const wish = { requestId: newRequestId(), matterIds: ['A-1'], care: false, printing: false };
    const more = { number: 'Z999', klass: 'appointment', phase: 'called', actor: { kind: 'clock' } };
    const response = await fetch(`${hall.origin}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ ...wish, ...more }),
    });
    const { ticketId, number } = (await response.json()) as { ticketId: TicketId; number: string };
    expect(number).toMatch(/^A\d{3}$/);
    const ticket = hall.system.hall.read(tickets).byId(ticketId);
    expect(ticket).toMatchObject({ number, klass: 'walk-in', phase: 'waiting' });
  });

  it('a body that names what every object has changes nothing of it, on any route', async () => {
    const cookie = hall.cookieOf(await hall.clerk('admin'));
    const stray = '{"stray":1}';
    const body = `{"__proto__":${stray},"constructor":{"prototype":${stray}},"settings":{"__proto__":${stray}}}`;
    const paths = pathsOf(contract).filter((path) => path !== '/session/lock');
    expect(paths.length).toBeGreaterThan(40);
    for (const path of paths) {
      const headers = { 'content-type': 'application/json', cookie };
      const answer = await fetch(`${hall.origin}/api${path}`, { method: 'POST', headers, body });
      // An answer that nobody reads keeps its connection.
      await answer.text();
      expect(answer.status, path).toBeLessThan(500);
    }
    expect('stray' in {}).toBe(false);
  });
});

/** Where a body may be posted. */
function pathsOf(tree: object): string[] {
  return Object.values(tree).flatMap((node) => {
    const route = (node as { '~orpc'?: { route: { method: string; path: string } } })['~orpc']?.route;
    if (!route) return pathsOf(node);
    return route.method === 'POST' ? [route.path.replace(/\{\w+\}/g, 'x')] : [];
  });
}
