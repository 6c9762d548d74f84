import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day, InquiryId } from '../../../../schema/ids.ts';
import { accept, DAY, grant, inquire, notice, ONE, TWO, take, tell, watch } from '../../../test/case-wishes.ts';
import { CHINA, givenCase, SETTINGS } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';
import { watchOn } from '../watch.ts';

const open = givenCase().after(take);
const accepted = open.after(accept);
const on = (from: typeof open, day: Day) => from.later(Date.parse(`${day}T01:00:00.000Z`) - from.nowMs);
const answer = (inquiryId: InquiryId, by = TWO): CaseCommand => ({
  type: 'answer-inquiry',
  by,
  inquiryId,
  text: '下周三前',
});

describe('a resident’s question', () => {
  const asked = accepted.after(inquire);
  const { id } = asked.state!.inquiries[0]!;

  it('[C12] a resident’s question is received with the day of its answer, read, and answered once by anybody at a counter', () => {
    expect(asked.state?.inquiries).toMatchObject([{ on: '2026-11-23', answerBy: '2026-11-25' }]);
    const read = asked.after({ type: 'read-inquiry', by: ONE, inquiryId: id });
    expect(read.state?.inquiries).toMatchObject([{ read: { by: ONE, on: '2026-11-23' } }]);
    expect(read.when({ type: 'read-inquiry', by: TWO, inquiryId: id }).events).toEqual([]);
    const answered = read.later(DAY).after(answer(id));
    expect(answered.state?.inquiries).toMatchObject([{ answer: { by: TWO, on: '2026-11-24', text: '下周三前' } }]);
    expect(answered.when(answer(id)).refused).toBe('inquiry-answered');
    expect(answered.when(answer('other' as InquiryId)).refused).toBe('inquiry-unknown');
    expect(asked.after(answer(id)).state?.inquiries).toMatchObject([{ read: { by: TWO }, answer: { by: TWO } }]);
  });

  it('[C12] a resident’s question that is sent once more while it waits for its answer is one question', () => {
    expect(asked.when(inquire)).toMatchObject({ refused: null, events: [] });
    const three = ['第二个问题', '第三个问题'].reduce((now, text) => now.after({ ...inquire, text }), asked);
    expect(three.when({ ...inquire, text: '第三个问题' })).toMatchObject({ refused: null, events: [] });
    expect(three.when({ ...inquire, text: '第四个问题' }).refused).toBe('inquiries-open');
    expect(asked.after(answer(id)).after(inquire).state?.inquiries).toHaveLength(2);
  });

  it('[C12] [C10] a resident’s question that nobody answers in time is late, once, also of a case that is over', () => {
    const over = asked.after(grant).after(tell(true));
    for (const from of [asked, open.after(notice('A-1.1')).after(inquire), over]) {
      expect(on(from, '2026-11-25').when(watch).events).not.toContainEqual(
        expect.objectContaining({ duty: 'inquiry' }),
      );
      const late = on(from, '2026-11-26').after(watch);
      expect(late.state?.late).toContain('inquiry');
      expect(late.when(watch).events).toEqual([]);
      const answered = late.after(answer(late.state!.inquiries[0]!.id));
      expect(answered.state?.late).not.toContain('inquiry');
    }
    const facts = { calendar: CHINA, settings: SETTINGS };
    expect(watchOn(over.state!, '2026-11-23', facts)).toBe('2026-11-26');
    expect(watchOn(over.after(answer(id)).state!, '2026-11-23', facts)).toBeNull();
  });

  it('[C12] [S2] a property: never more than three wait for an answer, and none is lost or answered twice', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(5)), { maxLength: 40 }), (wishes) => {
        let now = accepted;
        for (const at of wishes) {
          const known = now.state!.inquiries;
          const { events } = now.when(
            at === null ? { ...inquire, text: `${known.length}` } : answer(known[at]?.id ?? ('none' as InquiryId)),
          );
          now = now.and(...events);
          const { inquiries } = now.state!;
          expect(inquiries.filter((one) => !one.answer).length).toBeLessThanOrEqual(3);
          expect(inquiries.map((one) => one.id).slice(0, known.length)).toEqual(known.map((one) => one.id));
          expect(known.every((one, n) => !one.answer || inquiries[n]?.answer === one.answer)).toBe(true);
        }
      }),
    );
  });
});

describe('a resident', () => {
  it('[C5] [C12] a resident who takes the matter back ends it, whoever it was offered to; a decision stands', () => {
    const back: CaseCommand = { type: 'take-back-wish' };
    const offered = accepted.after({
      type: 'offer-handover',
      from: ONE,
      to: TWO,
      note: '',
      lapsesAt: '2026-11-23T02:00:00.000Z',
      openMs: 1,
    });
    for (const from of [accepted, offered, open.after(notice('A-1.1'))])
      expect(from.after(back).state).toMatchObject({ phase: 'closed', outcome: 'withdrawn' });
    expect(offered.after(back).state?.offer).toBeUndefined();
    expect(accepted.after(grant).when(back).refused).toBe('case-not-open');
    expect(open.when(back).refused).toBe('case-not-open');
  });

  it('[C12] a resident agrees to messages and changes that, and saying the same again changes nothing', () => {
    const agreed = accepted.after({ type: 'agree-messages', agreed: true });
    expect(agreed.state?.messages).toBe(true);
    expect(agreed.when({ type: 'agree-messages', agreed: true }).events).toEqual([]);
    expect(agreed.after({ type: 'agree-messages', agreed: false, by: ONE }).state?.messages).toBe(false);
    expect(accepted.when({ type: 'agree-messages', agreed: false }).events).toEqual([]);
  });
});
