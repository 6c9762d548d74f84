import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClerkId, CounterId, Letter, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId, refusalOf } from '../../../web/client.ts';
import { cases } from '../../cases/tables/cases.ts';
import { counterStates } from '../../line/tables/counter-states.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { openCases } from '../owners/owner-fixture.ts';

let hall: TestHall;
let admin: Client;
beforeEach(async () => {
  hall = await startTestHall();
  admin = await hall.clerk('admin');
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const MINUTE = 60_000;
const [A, B, C] = ['A', 'B', 'C'] as Letter[] as [Letter, Letter, Letter];
const counterId = (label: string) => `c${label}` as CounterId;

async function refusalFacts(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    return refusalOf(error);
  }
  return null;
}

describe('a counter that openings need', () => {
  const save = (label: string, letters: Letter[], inUse = true) =>
    admin.administration.saveCounter({ ...wish(), counter: { id: counterId(label), label, letters, inUse } });

  it('[H11] a counter that openings need is not put out of use: day, group and bookings are named, and nothing changes', async () => {
    const anybody = hall.anybody();
    const matterId = 'C-1' as MatterId;
    const [, slot] = await anybody.appointments.slots({ matterId });
    const { link } = await anybody.appointments.hold({ ...wish(), slotId: slot!.id, matterId });
    const person = { name: '', telephone: '13985001234', language: 'zh-Hans' as const };
    await anybody.appointments.confirm({ ...wish(), link, ...person });
    const refusal = await refusalFacts(save('4', [C], false));
    expect(refusal).toMatchObject({
      code: 'counter-needed',
      facts: { group: 'C', opening: '2026-11-23 09:00', bookings: 1 },
    });
    expect(Number(refusal!.facts.openings)).toBeGreaterThan(10);
    expect(await refusalCode(save('3', [A]))).toBe('counter-needed'); // B only at 3
    expect(await refusalCode(save('3', [A, B]))).toBe('accepted');
    const counters = await admin.administration.counters({});
    expect(counters.find((one) => one.label === '4')).toMatchObject({ inUse: true, letters: [C] });
  });

  it('[H11] a counter goes out of use once another counter of these openings serves the group, or once they are cancelled', async () => {
    await save('1', [A, C]);
    expect(await refusalCode(save('4', [C], false))).toBe('accepted');
    expect(await refusalCode(save('3', [A]))).toBe('counter-needed');
    const boss = await hall.clerk('boss');
    for (const { id } of await boss.openings.list({}))
      await boss.openings.cancel({ ...wish(), openingId: id, reason: '系统维护' });
    expect(await refusalCode(save('3', [A]))).toBe('accepted');
  });

  it('[H3] [H11] the nightly plan leaves out counters out of use and groups that nobody serves any more', async () => {
    const boss = await hall.clerk('boss');
    for (const { id } of await boss.openings.list({}))
      await boss.openings.cancel({ ...wish(), openingId: id, reason: '系统维护' });
    await save('4', [C], false);
    await hall.clock.advance(24 * 60 * MINUTE);
    const planned = (await boss.openings.list({})).filter((one) => one.phase === 'planned');
    expect(planned).toMatchObject([{ letters: [A, B], counterIds: ['c1', 'c2', 'c3'] }]);
  });

  it('[H3] no opening or series is planned by hand with a counter out of use, or for a group that its counters do not serve', async () => {
    const boss = await hall.clerk('boss');
    const shape = { kind: 'weekend' as const, from: '09:00', to: '12:00', bookableShare: 0.5 };
    const create = (letters: Letter[], ...labels: string[]) =>
      boss.openings.create({
        ...wish(),
        plan: { ...shape, day: '2026-11-28', letters, counterIds: labels.map(counterId) },
      });
    expect(await refusalFacts(create([A, C], '1'))).toMatchObject({ code: 'group-unserved', facts: { group: 'C' } });
    const series = { ...shape, days: 'rest-days' as const, everyWeeks: 1, firstDay: '2026-11-28' };
    const plan = { ...series, letters: [B], counterIds: [counterId('1')] };
    expect(await refusalCode(boss.openings.createSeries({ ...wish(), plan }))).toBe('group-unserved');
    await save('1', [A, C]);
    await save('4', [C], false);
    expect(await refusalFacts(create([C], '1', '4'))).toMatchObject({
      code: 'counter-out-of-use',
      facts: { counter: '4' },
    });
    expect(await refusalCode(create([A, C], '1'))).toBe('accepted');
  });
});

describe('somebody who leaves', () => {
  /** An accepted case of `one`. */
  async function accepted() {
    const kiosk = await hall.kiosk();
    const one = await hall.clerk('one');
    const matterIds = ['A-1' as MatterId];
    const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
    await one.counters.open({ ...wish(), counterId: counterId('1') });
    await one.tickets.callNext({ ...wish(), counterId: counterId('1') });
    await one.tickets.start({ ...wish(), ticketId });
    const { caseId } = (await one.cases.mine({}))[0]!;
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    await one.tickets.finish({ ...wish(), ticketId });
    return { one, caseId };
  }
  const idOf = async (client: Client): Promise<ClerkId> => (await client.session.me({})).clerkId;
  async function change(account: string, part: { active?: boolean; role?: 'administrator' | 'supervisor' }) {
    const clerk = (await admin.administration.clerks({})).find((one) => one.account === account)!;
    return admin.administration.saveClerk({ ...wish(), clerk: { ...clerk, ...part }, newPassword: false });
  }

  it('[C15] [C2] a clerk with cases is neither switched off nor made administrator: how many and which is said', async () => {
    const { one } = await accepted();
    for (const part of [{ active: false }, { role: 'administrator' as const }])
      expect(await refusalFacts(change('one', part))).toMatchObject({
        code: 'clerk-has-duties',
        facts: { cases: 1, offers: 0, numbers: 'SL2026-000001', name: 'one 员' },
      });
    expect((await one.session.me({})).role).toBe('clerk');
    expect(await refusalCode(change('one', { role: 'supervisor' }))).toBe('accepted');
  });

  it('[C15] [C3] neither sender nor receiver of a standing offer is switched off, so that no case falls back on somebody who is gone', async () => {
    const { one, caseId } = await accepted();
    const two = await hall.clerk('two');
    await one.cases.offer({ ...wish(), caseId, to: await idOf(two), note: '请接办' });
    expect(await refusalFacts(change('two', { active: false }))).toMatchObject({ facts: { cases: 0, offers: 1 } });
    expect(await refusalFacts(change('one', { active: false }))).toMatchObject({ facts: { cases: 1, offers: 1 } });
    await hall.clock.advance(31 * MINUTE);
    const { handler, offer } = hall.system.hall.read(cases).byId(caseId)!;
    expect(offer).toBeUndefined();
    expect(hall.system.store.read(clerks).all().get(handler)).toMatchObject({ account: 'one', active: true });
    expect(await refusalCode(change('two', { active: false }))).toBe('accepted');
  });

  it('[C15] [C2] a clerk leaves once a supervisor has handed the cases on, and an offer to somebody absent is taken back', async () => {
    const { caseId } = await accepted();
    const [boss, two, three] = [await hall.clerk('boss'), await hall.clerk('two'), await hall.clerk('three')];
    const handler = (await openCases(boss))[0]!;
    expect(handler).toMatchObject({ caseId, handler: 'one 员' });
    const first = await boss.cases.offer({ ...wish(), caseId, to: await idOf(two), note: '请接办' });
    const { handoverId } = first;
    expect(await refusalCode(three.cases.takeBack({ ...wish(), caseId, handoverId }))).toBe('not-handler');
    await boss.cases.takeBack({ ...wish(), caseId, handoverId });
    const again = await boss.cases.offer({ ...wish(), caseId, to: await idOf(three), note: '请接办' });
    await three.cases.accept({ ...wish(), caseId, handoverId: again.handoverId });
    expect(await refusalCode(change('one', { active: false }))).toBe('accepted');
    expect((await openCases(boss))[0]).toMatchObject({ handler: 'three 员', firstContact: 'one 员' });
    expect(await refusalCode(change('three', { active: false }))).toBe('clerk-has-duties');
    // Who has left can still be put right, and comes back.
    expect(await refusalCode(change('one', { active: false }))).toBe('accepted');
    expect(await refusalCode(change('one', { active: true }))).toBe('accepted');
  });

  it('[C15] [H4] a clerk who becomes administrator leaves the counter like one who is switched off', async () => {
    const two = await hall.clerk('two');
    await two.counters.open({ ...wish(), counterId: counterId('2') });
    await change('two', { role: 'administrator' });
    expect(hall.system.hall.read(counterStates).byId(counterId('2'))).toMatchObject({
      phase: 'closed',
      clerkId: undefined,
    });
  });
});
