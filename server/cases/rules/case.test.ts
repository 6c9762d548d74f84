import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../schema/cases/case.ts';
import type { Conclusion } from '../../../schema/cases/conclusion.ts';
import type { ClerkId, CounterId, Day, HandoverId, MatterId, TicketId } from '../../../schema/ids.ts';
import { givenCase, MINUTE } from '../../test/given.ts';
import type { CaseCommand } from './case-command.ts';

const [ONE, TWO, THREE] = ['one', 'two', 'three'] as ClerkId[] as [ClerkId, ClerkId, ClerkId];
const TODAY = '2026-11-23' as Day;
const lapsesAt = '2026-11-23T01:30:00.000Z';

const take = (clerkId: ClerkId): CaseCommand => ({
  type: 'open-case',
  matterId: 'A-1' as MatterId,
  origin: { kind: 'ticket', ticketId: 't' as TicketId, number: 'A001', day: TODAY },
  counterId: 'c1' as CounterId,
  clerkId,
});
const conclude = (by: ClerkId, conclusion: Conclusion): CaseCommand => ({
  ...{ type: 'conclude-case', by, conclusion, isListed: true },
});
const item = (at: number) => ({ id: `A-1.${at + 1}`, 'zh-Hans': `材料 ${at}`, 'zh-Hant': `材料 ${at}` });
const names = { 'zh-Hans': '事项', 'zh-Hant': '事項', en: 'matter' };
const offer = (from: ClerkId, to: ClerkId): CaseCommand => ({
  type: 'offer-handover',
  from,
  to,
  note: '请接办',
  lapsesAt,
  openMs: 30 * MINUTE,
});
const lapse = (handoverId: HandoverId): CaseCommand => ({ type: 'lapse-handover', handoverId, gone: false });
const REASON = '申请人不在本社区居住，不符合第五条';
const propose = (by: ClerkId, reason = REASON): CaseCommand => ({
  type: 'propose-refusal',
  by,
  reason,
  basis: '办法第五条',
});
const close = (by: ClerkId): CaseCommand => ({ type: 'close-case', by, outcome: 'granted', note: '已批准' });

const TELL: CaseCommand = { type: 'tell-resident', by: TWO, way: 'counter', reached: true, remark: '' };

const open = givenCase().after(take(ONE));
const accepted = open.after(conclude(ONE, { kind: 'accepted', note: '' }));
const offered = accepted.after(offer(ONE, TWO));
const handoverId = offered.state!.offer!.id;

const CONCLUSIONS: [Conclusion, Partial<Case>][] = [
  [
    { kind: 'done', note: '' },
    { phase: 'closed', outcome: 'done' },
  ],
  [
    { kind: 'answered', note: '已答复' },
    { phase: 'closed', outcome: 'answered' },
  ],
  [
    { kind: 'accepted', note: '' },
    { phase: 'accepted', receiptNo: 'SL20261123-0001', acceptedOn: '2026-11-23', dueOn: '2026-12-21' },
  ],
  [
    { kind: 'notice', missing: ['A-1.3', 'A-1.1', 'A-1.3'], note: '' },
    { phase: 'noticed', noticeNo: 'GZ20261123-0001' },
  ],
  [
    { kind: 'not-ours', place: '区医保局', address: '市民中心', telephone: '0851-2', note: '' },
    {
      phase: 'closed',
      outcome: 'not-ours',
      destination: { place: '区医保局', address: '市民中心', telephone: '0851-2' },
    },
  ],
  [
    { kind: 'not-needed', note: '无需办理' },
    { phase: 'closed', outcome: 'not-needed' },
  ],
  [
    { kind: 'withdrawn', note: '' },
    { phase: 'closed', outcome: 'withdrawn' },
  ],
];

/** Anything anybody could wish of a case, whether it is in order or not. */
const clerk = fc.constantFrom(ONE, TWO, THREE);
const wish: fc.Arbitrary<(now: Case) => CaseCommand> = fc.oneof(
  clerk.map((by) => () => take(by)),
  fc.tuple(clerk, fc.constantFrom(...CONCLUSIONS.map(([one]) => one))).map(
    ([by, one]) =>
      () =>
        conclude(by, one),
  ),
  fc.tuple(clerk, clerk).map(
    ([from, to]) =>
      () =>
        offer(from, to),
  ),
  fc
    .tuple(
      clerk,
      fc.constantFrom('accept-handover', 'decline-handover', 'take-back-handover', 'lapse-handover'),
      fc.boolean(),
    )
    .map(([by, type, known]) => (now: Case) => {
      const id = known && now.offer ? now.offer.id : ('other' as HandoverId);
      return { type, handoverId: id, by, reason: '不属本岗' } as CaseCommand;
    }),
  fc.tuple(clerk, clerk).map(
    ([from, to]) =>
      () =>
        ({ type: 'reassign-case', from, to, by: THREE, reason: '离岗', note: '' }) as const,
  ),
  clerk.map((by) => () => close(by)),
  fc.constant(() => ({ type: 'leave-case', byResident: false }) as const),
  clerk.map((by) => () => propose(by)),
  fc.tuple(clerk, fc.constantFrom('confirm-refusal', 'send-back-refusal', 'take-back-refusal')).map(
    ([by, type]) =>
      () =>
        ({ type, by, remark: '请写明依据' }) as CaseCommand,
  ),
);
const history = fc.array(wish, { minLength: 1, maxLength: 25 });

describe('first contact', () => {
  it('[C1] the first contact is the clerk who takes the matter first, and nothing that follows changes it', () => {
    fc.assert(
      fc.property(clerk, history, (first, wishes) => {
        let now = givenCase().after(take(first));
        for (const wanted of wishes) {
          now = now.later(MINUTE).and(...now.later(MINUTE).when(wanted(now.state!)).events);
          expect(now.state?.firstContact).toBe(first);
        }
      }),
    );
  });

  it('[C1] a case is not opened twice', () => {
    const [event] = givenCase().when(take(ONE)).events;
    expect(() => givenCase(event!, event!)).toThrow('opened twice');
    expect(() => givenCase({ type: 'case-resumed', counterId: 'c1' as CounterId, handler: TWO })).toThrow(
      'before it was',
    );
    expect(givenCase().when(close(ONE)).refused).toBe('case-unknown');
  });
});

describe('the handler', () => {
  it('[C2] a case has exactly one handler at each instant, and another only by accepting an offer, by taking on an open case, or as the heir of somebody who leaves', () => {
    fc.assert(
      fc.property(history, (wishes) => {
        let now = open;
        for (const wanted of wishes) {
          const before = now.state!;
          const { events, refused, state } = now.later(MINUTE).when(wanted(before));
          if (refused) expect(state).toBe(before);
          expect([ONE, TWO, THREE]).toContain(state?.handler);
          if (state?.handler !== before.handler) {
            expect(['handover-accepted', 'case-resumed', 'case-reassigned']).toContain(events[0]?.type);
            if (events[0]?.type === 'case-resumed') expect(before.phase).toBe('open');
            else if (events[0]?.type === 'case-reassigned') expect(state?.handler).toBe(events[0].to);
            else expect(state?.handler).toBe(before.offer?.to);
          }
          // C3: an unanswered offer always comes from who answers for the case.
          if (state?.offer) expect(state.offer.from).toBe(state.handler);
          now = now.later(MINUTE).and(...events);
        }
      }),
    );
  });

  it('[C2] a clerk who takes on an open case at a counter becomes its handler; a case with a conclusion stays where it is', () => {
    expect(open.when(take(TWO)).state).toMatchObject({ handler: TWO, firstContact: ONE });
    expect(open.when(take(ONE)).events).toEqual([]);
    expect(accepted.when(take(TWO)).events).toEqual([]);
  });

  it('[C2] only the handler concludes, offers and closes a case', () => {
    expect(open.when(conclude(TWO, { kind: 'done', note: '' })).refused).toBe('not-handler');
    expect(accepted.when(offer(TWO, THREE)).refused).toBe('not-handler');
    expect(accepted.when(close(TWO)).refused).toBe('not-handler');
  });
});

describe('a matter that was begun and not concluded', () => {
  it('[C2] a matter without a conclusion ends with its ticket, first contact and handler as they were; one with a conclusion does not', () => {
    const left = open.after({ type: 'leave-case', byResident: false }).state;
    expect(left).toMatchObject({ phase: 'closed', outcome: 'withdrawn', firstContact: ONE, handler: ONE });
    expect(accepted.when({ type: 'leave-case', byResident: false }).refused).toBe('case-not-open');
  });
});

describe('a handover', () => {
  const answer = (type: 'accept-handover' | 'decline-handover', by: ClerkId, id = handoverId) => ({
    type,
    handoverId: id,
    by,
    reason: '不属本岗',
    gone: false,
  });
  const reassign = (from: ClerkId, to: ClerkId): CaseCommand => ({
    ...{ type: 'reassign-case', from, to, by: THREE, reason: '离岗', note: '材料在二号柜' },
  });

  it('[C15] a case of somebody who leaves has another handler at once, its offer ends, its first contact stays', () => {
    const { events, state } = offered.when(reassign(ONE, THREE));
    expect(events).toMatchObject([{ type: 'case-reassigned', from: ONE, to: THREE, by: THREE }]);
    expect(state).toMatchObject({ phase: 'accepted', handler: THREE, firstContact: ONE });
    expect(state?.offer).toBeUndefined();
    expect(accepted.when(reassign(TWO, THREE)).refused).toBe('not-handler');
    expect(accepted.when(reassign(ONE, ONE)).refused).toBe('same-clerk');
    expect(open.when(reassign(ONE, TWO)).refused).toBe('matters-unconcluded');
  });

  it('[C3] [C17] an offer whose open time ends at another instant says the old and the new one, and nothing where it stays', () => {
    const move = (to: string): CaseCommand => ({ type: 'move-handover', handoverId, lapsesAt: to });
    const later = '2026-11-24T01:15:00.000Z';
    const moved = offered.when(move(later));
    expect(moved.events).toEqual([{ type: 'handover-moved', handoverId, before: lapsesAt, lapsesAt: later }]);
    expect(moved.state?.offer).toMatchObject({ from: ONE, to: TWO, lapsesAt: later });
    expect(moved.state?.offerClock).toEqual(offered.state?.offerClock);
    expect(offered.when(move(lapsesAt)).events).toEqual([]);
    expect(accepted.when(move(later)).refused).toBe('offer-unknown');
    expect(offered.after(answer('decline-handover', TWO)).state?.offerClock).toBeUndefined();
  });

  it('[C15] what was offered to somebody who leaves stays with its handler, or goes to a third', () => {
    expect(offered.when(reassign(TWO, ONE)).events).toMatchObject([
      { type: 'handover-taken-back', from: ONE, to: TWO },
    ]);
    expect(offered.when(reassign(TWO, THREE)).state).toMatchObject({ handler: THREE, firstContact: ONE });
  });

  it('[C15] an offer that ends while its sender may not sign in says so', () => {
    const gone = { handoverId, gone: true };
    const declined = offered.when({ type: 'decline-handover', by: TWO, reason: '忙', ...gone });
    expect(declined.events).toMatchObject([{ type: 'handover-declined', gone: true }]);
    expect(offered.when({ type: 'lapse-handover', ...gone }).events).toMatchObject([{ gone: true }]);
    expect(offered.when(lapse(handoverId)).events[0]).not.toHaveProperty('gone');
  });

  it('[C3] a handover leaves responsibility where it is until it is accepted', () => {
    expect(offered.state).toMatchObject({ handler: ONE, offer: { from: ONE, to: TWO, lapsesAt } });
    const after = offered.when(answer('accept-handover', TWO)).state;
    expect(after).toMatchObject({ handler: TWO, firstContact: ONE });
    expect(after?.offer).toBeUndefined();
  });

  it('[C3] a declined or lapsed handover goes back to the sender', () => {
    for (const command of [answer('decline-handover', TWO), lapse(handoverId)]) {
      const { state, events } = offered.when(command);
      expect(state?.handler).toBe(ONE);
      expect(state?.offer).toBeUndefined();
      expect(events[0]).toMatchObject({ handoverId, from: ONE, to: TWO });
    }
  });

  it('[C3] [T2] a lapsed offer says on which service day it lapsed', () => {
    expect(offered.when(lapse(handoverId)).events).toMatchObject([{ type: 'handover-lapsed', day: TODAY }]);
  });

  it('[C3] nobody but the receiver can answer a handover, and only once', () => {
    for (const type of ['accept-handover', 'decline-handover'] as const) {
      for (const by of [ONE, THREE]) expect(offered.when(answer(type, by)).refused).toBe('not-receiver');
      expect(offered.when(answer(type, TWO, 'other' as HandoverId)).refused).toBe('offer-unknown');
      expect(offered.after(answer(type, TWO)).when(answer('accept-handover', TWO)).refused).toBe('offer-unknown');
    }
    const lapsed = offered.after(lapse(handoverId));
    expect(lapsed.when(answer('accept-handover', TWO)).refused).toBe('offer-unknown');
  });

  it('[C3] the sender takes a handover back, and nobody else does', () => {
    const takeBack = (by: ClerkId) => ({ type: 'take-back-handover', handoverId, by }) as const;
    expect(offered.when(takeBack(TWO)).refused).toBe('not-handler');
    expect(offered.when(takeBack(ONE)).state).toMatchObject({ handler: ONE });
    expect(offered.after(takeBack(ONE)).state?.offer).toBeUndefined();
  });

  it('[C3] a case with an unanswered handover is neither offered again nor closed, and nobody offers to himself', () => {
    expect(offered.when(offer(ONE, THREE)).refused).toBe('offer-open');
    expect(offered.when(close(ONE)).refused).toBe('offer-open');
    expect(accepted.when(offer(ONE, ONE)).refused).toBe('same-clerk');
  });

  it('[C3] [C5] a matter still at the counter is not handed over before it has its conclusion', () => {
    expect(open.when(offer(ONE, TWO))).toMatchObject({ refused: 'matters-unconcluded', facts: { count: 1 } });
  });
});

describe('a refusal', () => {
  const proposed = accepted.after(propose(ONE));

  it('[C6] a refusal is proposed by the handler and is no decision until another person confirms it', () => {
    expect(proposed.state).toMatchObject({ phase: 'proposed', handler: ONE, proposal: { by: ONE, reason: REASON } });
    expect(proposed.state?.outcome).toBeUndefined();
    expect(proposed.when({ type: 'confirm-refusal', by: ONE }).refused).toBe('own-proposal');
    const { state, events } = proposed.when({ type: 'confirm-refusal', by: TWO });
    expect(events.map((event) => event.type)).toEqual(['refusal-confirmed', 'case-decided']);
    expect(events[1]).toMatchObject({ outcome: 'refused', by: ONE, note: REASON });
    expect(state).toMatchObject({ phase: 'decided', outcome: 'refused' });
  });

  it('[C6] a refusal never ends a case by one person, whatever is wished in whatever order', () => {
    fc.assert(
      fc.property(history, (wishes) => {
        let now = open;
        for (const wanted of wishes) {
          const before = now.state!;
          const command = wanted(before);
          const { events, state } = now.later(MINUTE).when(command);
          if (state?.outcome === 'refused' && before.outcome !== 'refused') {
            expect(command.type).toBe('confirm-refusal');
            expect(before.phase).toBe('proposed');
            expect(before.proposal?.by).not.toBe((command as { by: ClerkId }).by);
          }
          expect(state?.phase === 'proposed').toBe(state?.proposal !== undefined);
          now = now.later(MINUTE).and(...events);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('[C6] a refusal that is sent back is with its handler again, who reads why and may propose anew', () => {
    const back = proposed.after({ type: 'send-back-refusal', by: TWO, remark: '请写明依据' });
    expect(back.state).toMatchObject({ phase: 'accepted', handler: ONE, sentBack: { by: TWO, remark: '请写明依据' } });
    expect(back.state?.proposal).toBeUndefined();
    const again = back.after(propose(ONE));
    expect(again.state?.sentBack).toBeUndefined();
    expect(proposed.when({ type: 'send-back-refusal', by: ONE, remark: '再想想' }).refused).toBe('own-proposal');
  });

  it('[C6] a proposed refusal is taken back by its author or its handler, and by nobody else', () => {
    expect(proposed.when({ type: 'take-back-refusal', by: TWO }).refused).toBe('not-handler');
    expect(proposed.when({ type: 'take-back-refusal', by: ONE }).state).toMatchObject({ phase: 'accepted' });
    expect(accepted.when({ type: 'take-back-refusal', by: ONE }).refused).toBe('refusal-not-proposed');
    expect(accepted.when({ type: 'confirm-refusal', by: TWO }).refused).toBe('refusal-not-proposed');
  });

  it.each(['不行', '。。。。。。。。。。。。', '不不不不不不不不不不不不', '1 2 3 4 5', ''])(
    '[C6] a refusal whose reason has no substance is not taken: %j',
    (reason) => {
      expect(accepted.when(propose(ONE, reason)).refused).toBe('reason-too-thin');
    },
  );

  it('[C6] a refusal is proposed for an accepted case only, by its handler, and not while it is offered', () => {
    expect(open.when(propose(ONE)).refused).toBe('case-not-accepted');
    expect(accepted.when(propose(TWO)).refused).toBe('not-handler');
    expect(offered.when(propose(ONE)).refused).toBe('offer-open');
    expect(proposed.when(propose(ONE)).refused).toBe('refusal-proposed');
  });

  it('[C6] [C2] [C3] a proposed refusal can be handed on, is not confirmed meanwhile, and can only be withdrawn', () => {
    const standing = proposed.after(offer(ONE, TWO));
    expect(standing.when({ type: 'confirm-refusal', by: THREE }).refused).toBe('offer-open');
    const moved = standing.after({ type: 'accept-handover', handoverId: standing.state!.offer!.id, by: TWO });
    expect(moved.state).toMatchObject({ phase: 'proposed', handler: TWO, proposal: { by: ONE } });
    expect(moved.when({ type: 'confirm-refusal', by: ONE }).refused).toBe('own-proposal');
    expect(proposed.when(close(ONE)).refused).toBe('refusal-proposed');
    const withdrawn = { type: 'close-case', by: ONE, outcome: 'withdrawn', note: '居民撤回' } as const;
    expect(proposed.when(withdrawn).state).toMatchObject({ phase: 'closed', outcome: 'withdrawn' });
  });
});

describe('a conclusion', () => {
  it.each(CONCLUSIONS)('[C5] a conclusion leads the case to its phase and outcome: %o', (conclusion, expected) => {
    expect(open.when(conclude(ONE, conclusion)).state).toMatchObject(expected);
  });

  it.each(CONCLUSIONS)('[C5] a conclusion is given once and by the handler: %o', (conclusion) => {
    const after = open.after(conclude(ONE, conclusion));
    const again = after.when(conclude(ONE, { kind: 'done', note: '' }));
    expect(again.refused).toBe(after.state?.phase === 'closed' ? 'case-over' : 'case-not-open');
    expect(open.when(conclude(TWO, conclusion)).refused).toBe('not-handler');
  });

  it('[C5] an accepted case ends with its decision, one at the counter only with a conclusion, a closed one is never opened again', () => {
    expect(open.when(close(ONE)).refused).toBe('case-not-open');
    const closed = accepted.after(close(ONE)).after(TELL);
    expect(closed.state).toMatchObject({ phase: 'closed', outcome: 'granted' });
    for (const command of [close(ONE), take(ONE), offer(ONE, TWO), conclude(ONE, { kind: 'done', note: '' })])
      expect(closed.when(command).events).toEqual([]);
  });

  it('[C7] [T2] a receipt and a notice hold their day, and what the catalogue said then', () => {
    const said = { names, basis: '示例', fee: '免费' };
    expect(open.when(conclude(ONE, { kind: 'accepted', note: '' })).events).toMatchObject([
      { day: TODAY, acceptedOn: TODAY, paper: { ...said, items: [] } },
    ]);
    expect(open.when(conclude(ONE, { kind: 'notice', missing: ['A-1.3', 'A-1.1'], note: '' })).events).toMatchObject([
      { day: TODAY, paper: { ...said, items: [item(0), item(2)] } },
    ]);
  });

  it('[C7] a notice asks only for what the catalogue lists, each once, all at once', () => {
    const missing = fc.array(fc.nat(6), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(missing, (asked) => {
        const wanted = asked.map((index) => item(index).id);
        const { refused, state, events } = open.when(conclude(ONE, { kind: 'notice', missing: wanted, note: '' }));
        if (asked.some((index) => index >= 3)) {
          expect(refused).toBe('material-not-in-catalogue');
          expect(state).toBe(open.state);
        } else {
          const items = [...new Set(asked)].sort((a, b) => a - b).map(item);
          expect(events).toMatchObject([{ type: 'notice-given', paper: { items } }]);
        }
      }),
    );
  });
});
