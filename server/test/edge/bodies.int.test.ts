/** What a wish carries: too much, broken, or nothing of ours is refused with a sentence and changes nothing. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
let cookie = '';
beforeAll(async () => {
  hall = await startTestHall();
  cookie = hall.cookieOf(await hall.kiosk());
});
afterAll(() => hall.stop());

const wish = (more: object = {}) => ({
  requestId: newRequestId(),
  matterIds: ['A-1' as MatterId],
  care: false,
  printing: false,
  ...more,
});
async function send(body: BodyInit, headers: Record<string, string> = {}, path = '/api/tickets') {
  const response = await fetch(hall.origin + path, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body,
    duplex: 'half',
  } as RequestInit);
  return { status: response.status, answer: (await response.json()) as { code?: string; message?: string } };
}
/** Without a length that is told before. */
const inParts = (text: string) => new Blob([text]).stream();
const LARGE = JSON.stringify(wish({ more: 'x'.repeat(70_000) }));

describe('the body of a wish', () => {
  test.each([
    ['told by its length', LARGE],
    ['sent in parts', inParts(LARGE)],
  ])('[S2] larger than its route takes is refused, %s, and nothing changes', async (_, body) => {
    const head = hall.system.store.ledger.head();
    const { status, answer } = await send(body);
    expect([status, answer.code]).toEqual([413, 'input-too-large']);
    expect(answer.message).toBe('That is too much at once: send it in parts.');
    expect(hall.system.store.ledger.head()).toBe(head);
  });

  test.each([
    ['cut off', JSON.stringify(wish()).slice(0, -4), {}],
    ['no JSON', 'matterIds=A-1', {}],
    [
      'a form',
      new URLSearchParams({ requestId: newRequestId() }).toString(),
      form('application/x-www-form-urlencoded'),
    ],
    ['a form of files', '--x--', form('multipart/form-data; boundary=x')],
    ['JSON under another name', JSON.stringify(wish()), form('text/plain')],
    ['a text alone', '"A-1"', {}],
    ['packed', JSON.stringify(wish()), { 'content-encoding': 'gzip' }],
    ['of unknown letters', JSON.stringify(wish()), form('application/json; charset=x-none')],
  ])('[A3] a body that is %s is refused, and nothing changes', async (_, body, headers) => {
    const head = hall.system.store.ledger.head();
    const { status, answer } = await send(body, headers);
    expect([status, answer.code]).toEqual([400, 'input-invalid']);
    expect(answer.message).toMatch(/^The input is wrong: \w+/);
    expect(hall.system.store.ledger.head()).toBe(head);
  });

  it('[S2] the body of a wish of a file may be larger than that of a wish, and has its own end', async () => {
    const file = (bytes: number) => JSON.stringify({ requestId: newRequestId(), text: 'x'.repeat(bytes) });
    expect((await send(file(70_000), {}, '/api/matters/import/preview')).status).not.toBe(413);
    expect((await send(file(2_200_000), {}, '/api/matters/import/preview')).status).toBe(413);
  });

  it('[T3] the body of a wish of the right kind is answered', async () => {
    expect((await send(JSON.stringify(wish()))).status).toBe(200);
    expect((await send(inParts(JSON.stringify(wish())))).status).toBe(200);
  });
});

function form(type: string) {
  return { 'content-type': type };
}
