/** HTTP from an address of one's choice, with the time that each answer took. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { newRequestId } from '../../../web/client.ts';
import { solvedOf } from '../edge/solved-proof.ts';

export type Asking = { method?: string; headers?: Record<string, string>; body?: string };
export type Answer = { status: number; headers: IncomingHttpHeaders; body: string; ms: number };
export type Ask = (path: string, asking?: Asking) => Promise<Answer>;

/** Status 0: no answer came. */
export function askerAt(origin: string, localAddress: string, connections = 4): Ask {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(origin);
  return (path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve) => {
      const begun = performance.now();
      const done = (status: number, of: IncomingHttpHeaders, text: string) =>
        resolve({ status, headers: of, body: text, ms: performance.now() - begun });
      const sent = request({ agent, hostname, port, localAddress, path, method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('error', () => done(0, {}, ''));
        response.on('end', () => done(response.statusCode ?? 0, response.headers, text));
      });
      sent.on('error', () => done(0, {}, ''));
      sent.end(body);
    });
}

export const JSON_TYPE = { 'content-type': 'application/json' };
export const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
export const PAGE = { accept: 'text/html' };

export function post(ask: Ask, path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  return ask(path, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) });
}

export function cookiesOf(answer: Answer): string {
  return (answer.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ');
}

/** A phone opens a page as often as it takes to be known; empty where it is given no cookie. */
export async function newPhone(ask: Ask): Promise<string> {
  for (let times = 0; times < 20; times++) {
    const cookie = cookiesOf(await ask('/', { headers: PAGE }));
    if (cookie) return cookie;
    await pause(250);
  }
  return '';
}

/** A hold over the API. `works`: the proof that is asked for is worked for. */
export async function holdSlot(ask: Ask, cookie: string, slotId: string, matterId: string, works: boolean) {
  const wish = { requestId: newRequestId(), matterId };
  const path = `/api/slots/${slotId}/hold`;
  const first = await post(ask, path, wish, { cookie });
  const challenge = first.status === 429 && works ? JSON.parse(first.body).data?.challenge : null;
  if (!challenge) return first;
  return post(ask, path, wish, { cookie, 'x-proof': await solvedOf(challenge) });
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Runs `once` so often a second until the end, without waiting for its answer. */
export async function atRate(perSecond: number, seconds: number, once: (n: number) => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  const running: Promise<unknown>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    const waitMs = begun + (n * 1_000) / perSecond - performance.now();
    if (waitMs > 0) await pause(waitMs);
    running.push(once(n));
  }
  await Promise.all(running);
}
