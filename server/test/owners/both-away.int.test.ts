import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Client } from '../../../web/client.ts';
import { refusalCode } from '../harness.ts';
import { type OwnersHall, ownersHall, wish } from './owner-fixture.ts';

/** Monday, 23 November 2026, is the day on which each test begins. */
const [TUESDAY, WEDNESDAY, THURSDAY, FRIDAY] = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
const SATURDAY = '2026-11-28';

let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall();
});
afterEach(() => h.hall.stop());

const times = (from: string, back: string) => ({
  from: { day: from, time: '00:00' },
  backOn: { day: back, time: '00:00' },
});
const enter = (by: Client, account: string, [from, back]: [string, string], deputy: string | null = null) =>
  by.absences.enter({
    ...{ ...wish(), clerkId: h.idOf(account), ...times(from, back), note: '培训一天' },
    ...{ deputy: deputy && h.idOf(deputy), override: deputy && '全员防汛' },
  });

it('[C11] after A and B were allowed to be away on one day, each of them is entered for another day, of which no cover is lost', async () => {
  await h.clerksOf('A-1', 'one', 'two');
  await enter(h.as.two, 'two', [TUESDAY, WEDNESDAY]);
  await enter(h.as.boss, 'one', [TUESDAY, WEDNESDAY], 'three');
  const absence = { clerkId: h.idOf('one'), ...times(FRIDAY, SATURDAY) };
  expect(await h.as.one.openings.lostCover({ absence })).toEqual([]);
  expect(await refusalCode(enter(h.as.one, 'one', [FRIDAY, SATURDAY]))).toBe('accepted');
  expect(await refusalCode(enter(h.as.two, 'two', [THURSDAY, FRIDAY]))).toBe('accepted');
});

it('[C11] a deputy is there in each opening of each matter whose A and B are both away', async () => {
  await h.clerksOf('A-1', 'one', 'two');
  await h.clerksOf('B-1', 'one', 'four');
  await enter(h.as.two, 'two', [TUESDAY, THURSDAY]);
  await enter(h.as.four, 'four', [THURSDAY, FRIDAY]);
  await enter(h.as.three, 'three', [WEDNESDAY, THURSDAY]);
  const withDeputy = (deputy: string) => enter(h.as.boss, 'one', [TUESDAY, FRIDAY], deputy);
  const needed = (day: string, matter: string) => ({
    code: 'stand-in-needed',
    data: { day, 'matter:zh-Hans': matter },
  });
  await expect(withDeputy('three')).rejects.toMatchObject(needed(WEDNESDAY!, '事项 A1'));
  await expect(withDeputy('four')).rejects.toMatchObject(needed(THURSDAY!, '事项 B1'));
  expect(await refusalCode(withDeputy('boss'))).toBe('accepted');
});
