import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, ClerkId, CounterId, MatterId, TicketId } from '../../../schema/ids.ts';
import { type Client, createClient, newRequestId } from '../../../web/client.ts';
import { cases } from '../../cases/tables/cases.ts';
import { followerOf } from '../../edge/who.ts';
import { counterStates } from '../../line/tables/counter-states.ts';
import { tickets } from '../../line/tables/tickets.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { PASSWORD, refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { openCases } from '../owners/owner-fixture.ts';

const MINUTE = 60_000;
let test: TestHall;
let admin: Client;
beforeEach(async () => {
  test = await startTestHall();
  admin = await test.clerk('admin');
});
afterEach(() => test.stop());

const wish = () => ({ requestId: newRequestId() });
const hall = () => test.system.hall;
const today = () => hall().look((from) => from.today);
const idOf = (account: string) => hall().read(clerks).byAccount(account)!.id as ClerkId;
const idleAfter = (ms: number) => admin.settings.change({ ...wish(), settings: { idleLockMs: ms } });
const counterId = 'c1' as CounterId;
/** The person as the browser goes on: by the cookie that came with the right password. */
async function unlocked(client: Client): Promise<{ client: Client; cookie: string; body: object }> {
  const answer = await fetch(`${test.origin}/api/session/unlock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: test.cookieOf(client) },
    body: JSON.stringify({ password: PASSWORD }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { client: createClient(test.origin, { cookie }), cookie, body: (await answer.json()) as object };
}

/** A clerk at counter 1 with a ticket that is being served; the case of its matter is open. */
async function serving(account: string, accepts = false): Promise<{ client: Client; ticketId: TicketId }> {
  const client = await test.clerk(account);
  const kiosk = await test.kiosk();
  const matterIds = ['A-1', 'A-2'] as MatterId[];
  const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
  await client.counters.open({ ...wish(), counterId });
  await client.tickets.callNext({ ...wish(), counterId });
  await client.tickets.start({ ...wish(), ticketId });
  const [first] = hall().read(cases).ofTicket(ticketId);
  if (accepts) {
    const conclusion = { kind: 'accepted' as const, note: '' };
    await client.cases.conclude({ ...wish(), caseId: first!.id as CaseId, conclusion });
  }
  return { client, ticketId };
}

describe('the sessions of a person', () => {
  it('[S2] somebody sees the own sessions, ends one, and ends all others; this one goes on', async () => {
    const [one, two, three] = [await test.clerk('one'), await test.clerk('one'), await test.clerk('one')];
    const other = await test.clerk('two');
    const seen = await one.session.sessions({});
    expect(seen).toHaveLength(3);
    expect(seen.filter(({ isThis }) => isThis)).toHaveLength(1);
    expect(seen[0]).toMatchObject({ address: 'machine', locked: false, since: expect.any(String) });
    const [third] = (await three.session.sessions({})).filter(({ isThis }) => isThis);
    expect(await one.session.endSessions({ sessionId: third!.id })).toEqual({ ended: 1 });
    expect(await refusalCode(three.session.me({}))).toBe('not-signed-in');
    expect(await one.session.endSessions({})).toEqual({ ended: 1 });
    expect(await refusalCode(two.session.me({}))).toBe('not-signed-in');
    expect(await one.session.sessions({})).toHaveLength(1);
    const [own] = await one.session.sessions({});
    expect(await other.session.endSessions({ sessionId: own!.id })).toEqual({ ended: 0 });
    expect(JSON.stringify(seen)).not.toContain(test.cookieOf(one).split('=')[1]!.slice(0, 12));
  });

  it('[S2] [S4] an administrator sees and ends the sessions of anybody, nobody else does; the ledger says who did', async () => {
    const one = await test.clerk('one');
    const of = { clerkId: idOf('one') };
    for (const account of ['two', 'boss']) {
      const other = await test.clerk(account);
      expect(await refusalCode(other.administration.sessions(of))).toBe('not-allowed');
      expect(await refusalCode(other.administration.endSessions({ ...wish(), ...of }))).toBe('not-allowed');
      expect(await refusalCode(other.administration.block({ ...wish(), ...of, reason: '试试' }))).toBe('not-allowed');
    }
    const [session] = await admin.administration.sessions(of);
    expect(session).toMatchObject({ isThis: false });
    expect(await admin.administration.endSessions({ ...wish(), ...of, sessionId: session!.id })).toEqual({ ended: 1 });
    expect(await refusalCode(one.session.me({}))).toBe('not-signed-in');
    const { entries } = await admin.history({ kind: 'account' });
    const what = { kind: 'account', name: idOf('one') };
    expect(entries[0]).toMatchObject({ event: 'sessions-ended', isFirst: false, author: { name: '管理员' }, what });
  });

  it('[S4] what is done with an account is a stream a date, and the stream of the clerk does not grow with it', async () => {
    const { store } = test.system;
    const events = (stream: string) => store.ledger.load(stream).map(({ event }) => event.type);
    const id = idOf('one');
    const before = events(`clerk:${id}`);
    const endOthers = async () => {
      const [stays, ends] = [await test.clerk('one'), await test.clerk('one')];
      expect(await stays.session.endSessions({})).toEqual({ ended: 1 });
      expect(await refusalCode(ends.session.me({}))).toBe('not-signed-in');
      await stays.session.signOut({});
    };
    const first = today();
    const onFirst = events(`account:${id}@${first}`);
    await endOthers();
    await endOthers();
    await test.clock.advance(24 * 60 * MINUTE);
    await endOthers();
    expect(today()).not.toBe(first);
    expect(events(`account:${id}@${first}`)).toEqual([...onFirst, 'sessions-ended', 'sessions-ended']);
    expect(events(`account:${id}@${today()}`)).toEqual(['sessions-ended']);
    expect(events(`clerk:${id}`)).toEqual(before);
  });
});

describe('a screen that nobody uses', () => {
  it('[S2] a session without a wish for as long as the hall has set answers unlocking and signing out alone', async () => {
    await idleAfter(15 * MINUTE);
    const clerk = await test.clerk('one');
    const cookie = test.cookieOf(clerk);
    await test.clock.advance(14 * MINUTE);
    await clerk.session.stay({});
    await test.clock.advance(15 * MINUTE);
    expect((await clerk.session.me({})).locked).toBe(false);
    await test.clock.advance(MINUTE);
    expect(await clerk.session.me({})).toMatchObject({ locked: true, account: 'one', idleLockMs: 15 * MINUTE });
    const shut = [
      clerk.boards.staff({}),
      clerk.cases.mine({}),
      clerk.counters.open({ ...wish(), counterId }),
      clerk.session.stay({}),
      clerk.session.sessions({}),
      clerk.session.changePassword({ present: PASSWORD, next: 'another-long-password' }),
    ];
    expect(new Set(await Promise.all(shut.map(refusalCode)))).toEqual(new Set(['session-locked']));
    expect(followerOf(hall(), cookie)).toBeNull();
    expect(await refusalCode(clerk.session.unlock({ password: 'wrong' }))).toBe('sign-in-failed');
    const next = await unlocked(clerk);
    expect(next.body).toMatchObject({ locked: false });
    expect(followerOf(hall(), next.cookie)?.boards).toContain('staff');
    await next.client.counters.open({ ...wish(), counterId });
  });

  it('[S2] whoever unlocks goes on by a new secret, the old one is nobody’s, and the session lasts no longer for it', async () => {
    const clerk = await test.clerk('one');
    await test.clock.advance(11 * 60 * MINUTE);
    const next = await unlocked(clerk);
    expect(next.cookie).not.toBe(test.cookieOf(clerk));
    expect(await refusalCode(clerk.session.me({}))).toBe('not-signed-in');
    expect(await next.client.session.sessions({})).toHaveLength(1);
    await test.clock.advance(59 * MINUTE);
    expect((await next.client.session.me({})).account).toBe('one');
    await test.clock.advance(2 * MINUTE);
    expect(await refusalCode(next.client.session.me({}))).toBe('not-signed-in');
  });

  it('[S2] reading alone keeps no session open', async () => {
    await idleAfter(5 * MINUTE);
    const clerk = await test.clerk('one');
    for (let n = 0; n < 5; n++) {
      await clerk.boards.staff({});
      await test.clock.advance(MINUTE);
    }
    await test.clock.advance(MINUTE);
    expect(await refusalCode(clerk.boards.staff({}))).toBe('session-locked');
  });

  it('[S2] a locked screen keeps the ticket at the counter, and its password is guessed no faster', async () => {
    const { client, ticketId } = await serving('one');
    await client.session.lock({});
    expect(await refusalCode(client.tickets.finish({ ...wish(), ticketId }))).toBe('session-locked');
    expect(hall().read(tickets).atCounter(counterId)?.id).toBe(ticketId);
    for (let n = 0; n < 5; n++)
      expect(await refusalCode(client.session.unlock({ password: `${n}` }))).toBe('sign-in-failed');
    expect(await refusalCode(client.session.unlock({ password: PASSWORD }))).toBe('too-many-tries');
    await test.clock.advance(MINUTE);
    const next = await unlocked(client);
    expect((await next.client.boards.staff({})).rows.served).toHaveLength(2);
  });

  it('[S2] somebody else signs in at a locked screen, and the locked session ends with the signing out', async () => {
    const clerk = await test.clerk('one');
    await clerk.session.lock({});
    const same = createClient(test.origin, { cookie: test.cookieOf(clerk) });
    expect(await same.session.signIn({ account: 'two', password: PASSWORD })).toMatchObject({ account: 'two' });
    await clerk.session.signOut({});
    expect(await refusalCode(clerk.session.me({}))).toBe('not-signed-in');
  });
});

describe('a sign-in that an administrator blocks', () => {
  const block = (account: string) =>
    admin.administration.block({ ...wish(), clerkId: idOf(account), reason: '账号疑似外泄' });

  it('[S2] [T8] the block of a sign-in is said before with what will happen, and then happens at once, in the middle of a sitting', async () => {
    const { client, ticketId } = await serving('one', true);
    const before = hall().read(tickets).byId(ticketId)!;
    const of = { clerkId: idOf('one') };
    expect(await admin.administration.blockForecast(of)).toEqual({
      sessions: 1,
      seat: { counterId, label: '1', number: before.number },
      cases: 1,
    });
    await block('one');
    expect(await refusalCode(client.session.me({}))).toBe('not-signed-in');
    expect(await refusalCode(test.anybody().session.signIn({ account: 'one', password: PASSWORD }))).toBe(
      'sign-in-failed',
    );
    const after = hall().read(tickets).byId(ticketId)!;
    expect(after).toMatchObject({ phase: 'waiting', number: before.number, rank: before.rank });
    expect(hall().read(counterStates).byId(counterId)).toMatchObject({ phase: 'closed' });
    expect(await admin.administration.blockForecast(of)).toMatchObject({ sessions: 0, seat: null, cases: 1 });
    const two = await test.clerk('two');
    await two.counters.open({ ...wish(), counterId });
    expect(await two.tickets.callNext({ ...wish(), counterId })).toMatchObject({ number: before.number });
  });

  it('[C15] the cases of somebody who may not sign in are a row of the supervisor until they are handed on', async () => {
    const boss = await test.clerk('boss');
    const board = test.follow(boss, 'staff');
    await serving('one', true);
    await block('one');
    const rows = async () => (await boss.boards.staff({})).rows.unhandled;
    expect(await rows()).toEqual([{ id: idOf('one'), name: 'one 员', cases: 1, why: 'blocked' }]);
    const [open] = await openCases(boss);
    const two = await test.clerk('two');
    await block('three');
    const toBlocked = { caseId: open!.caseId, to: idOf('three'), note: '请接办' };
    expect(await refusalCode(boss.cases.offer({ ...wish(), ...toBlocked }))).toBe('clerk-unknown');
    await boss.cases.offer({ ...wish(), caseId: open!.caseId, to: idOf('two'), note: '请接办' });
    const { offers } = (await two.boards.staff({})).rows;
    const handoverId = offers[0]!.offer!.id;
    await two.cases.accept({ ...wish(), caseId: open!.caseId, handoverId });
    expect(await rows()).toEqual([]);
    expect(board.deltas()).toBeGreaterThan(0);
  });

  it('[S4] a clerk who is allowed again signs in, the ledger has both with their author, and the last administrator stays', async () => {
    await block('one');
    await admin.administration.allow({ ...wish(), clerkId: idOf('one') });
    expect(await refusalCode(test.anybody().session.signIn({ account: 'one', password: PASSWORD }))).toBe('accepted');
    const { entries } = await admin.history({ kind: 'clerk' });
    expect(entries.slice(0, 2).map(({ event, changes, author }) => [event, changes[0]?.to, author.name])).toEqual([
      ['sign-in-allowed', false, '管理员'],
      ['sign-in-blocked', true, '管理员'],
    ]);
    expect(await refusalCode(block('admin'))).toBe('last-administrator');
  });
});
