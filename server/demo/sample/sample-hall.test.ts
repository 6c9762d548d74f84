import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../schema/ids.ts';
import { sampleHall } from './sample-hall.ts';

const { groups, matters, counters, clerks, series } = sampleHall('2026-11-23');
const matter = (id: string) => matters.find((one) => one.id === id)!;

test('[L3] 62 matters, each in a group, named in three languages, with its materials in both scripts', () => {
  expect(new Set(matters.map((one) => one.id)).size).toBe(62);
  expect(groups.map((group) => group.id).join('')).toBe('ABCDEFGH');
  for (const { letter, names, materials } of matters) {
    expect(groups.some((group) => group.id === letter)).toBe(true);
    for (const language of LANGUAGES) expect(names[language]).not.toBe('');
    expect(materials.length).toBeGreaterThan(0);
    for (const one of materials) expect(one['zh-Hant']).not.toBe('');
  }
});

test('[C9] limits are in working days, or in calendar days where the law says so, or none', () => {
  expect(matter('A11-MS-01')).toMatchObject({ limitDays: 30, limitUnit: 'working' });
  expect(matter('A11-LD-02')).toMatchObject({ limitDays: 15, limitUnit: 'calendar' });
  expect(matter('A11-RS-01')).toMatchObject({ limitDays: 0, limitUnit: 'working' });
  expect(matter('A11-TJ-01').limitDays).toBeNull();
});

test('[H3] each group has two counters, and each opening covers each of its groups', () => {
  for (const { id } of groups) expect(counters.filter((one) => one.letters.includes(id)).length).toBeGreaterThan(1);
  for (const one of counters) expect(one.letters.length).toBeLessThanOrEqual(4);
  for (const { letters, counterIds } of series) {
    const open = counters.filter((one) => counterIds.includes(one.id));
    expect(open).toHaveLength(counterIds.length);
    for (const letter of letters) expect(open.some((one) => one.letters.includes(letter))).toBe(true);
  }
});

test('there is a clerk for each counter, one supervisor and one administrator', () => {
  const count = (role: string) => clerks.filter((one) => one.role === role).length;
  expect([count('clerk'), count('supervisor'), count('administrator')]).toEqual([12, 1, 1]);
  expect(new Set(clerks.map((one) => one.account)).size).toBe(clerks.length);
});
