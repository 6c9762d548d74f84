import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, MatterId, RequestId } from '../../../schema/ids.ts';
import type { TicketAct } from '../../../schema/line/views.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import { newRequestId } from '../../../web/client.ts';
import { tickets } from '../../line/tables/tickets.ts';
import { eventually, refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const A1 = 'A-1' as MatterId;
const B1 = 'B-1' as MatterId;
const wish = () => ({ requestId: newRequestId() });
const issue = (matterIds: MatterId[] = [A1], care = false) => ({ ...wish(), matterIds, care, printing: false });
const c1 = 'c1' as CounterId;
/** As its resident does with the slip's QR code. */
const on = ({ link }: { link: string }, act: TicketAct) => ({ ...wish(), link: link.slice('/t/'.length), act });

describe('from a number to a conclusion', () => {
  it('[T4] [C1] [C5] a ticket is issued, called, started, concluded as accepted and finished', async () => {
    const kiosk = await hall.kiosk();
    const clerk = await hall.clerk('one');
    const board = hall.follow(clerk, 'staff');
    const ticket = await kiosk.tickets.issue(issue());
    expect(ticket.number).toBe('A001');
    await clerk.counters.open({ ...wish(), counterId: c1 });
    const called = await clerk.tickets.callNext({ ...wish(), counterId: c1 });
    expect(called.number).toBe('A001');
    await clerk.tickets.start({ ...wish(), ticketId: ticket.ticketId });
    expect(await refusalCode(clerk.tickets.finish({ ...wish(), ticketId: ticket.ticketId }))).toBe(
      'matters-unconcluded',
    );
    const [open] = await clerk.cases.mine({});
    const concluded = await clerk.cases.conclude({
      ...wish(),
      caseId: open!.caseId,
      conclusion: { kind: 'accepted', note: '' },
    });
    expect(concluded.receiptNo).toBe('SL2026-000001');
    expect(concluded.dueOn).toBe('2026-12-21');
    expect((await clerk.tickets.finish({ ...wish(), ticketId: ticket.ticketId })).phase).toBe('finished');
    await eventually(() => expect(board.snapshot().rows.tickets).toEqual([]));
    expect(board.snapshot().rows.queues.find((queue) => queue.id === 'A')?.lastNumber).toBe('A001');
  });

  it('[T8] a ticket of two groups goes back with rank and number for what this counter cannot do', async () => {
    const kiosk = await hall.kiosk();
    const one = await hall.clerk('one');
    const three = await hall.clerk('three');
    const ticket = await kiosk.tickets.issue(issue([A1, B1]));
    await one.counters.open({ ...wish(), counterId: c1 });
    await three.counters.open({ ...wish(), counterId: 'c3' as CounterId });
    await one.tickets.callNext({ ...wish(), counterId: c1 });
    await one.tickets.start({ ...wish(), ticketId: ticket.ticketId });
    const [first] = await one.cases.mine({});
    await one.cases.conclude({ ...wish(), caseId: first!.caseId, conclusion: { kind: 'done', note: '' } });
    const back = await one.tickets.handBack({ ...wish(), ticketId: ticket.ticketId });
    expect(back).toMatchObject({ number: 'A001', phase: 'waiting' });
    const called = await three.tickets.callNext({ ...wish(), counterId: 'c3' as CounterId });
    expect(called.number).toBe('A001');
  });
});

describe('the queue under pressure', () => {
  it('[T3] the same request id ten times at once is one ticket', async () => {
    const kiosk = await hall.kiosk();
    const same = issue();
    const answers = await Promise.all(Array.from({ length: 10 }, () => kiosk.tickets.issue(same)));
    expect(new Set(answers.map((answer) => answer.ticketId)).size).toBe(1);
    expect((await kiosk.boards.kiosk()).rows.queues.find((queue) => queue.id === 'A')?.waiting).toBe(1);
  });

  it('[T6] a call is repeated at most callLimit times, callGapMs apart; then the clock marks a no-show, who may rejoin', async () => {
    const kiosk = await hall.kiosk();
    const clerk = await hall.clerk('one');
    const issued = await kiosk.tickets.issue(issue());
    const { ticketId } = issued;
    await clerk.counters.open({ ...wish(), counterId: c1 });
    await clerk.tickets.callNext({ ...wish(), counterId: c1 });
    expect(await refusalCode(clerk.tickets.recall({ ...wish(), ticketId }))).toBe('call-too-soon');
    for (let n = 0; n < 2; n++) {
      await hall.clock.advance(20_000);
      await clerk.tickets.recall({ ...wish(), ticketId });
    }
    await hall.clock.advance(20_000);
    expect(await refusalCode(clerk.tickets.recall({ ...wish(), ticketId }))).toBe('call-limit-reached');
    await hall.clock.advance(120_000);
    expect((await kiosk.tickets.place({ number: 'A001' })).phase).toBe('missed');
    await kiosk.tickets.act(on(issued, { kind: 'rejoin' }));
    expect((await kiosk.tickets.place({ number: 'A001' })).phase).toBe('waiting');
  });

  it('[T7] stepping away holds the place, and the clock ends it', async () => {
    const kiosk = await hall.kiosk();
    const first = await kiosk.tickets.issue(issue());
    await kiosk.tickets.act(on(first, { kind: 'step-away' }));
    await hall.clock.advance(60_000);
    await kiosk.tickets.issue(issue());
    await kiosk.tickets.act(on(first, { kind: 'return' }));
    expect((await kiosk.tickets.place({ number: 'A001' })).ahead).toBe(0);
    await kiosk.tickets.act(on(first, { kind: 'step-away' }));
    await hall.clock.advance(20 * 60_000);
    expect(await kiosk.tickets.place({ number: 'A001' })).toMatchObject({ phase: 'waiting', ahead: 1 });
  });

  it('[Q7] [Q3] a position that rises says why, and a call says why this ticket', async () => {
    const kiosk = await hall.kiosk();
    const clerk = await hall.clerk('one');
    const first = await kiosk.tickets.issue(issue());
    await hall.clock.advance(60_000);
    const mine = await kiosk.tickets.issue(issue());
    const seen = () => kiosk.tickets.place({ number: mine.number });
    expect(await seen()).toMatchObject({ ahead: 1, aheadBecause: { headStart: 0, cameBack: 0 } });
    // Who steps away keeps the place, so coming back moves nobody.
    await kiosk.tickets.act(on(first, { kind: 'step-away' }));
    expect((await seen()).ahead).toBe(1);
    await kiosk.tickets.act(on(first, { kind: 'return' }));
    expect((await seen()).ahead).toBe(1);
    await kiosk.tickets.issue(issue([A1], true));
    expect(await seen()).toMatchObject({ ahead: 2, aheadBecause: { headStart: 1, cameBack: 0 } });
    await clerk.counters.open({ ...wish(), counterId: c1 });
    const called = await clerk.tickets.callNext({ ...wish(), counterId: c1, language: 'en' });
    expect(called).toMatchObject({
      number: 'A003',
      sentence: 'First in line, care class (head start), waited 0 min, nobody passed over.',
    });
    await clerk.tickets.putBack({ ...wish(), ticketId: called.ticketId, reason: '按错' });
    expect(await seen()).toMatchObject({ ahead: 2, aheadBecause: { headStart: 1, cameBack: 0 } });
    await clerk.tickets.callThis({ ...wish(), counterId: c1, ticketId: first.ticketId, reason: '急事' });
    await clerk.tickets.putBack({ ...wish(), ticketId: first.ticketId, reason: '走开了' });
    expect(await seen()).toMatchObject({ ahead: 2, aheadBecause: { headStart: 1, cameBack: 1 } });
    const page = await (await fetch(hall.origin + mine.link, { headers: { 'accept-language': 'zh-CN' } }))
      .text()
      .then(plain);
    expect(page).toContain('其中 1 位按规则先办');
    expect(page).toContain('其中 1 位叫过号');
  });

  it('[T10] a ticket that still waits at the day’s end is carried over to the next opening with rank and number', async () => {
    const kiosk = await hall.kiosk();
    await kiosk.tickets.issue(issue());
    const board = hall.follow(kiosk, 'kiosk');
    await eventually(() => expect(board.snapshot().rows.hall[0]?.open).toBe(true));
    await hall.clock.advance(8 * 3_600_000);
    expect(await refusalCode(kiosk.tickets.issue(issue()))).toBe('hall-closed');
    await eventually(() => expect(board.snapshot().rows.hall[0]?.open).toBe(false));
    await hall.clock.advance(16 * 3_600_000);
    await eventually(() => expect(board.snapshot().rows.hall[0]?.open).toBe(true));
    expect(await kiosk.tickets.place({ number: 'A001' })).toMatchObject({
      phase: 'waiting',
      day: '2026-11-24',
      ahead: 0,
    });
    // T1: the number it wears is stepped over, so that nobody hears it twice.
    expect((await kiosk.tickets.issue(issue())).number).toBe('A002');
  });

  it('[T10] a sweep that comes late, after the next opening began, still carries over to that opening', async () => {
    const kiosk = await hall.kiosk();
    await kiosk.tickets.issue(issue());
    // As after a night with the server down: nothing ran in between.
    await hall.clock.advance(25 * 3_600_000);
    expect(await kiosk.tickets.place({ number: 'A001' })).toMatchObject({
      phase: 'waiting',
      day: '2026-11-24',
      ahead: 0,
    });
  });

  it('[T1] [T10] a carried-over number is not given again, also when its ticket is over early the next day', async () => {
    const kiosk = await hall.kiosk();
    const issued = await kiosk.tickets.issue(issue());
    await hall.clock.advance(24 * 3_600_000);
    await kiosk.tickets.act(on(issued, { kind: 'withdraw' }));
    expect((await kiosk.tickets.issue(issue())).number).toBe('A002');
    expect(await kiosk.tickets.place({ number: 'A001' })).toMatchObject({ phase: 'withdrawn' });
  });

  it('[T4] a clerk’s withdrawal needs a reason and is told to the supervisor with its author, a resident’s own needs none', async () => {
    const kiosk = await hall.kiosk();
    const clerk = await hall.clerk('one');
    const boss = hall.follow(await hall.clerk('boss'), 'staff');
    const { ticketId } = await kiosk.tickets.issue(issue());
    const own = await kiosk.tickets.issue(issue());
    for (const reason of [undefined, '', ' . ', '。。。'])
      expect(await refusalCode(clerk.tickets.withdraw({ ...wish(), ticketId, reason }))).toBe('reason-missing');
    expect((await kiosk.tickets.place({ number: 'A001' })).phase).toBe('waiting');
    await clerk.tickets.withdraw({ ...wish(), ticketId, reason: '居民要求取消' });
    await kiosk.tickets.act(on(own, { kind: 'withdraw' }));
    const { clerkId } = await clerk.session.me();
    expect(hall.system.store.ledger.load(`ticket:${ticketId}`).at(-1)?.event).toEqual({
      ...{ type: 'ticket-withdrawn', by: 'clerk', clerkId, reason: expect.stringMatching(/^~/), day: '2026-11-23' },
      undoMs: 10_000,
    });
    await eventually(() =>
      expect(boss.snapshot().rows.notes).toMatchObject([
        { kind: 'ticket-withdrawn', number: 'A001', clerkName: 'one 员', detail: '居民要求取消' },
      ]),
    );
  });

  it('[T4] [T10] a ticket forgotten at the counter with everything concluded is finished after six hours', async () => {
    const kiosk = await hall.kiosk();
    const clerk = await hall.clerk('one');
    const { ticketId } = await kiosk.tickets.issue(issue());
    await clerk.counters.open({ ...wish(), counterId: c1 });
    await clerk.tickets.callNext({ ...wish(), counterId: c1 });
    await clerk.tickets.start({ ...wish(), ticketId });
    const [open] = await clerk.cases.mine({});
    await clerk.cases.conclude({ ...wish(), caseId: open!.caseId, conclusion: { kind: 'done', note: '' } });
    await hall.clock.advance(8 * 3_600_000); // 17:01, swept and left to its clerk
    expect((await kiosk.tickets.place({ number: 'A001' })).phase).toBe('serving');
    await hall.clock.advance(7 * 3_600_000);
    expect(hall.system.hall.read(tickets).byId(ticketId)?.phase).toBe('finished');
  });

  it('[A3] bad input is a sentence in the reader’s language and changes nothing', async () => {
    const kiosk = await hall.kiosk();
    const before = hall.system.store.ledger.head();
    expect(await refusalCode(kiosk.tickets.issue({ ...issue(), matterIds: [] }))).toBe('input-invalid');
    expect(await refusalCode(kiosk.tickets.issue({ ...issue(), requestId: 'short' as RequestId }))).toBe(
      'input-invalid',
    );
    expect(await refusalCode(kiosk.tickets.issue(issue(['no-such' as MatterId])))).toBe('matter-unknown');
    expect(await refusalCode(hall.anybody().tickets.issue(issue()))).toBe('not-signed-in');
    expect(hall.system.store.ledger.head()).toBe(before);
  });
});
