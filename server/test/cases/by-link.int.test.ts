import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, CounterId, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
let kiosk: Client;
beforeEach(async () => {
  hall = await startTestHall();
  kiosk = await hall.kiosk();
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const A1 = 'A-1' as MatterId;
const issue = () => kiosk.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
const linkOf = ({ link }: { link: string }) => link.slice('/t/'.length);
const DAY = 24 * 3_600_000;

describe('a number alone', () => {
  it('[C12] [P3] a number alone tells the place in line, and neither the matter nor anything by which to act', async () => {
    await issue();
    const mine = await issue();
    const place = await kiosk.tickets.place({ number: mine.number });
    expect(place).toMatchObject({ number: 'A002', phase: 'waiting', day: '2026-11-23', ahead: 1 });
    const told = JSON.stringify(place);
    for (const secret of [mine.ticketId, '事项', 'A-1', 'walk-in']) expect(told).not.toContain(secret);
  });

  it('[C12] [P3] a slip’s number of last week shows today’s ticket of that number, and withdraws nobody', async () => {
    const old = await issue();
    await kiosk.tickets.act({ ...wish(), link: linkOf(old), act: { kind: 'withdraw' } });
    await hall.clock.advance(7 * DAY);
    const stranger = await issue();
    expect(stranger.number).toBe(old.number);
    expect(await kiosk.tickets.place({ number: old.number })).toMatchObject({ day: '2026-11-30', phase: 'waiting' });
    expect(await refusalCode(kiosk.tickets.withdraw({ ...wish(), ticketId: stranger.ticketId }))).toBe('not-signed-in');
    expect(await refusalCode(kiosk.tickets.lookUp({ number: old.number }))).toBe('not-signed-in');
    const act = { kind: 'withdraw' } as const;
    expect(await refusalCode(kiosk.tickets.act({ ...wish(), link: linkOf(old), act }))).toBe('link-unknown');
    expect((await kiosk.tickets.place({ number: old.number })).phase).toBe('waiting');
  });
});

describe('a number on the days between', () => {
  it('[T10] [C12] a number carried past a day on which its queue is closed is found all the same', async () => {
    await issue();
    const boss = await hall.clerk('boss');
    const [, tuesday] = (await boss.openings.list({})).filter((one) => one.phase !== 'ended');
    await boss.openings.cancel({ ...wish(), openingId: tuesday!.id, reason: '停电检修' });
    await hall.clock.advance(8 * 3_600_000);
    await hall.clock.advance(DAY);
    expect(await kiosk.tickets.place({ number: 'A001' })).toMatchObject({ day: '2026-11-25', phase: 'waiting' });
    expect(await (await hall.clerk('one')).tickets.lookUp({ number: 'A001' })).toMatchObject({ day: '2026-11-25' });
  });
});

describe('the slip’s QR code', () => {
  it('[C12] [T7] a slip’s QR code shows all of the ticket at the kiosk, and every act of its resident is done by it', async () => {
    const mine = await issue();
    const link = linkOf(mine);
    expect(await kiosk.tickets.ofLink({ link })).toMatchObject({ number: 'A001', matterNames: [{ en: '事项 A1' }] });
    for (const [kind, phase] of [
      ['step-away', 'away'],
      ['return', 'waiting'],
      ['withdraw', 'withdrawn'],
    ] as const) {
      expect((await kiosk.tickets.act({ ...wish(), link, act: { kind } })).phase).toBe(phase);
    }
    const changed = link.replace(/.$/, (last) => (last === 'x' ? 'y' : 'x'));
    expect(await refusalCode(kiosk.tickets.ofLink({ link: changed }))).toBe('link-unknown');
    expect(await refusalCode(hall.anybody().tickets.ofLink({ link }))).toBe('not-enrolled');
  });
});

describe('a receipt', () => {
  const counterId = 'c1' as CounterId;
  beforeEach(async () => {
    await (await hall.clerk('one')).counters.open({ ...wish(), counterId });
  });

  /** Booked with a telephone, checked in, served and accepted. */
  async function accepted(telephone: string) {
    const phone = hall.anybody();
    const [slot] = await phone.appointments.slots({ matterId: A1 });
    const { link } = await phone.appointments.hold({ ...wish(), slotId: slot!.id, matterId: A1 });
    const person = { name: '王某', telephone, language: 'zh-Hans' as const };
    const { code } = await phone.appointments.confirm({ ...wish(), link, ...person });
    const { ticketId } = await kiosk.appointments.checkIn({ ...wish(), code, printing: false });
    return serve(ticketId);
  }

  async function serve(ticketId: Awaited<ReturnType<typeof issue>>['ticketId']) {
    const clerk = await hall.clerk('one');
    await clerk.tickets.callNext({ ...wish(), counterId });
    await clerk.tickets.start({ ...wish(), ticketId });
    const open = (await clerk.cases.mine({})).find(({ phase }) => phase === 'open');
    const conclusion = { kind: 'accepted' as const, note: '' };
    const { receiptNo, paper } = await clerk.cases.conclude({ ...wish(), caseId: open!.caseId, conclusion });
    await clerk.tickets.finish({ ...wish(), ticketId });
    return { receiptNo: receiptNo!, link: /^\/paper\/receipt\/([^/?]+)/.exec(paper!)![1]! };
  }

  it('[C12] a case is found at the kiosk by the receipt’s number with the telephone’s last four, or by its QR code', async () => {
    const { receiptNo, link } = await accepted('13985001234');
    const seen = { firstContact: 'one 员', handler: 'one 员', receiptNo, handlerCounter: '1' };
    expect(await kiosk.cases.ofReceipt({ receiptNo, lastFour: '1234' })).toMatchObject(seen);
    expect(await kiosk.cases.ofReceipt({ receiptNo: receiptNo.toLowerCase(), lastFour: '1234' })).toMatchObject(seen);
    expect(await kiosk.cases.ofLink({ link })).toMatchObject(seen);
    expect(await refusalCode(hall.anybody().cases.ofReceipt({ receiptNo, lastFour: '1234' }))).toBe('not-enrolled');
  });

  it('[C12] [P3] a receipt’s number that is there and one that is not are answered alike: five wrong digits, then a rest', async () => {
    const { receiptNo } = await accepted('13985001234');
    const tries = (no: string, count: number) =>
      Promise.all(
        Array.from({ length: count }, () => refusalCode(kiosk.cases.ofReceipt({ receiptNo: no, lastFour: '0000' }))),
      );
    const expected = [...Array(5).fill('receipt-unknown'), ...Array(3).fill('too-many-tries')];
    expect(await tries('SL2026-000999', 8)).toEqual(expected);
    expect(await tries(receiptNo, 8)).toEqual(expected);
    expect(await refusalCode(kiosk.cases.ofReceipt({ receiptNo, lastFour: '1234' }))).toBe('too-many-tries');
    await hall.clock.advance(10 * 60_000);
    expect(await kiosk.cases.ofReceipt({ receiptNo, lastFour: '1234' })).toMatchObject({ receiptNo });
  });

  it('[P3] guesses at one receipt after another rest the kiosk for minutes, and a right one does not clear them', async () => {
    const { receiptNo } = await accepted('13985001234');
    const guess = (i: number) =>
      refusalCode(kiosk.cases.ofReceipt({ receiptNo: `SL20261123-${1000 + i}`, lastFour: '1234' }));
    const first = await Promise.all(Array.from({ length: 59 }, (_, i) => guess(i)));
    expect(new Set(first)).toEqual(new Set(['receipt-unknown']));
    expect(await kiosk.cases.ofReceipt({ receiptNo, lastFour: '1234' })).toMatchObject({ receiptNo });
    expect([await guess(60), await guess(61)]).toEqual(['receipt-unknown', 'too-many-tries']);
    await hall.clock.advance(10 * 60_000);
    expect(await guess(62)).toBe('receipt-unknown');
  });

  it('[C12] by a receipt’s number as by its QR code the kiosk gets the steps, the papers and the count of a case', async () => {
    const { receiptNo, link } = await accepted('13985001234');
    const whole = await kiosk.cases.ofReceipt({ receiptNo, lastFour: '1234' });
    expect(whole).toMatchObject({
      steps: [{ kind: 'case-opened' }, { kind: 'case-accepted', facts: { no: receiptNo } }],
      papers: [{ no: receiptNo, kind: 'receipt', day: '2026-11-23', voidedBy: null }],
      ...{ count: { limit: { unit: 'working' } }, reachable: true, messages: false },
    });
    expect(await kiosk.cases.ofLink({ link })).toEqual(whole);
    expect(JSON.stringify(whole)).not.toContain(link);
  });

  it('[C12] [P3] a slip’s QR code leads to each of its cases in full, from its conclusion on and while its link is good', async () => {
    const slip = await issue();
    const casesOf = async () => (await kiosk.tickets.ofLink({ link: linkOf(slip) })).cases;
    const clerk = await hall.clerk('one');
    await clerk.tickets.callNext({ ...wish(), counterId });
    await clerk.tickets.start({ ...wish(), ticketId: slip.ticketId });
    expect(await casesOf()).toMatchObject([{ phase: 'open', link: null }]);
    const [{ caseId } = { caseId: '' as CaseId }] = await casesOf();
    const conclusion = { kind: 'accepted' as const, note: '' };
    const { receiptNo } = await clerk.cases.conclude({ ...wish(), caseId, conclusion });
    await clerk.tickets.finish({ ...wish(), ticketId: slip.ticketId });
    const [one] = await casesOf();
    expect(await kiosk.cases.ofLink({ link: one!.link! })).toMatchObject({
      steps: [{ kind: 'case-opened' }, { kind: 'case-accepted' }],
      papers: [{ no: receiptNo }],
    });
    hall.system.store.db.exec("UPDATE links SET expires_at = '2026-11-23T00:00:00.000Z' WHERE kind = 'case'");
    expect(await casesOf()).toMatchObject([{ receiptNo, link: null }]);
    expect(JSON.stringify(await clerk.tickets.lookUp({ number: slip.number }))).not.toContain(one!.link);
  });

  it('[C12] [P3] by a receipt’s number a question is sent and messages are wished for, and nothing is taken back or stopped', async () => {
    const { receiptNo, link } = await accepted('13985001234');
    const by = { receiptNo, lastFour: '1234' };
    const text = '我交来的材料收到了吗？';
    const sent = { ...wish(), ...by, act: { kind: 'inquiry' as const, text } };
    // T3: a lost answer asks for the same once more.
    for (const _ of [1, 2])
      expect(await kiosk.cases.actByReceipt(sent)).toMatchObject({ messages: false, inquiries: [{ text }] });
    // Whoever saw no answer at all touches the question again.
    await kiosk.cases.actByReceipt({ ...sent, ...wish() });
    const now = await kiosk.cases.actByReceipt({ ...wish(), ...by, act: { kind: 'messages', agreed: 'yes' } });
    expect(now).toEqual(await kiosk.cases.ofReceipt(by));
    expect(now).toMatchObject({ messages: true, inquiries: [{ text, answerBy: '2026-11-25', answer: null }] });
    expect(now.inquiries).toHaveLength(1);
    const takenBack = { ...wish(), ...by, act: { kind: 'withdraw' } } as never;
    expect(await refusalCode(kiosk.cases.actByReceipt(takenBack))).toBe('input-invalid');
    const stopped = { kind: 'messages', agreed: 'no' } as const;
    expect(await refusalCode(kiosk.cases.actByReceipt({ ...wish(), ...by, act: stopped as never }))).toBe(
      'input-invalid',
    );
    expect(await kiosk.cases.ofReceipt(by)).toMatchObject({ messages: true });
    await kiosk.cases.act({ ...wish(), link, act: stopped });
    expect(await kiosk.cases.ofReceipt(by)).toMatchObject({ messages: false });
    const after = await kiosk.cases.act({ ...wish(), link, act: { kind: 'withdraw' } });
    expect(after).toEqual(await kiosk.cases.ofLink({ link }));
    expect(await kiosk.cases.ofReceipt(by)).toMatchObject({ phase: 'closed', outcome: 'withdrawn' });
    const stranger = hall.anybody().cases.act({ ...wish(), link, act: { kind: 'messages', agreed: 'yes' } });
    expect(await refusalCode(stranger)).toBe('not-enrolled');
  });

  it('[P3] a wish that is sent again with another number answers with the case it was for, and tries no digits', async () => {
    const mine = await accepted('13985001234');
    const other = await accepted('13985005678');
    const sent = { ...wish(), act: { kind: 'messages' as const, agreed: 'yes' as const } };
    const first = await kiosk.cases.actByReceipt({ ...sent, receiptNo: mine.receiptNo, lastFour: '1234' });
    const again = await kiosk.cases.actByReceipt({ ...sent, receiptNo: other.receiptNo, lastFour: '5678' });
    expect(again).toEqual(first);
  });

  it('[P3] wrong digits with an act count as any: five, then a rest', async () => {
    const { receiptNo } = await accepted('13985001234');
    const guess = () =>
      refusalCode(
        kiosk.cases.actByReceipt({
          ...{ ...wish(), receiptNo, lastFour: '0000' },
          act: { kind: 'messages', agreed: 'yes' },
        }),
      );
    const answers = [];
    for (const _ of Array(6)) answers.push(await guess());
    expect(answers).toEqual([...Array(5).fill('receipt-unknown'), 'too-many-tries']);
    expect(await refusalCode(kiosk.cases.ofReceipt({ receiptNo, lastFour: '1234' }))).toBe('too-many-tries');
  });

  it('[C12] the receipt of somebody who gave no telephone is not found by digits', async () => {
    const { ticketId } = await issue();
    const { receiptNo } = await serve(ticketId);
    expect(await refusalCode(kiosk.cases.ofReceipt({ receiptNo, lastFour: '0000' }))).toBe('receipt-unknown');
  });
});
