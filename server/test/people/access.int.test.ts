import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '../../../schema/api.ts';
import type { MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { followerOf } from '../../edge/who.ts';
import { eventually, PASSWORD, refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(hall.origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

type Route = { method: string; path: string; roles: string[] };

function routes(tree: object = contract): Route[] {
  return Object.values(tree).flatMap((node) => {
    const def = (node as { '~orpc'?: { route: { method: string; path: string }; meta: { roles: string[] } } })['~orpc'];
    return def ? [{ method: def.route.method, path: def.route.path, roles: def.meta.roles }] : routes(node);
  });
}

/** Why a socket was not let in, or `connected`. */
function connecting(board: string, headers: Record<string, string>): Promise<string> {
  const socket = io(hall.origin, { transports: ['websocket'], auth: { board }, extraHeaders: headers, forceNew: true });
  return new Promise<string>((resolve) => {
    socket.once('board:snapshot', () => resolve('connected'));
    socket.once('connect_error', (error) => resolve(error.message));
  }).finally(() => socket.disconnect());
}

describe('who may do what', () => {
  it('every route declares roles, and nobody without one of them passes', async () => {
    const all = routes();
    expect(all.length).toBeGreaterThan(40);
    for (const { method, path, roles } of all) {
      expect(roles.length, path).toBeGreaterThan(0);
      if (roles.includes('public')) continue;
      const response = await fetch(`${hall.origin}/api${path.replace(/\{\w+\}/g, 'x')}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(method === 'GET' ? {} : { body: '{}' }),
      });
      expect([method, path, response.status]).toEqual([method, path, 401]);
    }
  });

  it('a clerk cannot do what an administrator may, nor a kiosk what a clerk may', async () => {
    const clerk = await hall.clerk('one');
    const kiosk = await hall.kiosk();
    expect(await refusalCode(clerk.devices.list())).toBe('not-allowed');
    expect(await refusalCode(clerk.openings.createSeries({ ...wish(), plan: {} as never }))).toBe('not-allowed');
    expect(await refusalCode(kiosk.tickets.callNext({ ...wish(), counterId: 'c1' as never }))).toBe('not-signed-in');
    expect(await refusalCode(kiosk.boards.staff())).toBe('not-signed-in');
  });

  it('no answer holds a password, and names of clerks are all that a clerk list gives', async () => {
    const admin = await hall.clerk('admin');
    const text = JSON.stringify(await admin.administration.clerks());
    expect(text).not.toMatch(/argon2|password/);
  });

  it('a new clerk must change the password that was shown once; that ends every other session', async () => {
    const admin = await hall.clerk('admin');
    const clerk = { account: 'new', name: '新人', role: 'clerk' as const, mayPick: false, active: true };
    const { password } = await admin.administration.saveClerk({ ...wish(), clerk, newPassword: true });
    const first = await post('/api/session', { account: 'new', password });
    const cookie = first.headers.getSetCookie()[0]!.split(';')[0]!;
    const get = (path: string) => fetch(`${hall.origin}/api${path}`, { headers: { cookie } });
    expect((await get('/my/cases')).status).toBe(403);
    expect(await connecting('staff', { cookie })).toBe('not-allowed');
    expect(await (await get('/session')).json()).toMatchObject({ mustChangePassword: true });
    const change = (next: string) => post('/api/session/password', { present: password, next }, { cookie });
    expect((await (await change('short')).json()).code).toBe('password-too-weak');
    expect((await change('a-longer-password')).status).toBe(200);
    expect((await get('/session')).status).toBe(401);
  });

  it('cookies are out of reach of scripts and of foreign sites', async () => {
    const response = await post('/api/session', { account: 'one', password: PASSWORD });
    expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Strict/);
  });

  it('cookies never leave by plain http, nor come from another host, where residents come by https', async () => {
    await hall.stop();
    hall = await startTestHall({ env: { PUBLIC_URL: 'https://hall.example' } });
    const signedIn = await post('/api/session', { account: 'admin', password: PASSWORD });
    const cookie = signedIn.headers.getSetCookie()[0]!;
    const made = await post('/api/devices', { ...wish(), kind: 'kiosk', name: 'k' }, { cookie: cookie.split(';')[0]! });
    const enrolled = await post('/api/devices/enrol', { code: (await made.json()).code });
    const page = await fetch(`${hall.origin}/?lang=en`, { headers: { accept: 'text/html' } });
    const given = [signedIn, enrolled, page].flatMap((one) => one.headers.getSetCookie());
    expect(given.map((one) => one.split('=')[0]).sort()).toEqual(
      ['browser', 'device', 'session', 'visitor']
        .map((name) => `__Host-shouwen-${name}`)
        .concat('__Host-lang')
        .sort(),
    );
    for (const one of given) expect(one).toMatch(/Path=\/; .*HttpOnly; Secure; SameSite=(Strict|Lax)$/);
  });

  it('a device that got its cookie under the plain name need not be enrolled again where there is https now', async () => {
    await hall.stop();
    hall = await startTestHall({ env: { PUBLIC_URL: 'https://hall.example' } });
    const cookie = hall.cookieOf(await hall.kiosk());
    const plain = cookie.replace('__Host-', '');
    expect(plain).toMatch(/^shouwen-device=/);
    for (const one of [cookie, plain]) expect(await connecting('kiosk', { cookie: one })).toBe('connected');
    // Another host may set a plain cookie beside it; that one is not heard.
    const tossed = 'shouwen-device=another';
    expect(await connecting('kiosk', { cookie: `${tossed}; ${cookie}` })).toBe('connected');
    expect(await connecting('kiosk', { cookie: tossed })).not.toBe('connected');
  });

  it('signing out takes the cookie of the session back under its plain name too', async () => {
    await hall.stop();
    hall = await startTestHall({ env: { PUBLIC_URL: 'https://hall.example' } });
    const cookie = hall.cookieOf(await hall.clerk('one'));
    const left = await fetch(`${hall.origin}/api/session`, { method: 'DELETE', headers: { cookie } });
    const ended = left.headers.getSetCookie().map((one) => one.split(';')[0]);
    expect(ended.sort()).toEqual(['__Host-shouwen-session=', 'shouwen-session=']);
  });

  it('a foreign origin can neither write nor open a socket', async () => {
    const evil = { origin: 'http://evil.example' };
    expect((await post('/api/session', { account: 'one', password: PASSWORD }, evil)).status).toBe(403);
    const cookie = hall.cookieOf(await hall.clerk('one'));
    expect(await connecting('staff', { cookie, ...evil })).not.toBe('connected');
    expect(await connecting('staff', { cookie, origin: hall.origin })).toBe('connected');
  });

  it('a socket gets the boards of its cookie, whatever it asks for; a revoked device is put out', async () => {
    const kiosk = await hall.kiosk();
    const cookie = hall.cookieOf(kiosk);
    expect(await connecting('staff', { cookie })).toBe('not-allowed');
    expect(await connecting('kiosk', {})).toBe('not-allowed');
    expect(await connecting('kiosk', { cookie })).toBe('connected');
    const admin = await hall.clerk('admin');
    const socket = io(hall.origin, { transports: ['websocket'], auth: { board: 'kiosk' }, extraHeaders: { cookie } });
    let revoked = false;
    socket.on('revoked', () => {
      revoked = true;
    });
    await eventually(() => expect(socket.connected).toBe(true));
    const [device] = (await admin.devices.list()).filter((one) => one.phase === 'enrolled');
    await admin.devices.revoke({ ...wish(), deviceId: device!.id });
    await eventually(() => expect(revoked).toBe(true));
    socket.disconnect();
    const issue = { ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false };
    expect(await refusalCode(kiosk.tickets.issue(issue))).toBe('not-signed-in');
  });

  it('a clerk who signs out on a kiosk takes the staff board along and leaves the kiosk its own', async () => {
    const clerk = await hall.clerk('one');
    const cookie = `${hall.cookieOf(await hall.kiosk())}; ${hall.cookieOf(clerk)}`;
    const follower = followerOf(hall.system.hall, cookie)!;
    expect([follower.stillValid('kiosk'), follower.stillValid('staff')]).toEqual([true, true]);
    await clerk.session.signOut();
    expect([follower.stillValid('kiosk'), follower.stillValid('staff')]).toEqual([true, false]);
    expect(await connecting('kiosk', { cookie })).toBe('connected');
    expect(await connecting('staff', { cookie })).toBe('not-allowed');
  });

  it('pages carry a strict policy and are framed by nobody else', async () => {
    const { headers } = await fetch(`${hall.origin}/`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('[A3] broken, huge and strange bodies get a sentence and change nothing', async () => {
    const cookie = hall.cookieOf(await hall.kiosk());
    const before = hall.system.store.ledger.head();
    const send = (body: string) =>
      fetch(`${hall.origin}/api/tickets`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body,
      });
    for (const body of ['{', '[]', '"x"', '{"requestId":{"$gt":""}}', `{"requestId":"${'x'.repeat(200_000)}"}`]) {
      const response = await send(body);
      expect(response.status, body.slice(0, 30)).toBeGreaterThanOrEqual(400);
      expect(response.status, body.slice(0, 30)).toBeLessThan(500);
    }
    expect(hall.system.store.ledger.head()).toBe(before);
  });
});
