import { expect, test } from 'vitest';
import { KeptMatter } from '../../../schema/catalogue/catalogue.ts';
import { CalendarYearEvent, HallDayEvent } from '../../../schema/hall/calendar.ts';
import { CounterPlan, HallName, MatterGroup } from '../../../schema/hall/plan.ts';
import { SeriesPlan } from '../../../schema/hours/opening.ts';
import { Clerk } from '../../../schema/people/clerk.ts';
import { knownSettings, Settings } from '../../../schema/settings.ts';
import { speak } from '../../words/speak.ts';
import { fieldText, fieldValueText, type Known } from './history-words.ts';

const known: Known = {
  say: speak('en'),
  language: 'en',
  settings: new Map(knownSettings(Settings.parse({})).map((one) => [one.key, one])),
  labels: new Map([['c1', '1']]),
};
const text = (field: string, value: unknown) => fieldValueText(known, field, value);

test('[S4] [A4] every field of the reference data has its word', () => {
  const records = [
    Clerk,
    KeptMatter.omit({ spelling: true, heldBack: true }),
    CounterPlan,
    HallName.omit({ key: true }),
    MatterGroup,
  ];
  const events = [CalendarYearEvent.omit({ type: true }), HallDayEvent.omit({ type: true })];
  const fields = [...records, ...events, SeriesPlan]
    .flatMap((record) => Object.keys(record.shape))
    .filter((one) => one !== 'id');
  for (const field of [...fields, 'objectTo', 'enrolledAt', 'revokedAt', ...known.settings.keys()])
    expect(fieldText(known, field), field).not.toBe(field);
});

test('[S4] values are told as people say them, and long ones are counted', () => {
  expect(text('awayMs', 1_200_000)).toBe('20 min');
  expect(text('role', 'supervisor')).toBe('Supervisor');
  expect(text('inUse', false)).toBe('No');
  expect(text('counterIds', ['c1', 'c9'])).toBe('1, c9');
  expect(text('materials', [{}, {}, {}])).toBe('3 items');
  expect(text('daysOff', Array(33).fill('2027-01-01'))).toBe('33 items');
  const place = { name: 'Court', address: 'Road 2', telephone: '0851-2' };
  expect(text('objectTo', { authority: { ...place, name: 'District' }, court: place })).toBe(
    'District, Road 2, 0851-2, Court, Road 2, 0851-2',
  );
  expect(text('kind', 'worked')).toBe('Worked');
  expect(text('days', [1, 3])).toBe('Mon, Wed');
  expect(text('bookableShare', 0.5)).toBe('50 %');
  expect(text('enrolledAt', '2026-11-23T01:05:00.000Z')).toBe('23 Nov 2026 09:05');
  expect(text('names', { 'zh-Hans': '大厅', 'zh-Hant': '大廳', en: 'Hall' })).toBe('Hall / 大厅 / 大廳');
  expect([text('lastDay', null), text('aliases', [])]).toEqual(['—', '—']);
});
