import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, ClerkId, CounterId, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { cases } from '../../cases/tables/cases.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { eventually, refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
let admin: Client;
let boss: Client;
let one: Client;
beforeEach(async () => {
  hall = await startTestHall();
  [admin, boss, one] = [await hall.clerk('admin'), await hall.clerk('boss'), await hall.clerk('one')];
  await one.counters.open({ ...wish(), counterId: 'c1' as CounterId });
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const words = { reason: '调离岗位', note: '材料在二号柜' };
const idOf = (account: string): ClerkId =>
  [...hall.system.store.read(clerks).all().values()].find((clerk) => clerk.account === account)!.id;
const caseNow = (caseId: CaseId) => hall.system.hall.read(cases).byId(caseId)!;

/** An accepted case of `one`. */
async function accepted(): Promise<CaseId> {
  const kiosk = await hall.kiosk();
  const matterIds = ['A-1' as MatterId];
  const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
  await one.tickets.callNext({ ...wish(), counterId: 'c1' as CounterId });
  await one.tickets.start({ ...wish(), ticketId });
  const found = (await one.cases.mine({})).find(({ phase }) => phase === 'open')!;
  await one.cases.conclude({ ...wish(), caseId: found.caseId, conclusion: { kind: 'accepted', note: '' } });
  await one.tickets.finish({ ...wish(), ticketId });
  await hall.clock.advance(60_000);
  return found.caseId;
}
async function offer(from: Client, caseId: CaseId, to: string) {
  return from.cases.offer({ ...wish(), caseId, to: idOf(to), note: '请接办' });
}
const account = { role: 'clerk' as const, active: true };

describe('a clerk who leaves', () => {
  it('[C15] [C2] a clerk who leaves gives five cases and an offer to others in one command, and is switched off by it', async () => {
    const [first, second, third, fourth, fifth] = [
      await accepted(),
      await accepted(),
      await accepted(),
      await accepted(),
      await accepted(),
    ] as [CaseId, CaseId, CaseId, CaseId, CaseId];
    await offer(one, fifth, 'two');
    const { duties, receivers, name } = await admin.cases.duties({ clerkId: idOf('one') });
    expect(name).toBe('one 员');
    expect(duties.map(({ caseId }) => caseId).sort()).toEqual([first, second, third, fourth, fifth].sort());
    expect(
      duties.every(({ part, proposed }) => part === 'handler' && receivers.some(({ id }) => id === proposed)),
    ).toBe(true);
    // Spread: nobody gets all of it.
    expect(new Set(duties.map(({ proposed }) => proposed)).size).toBeGreaterThan(1);
    const all = duties.map(({ caseId, proposed }) => ({ caseId, to: proposed! }));
    const leaves = { ...wish(), clerkId: idOf('one'), ...words, account: { ...account, active: false } };
    expect(await refusalCode(admin.cases.handOverDuties({ ...leaves, duties: all.slice(1) }))).toBe('duties-changed');
    const toNobody = all.map((duty, at) => (at === 4 ? { ...duty, to: idOf('admin') } : duty));
    const leavesAnew = { ...leaves, ...wish() };
    expect(await refusalCode(admin.cases.handOverDuties({ ...leavesAnew, duties: toNobody }))).toBe('clerk-unknown');
    // What is refused in the middle has moved nothing.
    expect(duties.every(({ caseId }) => caseNow(caseId).handler === idOf('one'))).toBe(true);
    expect(await admin.cases.handOverDuties({ ...leaves, ...wish(), duties: all })).toEqual({ moved: 5 });
    for (const { caseId, to } of all) {
      expect(caseNow(caseId)).toMatchObject({ handler: to, firstContact: idOf('one') });
      expect(caseNow(caseId).offer).toBeUndefined();
    }
    expect(hall.system.store.read(clerks).all().get(idOf('one'))).toMatchObject({ active: false });
    const steps = await boss.cases.history({ caseId: fifth });
    expect(steps.at(-1)).toMatchObject({ kind: 'case-reassigned', words: [words.reason, words.note] });
    // The clock of the offer that ended rings for nobody.
    await hall.clock.advance(40 * 60_000);
    expect(caseNow(fifth).handler).toBe(all.find(({ caseId }) => caseId === fifth)!.to);
  });

  it('[C15] a supervisor hands over what somebody who is away answers for, and changes no account', async () => {
    const caseId = await accepted();
    const duties = [{ caseId, to: idOf('two') }];
    const away = { clerkId: idOf('one'), duties, ...words };
    const change = { ...away, account: { ...account, active: false } };
    expect(await refusalCode(boss.cases.handOverDuties({ ...wish(), ...change }))).toBe('not-allowed');
    expect(await refusalCode(one.cases.handOverDuties({ ...wish(), ...away, account: null }))).toBe('not-allowed');
    await boss.cases.handOverDuties({ ...wish(), ...away, account: null });
    expect(caseNow(caseId)).toMatchObject({ handler: idOf('two'), firstContact: idOf('one') });
    expect(hall.system.store.read(clerks).all().get(idOf('one'))).toMatchObject({ active: true });
  });

  it('[C15] what is offered to somebody who leaves stays with its handler, who is proposed', async () => {
    const caseId = await accepted();
    await offer(one, caseId, 'two');
    const { duties } = await boss.cases.duties({ clerkId: idOf('two') });
    expect(duties).toMatchObject([{ caseId, part: 'receiver', offeredTo: 'two 员', proposed: idOf('one') }]);
    const leaves = {
      ...wish(),
      clerkId: idOf('two'),
      ...words,
      account: { ...account, role: 'administrator' as const },
    };
    await admin.cases.handOverDuties({ ...leaves, duties: [{ caseId, to: idOf('one') }] });
    expect(caseNow(caseId)).toMatchObject({ handler: idOf('one') });
    expect(caseNow(caseId).offer).toBeUndefined();
    expect(hall.system.store.read(clerks).all().get(idOf('two'))).toMatchObject({ role: 'administrator' as const });
  });
});

describe('somebody whose sign-in is blocked', () => {
  const block = (name: string) =>
    admin.administration.block({ ...wish(), clerkId: idOf(name), reason: '账号疑似被盗用' });
  const noteKinds = async () => (await boss.boards.staff({})).rows.notes.map(({ kind, detail }) => [kind, detail]);

  it('[C15] [C3] somebody whose sign-in is blocked has no offer any more: the sender has the case back at once', async () => {
    const caseId = await accepted();
    await offer(one, caseId, 'two');
    await block('two');
    expect(caseNow(caseId)).toMatchObject({ handler: idOf('one') });
    expect(caseNow(caseId).offer).toBeUndefined();
  });

  it.each<[string, string | null]>([
    ['handover-declined', null],
    ['handover-lapsed', 'gone'],
  ])('[C15] [C3] an offer whose sender is gone goes to the supervisor when it ends: %s', async (kind, detail) => {
    const caseId = await accepted();
    const { handoverId } = await offer(one, caseId, 'two');
    await block('one');
    if (kind === 'handover-lapsed') await hall.clock.advance(40 * 60_000);
    else await (await hall.clerk('two')).cases.decline({ ...wish(), caseId, handoverId, reason: '不属本岗' });
    await eventually(async () => expect(await noteKinds()).toContainEqual([kind, detail]));
    const { duties } = await boss.cases.duties({ clerkId: idOf('one') });
    await boss.cases.handOverDuties({
      ...{ ...wish(), clerkId: idOf('one'), ...words, account: null },
      duties: duties.map((duty) => ({ caseId: duty.caseId, to: idOf('two') })),
    });
    expect(caseNow(caseId).handler).toBe(idOf('two'));
  });
});
