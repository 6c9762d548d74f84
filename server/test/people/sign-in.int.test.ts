import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClerkId, CounterId, MatterId } from '../../../schema/ids.ts';
import type { Clerk } from '../../../schema/people/clerk.ts';
import { CLOCK, RESIDENT } from '../../../schema/who.ts';
import { newRequestId } from '../../../web/client.ts';
import { counterStates } from '../../line/tables/counter-states.ts';
import { tickets } from '../../line/tables/tickets.ts';
import { hashApart } from '../../people/hashing.ts';
import { encodePassword } from '../../people/password.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { onceTokens } from '../../people/tables/once-tokens.ts';
import { passwords } from '../../people/tables/passwords.ts';
import { ROUTES } from '../../subjects.ts';
import { MONDAY_9, PASSWORD, refusalCode, startTestHall, type TestHall } from '../harness.ts';

let test: TestHall;
beforeEach(async () => {
  test = await startTestHall();
});
afterEach(() => test.stop());

const NEXT = 'another-long-password';
const NOBODY = { actor: RESIDENT, secret: null };
const BY_CLOCK = { actor: CLOCK, secret: null };
const { signIn, changePassword, firstAdministrator } = ROUTES.session;
const { saveClerk } = ROUTES.administration;
const hall = () => test.system.hall;
const clerkNamed = (account: string) => hall().read(clerks).byAccount(account)!;
const wanted = (account: string, change: Partial<Clerk> = {}) => {
  const { id, name, role, mayPick, active } = clerkNamed(account);
  return {
    requestId: newRequestId(),
    clerk: { id: id as ClerkId, account, name, role, mayPick, active, ...change },
    newPassword: false,
  };
};
describe('the first administrator', () => {
  it('the link of the first administrator takes no account that is there, and ends every other one', async () => {
    const token = 'the-link';
    await hall().commit({ command: 'set-up', requestId: null, actor: CLOCK }, (tx) => {
      const until = new Date(tx.nowMs + 60_000).toISOString();
      for (const one of [token, 'of-a-later-start']) tx.write(onceTokens).add(one, 'first-administrator', until);
      return {};
    });
    const input = { token, account: 'one', name: '主任', password: NEXT };
    expect(await firstAdministrator(hall(), NOBODY, { ...input, token: 'other' })).toMatchObject({
      refused: 'link-unknown',
    });
    expect(await firstAdministrator(hall(), NOBODY, input)).toMatchObject({ refused: 'account-taken' });
    expect(await firstAdministrator(hall(), NOBODY, { ...input, account: 'chief' })).toMatchObject({
      answer: { account: 'chief' },
    });
    const later = { ...input, account: 'thief', token: 'of-a-later-start' };
    expect(await firstAdministrator(hall(), NOBODY, later)).toMatchObject({ refused: 'link-unknown' });
  });
});

describe('what changes while a password is hashed', () => {
  it('a clerk let go meanwhile does not get in', async () => {
    const [signed] = await Promise.all([
      signIn(hall(), NOBODY, { account: 'one', password: PASSWORD }),
      saveClerk(hall(), BY_CLOCK, wanted('one', { active: false })),
    ]);
    expect(signed).toMatchObject({ refused: 'sign-in-failed' });
  });

  it('a password changed meanwhile is not the one that was checked', async () => {
    const actor = { kind: 'clerk' as const, ...clerkNamed('one') };
    const to = (next: string) => changePassword(hall(), { actor, secret: null }, { present: PASSWORD, next });
    const [first, second] = await Promise.all([to(`${NEXT}-1`), to(`${NEXT}-2`)]);
    expect([first, second].filter((one) => 'refused' in one!)).toEqual([
      expect.objectContaining({ refused: 'sign-in-failed' }),
    ]);
  });

  it('saving a clerk in the same turn as a change of the password does not overwrite it', async () => {
    const password = await hashApart((hash) => encodePassword(hash, NEXT));
    await Promise.all([
      hall().commit({ command: 'change-password', requestId: null, actor: CLOCK }, (tx) => {
        tx.write(passwords).save(clerkNamed('two').id, { encoded: password, mustChange: false });
        return {};
      }),
      saveClerk(hall(), BY_CLOCK, wanted('two', { mayPick: false })),
    ]);
    expect(await signIn(hall(), NOBODY, { account: 'two', password: NEXT })).toMatchObject({
      answer: { account: 'two', mayPick: false },
    });
  });
});

describe('a clerk who is let go', () => {
  const counterId = 'c1' as CounterId;
  const wish = () => ({ requestId: newRequestId(), counterId });

  it('[H4] a clerk who is let go leaves the counter, but not with a ticket there', async () => {
    const admin = await test.clerk('admin');
    const clerk = await test.clerk('one');
    const kiosk = await test.kiosk();
    await kiosk.tickets.issue({
      requestId: newRequestId(),
      matterIds: ['A-1' as MatterId],
      care: false,
      printing: false,
    });
    await clerk.counters.open(wish());
    await clerk.tickets.callNext(wish());
    const { id: ticketId, number } = hall().read(tickets).atCounter(counterId)!;
    const letGo = () => admin.administration.saveClerk(wanted('one', { active: false }));
    await expect(letGo()).rejects.toMatchObject({ code: 'counter-busy', data: { counter: '1', number } });
    expect(test.system.hall.read(counterStates).byId(counterId)?.phase).toBe('open');
    await clerk.tickets.miss({ requestId: newRequestId(), ticketId });
    await letGo();
    expect(hall().read(counterStates).byId(counterId)).toMatchObject({ phase: 'closed', closedByOpening: false });
    expect(await refusalCode(clerk.session.me())).toBe('not-signed-in');
    await (await test.clerk('two')).counters.open(wish());
  });

  it('[H4] a clerk who is let go has no seat kept for the next opening', async () => {
    const admin = await test.clerk('admin');
    await (await test.clerk('one')).counters.open(wish());
    await test.clock.advance(9 * 3_600_000);
    const seat = () => hall().read(counterStates).byId(counterId);
    expect(seat()).toMatchObject({ phase: 'closed', closedByOpening: true });
    await admin.administration.saveClerk(wanted('one', { active: false }));
    await test.clock.advance(MONDAY_9 + 24 * 3_600_000 + 60_000 - test.clock.nowMs);
    expect(seat()).toMatchObject({ phase: 'closed' });
    await (await test.clerk('two')).counters.open(wish());
  });
});
