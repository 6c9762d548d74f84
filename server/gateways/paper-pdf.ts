/** Papers as PDF, by the Chromium that the operator names: a process for each paper, spoken to over a pipe of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { type Refusal, refuse } from '../../schema/refusal.ts';

/** `url` as a phone has it; whatever host it names, `at` is where it is answered. By `cookie` it stands behind no crowd (S2). */
export type PaperPlace = { url: string; at: string; cookie: { name: string; value: string } };
export type PaperPrinter = {
  print: (place: PaperPlace) => Promise<Buffer | Refusal>;
  close: () => Promise<void>;
};

/** One needs a core and 200 MB for a second. */
const WAITING_MOST = 5;
const PRINT_MS = 20_000;

export function createPaperPrinter(program: string): PaperPrinter {
  const running = new Set<Browser>();
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  async function printNow(place: PaperPlace): Promise<Buffer | Refusal> {
    if (isClosed) return refuse('pdf-failed');
    const browser = openBrowser(program, place.at);
    running.add(browser);
    const late = setTimeout(browser.end, PRINT_MS);
    try {
      return await pdfOf(browser, place);
    } catch {
      return refuse('pdf-failed');
    } finally {
      clearTimeout(late);
      await browser.end();
      running.delete(browser);
    }
  }

  return {
    async print(place) {
      if (waiting >= WAITING_MOST) return refuse('too-fast');
      waiting++;
      const own = last.then(() => printNow(place)).finally(() => waiting--);
      last = own;
      return own;
    },
    async close() {
      isClosed = true;
      await Promise.all([...running].map((browser) => browser.end()));
      await last;
    },
  };
}

/** A paper is printed in its own font. */
const ANSWERED = `document.fonts.ready.then(() => performance.getEntriesByType('navigation')[0].responseStatus)`;

async function pdfOf({ ask, when }: Browser, { url, cookie }: PaperPlace): Promise<Buffer> {
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  const inPage = (method: string, params: object = {}) => ask(method, params, String(sessionId));
  await inPage('Page.enable');
  await inPage('Network.setCookie', { ...cookie, url });
  const loaded = when('Page.loadEventFired');
  const { errorText } = await inPage('Page.navigate', { url });
  if (errorText) throw new Error(String(errorText));
  await loaded;
  const answered = await inPage('Runtime.evaluate', { expression: ANSWERED, awaitPromise: true, returnByValue: true });
  // What refuses it, or says that nobody answers, is a page as well, and no paper.
  if ((answered.result as Answer).value !== 200) throw new Error('the page was refused');
  const { data } = await inPage('Page.printToPDF', { preferCSSPageSize: true, printBackground: true });
  return Buffer.from(String(data), 'base64');
}

type Answer = Record<string, unknown>;
type Browser = {
  ask: (method: string, params: object, sessionId?: string) => Promise<Answer>;
  when: (event: string) => Promise<void>;
  end: () => Promise<void>;
};
type Said = { id?: number; method?: string; result?: Answer; error?: { message: string } };

/** What it is told stands in no list of processes: a link is for its resident alone (P3). */
function openBrowser(program: string, at: string): Browser {
  const dir = mkdtempSync(join(tmpdir(), 'shouwen-pdf-'));
  const child = spawn(program, argumentsFor(dir, at), { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const [, , , wishes, answers] = child.stdio as [null, null, null, Duplex, Duplex];
  const asked = new Map<number, PromiseWithResolvers<Answer>>();
  const awaited = new Map<string, PromiseWithResolvers<void>>();
  const fail = () => {
    for (const one of [...asked.values(), ...awaited.values()]) one.reject(new Error('Chromium has ended'));
    asked.clear();
    awaited.clear();
  };
  const gone = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  }).then(fail);
  wishes.on('error', fail);
  answers.on('error', fail);
  readEach(answers, ({ id, method, result, error }) => {
    const one = id === undefined ? undefined : asked.get(id);
    if (id !== undefined) asked.delete(id);
    if (error) one?.reject(new Error(error.message));
    else one?.resolve(result ?? {});
    if (method) awaited.get(method)?.resolve();
  });
  let ids = 0;
  let ending: Promise<void> | null = null;
  return {
    ask(method, params, sessionId) {
      const id = ++ids;
      const one = Promise.withResolvers<Answer>();
      if (hasEnded(child)) return Promise.reject(new Error('Chromium has ended'));
      asked.set(id, one);
      wishes.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
      return one.promise;
    },
    when(event) {
      const one = Promise.withResolvers<void>();
      // Told to whoever waits for it; nobody may.
      one.promise.catch(() => {});
      awaited.set(event, one);
      return one.promise;
    },
    end() {
      ending ??= (async () => {
        child.kill('SIGKILL');
        await gone;
        rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
      })();
      return ending;
    },
  };
}

function hasEnded({ exitCode, signalCode, pid }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null || pid === undefined;
}

/** Each answer ends with a zero byte. */
function readEach(from: Duplex, told: (said: Said) => void): void {
  let text = '';
  from.setEncoding('utf8').on('data', (part: string) => {
    const parts = (text + part).split('\0');
    text = parts.pop() ?? '';
    for (const one of parts) told(JSON.parse(one));
  });
}

/** Nothing but the hall answers it, whatever a page names. */
function argumentsFor(dir: string, at: string): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${dir}`,
    `--host-resolver-rules=MAP * ${at}`,
    ...['--no-first-run', '--disable-gpu', '--disable-extensions', '--disable-sync', '--disable-dev-shm-usage'],
    ...['--disable-background-networking', '--disable-component-update', '--no-zygote', '--no-proxy-server'],
    // Its own sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
