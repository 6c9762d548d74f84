import { expect, test } from 'vitest';
import type { MyCase } from '../../../schema/cases/views.ts';
import { bySoonest, clockDay, urgencyOf } from './case-order.ts';

const one = (number: string, part: Partial<MyCase>) =>
  ({ number, phase: 'accepted', dueOn: null, daysLeft: null, offer: null, inquiries: [], ...part }) as MyCase;

test('[C9] cases: offers to me, then the soonest clock, then those without a limit, the closed last', () => {
  const offer = { toMe: true } as MyCase['offer'];
  const cases = [
    one('closed', { phase: 'closed', dueOn: '2026-11-01' }),
    one('none', {}),
    one('later', { dueOn: '2026-12-01' }),
    one('sooner', { dueOn: '2026-11-20' }),
    one('offer', { dueOn: '2026-12-30', offer }),
  ];
  expect(bySoonest(cases).map((each) => each.number)).toEqual(['offer', 'sooner', 'later', 'none', 'closed']);
});

test('[C10] overdue is red, the last two working days are amber, the due day itself is not overdue', () => {
  const urgency = (daysLeft: number | null) =>
    urgencyOf({ phase: 'accepted', daysLeft, lateTask: null, correction: null, ringTask: null, inquiries: [] });
  expect([-1, 0, 2, 3, null].map(urgency)).toEqual(['overdue', 'soon', 'soon', 'calm', 'none']);
  expect(
    urgencyOf({ phase: 'closed', daysLeft: -4, lateTask: null, correction: null, ringTask: null, inquiries: [] }),
  ).toBe('over');
});

test('[C5] a closed case with late papers runs by the day of their answer, before what is only closed', () => {
  const lateTask = { answerBy: '2026-11-25' } as MyCase['lateTask'];
  const late = one('late', { phase: 'closed', dueOn: '2026-11-01', tellBy: null, daysLeft: -1, lateTask });
  expect(clockDay(late)).toBe('2026-11-25');
  expect(urgencyOf(late)).toBe('overdue');
  const cases = [one('closed', { phase: 'closed', dueOn: '2026-11-01' }), one('later', { dueOn: '2026-12-01' }), late];
  expect(bySoonest(cases).map((each) => each.number)).toEqual(['late', 'later', 'closed']);
});
