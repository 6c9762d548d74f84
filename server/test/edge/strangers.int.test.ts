import { afterEach, describe, expect, it } from 'vitest';
import { newRequestId } from '../../../web/client.ts';
import { MONDAY_9, PASSWORD, startTestHall, type TestHall } from '../harness.ts';
import { solvedOf } from './solved-proof.ts';

let hall: TestHall;
afterEach(() => hall.stop());

/** Small, so that a test needs few requests; a phone may ask 2 a second, an address 20. */
const PER_SECOND = 10;
const start = async (env: Record<string, string> = {}) => {
  hall = await startTestHall({ requestsPerSecond: PER_SECOND, env });
};
const PAGE = { accept: 'text/html' };
const get = (path: string, headers: Record<string, string> = {}) => fetch(hall.origin + path, { headers });
const times = <T>(count: number, ask: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => ask(n)));
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
/** A phone that was here before. */
const phone = async () => ({ ...PAGE, cookie: cookieOf(await get('/', PAGE)) });
const signIn = (account: string, headers: Record<string, string>, password = PASSWORD) =>
  fetch(`${hall.origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ account, password }),
  });
type Answer = { code: string; data: { challenge: string } };
const countOf = (answers: Response[], status: number) => answers.filter((one) => one.status === status).length;

const FLOODS: Record<string, (n: number) => Promise<Response>> = {
  'the API': () => get('/api/catalogue'),
  'a page': () => get('/book/A-1'),
  'a paper': () => get('/paper/slip/none'),
  'a file': () => get('/phone.css'),
  'invented cookies': (n) =>
    get('/openings', { cookie: `shouwen-visitor=v${n}; shouwen-device=d${n}; shouwen-session=s${n}` }),
  'a form': () => fetch(`${hall.origin}/book/A-1/none`, { method: 'POST' }),
};

describe('a crowd of strangers at the address of the hall', () => {
  it('[S2] a crowd of strangers at the address of the hall takes nothing from a phone that was here before, a clerk and a kiosk, whatever it asks for', async () => {
    await start();
    const known = await phone();
    const [kiosk, clerk] = [hall.cookieOf(await hall.kiosk()), hall.cookieOf(await hall.clerk('one'))];
    const kinds = Object.entries(FLOODS);
    const crowd = times(40, (n) => Promise.all(kinds.map(([, flood]) => flood(n))));
    const others = await Promise.all([
      get('/book/A-1', known),
      get('/api/catalogue', { cookie: kiosk }),
      get('/api/session', { cookie: clerk }),
      signIn('two', {}),
    ]);
    expect(others.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const answers = await crowd;
    for (const [i, [name]] of kinds.entries()) {
      const ofKind = answers.map((one) => one[i]!);
      expect(countOf(ofKind, 500), name).toBe(0);
      // What a page loads is waited for, as the page is.
      if (name === 'a file') expect(countOf(ofKind, 200)).toBe(40);
      else expect(ofKind.find(({ status }) => status === 429)?.headers.get('retry-after'), name).toBe('1');
    }
  });

  it('[S2] a crowd of strangers that guesses sign-ins keeps out neither the pages, nor a clerk whose browser was here before, nor a clerk in a new one, who works for it', async () => {
    await start();
    const known = await phone();
    const crowd = times(150, (n) => signIn(`nobody${n}`, {}));
    expect((await get('/openings')).status).toBe(200);
    expect((await signIn('two', known)).status).toBe(200);
    const answers = (await Promise.all((await crowd).map((one) => one.json()))) as Answer[];
    const asked = answers.find(({ code }) => code === 'crowd-proof-needed')!;
    const goesOn = times(150, (n) => signIn(`nobody${n}`, {}));
    const proof = { 'x-crowd-proof': await solvedOf(asked.data.challenge) };
    expect((await signIn('one', proof)).status).toBe(200);
    await goesOn;
  });

  it('[S2] a crowd of strangers that guesses at one account keeps out no browser in which its clerk signed in before', async () => {
    await start();
    const given = (await signIn('two', {})).headers.getSetCookie().map((one) => one.split(';')[0]!);
    const browser = given.find((one) => one.startsWith('shouwen-browser='))!;
    const crowd = times(150, () => signIn('two', {}, 'wrong'));
    await get('/readyz');
    const own = await times(3, () => signIn('two', { cookie: browser }));
    expect(own.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(countOf(await crowd, 200)).toBe(0);
    expect(countOf(await crowd, 429)).toBeGreaterThan(100);
  });

  it('[S2] an address over its limit is slowed and not refused as long as few wait', async () => {
    await start();
    expect(countOf(await times(50, () => get('/openings')), 200)).toBe(50);
  });

  it('[S2] a crowd of strangers at the address of the hall is asked for work and not sent away: who does it passes at once and is a phone of its own, within a phone’s limit', async () => {
    await start();
    const crowd = times(300, () => get('/api/catalogue'));
    const refused = (await crowd).find(({ status }) => status === 429)!;
    const { code, data } = (await refused.json()) as Answer;
    expect(code).toBe('crowd-proof-needed');
    expect(refused.headers.get('retry-after')).toBe('1');
    const proof = { 'x-crowd-proof': await solvedOf(data.challenge) };
    const goesOn = times(300, () => get('/api/catalogue'));
    const first = await get('/api/catalogue', proof);
    expect(first.status).toBe(200);
    const cookie = cookieOf(first);
    expect(cookie).toMatch(/^shouwen-visitor=[\w-]{43}$/);
    expect((await get('/api/catalogue', { cookie })).status).toBe(200);
    // The same work is none a second time.
    const again = await get('/api/catalogue', proof);
    expect(cookieOf(again)).toBe('');
    await goesOn;
    const tooMany = (await times(140, () => get('/api/catalogue', { cookie }))).find(({ status }) => status === 429)!;
    expect(await tooMany.json()).toMatchObject({ code: 'too-fast' });
  });

  it('[S2] a phone that comes for the first time gets its cookie in the crowd, and with it its page', async () => {
    await start();
    const crowd = times(60, () => get('/openings'));
    await get('/openings');
    const first = await get('/book/A-1', PAGE);
    expect(await crowd).toHaveLength(60);
    const cookie = cookieOf(first);
    expect(cookie).toMatch(/^shouwen-visitor=[\w-]{43}$/);
    expect(first.status).toBe(200);
    expect((await get('/book/A-1', { ...PAGE, cookie })).status).toBe(200);
  });

  it('[S2] one phone, one session and one device that ask too fast slow or stop themselves alone', async () => {
    await start();
    const [fast, calm] = [await phone(), await phone()];
    expect(fast.cookie).not.toBe(calm.cookie);
    const crowd = times(140, () => get('/', fast));
    expect((await get('/', calm)).status).toBe(200);
    const refused = (await crowd).filter(({ status }) => status === 429);
    // The page asks again by itself.
    expect(refused[0]?.headers.get('refresh')).toBe('3');
    const [one, two] = [hall.cookieOf(await hall.clerk('one')), hall.cookieOf(await hall.clerk('two'))];
    expect(countOf(await times(PER_SECOND + 15, () => get('/api/session', { cookie: one })), 429)).toBeGreaterThan(0);
    expect((await get('/api/session', { cookie: two })).status).toBe(200);
  });
});

describe('a hold in a crowd', () => {
  /** Sends the wish again with each work that it is asked for; says what it was asked for. */
  async function holds(slotId: string, keepsCookies: boolean): Promise<string[]> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    const body = JSON.stringify({ requestId: newRequestId(), matterId: 'A-1' });
    const asked: string[] = [];
    while (asked.length < 6) {
      const answer = await fetch(`${hall.origin}/api/slots/${slotId}/hold`, { method: 'POST', headers, body });
      if (answer.status === 200) return [...asked, 'held'];
      const { code, data } = (await answer.json()) as Answer;
      asked.push(code);
      if (keepsCookies && cookieOf(answer)) headers.cookie = cookieOf(answer);
      headers[code === 'proof-needed' ? 'x-proof' : 'x-crowd-proof'] = await solvedOf(data.challenge);
    }
    return asked;
  }

  it('[S2] [H6] a hold in a crowd that books is given for the work of the crowd and that of the hold, each once, and also to a client without cookies', async () => {
    hall = await startTestHall({ requestsPerSecond: PER_SECOND, nowMs: MONDAY_9 - 3_600_000 });
    const slots = (await (await get('/api/slots?matterId=A-1')).json()) as { id: string; free: number }[];
    const [slot] = slots.filter(({ free }) => free > 0).slice(-1);
    const admin = await hall.clerk('admin');
    await admin.settings.change({ requestId: newRequestId(), settings: { proofAfterHolds: 3 } });
    const one = await phone();
    for (const { id } of slots.slice(0, 3)) {
      const body = JSON.stringify({ requestId: newRequestId(), matterId: 'A-1' });
      const headers = { 'content-type': 'application/json', cookie: one.cookie };
      await fetch(`${hall.origin}/api/slots/${id}/hold`, { method: 'POST', headers, body });
    }
    let flooding = true;
    const flood = times(250, async () => {
      while (flooding) await (await get('/api/catalogue')).text();
    });
    while ((await get('/api/catalogue')).status !== 429);
    const [keeps, forgets] = [await holds(slot!.id, true), await holds(slot!.id, false)];
    flooding = false;
    await flood;
    expect(keeps).toEqual(['crowd-proof-needed', 'proof-needed', 'held']);
    // Its second request with the work of the hold is that of a new phone.
    expect(forgets).toEqual(['crowd-proof-needed', 'proof-needed', 'crowd-proof-needed', 'held']);
  });
});

describe('what can do no work in a crowd', () => {
  it('[S2] what can do no work in a crowd, a form of a page, is asked to wait a moment; a file that brings work sets no cookie', async () => {
    await start();
    const refused = (await times(300, () => get('/api/catalogue'))).find(({ status }) => status === 429)!;
    const proof = { 'x-crowd-proof': await solvedOf(((await refused.json()) as Answer).data.challenge) };
    for (const path of ['/phone.css', '/assets/none.woff2'])
      expect((await get(path, proof)).headers.getSetCookie(), path).toEqual([]);
    const form = { method: 'POST', headers: { 'accept-language': 'en', accept: 'text/html' } };
    const forms = await times(300, () => fetch(`${hall.origin}/book/A-1/none`, form));
    const slowed = forms.find(({ status }) => status === 429)!;
    expect(await slowed.text()).toBe('Too many requests; wait a moment.');
    // Nothing took the work.
    expect(cookieOf(await get('/api/catalogue', proof))).toMatch(/^shouwen-visitor=/);
  });
});

describe('many phones that come for the first time at one address', () => {
  it('[S2] [H6] 400 that open a page at once get it, with what it loads, within seconds, beside a flood of the API; none is refused', async () => {
    hall = await startTestHall({ requestsPerSecond: 50 });
    const flood = times(300, () => get('/api/catalogue'));
    const startedMs = performance.now();
    const answers = await times(400, async () => {
      const page = await get('/book/A-1', PAGE);
      const file = await get('/phone.css', cookieOf(page) ? { cookie: cookieOf(page) } : {});
      return { page, file, afterMs: performance.now() - startedMs };
    });
    expect(
      countOf(
        answers.map(({ page }) => page),
        200,
      ),
    ).toBe(400);
    expect(
      countOf(
        answers.map(({ file }) => file),
        200,
      ),
    ).toBe(400);
    expect(Math.max(...answers.map(({ afterMs }) => afterMs))).toBeLessThan(20_000);
    expect(countOf(await flood, 429)).toBeGreaterThan(0);
  });
});

describe('a screen that is opened for the first time', () => {
  it('[S2] a screen that is opened for the first time gets its hundred slices of fonts, whoever it is, and a crowd that loads files without an end does not', async () => {
    await start();
    const files = (headers: Record<string, string>) => times(55, () => get('/assets/none.woff2', headers));
    const [kiosk, known] = [{ cookie: hall.cookieOf(await hall.kiosk()) }, await phone()];
    for (const headers of [kiosk, known]) expect(countOf(await files(headers), 404)).toBe(55);
    expect(countOf(await times(450, () => get('/assets/none.woff2')), 429)).toBeGreaterThan(0);
  });
});

describe('the cookie of a phone', () => {
  it('[S2] [P3] the cookie of a phone is read by no script, sent from no other site’s form, and given once', async () => {
    await start();
    const first = await get('/', PAGE);
    expect(first.headers.getSetCookie()[0]).toMatch(/^shouwen-visitor=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
    expect((await get('/', { ...PAGE, cookie: cookieOf(first) })).headers.getSetCookie()).toEqual([]);
    const forged = `${cookieOf(first).slice(0, -4)}AAAA`;
    expect(cookieOf(await get('/', { ...PAGE, cookie: forged }))).toMatch(/^shouwen-visitor=/);
    expect((await get('/api/catalogue')).headers.getSetCookie()).toEqual([]);
  });
});

describe('behind a proxy', () => {
  const from = (address: string) => get('/openings', { 'x-forwarded-for': address });
  const crowdFrom = (address: (n: number) => string) => times(200, (n) => from(address(n)));

  it('[S2] a believed proxy tells one address from another, so that a crowd at one takes nothing from another', async () => {
    await start({ TRUST_PROXY: '127.0.0.1' });
    const crowd = crowdFrom(() => '203.0.113.7');
    expect((await from('203.0.113.8')).status).toBe(200);
    // A stranger behind the proxy writes addresses of its own; the proxy's is the last.
    expect(countOf(await crowd, 429)).toBeGreaterThan(0);
    expect(countOf(await crowdFrom((n) => `198.51.100.${n}, 203.0.113.9`), 429)).toBeGreaterThan(0);
  });

  it('[S2] without one, what a stranger writes of its address makes no second address', async () => {
    await start();
    expect(countOf(await crowdFrom((n) => `198.51.100.${n}`), 429)).toBeGreaterThan(0);
  });
});
