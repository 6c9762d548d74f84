import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, ClerkId, CounterId, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { cases } from '../../cases/tables/cases.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';

const counterId = 'c1' as CounterId;
const wish = () => ({ requestId: newRequestId() });

let hall: TestHall;
let one: Client;
let two: Client;
beforeEach(async () => {
  hall = await startTestHall();
  [one, two] = [await hall.clerk('one'), await hall.clerk('two')];
  await one.counters.open({ ...wish(), counterId });
});
afterEach(() => hall.stop());

const idOf = (account: string): ClerkId => hall.system.store.read(clerks).byAccount(account)!.id;
const caseNow = (caseId: CaseId) => hall.system.hall.read(cases).byId(caseId)!;

/** An accepted case of `one`. */
async function accepted(): Promise<CaseId> {
  const kiosk = await hall.kiosk();
  const matterIds = ['A-1' as MatterId];
  const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await one.cases.mine({})).find(({ phase }) => phase === 'open')!;
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await one.tickets.finish({ ...wish(), ticketId });
  await hall.clock.advance(60_000);
  return caseId;
}

describe('several cases', () => {
  it('[C3] [C11] whoever offers reads who is there, who is away, and how much each has', async () => {
    await accepted();
    const from = { day: '2026-11-23', time: '00:00' };
    const away = { clerkId: idOf('two'), from, backOn: { day: '2026-11-25', time: '00:00' }, deputy: null };
    await (await hall.clerk('boss')).absences.enter({ ...wish(), ...away, note: '培训', override: null });
    const receivers = await one.cases.receivers({});
    const of = (account: string) => receivers.find(({ id }) => id === idOf(account));
    expect(of('one')).toMatchObject({ cases: 1, away: null });
    expect(of('two')).toMatchObject({ cases: 0, away: { until: '2026-11-24T16:00:00.000Z' } });
    expect(of('admin')).toBeUndefined();
  });

  it('[C3] several cases are offered to one receiver at once, and each is accepted or declined for itself', async () => {
    const caseIds = [await accepted(), await accepted(), await accepted()];
    const made = await one.cases.offerMany({ ...wish(), caseIds, to: idOf('two'), note: '出差两周' });
    expect(made.offered).toBe(3);
    for (const caseId of caseIds)
      expect(caseNow(caseId)).toMatchObject({ handler: idOf('one'), offer: { lapsesAt: made.lapsesAt } });
    const [first, second, third] = (await two.cases.mine({})).map(({ caseId, offer }) => ({
      caseId,
      handoverId: offer!.id,
    }));
    await two.cases.accept({ ...wish(), ...first! });
    await two.cases.decline({ ...wish(), ...second!, reason: '不属本岗' });
    expect(caseNow(first!.caseId).handler).toBe(idOf('two'));
    expect(caseNow(second!.caseId)).toMatchObject({ handler: idOf('one'), offer: undefined });
    expect(caseNow(third!.caseId).offer).toMatchObject({ to: idOf('two') });
  });

  it('[C3] several cases are all offered or none: somebody else’s, one that is offered already, and one named twice stop all of them', async () => {
    const [mine, theirs] = [await accepted(), await accepted()];
    const { handoverId } = await one.cases.offer({ ...wish(), caseId: theirs, to: idOf('two'), note: '请接办' });
    const to = { to: idOf('three'), note: '请接办' };
    expect(await refusalCode(one.cases.offerMany({ ...wish(), caseIds: [mine, theirs], ...to }))).toBe('offer-open');
    await two.cases.accept({ ...wish(), caseId: theirs, handoverId });
    expect(await refusalCode(one.cases.offerMany({ ...wish(), caseIds: [mine, theirs], ...to }))).toBe('not-handler');
    expect(await refusalCode(one.cases.offerMany({ ...wish(), caseIds: [mine, mine], ...to }))).toBe('offer-open');
    expect(caseNow(mine).offer).toBeUndefined();
  });
});

describe('the A and B clerk of a matter', () => {
  const matterId = 'A-1' as MatterId;

  it('[C11] the A and B clerk of a matter are two who are there, set by the administrator, and are proposed when somebody leaves', async () => {
    const admin = await hall.clerk('admin');
    const set = (clerkA: ClerkId | null, clerkB: ClerkId | null, by = admin) =>
      by.administration.clerksOfMatter({ ...wish(), matterId, clerkA, clerkB });
    const now = async () => (await admin.catalogue({})).matters.find(({ id }) => id === matterId)!;
    expect(await now()).toMatchObject({ clerkA: null, clerkB: null });
    expect(await refusalCode(set(idOf('two'), idOf('two')))).toBe('clerks-same');
    expect(await refusalCode(set(idOf('admin'), null))).toBe('clerk-unknown');
    expect(await refusalCode(set(idOf('one'), idOf('four'), one))).toBe('not-allowed');
    await set(idOf('one'), idOf('four'));
    expect(await now()).toMatchObject({ clerkA: idOf('one'), clerkB: idOf('four') });
    await accepted();
    const { duties } = await admin.cases.duties({ clerkId: idOf('one') });
    expect(duties).toMatchObject([{ proposed: idOf('four') }]);
  });
});
