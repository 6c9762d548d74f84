import { expect, it, test } from 'vitest';
import { MaterialDraft, materialText, whereFromText } from './material.ts';
import { matterFaults } from './matter-faults.ts';

const CARD = { 'zh-Hans': '居民身份证', 'zh-Hant': '居民身份證', en: 'Resident identity card' };

test.each([
  ['zh-Hans', {}, '居民身份证'],
  ['zh-Hans', { form: 'copy', count: 3 }, '居民身份证（复印件，3 份）'],
  ['zh-Hant', { form: 'original-and-copy' }, '居民身份證（原件和複印件）'],
  ['en', { form: 'checked', count: 1 }, 'Resident identity card (original, shown and given back, 1 needed)'],
  ['en', { en: undefined, count: 2 }, '居民身份证 (2 needed)'],
  ['zh-Hant', { 'zh-Hant': '', form: 'original' }, '居民身份证（原件）'],
] as const)(
  '[L3] [A4] a material is told with its form and count, or in simplified Chinese where a text is missing: %s %o',
  (language, more, told) => {
    expect(materialText({ ...CARD, ...more }, language)).toBe(told);
  },
);

it('[L3] a material says where it is to be had, and nothing where nobody has said it', () => {
  const whereFrom = { 'zh-Hans': '派出所户籍窗口', 'zh-Hant': '', en: 'the police station' };
  expect(whereFromText({ ...CARD, whereFrom }, 'zh-Hant')).toBe('可在派出所户籍窗口取得');
  expect(whereFromText({ ...CARD, whereFrom }, 'en')).toBe('to be had at the police station');
  expect(whereFromText(CARD, 'en')).toBeNull();
});

it('[L3] [A4] a matter lists each text that lacks a language, and a whole one lists none', () => {
  const whole = { id: 'A-1.1', ...CARD };
  const nothing = { 'zh-Hans': '', 'zh-Hant': '', en: '' };
  const said = { department: CARD, fee: { ...nothing, 'zh-Hans': '免费' }, basis: nothing };
  expect(matterFaults({ ...said, materials: [whole], conditions: null })).toEqual([]);
  const materials = [
    { ...whole, 'zh-Hant': ' ' },
    { id: 'A-1.2', 'zh-Hans': '照片', 'zh-Hant': '照片', whereFrom: { ...CARD, en: '' } },
  ];
  const fee = { ...nothing, 'zh-Hans': '5 元' };
  expect(matterFaults({ ...said, fee, materials, conditions: { ...CARD, en: '' } })).toEqual([
    { language: 'zh-Hant', of: 'fee', what: '5 元' },
    { language: 'en', of: 'fee', what: '5 元' },
    { language: 'en', of: 'conditions', what: '居民身份证' },
    { language: 'zh-Hant', of: 'material', what: '居民身份证' },
    { language: 'en', of: 'material', what: '照片' },
    { language: 'en', of: 'where', what: '居民身份证' },
  ]);
});

test.each([
  [{ 'zh-Hans': '' }],
  [{ count: 0 }],
  [{ count: 21 }],
  [{ count: 1.5 }],
  [{ form: 'fax' }],
  [{ whereFrom: { 'zh-Hans': ' ', 'zh-Hant': '', en: '' } }],
])('[L3] [A3] a material is refused that nobody could bring: %o', (more) => {
  expect(MaterialDraft.safeParse(CARD).success).toBe(true);
  expect(MaterialDraft.safeParse({ ...CARD, ...more }).success).toBe(false);
});
