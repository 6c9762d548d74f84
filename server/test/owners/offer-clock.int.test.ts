import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, ClerkId, CounterId, Day, Letter, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { cases } from '../../cases/tables/cases.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { startTestHall, type TestHall } from '../harness.ts';

const MINUTE = 60_000;
const counterId = 'c1' as CounterId;
const wish = () => ({ requestId: newRequestId() });

let hall: TestHall;
let boss: Client;
let one: Client;
let caseId: CaseId;
/** An accepted case of `one`, on Monday, 23 November 2026. */
beforeEach(async () => {
  hall = await startTestHall();
  [boss, one] = [await hall.clerk('boss'), await hall.clerk('one')];
  const kiosk = await hall.kiosk();
  const matterIds = ['A-1' as MatterId];
  const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
  await one.counters.open({ ...wish(), counterId });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  caseId = (await one.cases.mine({}))[0]!.caseId;
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await one.tickets.finish({ ...wish(), ticketId });
});
afterEach(() => hall.stop());

const at = (time: string) => hall.clock.advance(Date.parse(time) - hall.clock.nowMs);
const offerNow = () => hall.system.hall.read(cases).byId(caseId)!.offer;
const receiver = (): ClerkId => hall.system.store.read(clerks).byAccount('two')!.id;
const offer = () => one.cases.offer({ ...wish(), caseId, to: receiver(), note: '请接办' });
/** Asked anew: a night ends a session. */
const history = async () => (await hall.clerk('one')).cases.history({ caseId });
const openingOf = async (day: string) => (await boss.openings.list({})).find((one) => one.day === day)!.id;
const cancel = async (day: string) =>
  boss.openings.cancel({ ...wish(), openingId: await openingOf(day), reason: '停电' });
const [MONDAY_1645, TUESDAY_0915] = ['2026-11-23T08:45:00.000Z', '2026-11-24T01:15:00.000Z'];
const WEDNESDAY_0915 = '2026-11-25T01:15:00.000Z';

describe('the clock of an offer', () => {
  it('[C3] [C17] the clock of an offer does not run on a day whose opening was cancelled: it lapses on the next one, and says so', async () => {
    await at(MONDAY_1645);
    expect((await offer()).lapsesAt).toBe(TUESDAY_0915);
    await hall.clock.advance(5 * MINUTE);
    await cancel('2026-11-24');
    expect(offerNow()?.lapsesAt).toBe(WEDNESDAY_0915);
    await at('2026-11-24T01:16:00.000Z');
    expect(offerNow()).toMatchObject({ lapsesAt: WEDNESDAY_0915 });
    const steps = await history();
    expect(steps.at(-1)).toMatchObject({
      kind: 'handover-moved',
      facts: { from: '2026-11-24 09:15', time: '2026-11-25 09:15' },
    });
    await at('2026-11-25T01:14:00.000Z');
    expect(offerNow()).toBeDefined();
    await at('2026-11-25T01:16:00.000Z');
    expect(offerNow()).toBeUndefined();
    expect((await history()).at(-1)).toMatchObject({ kind: 'handover-lapsed' });
  });

  it('[C3] [C17] the clock of an offer comes forward when an opening is added for the same evening', async () => {
    await at(MONDAY_1645);
    await offer();
    const shape = { kind: 'extended' as const, from: '18:00', to: '20:00', bookableShare: 0 };
    const plan = { ...shape, letters: ['A' as Letter], counterIds: [counterId], day: '2026-11-23' as Day };
    await boss.openings.create({ ...wish(), plan });
    expect(offerNow()?.lapsesAt).toBe('2026-11-23T10:15:00.000Z');
    await at('2026-11-23T10:16:00.000Z');
    expect(offerNow()).toBeUndefined();
  });

  it('[C3] the clock of an offer counts the minutes that an opening was open before it was cancelled half-way', async () => {
    await at('2026-11-23T03:00:00.000Z');
    await offer();
    await hall.clock.advance(20 * MINUTE);
    await cancel('2026-11-23');
    // Twenty of its thirty minutes are used.
    expect(offerNow()?.lapsesAt).toBe('2026-11-24T01:10:00.000Z');
    await at('2026-11-24T01:09:00.000Z');
    expect(offerNow()).toBeDefined();
    await at('2026-11-24T01:11:00.000Z');
    expect(offerNow()).toBeUndefined();
  });

  it('[C3] [H9] the clock of an offer rings for nobody once the offer was answered, however often its end was moved', async () => {
    await at(MONDAY_1645);
    const { handoverId } = await offer();
    await cancel('2026-11-24');
    const two = await hall.clerk('two');
    await two.cases.accept({ ...wish(), caseId, handoverId });
    await at('2026-11-25T01:16:00.000Z');
    expect(hall.system.hall.read(cases).byId(caseId)).toMatchObject({ handler: receiver() });
    const kinds = (await history()).map(({ kind }) => kind);
    expect(kinds).not.toContain('handover-lapsed');
  });
});
