import { expect, it } from 'vitest';
import type { Day } from '../../../../schema/ids.ts';
import { BOSS, notice, take, watch } from '../../../test/case-wishes.ts';
import { givenCase, SETTINGS } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';
import { revivalOf } from './revival.ts';

const noticed = givenCase().after(take).after(notice('A-1.1'));
const on = (from: typeof noticed, day: Day) => from.later(Date.parse(`${day}T01:00:00.000Z`) - from.nowMs);
const revive: CaseCommand = { type: 'revive-case', by: BOSS };

it.each([5, 90])('[C7] what a notice told holds when the hall sets other days of taking it up again: %i', (days) => {
  const { events } = givenCase().after(take).when(notice('A-1.1'));
  expect(events[0]).toMatchObject({ answerBy: '2026-12-23', paper: { revival: { days: 30, until: '2027-01-23' } } });
  const silent = on(noticed.set({ revivalDays: days }), '2026-12-24').after(watch);
  expect(on(silent, '2027-01-23').when(revive).refused).toBeNull();
  expect(on(silent, '2027-01-24').when(revive).refused).toBe('revival-too-late');
});

it('[C7] the days of taking a case up again count from the day by which its notice is to be answered now', () => {
  const revived = on(on(noticed, '2026-12-24').after(watch), '2027-01-04').after(revive);
  expect(revivalOf(revived.state!, SETTINGS)).toEqual({ days: 30, until: '2027-03-06' });
  const silent = on(revived, '2027-02-04').after(watch);
  expect(revivalOf(silent.state!, SETTINGS)).toEqual({ days: 30, until: '2027-03-06' });
});

it('[C7] a notice of an older ledger told no days: it is taken up again by the setting of today', () => {
  expect(revivalOf({ notice: { answerBy: '2026-12-23' as Day } }, { revivalDays: 5 })?.until).toBe('2026-12-29');
  expect(revivalOf({ silentSince: '2026-12-24' as Day }, { revivalDays: 5 })?.until).toBe('2026-12-29');
});
