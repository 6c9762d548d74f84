import { expect, test } from 'vitest';
import type { Day } from '../../ids.ts';
import type { ResidentCase } from '../views.ts';
import { nextStep } from './next-step.ts';

const [SOON, LATER] = ['2026-12-01', '2026-12-23'] as [Day, Day];
const late = (answer: object | null) => ({ latePapers: [{ answerBy: SOON, answer }] as never });
const elsewhere = { destination: { place: '登记中心', address: '示例路 9 号', telephone: '0851' } as never };
const next = (part: Partial<ResidentCase>) =>
  nextStep({
    ...{ phase: 'accepted', latePapers: [], corrected: null, revivableUntil: null, concludeBy: null },
    ...{ destination: null, isOverdue: false, mayMove: [] },
    ...part,
  });

test('[C12] [C7] what silence closed is told until when it is taken up again, and not that it has its result', () => {
  const silent = { phase: 'closed', revivableUntil: LATER } as const;
  expect(next(silent)).toEqual({ step: 'revivable', day: LATER, mayMove: false });
  // C17: the day was told, whatever else may move on it.
  expect(next({ ...silent, mayMove: [LATER] })).toMatchObject({ mayMove: false });
  expect(next({ phase: 'closed' })).toEqual({ step: 'closed' });
});

test('[C12] [C5] late papers that wait come before everything else, and are nothing once they are answered', () => {
  const all = { phase: 'closed', revivableUntil: LATER, ...elsewhere, corrected: { linkedNo: 'SL2026-1' } as never };
  expect(next({ ...all, ...late(null) })).toEqual({ step: 'late', day: SOON, mayMove: false });
  expect(next({ ...all, ...late({ by: 'two' }) })).toEqual({ step: 'goesOn', no: 'SL2026-1' });
  expect(next({ phase: 'decided', ...late(null) })).toEqual({ step: 'decided' });
});

test('[C12] [C8] a place that does it comes before an overdue limit, and that before the day of acceptance, which may move', () => {
  expect(next({ ...elsewhere, isOverdue: true, concludeBy: SOON })).toEqual({ step: 'elsewhere' });
  expect(next({ isOverdue: true, concludeBy: SOON })).toEqual({ step: 'overdue' });
  expect(next({ phase: 'noticed', concludeBy: SOON, mayMove: [SOON] })).toEqual({
    ...{ step: 'received', day: SOON, mayMove: true },
  });
  expect(next({})).toEqual({ step: 'accepted' });
});
