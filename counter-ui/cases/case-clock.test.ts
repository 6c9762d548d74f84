import { expect, test } from 'vitest';
import { speak } from '../words/speak.ts';
import { caseClock, clockWords } from './case-clock.ts';

const nothingOwed = { lateTask: null, correction: null, ringTask: null, inquiries: [] };
const at = (daysLeft: number | null, phase = 'accepted', acceptedOn: string | null = '2026-11-23') => ({
  ...{ daysLeft, daysUnit: 'working' as const, phase, acceptedOn },
  ...nothingOwed,
});

test('[C9] what is due today says today, not zero days', () => {
  expect(caseClock(at(0), 15)).toEqual({ kind: 'today', days: null });
  expect(clockWords(speak('zh-Hans'), caseClock(at(0), 15))).toBe('今天到期');
  expect(clockWords(speak('en'), caseClock(at(0), 15))).toBe('due today');
});

test('[C9] days that are left and days overdue are told apart, and one is one', () => {
  const say = speak('en');
  expect([2, 1, -1, -3].map((days) => clockWords(say, caseClock(at(days), 15)))).toEqual([
    '2 working days left',
    '1 working day left',
    '1 working day overdue',
    '3 working days overdue',
  ]);
});

test('[C9] days of the calendar are told as such', () => {
  const clock = (days: number) => caseClock({ ...at(days), daysUnit: 'calendar' }, 30);
  expect([2, 1, -1].map((days) => clockWords(speak('en'), clock(days)))).toEqual([
    '2 calendar days left',
    '1 calendar day left',
    '1 calendar day overdue',
  ]);
  expect(clockWords(speak('zh-Hans'), clock(5))).toBe('5 个自然日后到期');
});

test('[C9] a noticed case whose matter has a limit is not without one: it runs from acceptance', () => {
  expect(caseClock(at(null, 'noticed'), 15).kind).toBe('later');
  expect(caseClock(at(null, 'noticed'), null).kind).toBe('none');
  expect(caseClock(at(null), null).kind).toBe('none');
});

test('[C9] a closed case counts no more days, and one that was never accepted is said to have ended before', () => {
  const words = (acceptedOn: string | null, limit: number | null) =>
    clockWords(speak('en'), caseClock(at(acceptedOn ? -20 : null, 'closed', acceptedOn), limit));
  expect([words('2026-11-23', 20), words(null, 20), words(null, null)]).toEqual([
    'closed',
    'closed before acceptance',
    'closed',
  ]);
});
