/**
 * Phones that follow their tickets as the page's script does: opened once, then asked for every 10 to 15 s with its ETag.
 * `node phones.ts ORIGIN`, then the links over IPC; it ends with its parent.
 */
import { Agent, type IncomingMessage, request } from 'node:http';
import { setPriority } from 'node:os';

/** Of the mobile network: so many phones share an address. */
const OF_ADDRESS = 40;
const POLL_MS = { least: 10_000, most: 15_000 };
const LOOK_MS = 20;

/** To the phones: their links at the start, then `mark` when the hall was started again. */
export type ToPhones = { links: string[] } | { mark: true };
/** `opened`: every phone has its page. `back`: so long after the mark all had an answer, and how many had to try again. */
export type FromPhones = { opened: number } | { back: number; failed: number; asked: number };

type Phone = { link: string; address: string; cookie: string; etag: string; dueMs: number; answeredMs: number };

setPriority(10);
const origin = new URL(process.argv[2] ?? '');
const agents = new Map<string, Agent>();
let phones: Phone[] = [];
let markedMs = 0;
let [failed, asked, opened, told] = [0, 0, 0, 0];

process.on('message', (message: ToPhones) => {
  if ('mark' in message) [markedMs, failed, asked, told] = [performance.now(), 0, 0, 0];
  else {
    phones = message.links.map((link, n) => ({
      ...{ link, cookie: '', etag: '', answeredMs: 0 },
      address: `127.0.${10 + Math.floor(n / OF_ADDRESS / 200)}.${1 + (Math.floor(n / OF_ADDRESS) % 200)}`,
      dueMs: performance.now() + Math.random() * POLL_MS.most,
    }));
  }
});
process.on('disconnect', () => process.exit(0));

setInterval(() => {
  const now = performance.now();
  for (const phone of phones) {
    if (phone.dueMs > now) continue;
    phone.dueMs = now + POLL_MS.least + Math.random() * (POLL_MS.most - POLL_MS.least);
    look(phone);
  }
  const isBack = markedMs > 0 && told === 0 && phones.every(({ answeredMs }) => answeredMs > markedMs);
  if (isBack) {
    told = 1;
    process.send?.({
      back: Math.round(Math.max(...phones.map((phone) => phone.answeredMs)) - markedMs),
      failed,
      asked,
    });
  }
}, LOOK_MS);

function look(phone: Phone): void {
  const isFirst = phone.cookie === '';
  const headers = isFirst ? { accept: 'text/html' } : { cookie: phone.cookie, 'if-none-match': phone.etag };
  const agent = agents.get(phone.address) ?? new Agent({ keepAlive: true, maxSockets: 4 });
  agents.set(phone.address, agent);
  asked++;
  const sent = request(
    {
      ...{ host: origin.hostname, port: origin.port, agent, headers, localAddress: phone.address },
      path: isFirst ? phone.link : `${phone.link}.json`,
      timeout: 20_000,
    },
    (answer) => take(phone, answer, isFirst),
  );
  sent.on('timeout', () => sent.destroy());
  sent.on('error', () => failed++);
  sent.end();
}

function take(phone: Phone, answer: IncomingMessage, isFirst: boolean): void {
  answer.resume();
  if (answer.statusCode !== 200 && answer.statusCode !== 304) {
    failed++;
    return;
  }
  const visitor = answer.headers['set-cookie']?.map((one) => one.split(';')[0]).join('; ');
  if (isFirst) {
    phone.cookie = visitor || 'none=1';
    if (++opened === phones.length) process.send?.({ opened });
  }
  phone.etag = answer.headers.etag ?? phone.etag;
  phone.answeredMs = performance.now();
}
