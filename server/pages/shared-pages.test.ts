import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, expect, test } from 'vitest';
import { fixturePort } from '../test/pages/port-fixture.ts';
import { createPages } from './pages.ts';

let close = () => {};
afterEach(() => close());

/** A real server on a free port. */
async function serve(change: Parameters<typeof fixturePort>[0] = {}) {
  const server = express()
    .use(createPages(fixturePort(change)))
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  close = () => server.close();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, language = 'zh-Hans') =>
    fetch(origin + path, { headers: { 'accept-language': language } });
  return { ask, read: async (path: string, language?: string) => (await ask(path, language)).text() };
}
const requestIds = (html: string) => [...html.matchAll(/name="requestId" value="([^"]+)"/g)].map((one) => one[1]);

test('[S2] a page for everybody is drawn once until something changes, and once in each language', async () => {
  let [version, drawn] = ['1', 0];
  const { slots, ...rest } = fixturePort();
  const counting = (matterId: Parameters<typeof slots>[0]) => {
    drawn++;
    return slots(matterId);
  };
  const { read } = await serve({ ...rest, slots: counting, version: () => version });
  const path = '/book/A11-RS-02';
  await Promise.all(Array.from({ length: 50 }, (_, n) => read(`${path}?unknown=${n}`)));
  expect(drawn).toBe(1);
  expect(await read(path, 'en')).toContain('lang="en"');
  await read(path, 'en');
  expect(drawn).toBe(2);
  version = '2';
  await read(path);
  expect(drawn).toBe(3);
  await read(`${path}?from=2026-11-30`);
  expect(drawn).toBe(4);
});

test('[T3] two readers of a page that was drawn once get forms with different request ids', async () => {
  const hall = await serve();
  const both = (await Promise.all(['/book/A11-RS-02', '/book/A11-RS-02'].map((path) => hall.read(path)))).flatMap(
    requestIds,
  );
  expect(both.length).toBeGreaterThan(20);
  expect(new Set(both).size).toBe(both.length);
  for (const id of both) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
});

test('[P3] [S2] a paper of an unknown link is refused before its QR code is drawn, however long the link is', async () => {
  const hall = await serve();
  // A code holds less than this, so that drawing it would be a fault.
  for (const kind of ['slip', 'receipt', 'notice'])
    expect((await hall.ask(`/paper/${kind}/${'a'.repeat(8_000)}`)).status).toBe(404);
});

test('an address that asks for more than a page knows is in no link of the page that others get', async () => {
  const hall = await serve();
  expect(await hall.read('/openings?utm=x')).not.toContain('utm');
  expect(await hall.read('/book?group=A&utm=x')).toContain('href="?group&#x3D;A&amp;lang&#x3D;en"');
});
